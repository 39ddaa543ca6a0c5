import { articleId, type ArticleId, type ConversationId } from "../../core/ids.ts";
import { faultInAlternatives, faultInRow, type Article, type Column, type KnowledgeRow, type Sentence } from "./article.ts";
import { planEdit, type Act, type Planned, type Snapshot } from "./plan.ts";

export const PROPOSAL_KINDS = ["new-article", "change-article", "phrasings"] as const;
export const PROPOSAL_STATUSES = ["open", "accepted", "refused", "withdrawn"] as const;
export const PROPOSAL_ORIGINS = ["merchant", "agent", "learned"] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];
/** Who had the idea: somebody of the merchant, an agent, or the desk from its own conversations. */
export type ProposalOrigin = (typeof PROPOSAL_ORIGINS)[number];

/** What an article would say. */
export type ArticleWords = Omit<KnowledgeRow, "id">;

/** What would change. `baseVersion` is the article's version that the proposer saw. */
export type Proposed =
  | { readonly kind: "new-article"; readonly articleId: ArticleId; readonly words: ArticleWords }
  | {
      readonly kind: "change-article";
      readonly articleId: ArticleId;
      readonly baseVersion: number;
      readonly words: ArticleWords;
    }
  | {
      readonly kind: "phrasings";
      readonly articleId: ArticleId;
      readonly baseVersion: number;
      /** Further ways to ask, added to those there are. */
      readonly phrasings: readonly string[];
    };

/** What led to a proposal: a shopper's words, and where they were said. */
export interface Evidence {
  readonly conversationId?: ConversationId | undefined;
  readonly text: string;
}

/** The article under a new one's id when nobody named another: of the proposal's own id, so that it is the same at every try. */
export function idOfNewArticle(proposal: string): ArticleId {
  return articleId(
    `p-${proposal
      .replace(/[^A-Za-z0-9]/g, "")
      .slice(-10)
      .toLowerCase()}`,
  );
}

/** What is wrong with a proposal's words, and where; undefined when it may be made. */
export function faultInProposed(proposed: Proposed): { readonly column: Column; readonly reason: Sentence } | undefined {
  if (proposed.kind !== "phrasings") return faultInRow({ id: proposed.articleId, ...proposed.words });
  const { phrasings } = proposed;
  const reason = phrasings.length === 0 ? { zh: "不能为空", en: "must not be empty" } : faultInAlternatives(phrasings);
  return reason === undefined ? undefined : { column: "alternatives", reason };
}

export interface AcceptFacts {
  readonly current: Article | undefined;
  /** The article at the version that the proposer saw; absent for a new one. */
  readonly base: Snapshot | undefined;
  /** The article's version that the supervisor looked at, when they accept over a change made meanwhile. */
  readonly over?: number | undefined;
  /** What the supervisor links it to; absent: as it would be. */
  readonly links?: Links | undefined;
}

/** Ids of intents, tidy; none: to none on purpose. Absent: as suggested. */
export interface Links {
  readonly topics?: readonly string[] | undefined;
}

export type AcceptPlan = Planned | { readonly type: "fault"; readonly reason: Sentence };

/**
 * What accepting does to the article: an edit like any other, from the version that the proposer saw (or that the
 * supervisor looked at since). `moved-on`: the article is another one now. `fault`: it would become too much for an article.
 */
export function planAccept(proposed: Proposed, { current, base, over, links }: AcceptFacts, act: Act): AcceptPlan {
  if (proposed.kind !== "new-article" && current === undefined) return { type: "missing" };
  const isLookedAt = over === undefined ? !isOvertaken(proposed, { current, base }) : over === (current?.version ?? 0);
  if (!isLookedAt) return current === undefined ? { type: "missing" } : { type: "moved-on", article: current };
  const accepted = rowOf(proposed, current);
  const row = links === undefined ? accepted : { ...accepted, topics: links.topics };
  const fault = faultInRow(row);
  if (fault !== undefined) return { type: "fault", reason: fault.reason };
  const planned = planEdit(current, { version: current?.version ?? 0, row }, act);
  return planned.type === "write" ? { ...planned, write: { ...planned.write, change: "proposal" } } : planned;
}

