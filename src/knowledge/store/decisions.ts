import type { Actor } from "../../audit/rules/entry.ts";
import type { ProposalId, StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { PoolClient } from "pg";
import type { Sentence } from "../rules/article.ts";
import type { Snapshot } from "../rules/plan.ts";
import { type Editing, edited, mayDecide, planAccept, whyAccepted, type AcceptPlan, type Proposed } from "../rules/proposal.ts";
import { changeArticleIn, lockedVersions } from "./changes.ts";
import type { Proposal, Proposer } from "./proposal-rows.ts";
import { lockProposal, writeDecision } from "./proposals.ts";
import { asSnapshot } from "./rows.ts";

/** One decision about one proposal. */
interface Request {
  readonly store: StoreId;
  readonly id: ProposalId;
  readonly now: Instant;
  readonly by: Proposer;
  readonly note?: string | undefined;
  /** Who decides, for the audit log. */
  readonly actor?: Actor | undefined;
}

export interface Acceptance extends Request, Editing {
  /** How the history of articles names the person. */
  readonly signature: string;
  /** The article's version that was looked at, when it is another one than the proposer saw. */
  readonly over?: number | undefined;
  /** The knowledge (by `knowledgeVersions`) on which it was tried; on another one nothing is done. Absent: it was not tried. */
  readonly triedOn?: string | undefined;
}

/**
 * `done`: decided so now or before, nothing happens twice. `decided`: otherwise, before. `moved-on`: the article changed since;
 * nothing was done. `missing`: no such proposal (or its article is gone). `unchecked`: the knowledge is not what it was tried on.
 */
export type DecisionOutcome =
  | { readonly type: "done" | "decided" | "moved-on" | "missing" | "unchecked" }
  | { readonly type: "fault"; readonly reason: Sentence };

/** Accepts a proposal: the article with its history and the proposal's state, in one transaction, once. */
export async function acceptProposal(database: Database, request: Acceptance): Promise<DecisionOutcome> {
  return database.transaction(async (client) => {
    const proposal = await lockProposal(client, request.store, request.id);
    if (proposal === undefined) return { type: "missing" };
    const verdict = mayDecide(proposal.status, "accept");
    if (verdict !== "go-on") return { type: verdict };
    if (request.triedOn !== undefined && request.triedOn !== (await lockedVersions(client, request.store)))
      return { type: "unchecked" };
    const proposed = edited(proposal.proposed, request);
    const planned = await changeArticleOf(client, { proposal, proposed, request });
    if (planned.type !== "write" && planned.type !== "same") return planned;
    const { id, version } = planned.type === "write" ? planned.write.article : planned.article;
    const { now: at, by, note, actor } = request;
    await writeDecision(client, proposal, { status: "accepted", at, by, note, actor, article: { id, version } });
    return { type: "done" };
  });
}

/** Refuses a proposal, or takes it back: nothing changes but its state. With `only`, other people's proposals are not found. */
export async function closeProposal(
  database: Database,
  request: Request & { readonly as: "refuse" | "withdraw"; readonly only?: string | undefined },
): Promise<DecisionOutcome> {
  return database.transaction(async (client) => {
    const proposal = await lockProposal(client, request.store, request.id);
    if (proposal === undefined || (request.only !== undefined && proposal.createdBy.id !== request.only))
      return { type: "missing" };
    const verdict = mayDecide(proposal.status, request.as);
    if (verdict !== "go-on") return { type: verdict };
    const status = request.as === "refuse" ? "refused" : "withdrawn";
    const { now: at, by, note, actor } = request;
    await writeDecision(client, proposal, { status, at, by, note, actor });
    return { type: "done" };
  });
}

interface Accepting {
  readonly proposal: Proposal;
  readonly proposed: Proposed;
  readonly request: Acceptance;
}

async function changeArticleOf(client: PoolClient, { proposal, proposed, request }: Accepting): Promise<AcceptPlan> {
  const at = { store: request.store, id: proposed.articleId, actor: request.actor };
  const base = proposed.kind === "new-article" ? undefined : await versionOf(client, request.store, proposed);
  const why = whyAccepted({ createdByName: proposal.createdBy.name, note: proposal.note }, request.note);
  const act = { by: request.signature, now: request.now, why };
  return changeArticleIn(client, at, ({ current }): AcceptPlan =>
    planAccept(proposed, { current, base, over: request.over, links: request.links }, act),
  );
}

async function versionOf(
  client: PoolClient,
  store: StoreId,
  { articleId, baseVersion }: Exclude<Proposed, { kind: "new-article" }>,
): Promise<Snapshot | undefined> {
  const { rows } = await client.query<{ snapshot: unknown }>(
    `SELECT "snapshot" FROM "ArticleVersion" WHERE "storeId" = $1 AND "articleId" = $2 AND "version" = $3`,
    [store, articleId, baseVersion],
  );
  return rows.map(({ snapshot }) => asSnapshot(snapshot))[0];
}
