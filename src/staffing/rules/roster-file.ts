import { agentId } from "../../core/ids.ts";
import type { AgentState, AgentStatus, Roster, RosterAgent, Trainee } from "./roster.ts";
import { contradictionsIn, doubtsAbout } from "./roster-file-checks.ts";
import type { Finding } from "./roster-file-findings.ts";
import { finding, findingsOf } from "./roster-file-findings.ts";
import type { RosterFile } from "./roster-file-shape.ts";
import { rosterFileShape } from "./roster-file-shape.ts";
import { routingPolicyOf, toRoutingFile } from "./routing-file.ts";

/** More faults than this are not listed: the first ones are mended first. */
const MOST_FINDINGS = 100;

/** A store's key, as people write it → the store's id. */
export type StoreKeys = ReadonlyMap<string, string>;

export type RosterFileRead =
  | {
      readonly type: "roster";
      readonly roster: Roster;
      /** Of the agents whose entry says a status or a load. */
      readonly states: readonly AgentState[];
      /** Allowed, but perhaps not meant. */
      readonly warnings: readonly Finding[];
    }
  | { readonly type: "refused"; readonly findings: readonly Finding[] };

/**
 * Reads a roster file (parsed JSON). Taken whole or refused whole, with every fault and its remedy. With `storeKeys` the
 * agents' `stores` are keys (or ids) of those stores, and become ids; without, they are taken as they stand.
 */
export function readRosterFile(input: unknown, storeKeys?: StoreKeys): RosterFileRead {
  const shaped = rosterFileShape.safeParse(input, { reportInput: true });
  if (!shaped.success) return { type: "refused", findings: findingsOf(shaped.error).slice(0, MOST_FINDINGS) };
  const file = shaped.data;
  const findings = [...contradictionsIn(file), ...unknownStores(file, storeKeys)];
  if (findings.length > 0) return { type: "refused", findings: findings.slice(0, MOST_FINDINGS) };
  return {
    type: "roster",
    roster: rosterOf(file, storeKeys),
    states: file.agents.flatMap((agent) => stateOf(agent)),
    warnings: doubtsAbout(file).slice(0, MOST_FINDINGS),
  };
}

/** The roster as a file: reading it again gives the same roster. With `storeKeys` stores are written as keys. */
export function toRosterFile(roster: Roster, storeKeys?: StoreKeys): RosterFile {
  const keyOf = new Map([...(storeKeys ?? [])].map(([key, id]) => [id, key]));
  const keyOfStore = (id: string): string => keyOf.get(id) ?? id;
  const duty: Record<string, { agent: string; start: string; end: string }[]> = {};
  for (const { date, agentId: agent, start, end } of roster.holidayDuty) (duty[date] ??= []).push({ agent, start, end });
  return {
    timezone: roster.timezone,
    ...(roster.supervisorOnCall !== undefined && { supervisor_on_call: roster.supervisorOnCall }),
    agents: roster.agents.map((agent) => ({
      id: agent.id,
      name: agent.name,
      skills: [...agent.skills],
      languages: [...agent.languages],
      shifts: agent.shifts.map((shift) => ({ days: [...shift.days], start: shift.start, end: shift.end })),
      capacity: agent.capacity,
      ...(agent.timezone !== undefined && { timezone: agent.timezone }),
      ...(agent.stores !== undefined && { stores: agent.stores.map(keyOfStore) }),
      ...(agent.notStores !== undefined && { not_stores: agent.notStores.map(keyOfStore) }),
      ...(agent.employedFrom !== undefined && { employed_from: agent.employedFrom }),
      ...(agent.employedUntil !== undefined && { employed_until: agent.employedUntil }),
      ...(agent.compensationLimitFen !== undefined && { compensation_limit_fen: agent.compensationLimitFen }),
      ...(agent.trainee !== undefined && { trainee: traineeInFile(agent.trainee) }),
      employer: agent.employer,
      levels: { ...agent.levels },
    })),
    holidays: [...roster.holidays],
    holiday_duty: duty,
    workdays: roster.workdays.map(({ date, as }) => ({ date, as })),
    ...(roster.dayPlans !== undefined && {
      days: roster.dayPlans.map(({ date, agentId: agent, hours }) => ({
        date,
        agent,
        shifts: hours.map(({ start, end }) => ({ start, end })),
      })),
    }),
    ...(roster.leave !== undefined && {
      leave: roster.leave.map(({ agentId: agent, from, until, kind }) => ({ agent, from, until, kind })),
    }),
    ...(roster.routing !== undefined && { routing: toRoutingFile(roster.routing, keyOfStore) }),
  };
}

