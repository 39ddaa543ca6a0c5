import type { StoreId } from "../core/ids.ts";
import type { Role } from "../desk/api.ts";
import type { Agent } from "../core/words.ts";

export const ROLES = ["agent", "supervisor", "merchant", "admin"] as const satisfies readonly Role[];

/** Whether a stored word is a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** Who is signed in, and what they may see. */
export interface Principal {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The agent this person works as. */
  readonly agent?: Agent | undefined;
  /** For an admin: all stores there are. */
  readonly stores: readonly StoreId[];
  /** For a merchant: about whose knowledge they decide, a part of `stores`. Absent: nobody's. */
  readonly approves?: readonly StoreId[] | undefined;
  /** The session it is done in; absent for a token. */
  readonly sessionId?: string | undefined;
  /** The API token it is done with, instead of a session. */
  readonly token?: { readonly id: string; readonly name: string; readonly scope: TokenScope } | undefined;
}

export const TOKEN_SCOPES = ["read", "write"] as const;
/** `read`: looks at everything its person sees, changes nothing. */
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Whether this person may see this store at all. */
export function seesStore(principal: Principal, store: StoreId): boolean {
  return principal.stores.includes(store);
}
