import { digest } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import { partAbout, type Part } from "../desk/rules/story.ts";
import type { Database } from "../infra/database.ts";
import { readStored, type StoredStep } from "./stored.ts";

/** One event of a conversation with what was decided about it. */
export interface StoryStep extends StoredStep {
  readonly at: Date;
  readonly rule: string;
  readonly facts: unknown;
}

interface StepRow extends Omit<StoryStep, keyof StoredStep> {
  readonly payload: unknown;
  readonly effects: unknown;
  readonly reasons: unknown;
}

/**
 * Everything that happened to a conversation, oldest first, with routing's decisions about it, whole as they were made.
 * Empty when there is none. `newest`: only so many. Throws when another version stored what this one does not know.
 */
export async function readStory(db: Database, conversation: string, newest?: number): Promise<readonly StoryStep[]> {
  const { rows } = await db.pool.query<StepRow>(STORY, [conversation, newest ?? null]);
  return rows.reverse().map((row) => ({ at: row.at, rule: row.rule, facts: row.facts, ...readStored(row) }));
}

// The desk's events about a conversation: those that name it (claims, refused ones too), and those that told it something:
// what they told carries their own id before the last `>`.
const STORY = `
  WITH own AS (
    SELECT d."incomingId", i."n", i."payload"->>'type' AS type
    FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId" WHERE d."conversationId" = $1),
  told AS (
    SELECT "incomingId" FROM own
    UNION SELECT regexp_replace("incomingId", '>[^>]*$', '') FROM own WHERE type = 'handover-routed'
    UNION SELECT "id" FROM "Incoming" WHERE "laneId" = 'desk' AND "payload"->>'conversationId' = $1)
  SELECT i."payload", d."at", d."rule", d."facts", d."effects", d."reasons"
  FROM told JOIN "Decision" d ON d."incomingId" = told."incomingId" JOIN "Incoming" i ON i."id" = d."incomingId"
  ORDER BY i."n" DESC LIMIT $2::int`;

/** A step as it may be told to whoever may see this conversation: nothing of any other one. */
export interface ToldStep extends Part {
  readonly id: string;
  /** Absent for what happened elsewhere. */
  readonly incoming?: Incoming;
  readonly at: Date;
  readonly rule: string;
  /** The considered agents' names, as the roster had them then. */
  readonly names: ReadonlyMap<string, string>;
}

/** The story as `explain` and the console tell it. */
export async function tellStory(db: Database, conversation: string, newest?: number): Promise<readonly ToldStep[]> {
  const steps = await readStory(db, conversation, newest);
  const rosters = await readNames(db, steps);
  return steps.flatMap((step) => {
    const part = partAbout(conversation, step);
    if (part === undefined) return [];
    const isElsewhere = part.event === "desk-looked";
    const { incoming, at, rule } = step;
    return {
      ...part,
      // These ids carry the id of an event that may be of somebody else's conversation.
      id: isElsewhere || incoming.type === "handover-routed" ? digest(incoming.id) : incoming.id,
      ...(isElsewhere ? {} : { incoming }),
      at,
      rule: isElsewhere ? "routing/desk-looked" : rule,
      names: rosters.get(rosterOf(step) ?? "") ?? new Map(),
    };
  });
}

async function readNames(db: Database, steps: readonly StoryStep[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const ids = [...new Set(steps.flatMap((step) => rosterOf(step) ?? []))];
  const names = new Map<string, Map<string, string>>(ids.map((id) => [id, new Map()]));
  const { rows } = await db.pool.query<{ roster: string; id: string; name: string }>(NAMES, [ids]);
  for (const { roster, id, name } of rows) names.get(roster)?.set(id, name);
  return names;
}

const NAMES = `
  SELECT s."id" AS roster, a->>'id' AS id, a->>'name' AS name
  FROM "Snapshot" s, jsonb_array_elements(s."content"->'agents') a WHERE s."id" = ANY($1::text[])`;

// Facts of the desk name the roster by its snapshot; others have none.
function rosterOf({ facts }: StoryStep): string | undefined {
  if (typeof facts !== "object" || facts === null || !("roster" in facts)) return undefined;
  return typeof facts.roster === "string" ? facts.roster : undefined;
}
