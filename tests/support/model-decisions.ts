import { expect } from "vitest";
import type { Escalation } from "../../src/core/decision.ts";
import type { AgentId } from "../../src/core/ids.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import type { Database } from "../../src/infra/database.ts";
import type { StoryStep } from "../../src/pipeline/story.ts";
import type { DeskFacts } from "../../src/routing/rules/desk-facts.ts";
import { whoTakes } from "../../src/routing/rules/who.ts";
import { shiftAt, type Roster, type RosterAgent } from "../../src/staffing/rules/roster.ts";

type StoredDesk = Omit<DeskFacts, "roster"> & { readonly roster: string };

const rosters = new Map<string, Roster>();

async function rosterOf({ pool }: Database, id: string): Promise<Roster> {
  const known = rosters.get(id);
  if (known !== undefined) return known;
  const { rows } = await pool.query<{ content: Roster }>(`SELECT "content" FROM "Snapshot" WHERE "id" = $1`, [id]);
  if (rows[0] === undefined) throw new Error(`Snapshot ${id} is missing.`);
  rosters.set(id, rows[0].content);
  return rows[0].content;
}

interface DeskStep {
  readonly incoming: Incoming;
  readonly roster: Roster;
  readonly facts: StoredDesk;
  readonly before: ReadonlyMap<string, Escalation>;
  readonly after: ReadonlyMap<string, Escalation>;
  readonly step: StoryStep;
}

/** What must hold of one decision, on the facts that were stored with it. */
export async function checkDeskStep(db: Database, step: StoryStep): Promise<void> {
  checkBotIsSilent(step);
  const facts = step.facts as StoredDesk;
  if (facts.type !== "desk") return;
  const roster = await rosterOf(db, facts.roster);
  const before = new Map(facts.escalations.map((one) => [one.id as string, one]));
  const after = new Map(before);
  for (const effect of step.effects) if (effect.type === "write-escalation") after.set(effect.escalation.id, effect.escalation);
  const desk: DeskStep = { incoming: step.incoming, roster, facts, before, after, step };
  checkCapacity(desk);
  checkGiven(desk);
  checkClaim(desk);
  checkWhoSaidSo(desk);
}

/** Where a person has the word, the bot says nothing. */
function checkBotIsSilent({ facts, effects, incoming }: StoryStep): void {
  const { conversation } = facts as { readonly conversation?: { readonly status: string } | undefined };
  if (conversation?.status !== "assigned" || incoming.type !== "message-received") return;
  expect(effects.filter((effect) => effect.type === "say" && effect.author.type === "bot")).toEqual([]);
}

const holderOf = (one: Escalation | undefined): AgentId | undefined =>
  one?.state === "offered" || one?.state === "assigned" ? one.agent?.id : undefined;

const person = (roster: Roster, id: AgentId): RosterAgent | undefined => roster.agents.find((one) => one.id === id);

/** In hundredths of a unit, counted here once more. */
function loadIn({ roster, facts }: DeskStep, all: ReadonlyMap<string, Escalation>, id: AgentId): number {
  const { weights, silence = [] } = roster.routing ?? {};
  let load = 0;
  for (const one of all.values()) {
    if (holderOf(one) !== id) continue;
    const phase = one.phase ?? (one.skill === "aftersale" ? one.skill : undefined);
    const weight = ((phase && weights?.[phase]) ?? 1) * 100;
    const since = one.shopperSilentSince;
    const reached = silence.filter(
      ({ afterMinutes }) => since !== undefined && facts.now >= fiveSeconds(since + afterMinutes * 60_000),
    );
    const percent = reached.toSorted((a, b) => b.afterMinutes - a.afterMinutes)[0]?.percent ?? 100;
    load += (weight * percent) / 100;
  }
  return load;
}

const fiveSeconds = (at: number): number => Math.ceil(at / 5_000) * 5_000;

/** Nobody who gets more gets more than they can hold, but by a supervisor's confirmed word, or a danger that reaches the one on call. */
function checkCapacity(desk: DeskStep): void {
  const { incoming, roster, before, after } = desk;
  for (const { id, capacity } of roster.agents) {
    const [had, has] = [loadIn(desk, before, id), loadIn(desk, after, id)];
    if (has <= had || has <= capacity * 100) continue;
    const isWanted = incoming.type === "reassign-requested" && incoming.isConfirmed && incoming.to.id === id;
    const isDanger = given(desk).some((one) => one.agent?.id === id && one.urgency === "high" && roster.supervisorOnCall === id);
    expect([incoming.type, id, `${has} of ${capacity * 100}`, isWanted || isDanger]).toEqual([
      incoming.type,
      id,
      `${has} of ${capacity * 100}`,
      true,
    ]);
  }
}

