/** What the console and the server say to each other about people who sign in, as JSON. Types only: the console imports this file. */
import type { Role } from "../desk/api.ts";

/** `GET /api/auth/session`: who is signed in in this browser; 200 also when nobody is. */
export interface SessionAnswer {
  readonly user: { readonly id: string; readonly name: string; readonly role: Role } | null;
}

/**
 * What signing in and out and their steps answer: who is signed in now, that a second step is wanted (then nobody is signed in before
 * `…/second-step/verify` {code}), or only that it was done.
 */
export type SignInOutcome =
  | { readonly user: { readonly id: string; readonly name: string; readonly email: string } }
  | { readonly needsSecondStep: true }
  | { readonly success: true };

/** `GET /api/auth/second-step`: whether I am asked for a code of my phone. */
export interface SecondStepAnswer {
  readonly isOn: boolean;
}

/** `POST …/second-step/begin` {password} → this, shown this once; on after `…/confirm` {code}; `…/off` {password} switches it off. */
export interface SecondStepBegun {
  /** `otpauth://…`, for an app that scans it. */
  readonly uri: string;
  /** Each works once, instead of a code. */
  readonly backupCodes: readonly string[];
}

/** `POST /api/auth/change-password` → 200; one's other sessions end. 400 names `currentPassword` when it is wrong. */
export interface PasswordRequest {
  readonly currentPassword: string;
  /** 10 to 128 characters. */
  readonly newPassword: string;
}

/** `GET /api/console/users` (admin) */
export interface UserList {
  readonly items: readonly UserRow[];
}

export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agentId?: string;
  readonly stores: readonly string[];
  /** Of a merchant: the stores about whose knowledge they decide; absent: none. */
  readonly approves?: readonly string[];
  readonly disabled: boolean;
  /** A code of their phone is asked for at the sign-in. */
  readonly hasSecondStep: boolean;
}

/** `PUT /api/console/users/:id/approvals` {stores} (admin) → UserRow: about which of their stores' knowledge a merchant decides.
 * `POST /api/console/users` (admin) → 201; the password is random and shown this once. `PUT …/users/:id` → UserRow.
 * `POST …/users/:id/second-step/off` → 204, for somebody who lost their phone; 409 when there is none.
 * `POST …/users/:id/password` → UserCreated: a new random password; all sessions of that person end. 409 when the e-mail or the
 * agent is taken, or when nobody would be left as admin. Without `disabled` a person stays as they are.
 */
export interface UserRequest {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agentId?: string;
  readonly stores: readonly string[];
  readonly disabled?: boolean;
}

export interface UserCreated {
  readonly user: UserRow;
  readonly password: string;
}

/** `GET /api/console/tokens` (supervisor, merchant, admin): one's own; with `?of=all` (admin) everybody's. `DELETE …/tokens/:id` → 204. */
export interface TokenList {
  readonly items: readonly TokenRow[];
}

/** An API token: sent as `Authorization: Bearer cbt_…` it acts with its person's rights at most. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly id: string; readonly name: string };
  readonly scope: "read" | "write";
  /** Empty: all that its person sees. */
  readonly stores: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt?: string;
}

/** `POST /api/console/tokens` → 201 TokenCreated; 409 when there are too many. */
export interface TokenRequest {
  readonly name: string;
  readonly scope: "read" | "write";
  readonly stores: readonly string[];
  /** 1 to 365. */
  readonly days: number;
}

export interface TokenCreated {
  readonly row: TokenRow;
  /** Shown this once. */
  readonly token: string;
}

/** `GET /api/console/me/sessions`: where I am signed in. `DELETE …/me/sessions/:id` → 204 ends one. */
export interface SessionList {
  readonly items: readonly SessionRow[];
}

export interface SessionRow {
  readonly id: string;
  readonly since: string;
  readonly lastSeenAt: string;
  readonly address?: string;
  /** What the browser says of itself. */
  readonly browser?: string;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** `POST /api/console/me/sessions/end` → 204: all others, or this one too. */
export interface SessionsEndRequest {
  readonly keep: "this" | "none";
}

/** `GET /api/console/invitations` (supervisor: own; admin: all): those that wait, the newest first. `DELETE …/:id` → 204 revokes one. */
export interface InvitationList {
  readonly items: readonly InvitationRow[];
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly agentId?: string;
  readonly stores: readonly string[];
  readonly createdAt: string;
  readonly createdByName: string;
  readonly expiresAt: string;
  readonly isExpired: boolean;
}

/** `POST /api/console/invitations` → 201 InvitationCreated. */
export interface InvitationRequest {
  readonly email: string;
  readonly role: Role;
  readonly agentId?: string;
  readonly stores: readonly string[];
}

export interface InvitationCreated {
  readonly row: InvitationRow;
  /** Works once and for 72 hours; shown this once. */
  readonly link: string;
}

/**
 * `POST /api/auth/invitation/look` {token} → InvitationShown; 404 when it was used, revoked or ran out.
 * `POST /api/auth/invitation/accept` {token, name, password} → 200, signed in.
 */
export interface InvitationShown {
  readonly email: string;
  readonly role: Role;
  readonly stores: readonly string[];
  readonly invitedBy: string;
  readonly expiresAt: string;
}

/** `GET /api/console/links?text=&page=` (admin), 50 at a time. `DELETE …/links/:id` → 204. */
export interface LinkPage {
  readonly items: readonly LinkRow[];
  readonly total: number;
}

/** Who somebody on a platform is: an agent, or a store's merchant. */
export interface LinkRow {
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  readonly as: "agent" | "merchant";
  /** Of the agent or the store. */
  readonly target: { readonly id: string; readonly name: string };
  /** May approve what the merchant must decide. */
  readonly approver: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** `POST /api/console/links` → 201 LinkRow; 200 when it was so already; 409 when this person is somebody else. */
export interface LinkRequest {
  /** `slack:U0123` */
  readonly person: string;
  readonly agentId?: string;
  readonly storeId?: string;
  readonly approver?: boolean;
}
