/** What texts are turned into vectors for: a shopper waits for a question, nobody for learning. */
export type EmbedFor = "question" | "learning";

/** What became of texts that were to be turned into vectors. */
export type Embedded =
  /** One for each text, in their order, of length 1, all with as many numbers. */
  | { readonly type: "vectors"; readonly vectors: readonly Float32Array[] }
  /** The service answers, but takes no such texts; asking again with them is in vain. */
  | { readonly type: "refused" }
  /** Not in time, not at all, or nothing of use. `retryAfterMs`: when the service wants to be asked again, 0 if it did not say. */
  | { readonly type: "away"; readonly retryAfterMs: number };

/** Somebody else's model that turns texts into vectors, which lie close where texts mean the same. */
export interface TextEmbedder {
  /** So many texts may be given at once. */
  readonly mostTexts: number;
  /** Never rejects; a question is answered within its time limit, whatever the service does. */
  embed(texts: readonly string[], why: EmbedFor): Promise<Embedded>;
}

/** Why a call to the service brought no vectors. */
export type EmbedFailure =
  | "timeout"
  | "unreachable"
  /** It wants fewer calls (429). */
  | "busy"
  /** It does not take these texts (400, 413, 422). */
  | "refused"
  /** Address, key or model are wrong (other 3xx and 4xx). */
  | "denied"
  /** Its own fault (5xx). */
  | "broken"
  /** An answer that is none. */
  | "unreadable";

/** What an embedder tells of itself, for metrics and log: never texts, never the key. */
export type EmbedderEvent =
  | {
      readonly type: "called";
      readonly why: EmbedFor;
      readonly outcome: "vectors" | EmbedFailure;
      readonly texts: number;
      readonly ms: number;
    }
  /** No question is asked for so long, because of this. */
  | { readonly type: "paused"; readonly forMs: number; readonly because: EmbedFailure; readonly detail: string }
  /** It answers again. */
  | { readonly type: "resumed" };
