import { describe, expect, it } from "vitest";
import { createFakeChannel, type Fault, type FakeChannelOptions } from "../../adapters/fake/index.ts";
import type { Outbound } from "../../src/core/channel.ts";
import { messageId } from "../../src/core/ids.ts";
import { describeChannel } from "./channel.ts";

const FAULTS: Readonly<Record<"retry-later" | "refused" | "unknown", Fault>> = {
  "retry-later": { type: "retry-later", afterMs: 3_000 },
  refused: { type: "refused", because: "the room is closed" },
  unknown: { type: "unknown", isShown: false },
};

function describeFake(name: string, options: FakeChannelOptions): void {
  describeChannel(name, async ({ receive }) => {
    const channel = createFakeChannel(options);
    return {
      channel,
      receive,
      say: async (key, text) => {
        try {
          const received = await channel.say("anna", text, { id: key });
          return received === "stored" || received === "duplicate" ? "acknowledged" : "refused";
        } catch {
          return "refused";
        }
      },
      home: { place: { channel: channel.name, room: "anna" }, person: { id: "anna" } },
      send: channel.send,
      shown: async () => channel.sent.map(({ body }) => body),
      failNext: (fault) => channel.failNext(FAULTS[fault]),
    };
  });
}

describeFake("fake", {});
describeFake("bare fake", { name: "bare", capabilities: { maxTextLength: 10, choices: false, attachments: false } });
describeFake("idempotent fake", { name: "sure", capabilities: { idempotentSend: true } });

describe("The fake platform", () => {
  const message: Outbound = {
    key: messageId("m1"),
    place: { channel: "fake", room: "anna" },
    person: { id: "anna" },
    author: { type: "bot" },
    body: { text: "您好" },
    seq: 1,
  };

  it("shows a message whose answer was lost when told so, and breaks when told so", async () => {
    const platform = createFakeChannel();
    await platform.start(async () => "stored");
    platform.failNext({ type: "unknown", isShown: true }, { type: "throw", message: "socket hang up" });
    expect(await platform.send(message)).toMatchObject({ type: "unknown" });
    await expect(platform.send(message)).rejects.toThrow("socket hang up");
    expect([platform.sent.length, platform.attempts.length]).toEqual([1, 2]);
  });

  it("refuses what it declares it cannot do", async () => {
    const platform = createFakeChannel({ capabilities: { maxTextLength: 3, choices: false, attachments: false } });
    await platform.start(async () => "stored");
    const bodies = [
      { text: "四个字呢" },
      { text: "选", choices: [{ id: "a", label: "甲" }] },
      { text: "图", attachments: [{ id: "f1", name: "a.png", type: "image/png", bytes: 1 }] },
    ];
    for (const body of bodies) expect((await platform.send({ ...message, body })).type).toBe("refused");
    expect(platform.sent).toEqual([]);
  });

  it("delivers an earlier event again word for word", async () => {
    const platform = createFakeChannel();
    const events: unknown[] = [];
    await platform.start(async (event) => {
      events.push(event);
      return "stored";
    });
    await platform.say("anna", "一", { id: "e1" });
    await platform.rate("anna", 5, { comment: "好" });
    await platform.redeliver("e1");
    await platform.redeliver();
    expect(events[2]).toEqual(events[0]);
    expect(events[3]).toEqual(events[0]);
  });
});
