import { z } from "zod";
import type { Decision, Reason } from "../core/decision.ts";
import type { IncomingId } from "../core/ids.ts";
import type { Incoming } from "../core/incoming.ts";
import { problem, type HttpProblem } from "../core/problem.ts";
import type { Spine } from "../core/spine.ts";
import type { Clock } from "../infra/clock.ts";
import type { Database } from "../infra/database.ts";
import type { ScopedPrisma } from "../infra/scope.ts";
import type { ActAnswer } from "./api.ts";
import { findConversation, lastWords, type StoredConversation } from "./store.ts";
import { rowOf, shownReason } from "./views.ts";

export interface SettleParts {
  readonly db: Database;
  readonly spine: Pick<Spine, "submit" | "settled">;
  readonly clock: Clock;
  /** How long an act is waited for; shorter in tests. */
  readonly waitMs?: number | undefined;
}

/** All steps together: the console gives up after 20 s, and must hear before that its act is stored. */
const WAIT_MS = 10_000;

/** The console's own id of an act: sent again under it, the act is done once. */
export const actClientId = z
  .string("a text")
  .regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _, made anew for each act");
/** The epoch that whoever acts saw. */
export const actEpoch = z
  .int("the conversation's epoch, a whole number")
  .min(0, "0 or more")
  .max(2_147_483_647, "at most 2147483647");

interface Asked {
  readonly client: ScopedPrisma;
  readonly conversation: StoredConversation;
}

/** Hands an act in, and tells what became of it and of the conversation. */
export async function answerTo(parts: SettleParts, { client, conversation }: Asked, incoming: Incoming): Promise<ActAnswer> {
  const refusal = await refusalOf(parts, incoming);
  const now = (await findConversation(client, conversation.id)) ?? conversation;
  const row = rowOf(now, (await lastWords(client, [now.id])).get(now.id));
  if (refusal === undefined) return { outcome: "done", conversation: row };
  return { outcome: "refused", reason: shownReason(refusal), conversation: row };
}

/**
 * Hands the act in and waits until it was decided, and until what it tells the conversation itself is done too. Answers why it was not
 * done: at once, or in a later step.
 */
export async function refusalOf(
  { spine, waitMs = WAIT_MS }: Pick<SettleParts, "spine" | "waitMs">,
  incoming: Incoming,
): Promise<Reason | undefined> {
  const received = await spine.submit(incoming);
  if (received === "conflict")
    throw problem(409, {
      title: "Conflict",
      detail: "clientId: was used before for something else. Make a new one for each act.",
      field: "clientId",
      remedy: "a new one for each act",
    });
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), waitMs);
  try {
    const decision = await spine.settled(incoming.id, giveUp.signal);
    if (decision === undefined) throw slow();
    if (decision === "parked") throw setAside(incoming.id);
    return (await follow({ spine, giveUp: giveUp.signal }, { decision, incoming })) ?? refusalIn(decision);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for what a decision asks of routing, and for what routing tells the conversation; why the last step was not done. */
async function follow(
  { spine, giveUp }: { readonly spine: Pick<Spine, "settled">; readonly giveUp: AbortSignal },
  { decision, incoming }: { readonly decision: Decision; readonly incoming: Incoming },
): Promise<Reason | undefined> {
  let refusal: Reason | undefined;
  for (const effect of decision.effects) {
    if (effect.type !== "raise" || !FOLLOWED.includes(effect.incoming.type)) continue;
    const next = await spine.settled(effect.incoming.id, giveUp);
    if (next === undefined || next === "parked") continue;
    const said = (await follow({ spine, giveUp }, { decision: next, incoming: effect.incoming })) ?? refusalIn(next);
    // A pass over the desk may tell other conversations something, too.
    if (conversationOf(effect.incoming) === conversationOf(incoming)) refusal ??= said;
  }
  return refusal;
}

function refusalIn({ effects }: Decision): Reason | undefined {
  return effects.find((effect) => effect.type === "refuse")?.reason;
}

function conversationOf(incoming: Incoming): string | undefined {
  return "conversationId" in incoming ? incoming.conversationId : undefined;
}

const FOLLOWED: readonly Incoming["type"][] = ["handover-routed", "escalation-transferred"];

function slow(): HttpProblem {
  return problem(503, {
    title: "Not done yet",
    detail:
      "It is stored and will be done; the desk is slow just now. Send it again with the same clientId to learn the outcome.",
    retryAfter: 5,
  });
}

function setAside(id: IncomingId): HttpProblem {
  return problem(503, {
    title: "Set aside",
    detail: "It is stored, but failed five times and was set aside; a supervisor can try it again under Parked.",
    more: { parked: id },
  });
}
