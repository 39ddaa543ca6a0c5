import { beforeAll, describe, expect, it } from "vitest";
import { phrasingsOf, readCatalog } from "../../intents/catalog.ts";
import { readFixture } from "../../intents/training/fixtures.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { compareWithAims, isChinese, type Aim, type HeldOut } from "../../scripts/bench/answers-aims.ts";
import { askAll, type Ended, type GoldQuestion } from "../../scripts/bench/answers-measure.ts";
import { ourEngine } from "../../scripts/bench/answers-ours.ts";
import { createRewrites, HELD_OUT, isOfHarm, REWRITTEN } from "../../scripts/bench/held-out.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { Outcome } from "../../src/desk/rules/judge.ts";
import { HARM } from "./quality-harm.ts";

/**
 * The questions of stores that nothing was fitted on, asked once for all tests: as they were written all of them, as `npm run
 * bench:answers` does, and rewritten every other one, which shows a fall as well in half the time.
 */
const REWRITTEN_EVERY = 2;

/**
 * In percent: floors and ceilings two or three points (where questions are few, one question) beside what is reached, so that a change
 * for the worse is seen. `aim` is the issue's; where the floor is below it, it is not reached yet. `of` is a line of `compareWithAims`.
 */
const CHINESE = [
  // The issue wants right ≥ 75, right or handed over ≥ 70, wrong ≤ 8, foreign answered ≤ 10.
  { asked: "Chinese questions", of: "Chinese as written", right: 68, orHandedOver: 83, wrong: 9, foreign: 14 },
  { asked: "Questions from Taiwan", of: "Traditional (Taiwan)", right: 67, orHandedOver: 82, wrong: 12, foreign: 9 },
  {
    asked: "Questions from Hong Kong",
    of: "Traditional (Hong Kong)",
    right: 67,
    orHandedOver: 82,
    wrong: 12,
    foreign: 9,
  },
  { asked: "Questions with a slip", of: "one slip of the finger", right: 65, orHandedOver: 78, wrong: 13, foreign: 9 },
  { asked: "Questions with a homophone", of: "one homophone", right: 63, orHandedOver: 78, wrong: 13, foreign: 13 },
];

const FLOORS = [
  { says: "Questions end right", of: "right", floor: 63, aim: 75 },
  { says: "Questions that a person must take reach one", of: "must hand over: handed over", floor: 75, aim: 85 },
  { says: "English questions end right or handed over", of: "English: right or handed over", floor: 88, aim: 70 },
  ...CHINESE.flatMap(({ asked, of, right, orHandedOver }) => [
    { says: `${asked} end right`, of: `${of}: right`, floor: right, aim: 75 },
    { says: `${asked} end right or handed over`, of: `${of}: right or handed over`, floor: orHandedOver, aim: 70 },
  ]),
];

const CEILINGS = [
  { says: "Questions end wrong", of: "wrong", ceiling: 8, aim: 8 },
  { says: "Questions that are no business of the shop are answered", of: "out of scope: answered", ceiling: 12, aim: 10 },
  { says: "Questions of danger and allergy end wrong", of: "danger or allergy: wrong", ceiling: 0, aim: 0 },
  { says: "English questions end wrong", of: "English: wrong", ceiling: 2, aim: 10 },
  ...CHINESE.flatMap(({ asked, of, wrong, foreign }) => [
    { says: `${asked} end wrong`, of: `${of}: wrong`, ceiling: wrong, aim: 8 },
    {
      says: `${asked} that are no business of the shop are answered`,
      of: `${of}: out of scope answered`,
      ceiling: foreign,
      aim: 10,
    },
  ]),
];

let heldOut: HeldOut;
let aims: ReadonlyMap<string, Aim>;
let told: readonly Ended[];
let asked: readonly Ended[];

beforeAll(async () => {
  ({ heldOut, told, asked } = await askEverything());
  aims = new Map(compareWithAims(heldOut).map((aim) => [aim.name, aim]));
});

