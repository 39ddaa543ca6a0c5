import type { PoolClient } from "pg";
import { z } from "zod";
import type { Principal } from "../../accounts/rules.ts";
import { actorOf } from "../../audit/actor.ts";
import { writeAudit } from "../../audit/store.ts";
import { agentId } from "../../core/ids.ts";
import type { Call } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { tellRouting } from "../../staffing/changed.ts";
import { rosterMovedOn } from "../../staffing/moved-on.ts";
import { mayTakeBack, type Asking, type ChangeBack } from "../../staffing/rules/changes.ts";
import { readRosterFile } from "../../staffing/rules/roster-file.ts";
import { findChange, listChanges, markTakenBack, type ChangedBy, type KeptChange } from "../../staffing/store-changes.ts";
import { replaceRoster } from "../../staffing/store-replace.ts";
import { lastRosterChange } from "../../staffing/store-version.ts";
import type { ChangeRow, ChangesMade } from "../api.ts";
import { hoursOn, inOrder, sameHours, type DayChange } from "../rules/change.ts";
import { storeOfAll } from "../rules/logged.ts";
import { samePattern } from "../rules/pattern.ts";
import { findLeave, moveLeave, noteRequest } from "../store-requests.ts";
import { allStores, ifUnchanged, noteDays, readRoster, writeDays, writePattern, type VersionedRoster } from "../store.ts";
import { byId, changedMeanwhile, mayPlan, notYours, type PlanningParts } from "./parts.ts";

const MOST_LISTED = 30;

/** What the reader changed in the roster lately, and whole rosters by anybody for who may replace one. */
export async function readChanges(parts: PlanningParts, { principal }: Call): Promise<ChangesMade> {
  const asking = await askingOf(parts, principal);
  const { userId, seesAll: withRosters } = asking;
  const kept = await listChanges(parts.db, { userId, withRosters, limit: MOST_LISTED });
  const now = parts.clock.now();
  const items = kept.map((change) => rowOf(change, mayTakeBack(change, asking, now)));
  // Only the newest of one's own is one click away: what was done before it, and a whole roster, is looked at first.
  const newest = items[kept.findIndex(({ by }) => by === userId)];
  return { items, ...(newest?.mayTakeBack === true && newest.kind !== "roster" ? { last: newest.id } : {}) };
}

function rowOf({ id, at, byName, kind, told, takenBackAt, takenBackBy = "" }: KeptChange, isOffered: boolean): ChangeRow {
  return {
    id,
    at: new Date(at).toISOString(),
    byName,
    kind,
    ...told,
    ...(takenBackAt === undefined ? {} : { takenBack: { at: new Date(takenBackAt).toISOString(), byName: takenBackBy } }),
    mayTakeBack: isOffered,
  };
}

/** Takes a change back, if nothing newer stands where it was made. */
export async function takeBack(parts: PlanningParts, call: Call): Promise<ChangesMade> {
  const { db, clock } = parts;
  const change = await findChange(db, call.params["changeId"] ?? "");
  const asking = await askingOf(parts, call.principal);
  const isTheirs = change?.by === asking.userId || (change?.kind === "roster" && asking.seesAll);
  if (change === undefined || !isTheirs) throw notFound("change");
  const { force = false } = checked(UNDO, call.body);
  if (!mayTakeBack(change, asking, clock.now())) throw changedMeanwhile();
  const undone: Undone = { parts, call, id: change.id, force };
  await carryOut(undone, change.back);
  await tellRouting(parts);
  return readChanges(parts, call);
}

export const UNDO = z.strictObject(
  { force: z.boolean("true or false").optional() },
  "an object, empty or with force: true to put a roster in place of whatever is there now",
);

interface Undone {
  readonly parts: PlanningParts;
  readonly call: Call;
  readonly id: string;
  readonly force: boolean;
}

function carryOut(undone: Undone, back: ChangeBack): Promise<void> {
  switch (back.type) {
    case "days":
      return daysBack(undone, back);
    case "pattern":
      return patternBack(undone, back);
    case "leave":
      return leaveBack(undone, back);
    case "roster":
      return rosterBack(undone, back);
  }
}

type Of<T extends ChangeBack["type"]> = Extract<ChangeBack, { type: T }>;

