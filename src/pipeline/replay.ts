import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../core/decision.ts";
import type { StorePolicy } from "../core/policy.ts";
import type { ContactFacts } from "../desk/rules/facts.ts";
import type { Database } from "../infra/database.ts";
import type { DeskFacts } from "../routing/rules/desk-facts.ts";
import type { Roster } from "../staffing/rules/roster.ts";
import { decide, type Facts } from "./decide.ts";
import type { StoryStep } from "./story.ts";

/** A step that today's rules would decide differently. */
export interface Difference {
  readonly step: StoryStep;
  readonly now: Decision;
}

/** Decides every step again on the facts that were stored with it, where they were kept whole, and tells where the outcome differs. */
export async function replayStory(db: Database, story: readonly StoryStep[]): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const step of story) {
    if (isKeptInPart(step)) continue;
    const now = decide(await restoreFacts(db, step.facts), step.incoming);
    const plain: unknown = JSON.parse(JSON.stringify({ effects: now.effects, reasons: now.reasons, rule: now.rule }));
    if (!isDeepStrictEqual(plain, { effects: step.effects, reasons: step.reasons, rule: step.rule }))
      differences.push({ step, now });
  }
  return differences;
}

/** Whether only those of a full desk were kept whom the decision touched: then nobody can decide it again. */
export function isKeptInPart({ facts }: Pick<StoryStep, "facts">): boolean {
  return typeof facts === "object" && facts !== null && "partOf" in facts;
}

type StoredFacts =
  (Omit<ContactFacts, "policy"> & { readonly policy: string }) | (Omit<DeskFacts, "roster"> & { readonly roster: string });

async function restoreFacts(db: Database, stored: unknown): Promise<Facts> {
  const facts = stored as StoredFacts;
  if (facts.type === "desk") return { ...facts, roster: (await readSnapshot(db, facts.roster)) as Roster };
  const policy = (await readSnapshot(db, facts.policy)) as Omit<StorePolicy, "id">;
  return { ...facts, policy: { ...policy, id: facts.policy as StorePolicy["id"] } };
}

async function readSnapshot(db: Database, id: string): Promise<unknown> {
  const { rows } = await db.pool.query<{ content: unknown }>(`SELECT "content" FROM "Snapshot" WHERE "id" = $1`, [id]);
  if (rows[0] === undefined) throw new Error(`Snapshot ${id} is missing; a decision made on it cannot be replayed.`);
  return rows[0].content;
}
