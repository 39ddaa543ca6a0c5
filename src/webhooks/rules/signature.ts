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

/**
 * The headers by which whoever knows one of the secrets knows that it is ours, and not older than it says (Standard Webhooks, v1):
 * one signature for each secret, a blank between them.
 */
export function signatureHeaders(secrets: readonly string[], { id, at, body }: Signed): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signatures.join(" ") };
}
