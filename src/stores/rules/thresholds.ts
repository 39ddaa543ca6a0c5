import { z } from "zod";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../../core/policy.ts";

const share = z.number().min(0).max(1);
const calibration = z.object({ slope: z.number().positive(), shift: z.number() });
const given = z.object({ answer: share, askBack: share, lead: share, inScope: share, calibration }).partial();

/** A store's thresholds from its row; what it does not set is the default. */
export function readThresholds(json: unknown): Thresholds {
  const set = Object.entries(given.parse(json)).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(set) };
}
