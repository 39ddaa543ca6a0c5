import { describe, expect, it } from "vitest";
import type { Memory } from "../../src/core/decision.ts";
import type { HumanRequested } from "../../src/core/incoming.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { readMemory } from "../../src/pipeline/stored.ts";
import {
  candidate,
  changes,
  conversation,
  facts,
  LI,
  message,
  MINUTE,
  NOW,
  reading,
  replied,
  told,
} from "../support/desk-facts.ts";

const wish = reading({ act: "human-please", actConfidence: 0.95 });
const asked = (memory: Memory) => conversation({ memory });
const about = (skill: "refund" | "technical", at = NOW - MINUTE): Memory => ({
  topic: { question: "问过的", at, skill },
  slots: [],
});
const skillFor = (before: Parameters<typeof conversation>[0], read = wish) =>
  changes(decideContact(facts({ conversation: conversation(before), reading: read }), message("转人工"))).skill;

describe("Whom a wish for a person asks for", () => {
  it("is who can do what is said beside it, before what was talked about", () => {
    expect(skillFor({ memory: about("technical") }, { ...wish, skill: "complaint" })).toBe("complaint");
  });

  it("is who can do what was talked about last, where nothing is said beside it", () => {
    expect(skillFor({ memory: about("refund") })).toBe("refund");
    expect(skillFor({ memory: about("refund"), skill: "presale", phase: "presale" })).toBe("refund");
  });

  it("is no longer by a topic of more than half an hour ago", () => {
    expect(skillFor({ memory: about("refund", NOW - 31 * MINUTE) })).toBe("presale");
  });

  it.each([
    ["aftersale", "aftersale"],
    ["insale", "aftersale"],
    ["presale", "presale"],
  ] as const)("goes by the phase of the last answer, %s, where nothing else is known", (phase, skill) => {
    expect(skillFor({ phase })).toBe(skill);
  });

  it("is the same by the button as by words", () => {
    const { id, lane, at, storeId, place, person } = message("");
    const press: HumanRequested = { type: "human-requested", id, lane, at, storeId, place, person };
    const before = conversation({ memory: about("refund"), skill: "presale" });
    expect(changes(decideContact(facts({ conversation: before }), press)).skill).toBe("refund");
  });
});

describe("The memory of what was talked about", () => {
  it("keeps who should take the last question, and is read from the row again", () => {
    const read = reading({ skill: "refund", candidates: [candidate("a", 0.9)] });
    const { memory } = changes(decideContact(facts({ conversation: conversation(), reading: read }), message("退款多久到")));
    expect(memory?.topic).toEqual({ question: "退款多久到", at: NOW, skill: "refund" });
    expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  it("of a choice that was taken goes by its article's phase", () => {
    const chosen = candidate("a", 1);
    const { memory } = changes(decideContact(facts({ conversation: conversation(), chosen }), message("1")));
    expect(memory?.topic?.skill).toBe("aftersale");
  });

  it("of what an agent dealt with says no skill any more", () => {
    const before = conversation({ ...asked(about("refund")), status: "assigned", agent: LI, skill: "technical" });
    const released = { ...replied(), type: "agent-released" } as const;
    const after = changes(decideContact(facts({ conversation: before }), released));
    expect(after.memory?.topic).toEqual({ question: "问过的", at: NOW - MINUTE });
    expect(skillFor({ ...before, ...after })).toBe("technical");
  });
});

it("Who complains and wants a person is told that a colleague looks after them first", () => {
  const decision = decideContact(
    facts({ conversation: conversation(), reading: { ...wish, skill: "complaint" } }),
    message("我要投诉，转人工"),
  );
  expect(told(decision)).toEqual(["非常抱歉让您不愉快，我请同事优先为您处理。"]);
});
