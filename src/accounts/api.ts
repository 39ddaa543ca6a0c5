/** What the console and the server say to each other about people who sign in, as JSON. Types only: the console imports this file. */
import type { Role } from "../desk/api.ts";

/** `GET /api/auth/session`: who is signed in in this browser; 200 also when nobody is. */
export interface SessionAnswer {
  readonly user: { readonly id: string; readonly name: string; readonly role: Role } | null;
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
  readonly disabled: boolean;
}

/** `POST /api/console/users` (admin) → 201; the password is random and shown this once. `PUT …/users/:id` → UserRow.
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
