import { z } from "zod";
import { PHASES } from "../../core/words.ts";
import type { RoutingPolicy } from "./routing-policy.ts";
import { TIMED_STEPS } from "./routing-policy.ts";

const MOST_MINUTES = 7 * 24 * 60;
const MOST_ENTRIES = 1_000;
const LONGEST_WORD = 100;

const name = z.string().min(1).max(LONGEST_WORD);
const minutes = z.int().min(0).max(MOST_MINUTES);

/** The part `routing` of a roster file. */
export const routingFileShape = z.strictObject({
  long_work: z.array(name).max(MOST_ENTRIES).optional(),
  shift_ending_minutes: minutes.optional(),
  preferred_levels: z.record(name, z.int().min(1).max(5)).optional(),
  spare_experts: z.boolean().optional(),
  secondary_skills: z.record(name, z.array(name).max(MOST_ENTRIES)).optional(),
  employer_first: z.record(name, name).optional(),
  employer_share: z.record(name, z.int().min(0).max(1_000)).optional(),
  wait_seconds: z
    .partialRecord(
      z.enum(TIMED_STEPS),
      z
        .int()
        .min(0)
        .max(MOST_MINUTES * 60),
    )
    .optional(),
  weights: z.partialRecord(z.enum(PHASES), z.int().min(1).max(100)).optional(),
  silence: z
    .array(z.strictObject({ after_minutes: minutes, percent: z.int().min(0).max(100) }))
    .max(10)
    .optional(),
  ageing: z.strictObject({ every_minutes: minutes.min(1), most: z.int().min(0).max(10) }).optional(),
  excluded_minutes: minutes.optional(),
});

export type RoutingFile = z.output<typeof routingFileShape>;

/** The policy a file states; `storeOf` makes ids of the stores it names. */
export function routingPolicyOf(file: RoutingFile, storeOf: (name: string) => string): RoutingPolicy {
  return present({
    longWork: file.long_work,
    shiftEndingMinutes: file.shift_ending_minutes,
    preferredLevels: file.preferred_levels,
    spareExperts: file.spare_experts,
    secondarySkills: file.secondary_skills,
    employerFirst: file.employer_first && renamed(file.employer_first, storeOf),
    employerShare: file.employer_share,
    waitSeconds: file.wait_seconds,
    weights: file.weights,
    silence: file.silence?.map(({ after_minutes: afterMinutes, percent }) => ({ afterMinutes, percent })),
    ageing: file.ageing && { everyMinutes: file.ageing.every_minutes, most: file.ageing.most },
    excludedMinutes: file.excluded_minutes,
  });
}

/** The same policy as a file states it. */
export function toRoutingFile(policy: RoutingPolicy, storeOf: (id: string) => string): RoutingFile {
  return present({
    long_work: policy.longWork && [...policy.longWork],
    shift_ending_minutes: policy.shiftEndingMinutes,
    preferred_levels: policy.preferredLevels && { ...policy.preferredLevels },
    spare_experts: policy.spareExperts,
    secondary_skills:
      policy.secondarySkills &&
      Object.fromEntries(Object.entries(policy.secondarySkills).map(([skill, others]) => [skill, [...others]])),
    employer_first: policy.employerFirst && renamed(policy.employerFirst, storeOf),
    employer_share: policy.employerShare && { ...policy.employerShare },
    wait_seconds: policy.waitSeconds && { ...policy.waitSeconds },
    weights: policy.weights && { ...policy.weights },
    silence: policy.silence?.map(({ afterMinutes, percent }) => ({ after_minutes: afterMinutes, percent })),
    ageing: policy.ageing && { every_minutes: policy.ageing.everyMinutes, most: policy.ageing.most },
    excluded_minutes: policy.excludedMinutes,
  });
}

function renamed(record: Readonly<Record<string, string>>, rename: (name: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
}

/** Without what is absent, so that a policy and its file are compared and stored as small as they are. */
function present<T extends object>(record: T): T {
  for (const key of Object.keys(record)) if (Reflect.get(record, key) === undefined) Reflect.deleteProperty(record, key);
  return record;
}
