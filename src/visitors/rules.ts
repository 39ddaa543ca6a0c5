import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Storefront, VisitRefusal, VisitRequest } from "../core/visitor.ts";
import { LANGUAGES, type Instant, type Language } from "../core/words.ts";

const DAY_MS = 24 * 3_600_000;
/** A visitor who does not come back for so long is forgotten; each visit starts it anew. */
export const VISIT_LASTS_MS = 30 * DAY_MS;
/** The sliding end is written at most this often. */
const EXTEND_AFTER_MS = DAY_MS;

/** What the rules read of a store. */
export interface StoreSettings {
  readonly storefront: Storefront;
  /** Absent: the store proves nobody's identity. */
  readonly identitySecret?: string | undefined;
  readonly identityRequired: boolean;
}

/** A visitor as stored. */
export interface VisitorRecord {
  readonly id: string;
  readonly storeId: string;
  readonly verifiedId?: string | undefined;
  readonly name?: string | undefined;
  readonly language: Language;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

export type VisitDecision =
  | { readonly type: "refuse"; readonly because: VisitRefusal }
  | { readonly type: "resume"; readonly name?: string | undefined; readonly language: Language }
  | {
      readonly type: "create";
      readonly verifiedId?: string | undefined;
      readonly name?: string | undefined;
      readonly language: Language;
    };

export interface VisitFacts {
  readonly settings: StoreSettings;
  readonly request: Omit<VisitRequest, "token" | "storeKey">;
  /** Whom the request's token belongs to. */
  readonly known?: VisitorRecord | undefined;
  /** Our own address, whose pages may always embed the widget. */
  readonly ownOrigin: string;
  readonly now: Instant;
}

/**
 * Who a visit belongs to. A token goes on only with the identity it was opened with: another one, a first one or none any
 * more makes a new visitor, so that nobody at a shared computer reads what somebody else said.
 */
export function decideVisit({ settings, request, known, ownOrigin, now }: VisitFacts): VisitDecision {
  const { storefront, identitySecret, identityRequired } = settings;
  const { identity } = request;
  if (!mayEmbed(storefront, request.origin, ownOrigin)) return { type: "refuse", because: "foreign-origin" };
  if (identity === undefined && identityRequired) return { type: "refuse", because: "identity-required" };
  if (identity !== undefined && identitySecret === undefined) return { type: "refuse", because: "identity-not-offered" };
  if (identity !== undefined && !isProven(identity, identitySecret ?? "")) return { type: "refuse", because: "identity-wrong" };
  const isSame = known !== undefined && known.storeId === storefront.storeId && known.verifiedId === identity?.id;
  const isGood = isSame && known.expiresAt > now;
  const language = request.language ?? (isGood ? known.language : undefined) ?? storefront.languages[0] ?? LANGUAGES[0];
  if (isGood) return { type: "resume", name: identity?.name ?? known.name, language };
  return { type: "create", verifiedId: identity?.id, name: identity?.name, language };
}

/** Whether a page of this origin may use the store's widget. Without a page there is nothing to protect it from. */
export function mayEmbed({ allowedOrigins }: Storefront, origin: string | undefined, ownOrigin: string): boolean {
  return allowedOrigins.length === 0 || origin === undefined || origin === ownOrigin || allowedOrigins.includes(origin);
}

/** Whether what this visitor says is heard. The store may demand proof at any time: visits begun before count too. */
export function maySpeak({ identityRequired }: StoreSettings, verifiedId: string | undefined): boolean {
  return !identityRequired || verifiedId !== undefined;
}

/** Hex HMAC-SHA256 of the id with the store's secret, compared in constant time. */
export function isProven(identity: { readonly id: string; readonly hmac: string }, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(identity.id).digest();
  const given = Buffer.from(identity.hmac, "hex");
  return secret !== "" && given.length === expected.length && timingSafeEqual(given, expected);
}

/** Tokens are stored only as this. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether the sliding end of a visit is to be written again. */
export function isExtensionDue(visitor: Pick<VisitorRecord, "lastSeenAt">, now: Instant): boolean {
  return now - visitor.lastSeenAt >= EXTEND_AFTER_MS;
}
