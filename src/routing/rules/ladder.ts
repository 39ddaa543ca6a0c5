import type { Instant } from "../../core/words.ts";
import type { RoutingPolicy, TimedStep } from "../../staffing/rules/routing-policy.ts";
import type { LadderStep, RoutableEscalation } from "./facts.ts";

/** Who a step of the ladder lets in: beyond P1, what they must have. */
export interface Rung {
  readonly step: LadderStep;
  /** The lowest level; absent: any. */
  readonly level?: number | undefined;
  /** Skills wanted beside the one asked for. */
  readonly secondary: readonly string[];
  /** Absent: of either side. */
  readonly employer?: string | undefined;
  /** Whether somebody may take it whose shift ends soon. */
  readonly takesEnding: boolean;
}

/** All of what a desk may ever be asked to stretch to. */
export const LAST_RUNG: Rung = { step: "any-level", secondary: [], takesEnding: true };

/** So long before its due time a matter waits for no earlier step any more. */
export const DUE_MARGIN_MS = 30_000;

/** The steps for a matter of this store and skill, in their order; only those that let in somebody new. */
export function rungsFor(policy: RoutingPolicy, asked: { readonly storeId: string; readonly skill: string }): readonly Rung[] {
  const level = ownValue(policy.preferredLevels, asked.skill);
  const secondary = ownValue(policy.secondarySkills, asked.skill) ?? [];
  const employer = ownValue(policy.employerFirst, asked.storeId);
  const takesEnding = policy.longWork?.includes(asked.skill) !== true;
  const wide: Rung = { step: "any-level", secondary: [], takesEnding };
  const rungs: Rung[] = [];
  if (level !== undefined) rungs.push({ step: "preferred-level", level, secondary, employer, takesEnding });
  rungs.push({ ...wide, secondary, employer });
  if (secondary.length > 0) rungs.push({ ...wide, step: "without-secondary-skills", employer });
  if (employer !== undefined) rungs.push({ ...wide, step: "other-employer" });
  if (!takesEnding) rungs.push({ ...wide, step: "shift-ending", takesEnding: true });
  return rungs;
}

/** The first step of a matter whose shopper spoke to somebody before: that one alone, if P1 lets them. */
export function previousRung(rungs: readonly Rung[]): Rung {
  return { step: "previous-agent", secondary: [], takesEnding: rungs[0]?.takesEnding ?? true };
}

/**
 * When this step may be taken although somebody at work would do for an earlier one. Danger waits for nothing (P8), and
 * nothing waits into the margin before its due time.
 */
export function opensAt(policy: RoutingPolicy, escalation: RoutableEscalation, step: TimedStep): Instant {
  const seconds = policy.waitSeconds?.[step] ?? 0;
  if (seconds === 0 || escalation.urgency === "high") return escalation.waitingSince;
  const at = escalation.waitingSince + seconds * 1_000;
  return escalation.dueAt === undefined ? at : Math.min(at, escalation.dueAt - DUE_MARGIN_MS);
}

/** A skill, a store or an employer may be called `constructor`. */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
