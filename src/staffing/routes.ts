import type { PoolClient } from "pg";
import { z } from "zod";
import { actorOf } from "../audit/actor.ts";
import { SHARED_STORE } from "../core/ids.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import { rosterMovedOn } from "./moved-on.ts";
import type { Spine } from "../core/spine.ts";
import type { Principal } from "../accounts/rules.ts";
import type { Me, StatusRequest, StoreRow } from "../desk/api.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { Call, Route } from "../infra/http.ts";
import { checked } from "../infra/problem.ts";
import type { RosterAnswer } from "./api.ts";
import { tellRouting } from "./changed.ts";
import { replacedBy, toldOf } from "./rules/changes.ts";
import { readRosterFile, toRosterFile, type RosterFileRead, type StoreKeys } from "./rules/roster-file.ts";
import { loadsOf, placesTaken } from "../routing/rules/load.ts";
import { loadHeld } from "../routing/store.ts";
import { AGENT_STATUSES, shiftAt, type AgentState, type Roster, type RosterAgent } from "./rules/roster.ts";
import { loadAgentStates, loadRoster, readAgentStatus, setAgentStatus } from "./store.ts";
import { keepChange } from "./store-changes.ts";
import { replaceRoster } from "./store-replace.ts";
import { lastRosterChange, readRosterVersion } from "./store-version.ts";

export interface StaffingParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit">;
  readonly clock: Clock;
}

const EVERYBODY = ["agent", "supervisor", "merchant", "admin"] as const;

/** Who I am, how I stand, and who works when. */
export function staffingRoutes(parts: StaffingParts): readonly Route[] {
  return [
    { method: "get", path: "/api/console/me", roles: EVERYBODY, run: ({ principal }) => readMe(parts, principal) },
    {
      method: "put",
      path: "/api/console/me/status",
      roles: ["agent", "supervisor", "admin"],
      audit: "none",
      run: async ({ principal, body }) => {
        const request: StatusRequest = checked(statusRequest, body);
        if (principal.agent === undefined) throw noAgent();
        const to = { status: request.status, at: parts.clock.now() };
        if (!(await setAgentStatus(parts.db, principal.agent.id, to))) throw noAgent();
        await tellRouting(parts);
        return readMe(parts, principal);
      },
    },
    {
      method: "get",
      path: "/api/console/roster",
      roles: ["supervisor", "admin"],
      run: ({ principal }) => readRoster(parts, principal),
    },
    {
      method: "put",
      path: "/api/console/roster",
      roles: ["supervisor", "admin"],
      audit: "own",
      run: async (call) => {
        const { principal, body } = call;
        const keys = await storeKeys(parts.db);
        if ([...keys.values()].some((store) => !sees(principal, store))) throw notAllStores();
        const asked = checked(rosterQuery, call.query);
        const file = taken(readRosterFile(body, keys));
        if (!(await putInPlace(parts, call, { asked, file }))) throw rosterMovedOn(await lastRosterChange(parts.db));
        await tellRouting(parts);
        return readRoster(parts, principal);
      },
    },
  ];
}

const SEEN = "the version that you saw (GET /api/console/roster tells it)";
/** Whoever replaces everything says what they saw, or that they mean whatever is there. */
export const rosterQuery = z
  .object({
    version: z.coerce.number(SEEN).int(SEEN).min(0, SEEN).optional(),
    force: z.enum(["true", "false"], "true or false").optional(),
  })
  .refine(({ version, force }) => version !== undefined || force === "true", {
    path: ["version"],
    message: `${SEEN}, or force=true to replace whatever is there now`,
  });

/** So often a change by somebody else in the same moment is stepped around by who forces it. */
const MOST_TRIES = 5;

interface PutRoster {
  readonly asked: z.output<typeof rosterQuery>;
  readonly file: Extract<RosterFileRead, { type: "roster" }>;
}

/** Replaces the roster and keeps the one before, to be taken back; false when it is no longer the one that was seen. */
async function putInPlace({ db, clock }: StaffingParts, call: Call, { asked, file }: PutRoster): Promise<boolean> {
  const { userId, name } = call.principal;
  const actor = actorOf(call, clock.now());
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // First: what changes while the rest is read is then noticed when it is replaced.
    const seen = await readRosterVersion(db);
    if (asked.version !== undefined && asked.force !== "true" && asked.version !== seen) return false;
    const before = await loadRoster(db);
    const back = toRosterFile(replacedBy(file.roster, before));
    const told = toldOf(file.roster.agents.map((agent) => agent.name));
    const alongside = async (client: PoolClient, version: number): Promise<void> => {
      // Before the first roster there is nothing to go back to.
      if (before.agents.length === 0) return;
      const change = { kind: "roster", told, back: { type: "roster", before: back, version } } as const;
      await keepChange(client, change, { userId, name, at: actor.at });
    };
    const replaced = await replaceRoster(db, file.roster, { states: file.states, seen, actor, alongside });
    if (replaced.type === "replaced") return true;
    if (asked.force !== "true") return false;
  }
  return false;
}

