import { join } from "node:path";
import { ROOT } from "../../src/infra/root.ts";

/** The examples that are also tests. */
export const REHEARSALS = join(ROOT, "tests/fixtures/rehearsals");

export interface Script {
  readonly name: string;
  /** The roster file it is played with; the demo's when absent. */
  readonly roster?: string;
  /** Agents take what they are offered by acts of theirs. */
  readonly offers?: true;
}

const SMALL = join(REHEARSALS, "small-team.json");
const SALE = join(REHEARSALS, "sale-team.json");

/** How each of them is played, as their README says. */
export const SCRIPTS: readonly Script[] = [
  { name: "daytime-answer" },
  { name: "evening-hand-over" },
  { name: "national-day-23" },
  { name: "overnight-shift" },
  { name: "after-hours-promise" },
  { name: "shift-end-at-1800", roster: SMALL },
  { name: "end-of-the-night", roster: SMALL },
  { name: "promise-comes-first", roster: SMALL },
  { name: "offers-not-taken", roster: SMALL, offers: true },
  { name: "double-eleven-rush", roster: SALE },
  { name: "trainee-day", roster: SALE, offers: true },
  { name: "english-speaker", roster: SALE },
  { name: "compensation-above-limit", roster: SALE },
  { name: "take-over", roster: SALE },
  { name: "swapped-saturday", roster: SALE },
  { name: "break-and-back", roster: SALE, offers: true },
];