function given({ before, after }: DeskStep): readonly Escalation[] {
  return [...after.values()].filter((one) => holderOf(one) !== undefined && holderOf(one) !== holderOf(before.get(one.id)));
}

/** Whoever gets something may serve the store; whom routing chose is there, has the skill, and may take more today. */
function checkGiven(desk: DeskStep): void {
  const { incoming, roster, facts, step } = desk;
  for (const one of given(desk)) {
    const id = holderOf(one);
    const who = id === undefined ? undefined : person(roster, id);
    const stores = [who?.stores?.includes(one.storeId) ?? true, who?.notStores?.includes(one.storeId) ?? false];
    expect([incoming.type, who?.id, ...stores]).toEqual([incoming.type, id, true, false]);
    if (who === undefined || isOwnAct(incoming, one, who)) continue;
    if (one.urgency === "high" && roster.supervisorOnCall === id) continue;
    const status = facts.agents.find(({ agentId }) => agentId === id)?.status ?? "ready";
    const isBack = step.effects.some(
      (effect) => effect.type === "change-agent" && effect.agentId === id && effect.changes.status === "ready",
    );
    const isOnShift = shiftAt(roster, who, facts.now) !== undefined;
    const isLate = roster.supervisorOnCall === id && roster.routing?.waitSeconds?.supervisor !== undefined;
    const isAble = isLate || who.skills.includes("any") || who.skills.includes(one.skill);
    const seen = [one.conversationId, id, `ready ${status === "ready" || isBack}`, `on shift ${isOnShift}`, `able ${isAble}`];
    expect(seen).toEqual([one.conversationId, id, "ready true", "on shift true", "able true"]);
    expect(who.trainee?.stage).not.toBe("shadow");
  }
}

/** Their own act, or a supervisor's for them. */
function isOwnAct(incoming: Incoming, one: Escalation, who: RosterAgent): boolean {
  if (incoming.type !== "claim-requested" && incoming.type !== "reassign-requested") return false;
  const agent = incoming.type === "claim-requested" ? incoming.agent : incoming.to;
  return incoming.conversationId === one.conversationId && agent.id === who.id;
}

/** What the console says of who would take it, asked a moment before, is what the desk decides about the first who comes. */
function checkWhoSaidSo({ incoming, roster, facts, before, after }: DeskStep): void {
  if (incoming.type !== "escalation-opened" || incoming.phase !== undefined) return;
  const others = [...before.values()];
  const isQuiet = others.every((one) => one.state === "assigned" && holderOf(after.get(one.id)) === holderOf(one));
  if (!isQuiet || others.some(({ conversationId }) => conversationId === incoming.conversationId)) return;
  const { storeId: store, skill, language, urgency, previousAgent } = incoming;
  const desk = { roster, agents: facts.agents, held: others };
  const { outcome } = whoTakes(desk, { at: facts.now, store, skill, language, urgency, previousAgent });
  const said = outcome.type === "assign" ? outcome.agent.id : { queue: "queued", "after-hours": "after-hours" }[outcome.type];
  const became = after.get(incoming.escalationId);
  expect([incoming.id, became?.agent?.id ?? became?.told]).toEqual([incoming.id, said]);
}

/** What somebody has is theirs: a claim takes it from nobody, and says who has it. */
function checkClaim({ incoming, before, after, step }: DeskStep): void {
  if (incoming.type !== "claim-requested") return;
  const matter = [...before.values()].find((one) => one.conversationId === incoming.conversationId);
  if (matter?.state !== "assigned" || matter.agent === undefined || matter.leftAt !== undefined) return;
  const now = after.get(matter.id);
  if (now?.leftAt === undefined) expect([incoming.id, holderOf(now)]).toEqual([incoming.id, matter.agent.id]);
  if (matter.agent.id === incoming.agent.id) return;
  const refusals = step.effects.flatMap((effect) => (effect.type === "refuse" ? [effect.reason] : []));
  expect(refusals.map(({ code }) => code)).toHaveLength(1);
  if (refusals[0]?.code === "refused-claimed-by-other") expect(refusals[0].values["agent"]).toBe(matter.agent.name);
}
