import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import {
  faultOf,
  MAX_ROOM,
  MOST_ROOMS,
  planBinding,
  PURPOSES,
  readBinding,
  readPlace,
  SIDES,
  type Binding,
  type StoredBinding,
} from "../../src/stores/rules/place.ts";

const OURS = storeId("ours");
const THEIRS = storeId("theirs");
const ROOM = { channel: "slack", room: "C0123" };

function stored(binding: Partial<StoredBinding>): StoredBinding {
  return { id: "b1", storeId: THEIRS, place: ROOM, purpose: "shopper", createdAt: new Date(0), ...binding };
}

describe("A place", () => {
  it.each([
    ["slack:C0123", "slack", "C0123"],
    ["wechat:室id", "wechat", "室id"],
    ["wechat:R:10696051234567@chatroom", "wechat", "R:10696051234567@chatroom"],
    ["  Slack： C0123 ", "slack", "C0123"],
    [`slack:${"C".repeat(MAX_ROOM)}`, "slack", "C".repeat(MAX_ROOM)],
  ])("is read from %j", (text, channel, room) => {
    expect(readPlace(text)).toEqual({ type: "read", value: { channel, room } });
  });

  it.each([
    ["", "place"],
    ["C0123", "place"],
    [":C0123", "channel"],
    ["slak:C0123", "channel"],
    ["web:v_1", "channel"],
    ["slack:", "room"],
    ["slack: \u3000", "room"],
    ["slack:#general", "room"],
    ["wechat:订单 群", "room"],
    ["wechat:室\u200bid", "room"],
    ["slack:C0\u0000", "room"],
    ["slack:C0\ud800", "room"],
    [`slack:${"C".repeat(MAX_ROOM + 1)}`, "room"],
  ])("is refused when it is %j, naming the %s", (text, field) => {
    const fault = { field, reason: { zh: expect.stringMatching(/[一-鿿]/), en: expect.any(String) } };
    expect(readPlace(text)).toEqual({ type: "refused", fault });
  });

  it("never fails, whatever is typed, and reads what it read again", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string().map((room) => `slack:${room}`),
        ),
        (text) => {
          const read = readPlace(text);
          if (read.type === "read") expect(readPlace(`${read.value.channel}:${read.value.room}`)).toEqual(read);
        },
      ),
    );
  });
});

describe("A binding", () => {
  it.each([
    ["shopper", undefined, "read"],
    ["desk", undefined, "read"],
    ["coordination", "merchant", "read"],
    ["coordination", "vendor", "read"],
    ["coordination", undefined, "side"],
    ["coordination", "both", "side"],
    ["shopper", "merchant", "side"],
    ["desk", "vendor", "side"],
    ["Shopper", undefined, "purpose"],
    ["", undefined, "purpose"],
  ])("for %j with the side %j is read, or names what is wrong: %s", (purpose, side, wanted) => {
    const read = readBinding({ place: ROOM, purpose, side });
    expect(read.type === "read" ? "read" : read.fault.field).toBe(wanted);
    if (read.type === "read") expect(read.value).toEqual({ place: ROOM, purpose, ...(side === undefined ? {} : { side }) });
  });

  it("of a room that is none is refused for the room", () => {
    const read = readBinding({ place: { channel: "slack", room: "" }, purpose: "shopper" });
    expect(read).toMatchObject({ type: "refused", fault: { field: "room" } });
  });
});

describe("What a room may be for", () => {
  const shopper: Binding = { place: ROOM, purpose: "shopper" };
  const desk: Binding = { place: ROOM, purpose: "desk" };
  const merchants: Binding = { place: ROOM, purpose: "coordination", side: "merchant" };
  const vendors: Binding = { place: ROOM, purpose: "coordination", side: "vendor" };
  const cases: readonly (readonly [string, Binding, StoredBinding | undefined, string])[] = [
    ["a room nobody uses", shopper, undefined, "bind"],
    ["the same again", shopper, stored({ storeId: OURS }), "already"],
    ["the same again", merchants, stored({ ...merchants, storeId: OURS }), "already"],
    ["shoppers of another store", shopper, stored({}), "refused"],
    ["colleagues among our shoppers", desk, stored({ storeId: OURS }), "refused"],
    ["shoppers among our colleagues", shopper, stored({ ...desk, storeId: OURS }), "refused"],
    ["the merchant among our colleagues", merchants, stored({ ...desk, storeId: OURS }), "refused"],
    ["the other side of the same coordination", vendors, stored({ ...merchants, storeId: OURS }), "refused"],
    ["the merchant among another store's shoppers", merchants, stored({}), "refused"],
    ["one desk for two stores", desk, stored(desk), "bind"],
    ["one merchant's room for two stores", merchants, stored(merchants), "bind"],
    ["desk and coordination among colleagues", vendors, stored({ ...desk, storeId: OURS }), "bind"],
  ];
  it.each(cases)("%s", (_title, wanted, there, outcome) => {
    const plan = planBinding({ ...wanted, storeId: OURS }, { ofRoom: there === undefined ? [] : [there], ofStore: 1 });
    expect(plan.type).toBe(outcome);
    if (plan.type === "already") expect(plan.binding).toBe(there);
    if (plan.type === "refused") expect(plan.conflict).toBe(there);
  });

  it("ends at a number of rooms, though what is bound already may be bound again", () => {
    const full = { ofRoom: [], ofStore: MOST_ROOMS };
    expect(planBinding({ ...shopper, storeId: OURS }, { ...full, ofStore: MOST_ROOMS - 1 }).type).toBe("bind");
    expect(planBinding({ ...shopper, storeId: OURS }, full)).toEqual({ type: "too-many" });
    expect(faultOf({ type: "too-many" }, undefined).reason.en).toContain(String(MOST_ROOMS));
    expect(planBinding({ ...shopper, storeId: OURS }, { ...full, ofRoom: [stored({ storeId: OURS })] }).type).toBe("already");
  });

  it("never puts two kinds of people, or shoppers of two stores, into one room", () => {
    const binding = fc
      .record({ purpose: fc.constantFrom(...PURPOSES), side: fc.constantFrom(...SIDES), storeId: fc.constantFrom(OURS, THEIRS) })
      .map(({ purpose, side, storeId: store }) => ({
        ...stored({ purpose, storeId: store }),
        ...(purpose === "coordination" ? { side } : {}),
      }));
    fc.assert(
      fc.property(fc.array(binding, { maxLength: 8 }), (wishes) => {
        const room: StoredBinding[] = [];
        for (const wish of wishes) if (planBinding(wish, { ofRoom: room, ofStore: 0 }).type === "bind") room.push(wish);
        const isOurs = ({ purpose, side }: Binding) => purpose === "desk" || side === "vendor";
        const people = room.map((one) => (one.purpose === "shopper" ? `shoppers of ${one.storeId}` : isOurs(one)));
        expect(new Set(people).size).toBeLessThanOrEqual(1);
        expect(new Set(room.map((one) => `${one.storeId} ${one.purpose}`)).size).toBe(room.length);
      }),
    );
  });

  it("names the conflicting store to who may know it, and to nobody else", () => {
    const plan = { type: "refused", conflict: stored({}) } as const;
    const { reason } = faultOf(plan, "半坡茶铺");
    expect(reason.zh).toMatch(/“半坡茶铺”.*顾客.*先在那里解除/);
    expect(reason.en).toMatch(/半坡茶铺, with shoppers.*remove it there first/);
    const hidden = faultOf(plan, undefined).reason;
    expect(hidden.zh).toMatch(/另一家店铺.*请管理员/);
    expect(hidden.en).toMatch(/another store.*ask an admin/);
  });
});
