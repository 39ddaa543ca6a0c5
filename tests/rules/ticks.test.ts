import { describe, expect, it } from "vitest";
import { isTyped, signAt } from "../../adapters/web/widget/rules/signs.ts";
import { EMPTY_TALK } from "../../adapters/web/widget/rules/talk.ts";
import { further, tickOf } from "../../console/src/desk/ticks.ts";

const reply = { author: { type: "agent" }, internal: false, seq: 5 } as const;

describe("The ticks beside a message", () => {
  it.each([
    [{ got: 4, read: 4 }, "sent"],
    [{ got: 5, read: 4 }, "got"],
    [{ got: 5, read: 5 }, "read"],
  ] as const)("say how far the shopper's page is: %j", (seen, tick) => {
    expect(tickOf(reply, seen)).toBe(tick);
  });

  it("say what became of it where the channel is sent it, and that it failed", () => {
    expect(tickOf({ ...reply, delivery: "delivered" }, undefined)).toBe("got");
    expect(tickOf({ ...reply, delivery: "refused" }, { got: 9, read: 9 })).toBe("failed");
    expect(tickOf({ ...reply, delivery: "uncertain" }, undefined)).toBe("unclear");
    expect(tickOf({ ...reply, delivery: "superseded" }, undefined)).toBeUndefined();
  });

  it("are not given where nobody knows, nor to remarks and the shopper's own words", () => {
    expect(tickOf(reply, undefined)).toBeUndefined();
    expect(tickOf({ ...reply, internal: true }, { got: 9, read: 9 })).toBeUndefined();
    expect(tickOf({ ...reply, author: { type: "shopper" } }, { got: 9, read: 9 })).toBeUndefined();
  });

  it("never go back, in whatever order the reports come", () => {
    expect(further({ got: 7, read: 2 }, { got: 5, read: 5 })).toEqual({ got: 7, read: 5 });
    expect(further(undefined, { got: 1, read: 0 })).toEqual({ got: 1, read: 0 });
  });
});

describe("What the shopper's page tells", () => {
  const state = { status: "assigned", timezone: "Asia/Shanghai" } as const;
  const model = { talk: { ...EMPTY_TALK, cursor: 7, state }, readSeq: 4 };
  const told = { got: 0, read: 0, typedAt: 0 };

  it("is how far it has everything and how far it was read, once", () => {
    expect(signAt(model, told, false)).toEqual({ typing: false, got: 7, read: 4 });
    expect(signAt(model, { ...told, got: 7, read: 4 }, false)).toBeUndefined();
    expect(signAt({ ...model, readSeq: 7 }, { ...told, got: 7, read: 4 }, false)).toMatchObject({ read: 7 });
  });

  it("is nothing while the bot answers, and after the close", () => {
    for (const status of ["none", "bot", "closed"] as const)
      expect(signAt({ ...model, talk: { ...model.talk, state: { ...state, status } } }, told, true)).toBeUndefined();
  });

  it("is that somebody writes, every 3 s at most, never for an empty field", () => {
    expect(isTyped("在", told, 3_000)).toBe(true);
    expect(isTyped("在吗", { ...told, typedAt: 1_000 }, 3_999)).toBe(false);
    expect(isTyped("  ", told, 9_000)).toBe(false);
  });
});
