import type { SignRequest } from "../../api.ts";
import type { Talk } from "./talk.ts";

/** The least time between two signs of writing; each is shown for twice as long. */
const EVERY_MS = 3_000;

/** What was told so far. */
export interface Told {
  readonly got: number;
  readonly read: number;
  /** Milliseconds since 1970. */
  readonly typedAt: number;
}

/** What there is to tell; undefined: no person is to answer, or they know all of it. */
export function signAt(
  { talk, readSeq }: { readonly talk: Talk; readonly readSeq: number },
  told: Told,
  typing: boolean,
): Required<SignRequest> | undefined {
  const status = talk.state?.status;
  if (status !== "queued" && status !== "offered" && status !== "assigned") return undefined;
  if (!typing && talk.cursor <= told.got && readSeq <= told.read) return undefined;
  return { typing, got: Math.max(talk.cursor, told.got), read: Math.max(readSeq, told.read) };
}

/** Whether it is time to say that somebody writes. Who empties the field is not about to say something. */
export function isTyped(text: string, { typedAt }: Told, now: number): boolean {
  return text.trim() !== "" && now - typedAt >= EVERY_MS;
}