async function daysBack(undone: Undone, { days }: Of<"days">): Promise<void> {
  const known = await know(undone);
  const { roster } = known;
  const changes = days.map(({ agentId: id, date, written, after }): DayChange => {
    const agent = planned(known, id);
    if (!sameHours(inOrder(after), hoursOn(roster, agent, date))) throw changedMeanwhile();
    return { agentId: agent.id, date, ...(written === null ? {} : { hours: written }) };
  });
  await write(undone, known, async (client, actor) => {
    await writeDays(client, { roster, changes }, { by: undone.call.principal.userId, at: actor.at });
    await noteDays(client, { roster, changes }, { ...actor, act: "planning.undo" });
  });
}

async function patternBack(undone: Undone, { agentId: id, before, after }: Of<"pattern">): Promise<void> {
  const known = await know(undone);
  const agent = planned(known, id);
  const { roster } = known;
  if (!samePattern(after, agent, roster.timezone)) throw changedMeanwhile();
  await write(undone, known, async (client, actor) => {
    await writePattern(client, { agentId: agent.id, ...before });
    const thing = { thing: `agent:${agent.id}`, thingName: agent.name, storeId: storeOfAll([agent]) };
    await writeAudit(client, { ...actor, act: "pattern.changed", ...thing, before: { ...after }, after: { ...before } });
  });
}

async function leaveBack(undone: Undone, { leaveId, agentId: id }: Of<"leave">): Promise<void> {
  const known = await know(undone);
  planned(known, id);
  const found = await findLeave(undone.parts.db, leaveId);
  if (found === undefined) throw changedMeanwhile();
  const { roster } = known;
  await write(undone, known, async (client, actor) => {
    const step = { from: "granted", to: "withdrawn" } as const;
    const by = { name: undone.call.principal.name, at: actor.at };
    if (!(await moveLeave(client, { id: found.id, ...step }, by))) throw changedMeanwhile();
    await noteRequest(client, { act: "planning.leave.decide", request: found, ...step, roster, actor });
  });
}

async function rosterBack({ parts, call, id, force }: Undone, { before, version }: Of<"roster">): Promise<void> {
  const { db, clock } = parts;
  const read = readRosterFile(before);
  if (read.type === "refused") {
    const why = JSON.stringify(read.findings[0] ?? {});
    throw new Error(`The roster that change ${id} replaced can no longer be read: ${why}. Put a roster file in its place.`);
  }
  const { version: now } = await readRoster(db);
  const moved = async () => rosterMovedOn(await lastRosterChange(db));
  if (now !== version && !force) throw await moved();
  const actor = actorOf(call, clock.now());
  const alongside = async (client: PoolClient): Promise<void> => {
    if (!(await markTakenBack(client, id, byOf(call, actor.at)))) throw changedMeanwhile();
  };
  const replaced = await replaceRoster(db, read.roster, { seen: now, actor, alongside });
  if (replaced.type === "stale") throw await moved();
}

interface Known extends VersionedRoster {
  readonly principal: Principal;
  readonly all: readonly string[];
}

async function know({ parts, call }: Undone): Promise<Known> {
  return { ...(await readRoster(parts.db)), principal: call.principal, all: await allStores(parts.db) };
}

/** Somebody whose days may be planned; who is there no more cannot go back to anything. */
function planned({ roster, principal, all }: Known, id: string) {
  const agent = byId(roster.agents).get(agentId(id));
  if (agent === undefined) throw changedMeanwhile();
  if (!mayPlan(principal, agent, all)) throw notYours(agent);
  return agent;
}

async function write(
  { parts, call, id }: Undone,
  { version }: Known,
  change: (client: PoolClient, actor: ReturnType<typeof actorOf>) => Promise<void>,
): Promise<void> {
  const actor = actorOf(call, parts.clock.now());
  const isDone = await ifUnchanged(parts.db, version, async (client) => {
    if (!(await markTakenBack(client, id, byOf(call, actor.at)))) throw changedMeanwhile();
    await change(client, actor);
  });
  if (!isDone) throw changedMeanwhile();
}

async function askingOf({ db }: PlanningParts, { userId, stores }: Principal): Promise<Asking> {
  const own = new Set<string>(stores);
  return { userId, seesAll: (await allStores(db)).every((store) => own.has(store)) };
}

/** Who changes something, as a kept change names them. */
export function byOf({ principal: { userId, name } }: Call, at: number): ChangedBy {
  return { userId, name, at };
}
