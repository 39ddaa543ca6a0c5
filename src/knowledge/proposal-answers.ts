import type { Principal } from "../accounts/rules.ts";
import type { StoreId } from "../core/ids.ts";
import type { Steps } from "../core/steps.ts";
import type { Understanding } from "../core/understanding.ts";
import type { ProposalRow, ProposedWords } from "./api.ts";
import type { KnowledgeRow } from "./rules/article.ts";
import { decidesAbout } from "./rules/deciders.ts";
import { isOvertaken, linksAfter, withPhrasings, type ArticleWords } from "./rules/proposal.ts";
import type { ProposalView } from "./store/proposals.ts";

/** Who asks, and how the stores they see are called. */
export interface Onlooker {
  readonly principal: Principal;
  readonly stores: ReadonlyMap<StoreId, Pick<ProposalRow["store"], "name" | "timezone">>;
  /** What an article would be linked to if nobody does it by hand. */
  readonly suggest: Understanding["suggestTopics"];
}

/** Proposals as the console sees them. */
export function* asProposalRows(views: readonly ProposalView[], onlooker: Onlooker): Steps<readonly ProposalRow[]> {
  const rows: ProposalRow[] = [];
  for (const view of views) {
    rows.push(asProposalRow(view, onlooker));
    yield;
  }
  return rows;
}

/** A proposal as the console sees it. */
export function asProposalRow(view: ProposalView, { principal, stores, suggest }: Onlooker): ProposalRow {
  const { proposal, base } = view;
  const { id, storeId, proposed, origin, note, status, createdBy, decided, articleVersion } = proposal;
  const store = stores.get(storeId) ?? { name: storeId, timezone: "UTC" };
  const after = afterOf(view);
  return {
    id,
    store: { id: storeId, ...store },
    kind: proposed.kind,
    articleId: proposed.articleId,
    after,
    ...(base === undefined ? {} : { before: wordsOf(base) }),
    ...currentOf(view),
    ...(status === "open" ? { links: linksOf(view, () => suggest(after)) } : {}),
    evidence: proposal.evidence.map(({ conversationId, text }) =>
      conversationId === undefined ? { text } : { conversationId, text },
    ),
    origin,
    note,
    status,
    createdAt: new Date(proposal.createdAt).toISOString(),
    createdBy: createdBy.name,
    isMine: createdBy.id === principal.userId,
    mayDecide: status === "open" && decidesAbout(principal, proposal),
    ...(decided === undefined ? {} : { decided: told(decided) }),
    ...(articleVersion === undefined ? {} : { articleVersion }),
  };
}

function afterOf({ proposal: { id, proposed }, base }: ProposalView): ProposedWords {
  if (proposed.kind !== "phrasings") return wordsOf(proposed.words);
  if (base === undefined)
    throw new Error(`The proposal ${id} adds phrasings to version ${proposed.baseVersion}, which is not in the history.`);
  return wordsOf(withPhrasings(base, proposed.phrasings));
}

function currentOf({ proposal, base, current }: ProposalView): Pick<ProposalRow, "current"> {
  if (proposal.status !== "open" || current === undefined) return {};
  if (!isOvertaken(proposal.proposed, { current, base })) return {};
  return { current: { ...wordsOf(current), version: current.version, status: current.status } };
}

function linksOf(
  { proposal: { proposed }, current }: ProposalView,
  suggest: () => ReturnType<Onlooker["suggest"]>,
): NonNullable<ProposalRow["links"]> {
  const topics = linksAfter(proposed, current);
  return topics === undefined ? { suggested: suggest() } : { topics };
}

function told({ at, by, note }: NonNullable<ProposalView["proposal"]["decided"]>): NonNullable<ProposalRow["decided"]> {
  return { at: new Date(at).toISOString(), by: by.name, ...(note === undefined ? {} : { note }) };
}

function wordsOf({ phase, question, alternatives, answer, validFrom, validUntil }: ArticleWords | KnowledgeRow): ProposedWords {
  return {
    phase,
    question,
    alternatives,
    answer,
    ...(validFrom === undefined ? {} : { validFrom: new Date(validFrom).toISOString() }),
    ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil).toISOString() }),
  };
}
