import { describe, expect, it } from "vitest";
import { mayTakeBack, OWN_FOR_MS, replacedBy, toldOf } from "../../src/staffing/rules/changes.ts";
import { agent, roster } from "./routing-people.ts";

const AT = Date.parse("2026-11-20T02:00:00Z");
const DAY = 86_400_000;
const mine = { at: AT, by: "me", kind: "days" } as const;
const me = { userId: "me", seesAll: false };

describe("A change of the roster", () => {
  it("is offered to who made it for a day, and to nobody else", () => {
    expect(mayTakeBack(mine, me, AT + OWN_FOR_MS - 1)).toBe(true);
    expect(mayTakeBack(mine, me, AT + OWN_FOR_MS)).toBe(false);
    expect(mayTakeBack(mine, { userId: "you", seesAll: true }, AT)).toBe(false);
  });

  it("that replaced everything is offered for thirty days to all who see every store, and to nobody else", () => {
    const all = { ...mine, kind: "roster" } as const;
    expect(mayTakeBack(all, { userId: "you", seesAll: true }, AT + 30 * DAY - 1)).toBe(true);
    expect(mayTakeBack(all, { userId: "you", seesAll: true }, AT + 30 * DAY)).toBe(false);
    expect(mayTakeBack(all, me, AT)).toBe(false);
  });

  it("is taken back once", () => {
    expect(mayTakeBack({ ...mine, takenBackAt: AT }, me, AT)).toBe(false);
  });

  it("names the first few people, each once, and its first and last day", () => {
    expect(toldOf(["李", "王", "李", "赵", "韩"], ["2026-11-25", "2026-11-23"])).toEqual({
      names: ["李", "王", "赵"],
      people: 4,
      from: "2026-11-23",
      until: "2026-11-25",
    });
    expect(toldOf(["李"])).toEqual({ names: ["李"], people: 1 });
  });

  it("goes back to the lists that the file replaced, and leaves alone those it left alone", () => {
    const file = roster([agent("a")]);
    const before = { ...file, dayPlans: [], leave: [], routing: {} };
    expect(replacedBy(file, before)).toEqual(file);
    expect(replacedBy(before, file)).toEqual(before);
    const plans = { ...file, dayPlans: [{ date: "2026-11-24", agentId: file.agents[0]?.id ?? agent("a").id, hours: [] }] };
    expect(replacedBy({ ...file, dayPlans: [] }, plans)).toEqual(plans);
  });
});
