import type { Principal } from "../accounts/rules.ts";
import { hidePersonal } from "../desk/rules/masking.ts";
import type { RequestRow } from "./api.ts";
import { mayAnswer } from "./rules/answer.ts";
import { requestOf, type StoredRequest } from "./store.ts";

/** A request as this person sees it. */
export function requestRowOf(stored: StoredRequest, { role, userId, approves = [] }: Principal): RequestRow {
  const request = requestOf(stored);
  const { id, kind, sumFen, askedBy, deciders, state, decision } = request;
  const isOpen = state === "open";
  const isTheirs = mayAnswer(request, { userId, as: role === "merchant" ? "merchant" : "supervisor" });
  const isDecider = role === "merchant" ? approves.includes(request.storeId) : role !== "agent";
  return {
    id,
    store: stored.store,
    ...(role === "merchant" ? {} : { conversationId: request.conversationId }),
    kind,
    ...(sumFen === undefined ? {} : { sumFen }),
    words: hidePersonal(request.words),
    askedBy: askedBy.name,
    askedAt: new Date(request.askedAt).toISOString(),
    dueAt: new Date(request.dueAt).toISOString(),
    deciders,
    state,
    ...(decision === undefined ? {} : { decision: decisionRowOf(decision) }),
    mayAnswer: isOpen && isTheirs && isDecider,
    mayWithdraw: isOpen && askedBy.userId === userId,
  };
}

function decisionRowOf({ by, as, at, sumFen, reason }: NonNullable<ReturnType<typeof requestOf>["decision"]>) {
  return {
    by: by.name,
    as,
    at: new Date(at).toISOString(),
    ...(sumFen === undefined ? {} : { sumFen }),
    ...(reason === undefined ? {} : { reason: hidePersonal(reason) }),
  };
}
