import { findArticle } from "./store.ts";
import { tryArticle, type GoldenParts } from "./golden-check.ts";
import type { Alone } from "../infra/single-flight.ts";
import { breaksMore, type GoldenReport } from "./rules/golden.ts";
import { edited, planAccept } from "./rules/proposal.ts";
import { acceptProposal, type Acceptance, type DecisionOutcome } from "./store/decisions.ts";
import { knowledgeVersions } from "./store/changes.ts";
import { findProposal } from "./store/proposals.ts";

/** `busy`: nothing was done, another trial of this store is under way. `breaks`: nothing was done, more golden questions would end worse than better. `unsettled`: the knowledge changed again and again meanwhile. */
export type GuardedOutcome =
  | {
      readonly type: "answered";
      readonly outcome: DecisionOutcome;
      /** Absent: the store has no golden questions, or nothing was to be tried. */
      readonly report: GoldenReport | undefined;
    }
  | { readonly type: "breaks"; readonly report: GoldenReport }
  | { readonly type: "busy" }
  | { readonly type: "unsettled" };

/** Somebody else changes the knowledge of one store so often within seconds only by a mistake. */
const MOST_TRIES = 3;

/**
 * Accepts a proposal if the store's golden questions allow it: asked without and with it, no more of them may end worse than
 * better. It is accepted on the very knowledge it was tried on: when that changed meanwhile, it is tried again.
 */
export async function acceptGuarded(parts: GoldenParts, request: Acceptance): Promise<GuardedOutcome> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const triedOn = await knowledgeVersions(parts.database.pool, request.store);
    const tried = await tryProposal(parts, request);
    if (tried.type === "busy") return tried;
    const report = tried.result;
    if (report !== undefined && breaksMore(report)) return { type: "breaks", report };
    const outcome = await acceptProposal(parts.database, { ...request, ...(report === undefined ? {} : { triedOn }) });
    if (outcome.type !== "unchecked") return { type: "answered", outcome, report };
  }
  return { type: "unsettled" };
}

/** What the golden questions say; undefined when there is nothing to try: accepting then tells why. */
async function tryProposal(parts: GoldenParts, request: Acceptance): Promise<Alone<GoldenReport | undefined>> {
  const { store, id } = request;
  const { database } = parts;
  const view = await findProposal(database, { store, id });
  if (view === undefined || view.proposal.status !== "open") return UNTRIED;
  const proposed = edited(view.proposal.proposed, request);
  const current = await findArticle(database, { store, id: proposed.articleId });
  const base = proposed.kind === "new-article" ? undefined : view.base;
  const planned = planAccept(proposed, { current, base, over: request.over, links: request.links }, { by: "", now: request.now });
  return planned.type === "write" ? tryArticle(parts, store, planned.write.article) : UNTRIED;
}

const UNTRIED = { type: "done", result: undefined } as const;