function traineeInFile(trainee: Trainee): NonNullable<AgentInFile["trainee"]> {
  return trainee.stage === "shadow" ? trainee : { stage: "supervised", daily_limit: trainee.dailyLimit };
}

type AgentInFile = RosterFile["agents"][number];

function rosterOf(file: RosterFile, storeKeys: StoreKeys | undefined): Roster {
  return {
    timezone: file.timezone,
    agents: file.agents.map((agent) => agentOf(agent, storeKeys)),
    holidays: file.holidays,
    workdays: file.workdays,
    holidayDuty: Object.entries(file.holiday_duty).flatMap(([date, duties]) =>
      duties.map(({ agent, start, end }) => ({ date, agentId: agentId(agent), start, end })),
    ),
    ...(file.supervisor_on_call && { supervisorOnCall: agentId(file.supervisor_on_call) }),
    ...(file.days && {
      dayPlans: file.days.map(({ date, agent, shifts }) => ({ date, agentId: agentId(agent), hours: shifts })),
    }),
    ...(file.leave && { leave: file.leave.map(({ agent, ...leave }) => ({ agentId: agentId(agent), ...leave })) }),
    // An empty one empties the policy; none leaves it as it is.
    ...(file.routing && { routing: routingPolicyOf(file.routing, (store) => storeKeys?.get(store) ?? store) }),
  };
}

function agentOf(agent: AgentInFile, storeKeys: StoreKeys | undefined): RosterAgent {
  return {
    id: agentId(agent.id),
    name: agent.name ?? agent.id,
    employer: agent.employer,
    skills: agent.skills,
    levels: agent.levels,
    languages: agent.languages,
    capacity: agent.capacity,
    shifts: agent.shifts,
    ...(agent.timezone && { timezone: agent.timezone }),
    ...(agent.stores && { stores: agent.stores.map((store) => storeKeys?.get(store) ?? store) }),
    ...(agent.not_stores && { notStores: agent.not_stores.map((store) => storeKeys?.get(store) ?? store) }),
    ...(agent.employed_from && { employedFrom: agent.employed_from }),
    ...(agent.employed_until && { employedUntil: agent.employed_until }),
    ...(typeof agent.compensation_limit_fen === "number" && { compensationLimitFen: agent.compensation_limit_fen }),
    ...(agent.trainee && { trainee: traineeOf(agent.trainee) }),
  };
}

function traineeOf(trainee: NonNullable<AgentInFile["trainee"]>): Trainee {
  return trainee.stage === "shadow" ? trainee : { stage: "supervised", dailyLimit: trainee.daily_limit };
}

function stateOf(agent: AgentInFile): readonly AgentState[] {
  const status = agent.status ?? undefined;
  const load = agent.load ?? undefined;
  if (status === undefined && load === undefined) return [];
  return [{ agentId: agentId(agent.id), status: statusOf(status ?? "ready"), load: load ?? 0 }];
}

/** What files and cases call a status: `online` means ready. */
export function statusOf(word: AgentStatus | "online"): AgentStatus {
  return word === "online" ? "ready" : word;
}

function unknownStores(file: RosterFile, storeKeys: StoreKeys | undefined): readonly Finding[] {
  if (storeKeys === undefined) return [];
  const ids = new Set(storeKeys.values());
  const known = [...storeKeys.keys()].slice(0, 10).join(" / ");
  const unlessKnown = (store: string, path: readonly PropertyKey[]): readonly Finding[] =>
    storeKeys.has(store) || ids.has(store)
      ? []
      : [finding(path, `没有店铺“${store}”，现有店铺：${known}`, `No store has the key "${store}"; there are: ${known}`)];
  const ofAgents = file.agents.flatMap((agent, i) => [
    ...(agent.stores ?? []).flatMap((store, j) => unlessKnown(store, ["agents", i, "stores", j])),
    ...(agent.not_stores ?? []).flatMap((store, j) => unlessKnown(store, ["agents", i, "not_stores", j])),
  ]);
  const first = Object.keys(file.routing?.employer_first ?? {});
  return [...ofAgents, ...first.flatMap((store) => unlessKnown(store, ["routing", "employer_first", store]))];
}