/**
 * Whether the article is no longer what the proposer saw. Phrasings are only added: they go with every version that still
 * asks and answers the same.
 */
export function isOvertaken(
  proposed: Proposed,
  { current, base }: { readonly current: (Snapshot & Pick<Article, "version">) | undefined; readonly base: Snapshot | undefined },
): boolean {
  switch (proposed.kind) {
    case "new-article":
      return current !== undefined;
    case "change-article":
      return current?.version !== proposed.baseVersion;
    case "phrasings":
      return (["question", "answer", "status"] as const).some((part) => current?.[part] !== base?.[part]);
  }
}

/** Whether the article already says what is proposed. `current`: the article itself, or the shared one it would stand before. */
export function changesNothing(proposed: Proposed, current: Article | undefined): boolean {
  if (current === undefined) return false;
  const row = rowOf(proposed, current);
  return planEdit(current, { version: current.version, row }, { by: "", now: 0 }).type === "same";
}

/** How a supervisor changed a proposal before accepting it. */
export interface Editing {
  /** Another id for a new article. */
  readonly articleId?: ArticleId | undefined;
  /** What the article is to say instead of what was proposed. */
  readonly words?: ArticleWords | undefined;
  /** What it is linked to instead. */
  readonly links?: Links | undefined;
}

/** A proposal as it is accepted: as it was made, but for what the supervisor changed. */
export function edited(proposed: Proposed, { articleId: id, words }: Editing): Proposed {
  switch (proposed.kind) {
    case "new-article":
      // Who changes words says nothing of links: those that the proposal brings stay.
      return {
        ...proposed,
        articleId: id ?? proposed.articleId,
        words: words === undefined ? proposed.words : { ...words, topics: words.topics ?? proposed.words.topics },
      };
    case "change-article":
      return { ...proposed, words: words ?? proposed.words };
    case "phrasings":
      return words === undefined ? proposed : { ...proposed, kind: "change-article", words };
  }
}

/** Adds phrasings to those there are; the question itself is none. */
export function withPhrasings<Row extends Pick<KnowledgeRow, "question" | "alternatives">>(
  row: Row,
  phrasings: readonly string[],
): Row {
  const added = phrasings.filter((text) => text !== row.question);
  return { ...row, alternatives: [...new Set([...row.alternatives, ...added])] };
}

/**
 * What the article would be linked to by people; undefined: as suggested. Whoever proposes words says nothing of links: those
 * there are stay; a new article brings those of a shared one before which it stands.
 */
export function linksAfter(proposed: Proposed, current: Pick<Article, "topics"> | undefined): readonly string[] | undefined {
  return (proposed.kind === "new-article" ? proposed.words.topics : undefined) ?? current?.topics;
}

function rowOf(proposed: Proposed, current: Article | undefined): KnowledgeRow {
  const topics = linksAfter(proposed, current);
  if (proposed.kind !== "phrasings") return { id: proposed.articleId, ...proposed.words, topics };
  if (current === undefined) throw new Error(`Phrasings for ${proposed.articleId} need the article; look it up before.`);
  return withPhrasings(current, proposed.phrasings);
}

export type Deciding = "accept" | "refuse" | "withdraw";

const BECOMES: Readonly<Record<Deciding, ProposalStatus>> = { accept: "accepted", refuse: "refused", withdraw: "withdrawn" };

/** Whether a proposal can still be decided so. `done`: it already was, nothing happens again. `decided`: otherwise. */
export function mayDecide(status: ProposalStatus, deciding: Deciding): "go-on" | "done" | "decided" {
  if (status === "open") return "go-on";
  return status === BECOMES[deciding] ? "done" : "decided";
}

/** Why the article changed, for its history: whose idea it was, in their words, and what the one who accepted it added. */
export function whyAccepted(
  { createdByName, note }: { readonly createdByName: string; readonly note: string },
  added: string | undefined,
): string {
  const idea = note === "" ? createdByName : `${createdByName}: ${note}`;
  return added === undefined ? idea : `${idea} · ${added}`;
}
