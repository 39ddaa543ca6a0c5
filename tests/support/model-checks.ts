import { expect } from "vitest";
import type { Escalation } from "../../src/core/decision.ts";
import type { Database } from "../../src/infra/database.ts";
import { readEscalations } from "../../src/pipeline/gather.ts";
import { replayStory } from "../../src/pipeline/replay.ts";
import { readStored } from "../../src/pipeline/stored.ts";
import type { StoryStep } from "../../src/pipeline/story.ts";
import { couldTake, excludedMs, firstObstacle, peopleOnDesk } from "../../src/routing/rules/eligibility.ts";
import { DEFAULT_WAITS } from "../../src/routing/rules/waits.ts";
import { nextShiftStart, shiftAt, type AgentState, type Roster } from "../../src/staffing/rules/roster.ts";
import { loadAgentStates, loadRoster } from "../../src/staffing/store.ts";
import { checkDeskStep } from "./model-decisions.ts";
import type { ModelDesk } from "./model-desk.ts";

export interface Checks {
  /** What must hold whenever the desk has come to rest. */
  atRest(): Promise<void>;
  /** What must hold of everything that was decided. */
  atEnd(): Promise<void>;
}

/** What routing.md promises, asked of the database and of every decision in it. */
export function createChecks(desk: ModelDesk): Checks {
  const { db } = desk;
  const checked = new Set<string>();
  return {
    atRest: async () => {
      await checkAcknowledged(desk);
      for (const step of await readSteps(db, [...checked])) {
        checked.add(step.incoming.id);
        await checkDeskStep(db, step);
      }
      const roster = await loadRoster(db);
      const stands: Stands = {
        now: desk.now(),
        roster,
        states: await loadAgentStates(db, desk.now()),
        open: await readEscalations(db.pool, roster.routing ?? {}),
      };
      await checkPlaces(db, stands);
      checkNobodyWaitsInVain(stands);
      checkGoneAreNoted(stands);
      await checkNextStep(db, stands);
    },
    atEnd: async () => {
      await checkLines(db);
      const steps = await readSteps(db, []);
      const differences = await replayStory(db, steps);
      expect(differences.map(({ step, now }) => ({ event: step.incoming, was: step.effects, now: now.effects }))).toEqual([]);
    },
  };
}

interface Stands {
  readonly now: number;
  readonly roster: Roster;
  readonly states: readonly AgentState[];
  readonly open: readonly Escalation[];
}

/** Whatever was acknowledged was decided, and nothing was set aside. */
async function checkAcknowledged({ db, acknowledged }: ModelDesk): Promise<void> {
  const { rows } = await db.pool.query<{ id: string; error: string | null; attempts: number }>(
    `SELECT i."id", i."lastError" AS error, i."attempts" FROM "Incoming" i LEFT JOIN "Decision" d ON d."incomingId" = i."id"
     WHERE d."incomingId" IS NULL OR i."handledAt" IS NULL OR i."parkedAt" IS NOT NULL`,
  );
  expect(rows).toEqual([]);
  const known = await db.pool.query(`SELECT 1 FROM "Decision" WHERE "incomingId" = ANY($1::text[])`, [acknowledged]);
  expect(known.rowCount).toBe(acknowledged.length);
}

async function readSteps(db: Database, known: readonly string[]): Promise<readonly StoryStep[]> {
  const { rows } = await db.pool.query<{
    at: Date;
    rule: string;
    facts: unknown;
    payload: unknown;
    effects: unknown;
    reasons: unknown;
  }>(
    `SELECT i."payload", d."at", d."rule", d."facts", d."effects", d."reasons" FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
     WHERE d."incomingId" <> ALL($1::text[]) ORDER BY i."n"`,
    [known],
  );
  return rows.map((row) => ({ at: row.at, rule: row.rule, facts: row.facts, ...readStored(row) }));
}

const AS_CONVERSATION = { waiting: "queued", offered: "offered", assigned: "assigned", ended: "closed" } as const;

/** Conversation and desk agree where it is and with whom; nothing is in two places. */
async function checkPlaces(db: Database, { open }: Stands): Promise<void> {
  const rows = await db.prisma.conversation.findMany({ where: { status: { in: ["queued", "offered", "assigned"] } } });
  const said = rows.map(
    ({ id, status, agentId, agentLeftAt }) => `${id} ${status} ${holder(status, agentId)} ${agentLeftAt?.getTime() ?? "-"}`,
  );
  const meant = open.map((one) => {
    const left = one.leftAt ?? "-";
    return `${one.conversationId} ${AS_CONVERSATION[one.state]} ${one.agent?.id ?? "-"} ${left}`;
  });
  expect(said.toSorted()).toEqual(meant.toSorted());
}

