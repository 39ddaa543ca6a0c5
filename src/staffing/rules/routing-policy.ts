import type { Phase } from "../../core/words.ts";

/**
 * How a vendor wants work given out, a part of the roster. What is absent changes nothing: with an empty policy everything
 * goes by P1–P9. Skills, stores and employers are named as the roster names them.
 */
export interface RoutingPolicy {
  /** Skills whose work takes long: near a shift's end it goes to colleagues first. */
  readonly longWork?: readonly string[] | undefined;
  /** How near; `SHIFT_ENDING_MINUTES` when absent. */
  readonly shiftEndingMinutes?: number | undefined;
  /** Skill → the level (1..5) that is asked first. */
  readonly preferredLevels?: Readonly<Record<string, number>> | undefined;
  /** Of those good enough the lowest level comes first, so that experts stay free. */
  readonly spareExperts?: boolean | undefined;
  /** Skill → skills that are wanted beside it, until nobody free has them. */
  readonly secondarySkills?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Store → the employer whose people are asked first. */
  readonly employerFirst?: Readonly<Record<string, string>> | undefined;
  /** Wanted share of each employer, in whole numbers: `{vendor: 2, merchant: 1}`. */
  readonly employerShare?: Readonly<Record<string, number>> | undefined;
  /**
   * Step → seconds of waiting after which it is taken, while somebody at work would do for an earlier one; absent: at once.
   * The supervisor's step has no such default: without a time what is not urgent never reaches them.
   */
  readonly waitSeconds?: Readonly<Partial<Record<TimedStep, number>>> | undefined;
  /** Phase → units that a conversation weighs; absent: one. */
  readonly weights?: Readonly<Partial<Record<Phase, number>>> | undefined;
  /** What is left of the weight once the shopper has been silent for so long; of several that apply the longest. */
  readonly silence?: readonly Silence[] | undefined;
  /** A priority rises by one each time so much was waited, at most by `most`. */
  readonly ageing?: { readonly everyMinutes: number; readonly most: number } | undefined;
  /** How long somebody who declined is not offered the same again; `EXCLUDED_MINUTES` when absent. */
  readonly excludedMinutes?: number | undefined;
}

export interface Silence {
  readonly afterMinutes: number;
  /** 0..100, a whole number. */
  readonly percent: number;
}

/** Steps of the ladder that can wait for an earlier one, in their order. */
export const TIMED_STEPS = [
  "preferred-level",
  "any-level",
  "without-secondary-skills",
  "other-employer",
  "shift-ending",
  "supervisor",
] as const;
export type TimedStep = (typeof TIMED_STEPS)[number];

export const SHIFT_ENDING_MINUTES = 15;
export const EXCLUDED_MINUTES = 3;
