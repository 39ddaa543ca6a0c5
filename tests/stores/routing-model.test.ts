import fc from "fast-check";
import { beforeAll, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { askingForPeople, carryOut, someStep, stepInWords, type Step } from "../support/model-acts.ts";
import { createChecks } from "../support/model-checks.ts";
import { furnishStores, openModelDesk, someDesk } from "../support/model-desk.ts";

// Few histories in every run, and fewer where the machine is slow; look for more with FAST_CHECK_RUNS and another FAST_CHECK_SEED.
const GIVEN = process.env.FAST_CHECK_RUNS;
const RUNS = Number(GIVEN ?? 8);
const SEARCH_MS = GIVEN === undefined ? 15_000 : RUNS * 10_000;
/** What was found is made smaller for so long. */
const SHRINK_MS = 60_000;
const MOST_STEPS = 16;

const someSteps = fc.array(
  someStep.map((step): Step & { readonly [fc.toStringMethod]: () => string } => ({
    ...step,
    [fc.toStringMethod]: () => stepInWords(step),
  })),
  { minLength: 1, maxLength: MOST_STEPS, size: "max" },
);

describeOnEachDatabase("Whatever people do, and whenever", (databases) => {
  let db: Database;
  beforeAll(async () => {
    db = await databases.open();
    await furnishStores(db);
  });

  it(
    "nobody has more than they can hold, nothing is in two places or lost, and whoever waits has a next step",
    { timeout: SEARCH_MS + 2 * SHRINK_MS },
    async () => {
      let until = Date.now() + SEARCH_MS;
      let isFound = false;
      const found = (): void => {
        if (!isFound) until = Date.now() + SHRINK_MS;
        isFound = true;
      };
      const holds = fc.asyncProperty(someDesk, someSteps, async (drawn, steps) => {
        if (Date.now() > until) return;
        const desk = await openModelDesk(db, drawn);
        try {
          const checks = createChecks(desk);
          for (const step of [askingForPeople(drawn.asking), ...steps]) await carryOut(desk, step, checks.atRest);
          await checks.atEnd();
        } catch (error) {
          found();
          throw error;
        } finally {
          await desk.stop();
        }
      });
      await fc.assert(holds, { numRuns: RUNS, unbiased: true });
    },
  );
});