export const statusRequest = z.strictObject(
  { status: z.enum(AGENT_STATUSES, `one of ${AGENT_STATUSES.join(", ")}`) },
  "an object with status",
);

async function readMe({ db, clock }: StaffingParts, principal: Principal): Promise<Me> {
  const { userId: id, name, email, role, agent } = principal;
  const stores = await storesOf(db, principal);
  if (agent === undefined) return { user: { id, name, email, role }, stores };
  const roster = await loadRoster(db);
  const entry = roster.agents.find((one) => one.id === agent.id);
  const status = (await readAgentStatus(db, agent.id)) ?? "offline";
  const onShift = entry !== undefined && shiftAt(roster, entry, clock.now()) !== undefined;
  return {
    user: { id, name, email, role },
    stores,
    agent: { id: agent.id, name: agent.name, status, onShift },
  };
}

async function storesOf(db: Database, { stores, approves = [] }: Principal): Promise<readonly StoreRow[]> {
  const select = { id: true, key: true, name: true, timezone: true } as const;
  const found = await db.scoped(stores).store.findMany({ select, orderBy: { id: "asc" } });
  return found.map((store) => (approves.some((id) => id === store.id) ? { ...store, approves: true as const } : store));
}

async function readRoster({ db, clock }: StaffingParts, principal: Principal): Promise<RosterAnswer> {
  // First: what changes while the rest is read is then noticed when it is replaced.
  const version = await readRosterVersion(db);
  const roster = await loadRoster(db);
  const now = clock.now();
  const agents = await loadAgentStates(db, now);
  const states = new Map(agents.map((state) => [state.agentId, state]));
  const loads = loadsOf({ agents, escalations: await loadHeld(db, roster.routing) }, roster.routing ?? {}, now);
  return {
    timezone: roster.timezone,
    version,
    now: new Date(now).toISOString(),
    agents: roster.agents
      .filter((agent) => principal.role === "admin" || (agent.stores?.some((store) => sees(principal, store)) ?? true))
      .map((agent) => agentRow({ roster, agent, state: states.get(agent.id), load: loads.get(agent.id) ?? 0, principal }, now)),
    holidays: roster.holidays,
  };
}

interface AgentFacts {
  readonly roster: Roster;
  readonly agent: RosterAgent;
  readonly state: AgentState | undefined;
  /** In hundredths of a unit. */
  readonly load: number;
  readonly principal: Principal;
}

function agentRow({ roster, agent, state, load, principal }: AgentFacts, now: number): RosterAnswer["agents"][number] {
  const { id, name, employer, skills, languages, capacity, shifts } = agent;
  return {
    id,
    name,
    employer,
    skills,
    languages,
    capacity,
    load: placesTaken(load),
    status: state?.status ?? "offline",
    onShift: shiftAt(roster, agent, now) !== undefined,
    // Other stores' names are none of this person's business.
    stores: principal.stores.filter((store) => agent.stores?.some((served) => served === store) ?? true),
    shifts,
  };
}

async function storeKeys({ prisma }: Database): Promise<StoreKeys> {
  const stores = await prisma.store.findMany({ where: { id: { not: SHARED_STORE } }, select: { id: true, key: true } });
  return new Map(stores.map(({ id, key }) => [key, id]));
}

function taken(read: RosterFileRead): Extract<RosterFileRead, { type: "roster" }> {
  if (read.type === "roster") return read;
  const [first] = read.findings;
  const field = first?.path === undefined || first.path === "" ? "(body)" : first.path;
  const remedy = first?.reason.en ?? "see the documentation of roster files";
  throw problem(422, {
    title: "Roster refused",
    detail: `${field}: ${remedy}. Nothing was changed.`,
    field,
    remedy,
    more: { errors: read.findings },
  });
}

const sees = (principal: Principal, store: string): boolean => principal.stores.some((own) => own === store);

function noAgent(): HttpProblem {
  return problem(403, { title: "Not allowed", detail: "Link this person with an agent first: an admin does so under People." });
}

function notAllStores(): HttpProblem {
  return problem(403, {
    title: "Not allowed",
    detail: "A roster is for all stores; only somebody who sees all of them may replace it.",
  });
}
