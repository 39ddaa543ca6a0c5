import type { Escalation } from "../../core/decision.ts";
import type { Instant } from "../../core/words.ts";

/** How long the desk waits for its people, in milliseconds; the desk's settings. */
export interface DeskWaits {
  /** An offer that is not answered goes to the next after this. */
  readonly offerMs: number;
  /** So long before the end of their shift agents are asked to hand over what they have. */
  readonly handOverBeforeMs: number;
  /** What an agent still has when they go home stays with them so long, or until the shopper writes. */
  readonly graceMs: number;
  /** Whose console was closed so long ago counts as away. */
  readonly presenceMs: number;
  /** Who lets so many offers in a row pass counts as away until they say otherwise. */
  readonly mostMissed: number;
}

export const DEFAULT_WAITS: DeskWaits = {
  offerMs: 45_000,
  handOverBeforeMs: 5 * 60_000,
  graceMs: 10 * 60_000,
  presenceMs: 120_000,
  mostMissed: 2,
};

/** When the offer lapses; undefined for what is not offered. */
export function lapsesAt({ state, offeredAt }: Pick<Escalation, "state" | "offeredAt">, waits: DeskWaits): Instant | undefined {
  return state === "offered" && offeredAt !== undefined ? offeredAt + waits.offerMs : undefined;
}
