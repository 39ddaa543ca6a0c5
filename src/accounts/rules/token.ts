import type { StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import type { Principal, TokenScope } from "../rules.ts";

/** By this everybody, also a scanner of leaked secrets, knows what it is. */
export const TOKEN_PREFIX = "cbt_";
/** Tokens that one person may have at a time. */
export const MOST_TOKENS = 20;
/** No token is forgotten for longer. */
export const LONGEST_DAYS = 365;

/** What a request says of a token. `wrong`: one was shown that cannot be one; then no cookie counts either. */
export type ShownToken = { readonly type: "none" | "wrong" } | { readonly type: "token"; readonly token: string };

/** Reads the `Authorization` header. Other schemes than `Bearer` are a proxy's business, not ours. */
export function readShown(authorization: string | undefined): ShownToken {
  const [, shown] = /^bearer(?:\s+(.*))?$/i.exec(authorization?.trim() ?? "") ?? [];
  if (!/^bearer\b/i.test(authorization?.trim() ?? "")) return { type: "none" };
  return shown !== undefined && TOKEN.test(shown) ? { type: "token", token: shown } : { type: "wrong" };
}

/** 32 random bytes in base64url. */
const TOKEN = /^cbt_[A-Za-z0-9_-]{43}$/;

export interface KnownToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  /** Empty: all that its person sees. */
  readonly stores: readonly StoreId[];
  readonly expiresAt: Instant;
}

/**
 * What may be done with a token: its person's rights at most, and only while it runs. One that is limited to stores never acts as
 * admin, who sees more than stores.
 */
export function withToken(owner: Principal, token: KnownToken, now: Instant): Principal | undefined {
  if (token.expiresAt <= now) return undefined;
  const { id, name, scope } = token;
  const known = { ...owner, sessionId: undefined, token: { id, name, scope } };
  if (token.stores.length === 0) return known;
  const stores = owner.stores.filter((store) => token.stores.includes(store));
  const approves = owner.approves?.filter((store) => stores.includes(store));
  return { ...known, stores, approves, role: owner.role === "admin" ? "supervisor" : owner.role };
}
