import fc from "fast-check";
import { beforeAll, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { askingForPeople, carryOut, someStep, stepInWords, type Step } from "../support/model-acts.ts";
import { createChecks } from "../support/model-checks.ts";
import { furnishStores, openModelDesk, someDesk } from "../support/model-desk.ts";

// Few histories in every run; look for more with FAST_CHECK_RUNS and another FAST_CHECK_SEED.
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 8);
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
    { timeout: 60_000 + RUNS * 10_000 },
    () =>
      fc.assert(
        fc.asyncProperty(someDesk, someSteps, async (drawn, steps) => {
          const desk = await openModelDesk(db, drawn);
          try {
            const checks = createChecks(desk);
            for (const step of [askingForPeople(drawn.asking), ...steps]) await carryOut(desk, step, checks.atRest);
            await checks.atEnd();
          } finally {
            await desk.stop();
          }
        }),
        { numRuns: RUNS, unbiased: true },
      ),
  );
});