const holder = (status: string, agent: string | null): string => (status === "queued" ? "-" : (agent ?? "-"));

/** Nothing waits while somebody may take it, but for a step of the ladder whose time has not come. */
function checkNobodyWaitsInVain({ now, roster, states, open }: Stands): void {
  const policy = roster.routing ?? {};
  const mostMs = Math.max(0, ...Object.values(policy.waitSeconds ?? {})) * 1_000;
  const people = peopleOnDesk({ roster, agents: states, escalations: open }, now);
  for (const one of open) {
    if (one.state !== "waiting" || now < one.waitingSince + mostMs) continue;
    const excluded = new Set((one.declined ?? []).filter(({ at }) => now < at + excludedMs(policy)).map(({ agent }) => agent));
    const able = people.filter((person) => !excluded.has(person.agent.id) && firstObstacle(person, one, policy) === undefined);
    expect([one.conversationId, able.map(({ agent }) => agent.id)]).toEqual([one.conversationId, []]);
  }
}

/** Nobody is stuck with somebody who is gone: it is noted at once, and they have the grace time and no more. */
function checkGoneAreNoted({ now, roster, states, open }: Stands): void {
  for (const one of open) {
    if (one.state !== "assigned" || one.agent === undefined) continue;
    const agent = roster.agents.find(({ id }) => id === one.agent?.id);
    const state = states.find(({ agentId }) => agentId === one.agent?.id);
    const isBoss = one.urgency === "high" && roster.supervisorOnCall === one.agent.id;
    const isOff = agent !== undefined && one.takenOffShift !== true && shiftAt(roster, agent, now) === undefined;
    const isUnseen = state?.isAbsent === true && state.status !== "break";
    const isGone = agent === undefined || (!isBoss && (state?.status === "offline" || isUnseen || isOff));
    expect([one.conversationId, one.leftAt !== undefined]).toEqual([one.conversationId, isGone]);
    if (one.leftAt !== undefined) expect(now).toBeLessThan(one.leftAt + DEFAULT_WAITS.graceMs);
  }
}

/** Whatever is open and time may move has a moment in the future at which the desk looks by itself, and not too late. */
async function checkNextStep(db: Database, stands: Stands): Promise<void> {
  const { now, open } = stands;
  const timer = await db.prisma.timer.findFirst({ where: { kind: "desk-look" } });
  const looksAt = timer?.dueAt.getTime() ?? Number.POSITIVE_INFINITY;
  expect(looksAt).toBeGreaterThan(now);
  const moments = open.flatMap((one) => momentsOf(stands, one).map((at) => ({ id: one.conversationId, at })));
  expect(moments.filter(({ at }) => at < looksAt)).toEqual([]);
}

function momentsOf({ now, roster }: Stands, one: Escalation): readonly number[] {
  if (one.leftAt !== undefined) return [one.leftAt + DEFAULT_WAITS.graceMs];
  if (one.state === "offered") return [(one.offeredAt ?? now) + DEFAULT_WAITS.offerMs];
  if (one.state !== "waiting") return [];
  const asked = (one.declined ?? []).map(({ at }) => at + excludedMs(roster.routing ?? {})).filter((at) => at > now);
  const able = roster.agents.filter((agent) => couldTake(agent, one));
  return [...asked, ...able.flatMap((agent) => nextShiftStart(roster, agent, now) ?? [])];
}

/** The lines of each lane are numbered without a gap, and each of the shopper's messages is one of them, once. */
async function checkLines(db: Database): Promise<void> {
  const { rows } = await db.pool.query(
    `SELECT l."id" FROM "Lane" l LEFT JOIN "Message" m ON m."laneId" = l."id"
     GROUP BY l."id", l."seq" HAVING count(m."id") <> l."seq" OR COALESCE(max(m."seq"), 0) <> l."seq"`,
  );
  expect(rows).toEqual([]);
  const unsaid = await db.pool.query(
    `SELECT i."id" FROM "Incoming" i WHERE i."payload" ->> 'type' = 'message-received'
     AND (SELECT count(*) FROM "Message" m WHERE m."incomingId" = i."id" AND m."author" = 'shopper') <> 1`,
  );
  expect(unsaid.rows).toEqual([]);
  const replies = await db.pool.query(
    `SELECT i."id" FROM "Incoming" i JOIN "Decision" d ON d."incomingId" = i."id" WHERE i."payload" ->> 'type' = 'agent-replied'
     AND (SELECT count(*) FROM "Message" m WHERE m."incomingId" = i."id" AND m."author" = 'agent')
       <> CASE WHEN d."effects" @> '[{"type":"refuse"}]' THEN 0 ELSE 1 END`,
  );
  expect(replies.rows).toEqual([]);
}
