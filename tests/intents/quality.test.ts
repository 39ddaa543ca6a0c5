import { beforeAll, describe, expect, it } from "vitest";
import { readFixture } from "../../intents/training/fixtures.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { judge, type Outcome } from "../../src/desk/rules/judge.ts";
import { storeId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";

/**
 * Stores nothing was fitted on: their knowledge, their questions and the gold labels are each by another hand, labelled twice.
 * Floors, a little below what is reached, so that a change that makes answers worse is seen.
 */
const HELD_OUT = ["vitamins", "espresso", "plus-size"];
const store = storeId("held-out");

function kindOf(golds: readonly string[]): string {
  if (golds.includes("none")) return "foreign";
  return golds.includes("handover") ? "human's" : "known";
}

let understanding: Understanding;

beforeAll(async () => {
  understanding = await createUnderstanding();
});

describe("answers on stores that nothing was fitted on", () => {
  it("are right often, wrong seldom; what is a human's reaches one, and nothing foreign is answered", async () => {
    const outcomes = new Map<string, Outcome[]>();

    for (const name of HELD_OUT) {
      const { articles, questions } = await readFixture("tests/fixtures/knowledge", name);
      await understanding.learn(store, articles);
      for (const { text, golds } of questions) {
        const chosen = chooseAction(await understanding.read({ storeId: store, text, at: 0 }), DEFAULT_THRESHOLDS);
        const article = chosen.action === "answer" ? (chosen.candidates[0]?.articleId ?? null) : null;
        const answered = { ...{ id: "", candidates: [], skill: null, confidence: 0, ms: 0 }, action: chosen.action, article };
        const kind = kindOf(golds);
        outcomes.set(kind, [...(outcomes.get(kind) ?? []), judge(answered, golds)]);
      }
    }

    const share = (kind: string, outcome: Outcome): number => {
      const all = outcomes.get(kind) ?? [];
      return all.filter((one) => one === outcome).length / all.length;
    };
    expect(share("known", "right")).toBeGreaterThan(0.54);
    expect(share("known", "wrong")).toBeLessThan(0.08);
    expect(share("human's", "right")).toBeGreaterThan(0.72);
    expect(share("human's", "wrong")).toBeLessThan(0.18);
    expect(share("foreign", "out-of-scope answered")).toBeLessThan(0.1);
  });
});
