import { z } from "zod";
import type { Instant } from "../../core/words.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import type { SuggestedAnswers } from "../workspace/api.ts";
import type { StoredConversation } from "../store.ts";

/** Below that an answer is more likely to be in the way than of use. */
const LEAST_CONFIDENCE = 0.15;
const MOST_SUGGESTED = 3;
/** So many of the latest decisions are looked through for the shopper's last words. */
const LOOKED_THROUGH = 20;

/** What the knowledge would answer to the shopper's last words; undefined while nobody has it, or it was answered. */
export async function suggestionsFor(
  client: ScopedPrisma,
  { id, status, waitingSince }: Pick<StoredConversation, "id" | "status" | "waitingSince">,
): Promise<SuggestedAnswers | undefined> {
  if (status !== "assigned" || waitingSince === null) return undefined;
  const decisions = await client.decision.findMany({
    where: { conversationId: id },
    orderBy: { at: "desc" },
    select: { incomingId: true, facts: true },
    take: LOOKED_THROUGH,
  });
  for (const { incomingId, facts } of decisions) {
    const read = readFacts.safeParse(facts).data?.reading;
    // A wish for a person says nothing of the matter: what was asked before it is what they wait for.
    if (read === undefined || read.act === WISH) continue;
    const known = await client.suggestionOutcome.findMany({ where: { incomingId }, select: { articleId: true } });
    const done = new Set(known.map(({ articleId }) => articleId));
    const fitting = read.candidates.filter(({ articleId, confidence }) => confidence >= LEAST_CONFIDENCE && !done.has(articleId));
    return { message: incomingId, items: fitting.slice(0, MOST_SUGGESTED) };
  }
  return undefined;
}

const candidate = z.object({
  articleId: z.string(),
  title: z.string(),
  answer: z.string(),
  phase: z.string(),
  confidence: z.number(),
});
const readFacts = z.object({ reading: z.object({ candidates: z.array(candidate), act: z.string().optional() }) });
const WISH = "human-please";

/** A suggestion of this conversation. */
export interface SuggestionNamed {
  readonly conversation: Pick<StoredConversation, "id" | "storeId">;
  readonly message: string;
  readonly article: string;
}

/** The suggestion as it was made; undefined when it never was, in this conversation. */
async function findSuggestion(client: ScopedPrisma, { conversation, message, article }: SuggestionNamed) {
  const decision = await client.decision.findFirst({
    where: { incomingId: message, conversationId: conversation.id },
    select: { facts: true },
  });
  const candidates = readFacts.safeParse(decision?.facts).data?.reading.candidates ?? [];
  return candidates.find(({ articleId }) => articleId === article);
}

export interface SuggestionDone {
  /** What was sent; absent: it does not fit. */
  readonly sent?: string;
  readonly userId: string;
  readonly at: Instant;
}

/** Keeps what became of a suggestion: sent as it was, with other words, or not at all. False when there was no such suggestion. */
export async function recordSuggestion(client: ScopedPrisma, named: SuggestionNamed, done: SuggestionDone): Promise<boolean> {
  const suggested = await findSuggestion(client, named);
  if (suggested === undefined) return false;
  const { conversation, message: incomingId, article: articleId } = named;
  const { sent, userId } = done;
  const isEdited = sent !== undefined && sent.trim() !== suggested.answer.trim();
  const ofSent = isEdited ? "edited" : "accepted";
  const values = {
    outcome: sent === undefined ? "rejected" : ofSent,
    text: isEdited ? sent : null,
    at: new Date(done.at),
    userId,
  };
  const key = { storeId: conversation.storeId, incomingId, articleId };
  const row = { ...key, ...values, conversationId: conversation.id, confidence: suggested.confidence };
  await client.suggestionOutcome.upsert({ where: { storeId_incomingId_articleId: key }, create: row, update: values });
  return true;
}
