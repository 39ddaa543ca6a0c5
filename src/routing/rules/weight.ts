import type { Instant } from "../../core/words.ts";
import type { RoutingPolicy, Silence } from "../../staffing/rules/routing-policy.ts";
import type { RoutableEscalation } from "./facts.ts";

/** A unit of capacity in the whole numbers that loads are counted in: hundredths, so that they compare exactly. */
export const UNIT = 100;

const MINUTE_MS = 60_000;

/** What a conversation weighs that is given out now, in hundredths of a unit: by its phase, else one unit. */
export function weightOf({ weights }: RoutingPolicy, { phase, skill }: Pick<RoutableEscalation, "phase" | "skill">): number {
  if (weights === undefined) return UNIT;
  // Whose bot answered nothing has no phase; who is asked for by this skill says as much.
  const known = phase ?? (skill === "aftersale" ? skill : undefined);
  return ((known && weights[known]) ?? 1) * UNIT;
}

/** What a conversation weighs that somebody holds: less once its shopper is silent. */
export function heldWeightOf(policy: RoutingPolicy, escalation: RoutableEscalation, now: Instant): number {
  const weight = weightOf(policy, escalation);
  const { shopperSilentSince: since } = escalation;
  if (since === undefined || policy.silence === undefined) return weight;
  let applied = { afterMinutes: -1, percent: 100 };
  for (const step of policy.silence) {
    if (step.afterMinutes > applied.afterMinutes && now >= countsFrom(since, step)) applied = step;
  }
  return Math.round((weight * applied.percent) / 100);
}

/** Silence counts from such a moment on: of thousands who fall silent the desk is not woken for each. */
const EVERY_MS = 5_000;

/** When a silence of this length is reached, at the next full five seconds. */
function countsFrom(since: Instant, { afterMinutes }: Silence): Instant {
  return Math.ceil((since + afterMinutes * MINUTE_MS) / EVERY_MS) * EVERY_MS;
}

/**
 * When next time alone may make lighter what somebody holds. Whose shopper was not answered yet may be answered in the next moment,
 * which nobody tells the desk: it looks again when the shortest silence that may begin now would count.
 */
export function nextLighter({ silence = [] }: RoutingPolicy, { shopperSilentSince }: RoutableEscalation, now: Instant): Instant {
  return Math.min(
    ...silence.map((step) => {
      const at = countsFrom(shopperSilentSince ?? now, step);
      if (at > now) return at;
      return shopperSilentSince === undefined ? at + EVERY_MS : Number.POSITIVE_INFINITY;
    }),
  );
}
