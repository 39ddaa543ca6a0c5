import { describe, expect, it } from "vitest";
import { requestOf, typedRoom } from "../../console/src/places/room-form.ts";

const CHANNELS = ["slack", "wechat"];

describe("The room in the form", () => {
  it.each([
    ["C0123", { room: "C0123" }],
    ["slack:C0123", { channel: "slack", room: "C0123" }],
    ["WeChat： 室id ", { channel: "wechat", room: "室id" }],
    ["R:10696051@chatroom", { room: "R:10696051@chatroom" }],
    ["web:v_1", { room: "web:v_1" }],
    ["slack:", { channel: "slack", room: "" }],
  ])("typed or pasted as %j is %j", (text, part) => {
    expect(typedRoom(text, CHANNELS)).toEqual(part);
  });
});

describe("The form", () => {
  const filled = { channel: "slack", room: " C0123 ", purpose: "shopper" } as const;

  it("asks for the room, and for the side where there are two", () => {
    expect(requestOf({ ...filled, room: " " }, "s1")).toEqual({ trouble: "room-missing" });
    expect(requestOf({ ...filled, purpose: "coordination" }, "s1")).toEqual({ trouble: "side-missing" });
  });

  it("sends a side only for coordination, also when one was chosen before", () => {
    const request = { store: "s1", channel: "slack", room: "C0123", purpose: "shopper" };
    expect(requestOf({ ...filled, side: "merchant" }, "s1")).toEqual({ request });
    expect(requestOf({ ...filled, purpose: "coordination", side: "merchant" }, "s1")).toEqual({
      request: { ...request, purpose: "coordination", side: "merchant" },
    });
  });
});