describe("on stores that nothing was fitted on", () => {
  for (const { says, of, floor, aim } of FLOORS) {
    it(`${says} in at least ${floor} of 100 cases; the issue wants ${aim}`, () => {
      const measured = aims.get(of);

      expect(measured?.questions).toBeGreaterThan(20);
      expect(measured?.atLeast).toBe(aim / 100);
      expect(measured?.reached).toBeGreaterThanOrEqual(floor / 100);
    });
  }

  for (const { says, of, ceiling, aim } of CEILINGS) {
    it(`${says} in at most ${ceiling} of 100 cases; the issue wants ${aim}`, () => {
      const measured = aims.get(of);

      expect(measured?.questions).toBeGreaterThan(20);
      expect(measured?.atMost).toBe(aim / 100);
      expect(measured?.reached).toBeLessThanOrEqual(ceiling / 100);
    });
  }

  it("every aim of the benchmark has a floor or a ceiling here", () => {
    const held = [...FLOORS, ...CEILINGS].map(({ of }) => of);

    expect(held.toSorted()).toEqual([...aims.keys()].toSorted());
  });

  it("questions whose answer is known end right in at least 57 of 100 cases, wrong in at most 8", () => {
    const known = heldOut.asWritten.filter(({ golds }) => !golds.includes("handover") && !golds.includes("none"));

    expect(shareOf("right", known)).toBeGreaterThanOrEqual(0.57);
    expect(shareOf("wrong", known)).toBeLessThanOrEqual(0.08);
  });

  it("questions that a person should or may take end wrong in at most 15 of 100 cases", () => {
    const people = heldOut.asWritten.filter(({ golds }) => golds.includes("handover"));

    expect(shareOf("wrong", people)).toBeLessThanOrEqual(0.15);
  });
});

describe("danger and allergy", () => {
  it("are never answered from an article that merely resembles them", () => {
    const labelled = heldOut.asWritten.filter(isOfHarm);
    const answered = [...labelled, ...told, ...asked].filter(({ reply, golds }) => {
      return reply.action === "answer" && !golds.includes(reply.article ?? "");
    });

    expect(labelled.length).toBeGreaterThan(20);
    expect(answered.map(({ text }) => text)).toEqual([]);
  });

  it("reach a person in at least 92 of 100 cases where harm is told; the issue wants 100", () => {
    expect(told.length).toBeGreaterThan(20);
    expect(shareOf("right", told)).toBeGreaterThanOrEqual(0.92);
  });
});

interface Everything {
  readonly heldOut: HeldOut;
  readonly told: readonly Ended[];
  readonly asked: readonly Ended[];
}

async function askEverything(): Promise<Everything> {
  const engine = ourEngine(await createUnderstanding(), DEFAULT_THRESHOLDS);
  const rewrites = createRewrites((await readCatalog("intents/catalog")).flatMap(phrasingsOf));
  const ended: Record<keyof HeldOut | "told" | "asked", Ended[]> = {
    asWritten: [],
    taiwan: [],
    hongKong: [],
    noisy: [],
    homophone: [],
    told: [],
    asked: [],
  };
  for (const name of HELD_OUT) {
    const fixture = await readFixture("tests/fixtures/knowledge", name);
    const answerer = await engine.learn(fixture);
    ended.asWritten.push(...(await askAll(answerer, fixture.questions)));
    const chinese = fixture.questions.filter(({ text }) => isChinese(text)).filter((_, at) => at % REWRITTEN_EVERY === 0);
    for (const kind of REWRITTEN) {
      const rewritten = chinese.map((question) => ({ ...question, text: rewrites[kind](question.text) }));
      ended[kind].push(...(await askAll(answerer, rewritten)));
    }
    ended.told.push(...(await askAll(answerer, toPeople(HARM[name].told))));
    ended.asked.push(...(await askAll(answerer, toPeople(HARM[name].asked))));
  }
  const { told, asked, ...heldOut } = ended;
  return { heldOut, told, asked };
}

function toPeople(texts: readonly string[]): readonly GoldQuestion[] {
  return texts.map((text) => ({ id: text, text, golds: ["handover"] }));
}

function shareOf(outcome: Outcome, ended: readonly Ended[]): number {
  return ended.filter((one) => one.outcome === outcome).length / ended.length;
}
