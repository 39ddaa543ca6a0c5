import { createHmac } from "node:crypto";
import type { Instant } from "../../core/words.ts";

/** Stands before a secret, as the Standard Webhooks have it. */
export const SECRET_PREFIX = "whsec_";

/** One message as it is signed. */
export interface Signed {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
}

/** The headers by which whoever knows the secret knows that it is ours, and not older than it says (Standard Webhooks, v1). */
export function signatureHeaders(secret: string, { id, at, body }: Signed): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": `v1,${signature}` };
}
