import { z } from "zod";
import { articleId, SHARED_STORE, type ProposalId, type StoreId } from "../../core/ids.ts";
import { PHASES } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import { notFound, problem, typedText } from "../../infra/problem.ts";
import { asRow } from "../answers.ts";
import type { ArticleRow } from "../api.ts";
import { faultInText, tidy, tidyAlternatives, type Article } from "../rules/article.ts";
import { isUsableMoment } from "../rules/moment.ts";
import {
  changesNothing,
  faultInProposed,
  idOfNewArticle,
  withPhrasings,
  type ArticleWords,
  type Proposed,
} from "../rules/proposal.ts";
import { findArticle } from "../store.ts";

const MOMENT = z.iso
  .datetime({ offset: true, error: "ISO 8601 with a zone, such as 2026-10-01T00:00:00+08:00" })
  .transform(Date.parse)
  .refine(isUsableMoment, "a moment from 1970 to 9999");
const TEXTS = z.array(z.string("a text"), "a list of texts").max(10_000).transform(tidyAlternatives);
/** What an article would say, as the console sends it. */
export const WORDS = z.strictObject({
  phase: z.enum(PHASES, `one of ${PHASES.join(", ")}`),
  question: z.string("a text").transform(tidy),
  alternatives: TEXTS,
  answer: z.string("a text").transform(tidy),
  validFrom: MOMENT.optional(),
  validUntil: MOMENT.optional(),
});
const OF_ALL = {
  clientId: z.string("a text").regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _, made anew for each proposal"),
  note: z.preprocess((value) => (value === "" ? undefined : value), typedText(500).optional()),
};
const OF_ARTICLE = {
  articleId: z.string("the article's id").transform(articleId),
  version: z.int("the version that you saw").min(1),
};

/** A proposal as the console sends it. */
export const PROPOSAL_REQUEST = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...OF_ALL, kind: z.literal("new-article"), words: WORDS }),
    z.strictObject({ ...OF_ALL, ...OF_ARTICLE, kind: z.literal("change-article"), words: WORDS }),
    z.strictObject({ ...OF_ALL, ...OF_ARTICLE, kind: z.literal("phrasings"), phrasings: TEXTS }),
  ],
  "an object whose kind is new-article, change-article or phrasings",
);
type Request = z.infer<typeof PROPOSAL_REQUEST>;

interface Draft {
  readonly store: StoreId;
  readonly id: ProposalId;
  readonly request: Request;
}

/** What is proposed, checked against the article it is about. Throws what is wrong with it, 409 when the article moved on. */
export async function proposedOf(database: Database, draft: Draft): Promise<Proposed> {
  const { proposed, current } = await readProposed(database, draft);
  const fault = faultInProposed(proposed);
  if (fault !== undefined) throw wrongWords(fault.column, fault.reason);
  if (changesNothing(proposed, current))
    throw wrongWords("answer", { zh: "和现在的内容一样", en: "this is what the article says already" });
  return proposed;
}

interface Read {
  readonly proposed: Proposed;
  readonly current: Article | undefined;
}

async function readProposed(database: Database, { store, id, request }: Draft): Promise<Read> {
  if (request.kind === "new-article") {
    return { proposed: { kind: "new-article", articleId: idOfNewArticle(id), words: request.words }, current: undefined };
  }
  const { version: baseVersion, articleId: named } = request;
  if (faultInText("id", named) !== undefined) throw notFound("article");
  const own = await findArticle(database, { store, id: named });
  const shared = own?.status === "active" ? undefined : await findArticle(database, { store: SHARED_STORE, id: named });
  const current = shared ?? own;
  if (current === undefined) throw notFound("article");
  if (current.version !== baseVersion) throw movedOn(asRow(current, shared === undefined ? "store" : "shared"));
  // The shared layer is not this store's to change: its own article with the same id stands before the shared one.
  if (shared !== undefined)
    return { proposed: { kind: "new-article", articleId: named, words: wordsOf(request, current) }, current };
  if (request.kind === "change-article")
    return { proposed: { kind: "change-article", articleId: named, baseVersion, words: request.words }, current };
  return { proposed: { kind: "phrasings", articleId: named, baseVersion, phrasings: request.phrasings }, current };
}

function wordsOf(request: Exclude<Request, { kind: "new-article" }>, current: Article): ArticleWords {
  if (request.kind === "change-article") return { ...request.words, topics: current.topics };
  const { phase, question, alternatives, answer, topics, validFrom, validUntil } = withPhrasings(current, request.phrasings);
  return { phase, question, alternatives, answer, topics, validFrom, validUntil };
}

function movedOn(current: ArticleRow) {
  const detail = "version: somebody changed this article meanwhile; load it again, then propose.";
  return problem(409, { title: "Moved on", detail, field: "version", more: { current } });
}

function wrongWords(column: string, reason: { readonly zh: string; readonly en: string }) {
  const told = { field: column, remedy: reason.en, more: { reason } };
  return problem(400, { title: "Bad request", detail: `${column}: ${reason.en}.`, ...told });
}
