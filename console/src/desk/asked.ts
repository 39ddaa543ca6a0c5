import type { NewerLine } from "../../../src/desk/workspace/api.ts";
import type { GuardFinding } from "../../../src/guard/api.ts";

/** Why a reply was held back until somebody looks. */
export type Asked =
  | { readonly type: "findings"; readonly findings: readonly GuardFinding[] }
  | { readonly type: "newer"; readonly newer: NewerLine };

/** An answer that was taken into the box: what becomes of it is told with the reply. */
export interface Taken {
  readonly message: string;
  readonly article: string;
}
