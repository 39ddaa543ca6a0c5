import { z } from "zod";
import { seesStore } from "../../accounts/rules.ts";
import { SHARED_STORE, storeId, type StoreId } from "../../core/ids.ts";
import { SKILLS, type Instant } from "../../core/words.ts";
import { standingInWords } from "../../routing/rules/standing.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import type { RoutingDecision } from "../../routing/rules/facts.ts";
import type { Roster } from "../../staffing/rules/roster.ts";
import { loadHeld } from "../../routing/store.ts";
import { loadAgentStates, loadRoster } from "../../staffing/store.ts";
import type { WhoAnswer } from "../api.ts";
import { whoTakes } from "../../routing/rules/who.ts";

interface WhoParts {
  readonly database: Database;
  readonly now: () => Instant;
}

/** Asks routing who would get something, and changes nothing. */
export function whoRoute(parts: WhoParts): Route {
  return {
    method: "post",
    path: "/api/console/who",
    roles: ["supervisor", "admin"],
    audit: "none",
    run: (call) => ask(parts, call),
  };
}

const SKILL = `one of ${SKILLS.join(", ")}, or a skill of the roster`;
export const whoBody = z.strictObject(
  {
    store: z.string("the id of a store").min(1, "the id of a store").max(100, "the id of a store"),
    skill: z.string(SKILL).min(1, SKILL).max(40, SKILL),
    language: z.string("a language tag, or empty").max(20, "a language tag, or empty"),
    urgency: z.enum(["normal", "high"], "normal or high"),
    at: z.iso.datetime({ offset: true, error: "a moment as ISO 8601, such as 2026-10-01T09:00:00+08:00" }).optional(),
  },
  "an object with store, skill, language, urgency and perhaps at",
);

async function ask({ database, now }: WhoParts, { principal, body }: Call): Promise<WhoAnswer> {
  const asked = checked(whoBody, body);
  const store = storeId(asked.store);
  if (store === SHARED_STORE || !seesStore(principal, store)) throw notFound("store");
  const roster = await loadRoster(database);
  // How people will stand at another moment nobody knows: then everybody on shift is ready and free.
  const agents = asked.at === undefined ? await loadAgentStates(database, now()) : [];
  const held = asked.at === undefined ? await loadHeld(database, roster.routing) : [];
  const at = asked.at === undefined ? now() : Date.parse(asked.at);
  const { skill, language, urgency } = asked;
  return told(whoTakes({ roster, agents, held }, { at, store, skill, language, urgency }), { roster, at, store });
}

interface Asked {
  readonly roster: Roster;
  readonly at: Instant;
  readonly store: StoreId;
}

function told({ outcome, why, candidates }: RoutingDecision, { roster, at }: Asked): WhoAnswer {
  const names = new Map(roster.agents.map(({ id, name }) => [id, name]));
  const serving = candidates.filter(({ reason }) => reason !== "not-authorised-for-store");
  return {
    at: new Date(at).toISOString(),
    ...toldOutcome(outcome),
    why,
    candidates: serving.slice(0, MOST_TOLD).map(({ agentId: id, reason = "eligible" }) => ({
      id,
      name: names.get(id) ?? id,
      standing: { code: reason, ...standingInWords(reason) },
    })),
    others: candidates.length - serving.length,
  };
}

/** More candidates than these nobody reads. */
const MOST_TOLD = 100;

function toldOutcome(outcome: RoutingDecision["outcome"]): Pick<WhoAnswer, "outcome" | "agent" | "next" | "flags"> {
  switch (outcome.type) {
    case "assign": {
      const flags = outcome.flags.filter((flag) => flag !== "overflow");
      return { outcome: flags.length < outcome.flags.length ? "overflow" : "assign", agent: outcome.agent, flags };
    }
    case "queue":
      return { outcome: "queue", flags: [] };
    case "after-hours":
      return {
        outcome: "after-hours",
        flags: [],
        ...(outcome.next === undefined ? {} : { next: new Date(outcome.next).toISOString() }),
      };
  }
}
