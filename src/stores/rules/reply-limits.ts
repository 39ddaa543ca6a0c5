import { z } from "zod";
import type { StoreFile } from "../rules.ts";
import { DEFAULT_REPLY_LIMITS, type ReplyLimits } from "../../core/policy.ts";

const limit = z.int().min(1_000).optional();
const limits = z.object({
  firstReplyMs: limit,
  nextReplyMs: limit,
  warnAtShare: z.number().min(0).max(1).optional(),
  slowReplyMs: limit,
  hours: z.enum(["working", "always"]).optional(),
});

/** How soon a person must have replied, as kept with the store; what is not named is as by default. */
export function readReplyLimits(stored: unknown): typeof DEFAULT_REPLY_LIMITS {
  const said = limits.parse(stored);
  return {
    firstReplyMs: said.firstReplyMs ?? DEFAULT_REPLY_LIMITS.firstReplyMs,
    nextReplyMs: said.nextReplyMs ?? DEFAULT_REPLY_LIMITS.nextReplyMs,
    warnAtShare: said.warnAtShare ?? DEFAULT_REPLY_LIMITS.warnAtShare,
    slowReplyMs: said.slowReplyMs ?? DEFAULT_REPLY_LIMITS.slowReplyMs,
    hours: said.hours ?? DEFAULT_REPLY_LIMITS.hours,
  };
}

/** What is kept of limits once a store file said this of them: what it does not name stays. */
export function limitsAfter(stored: unknown, file: NonNullable<StoreFile["replyLimits"]>): unknown {
  return { ...limits.parse(stored ?? {}), ...keptLimits(file) };
}

/** Limits as a store file writes them, as they are kept. */
export function keptLimits(file: NonNullable<StoreFile["replyLimits"]>): Partial<ReplyLimits> {
  const { firstReplySeconds, nextReplySeconds, warnAtShare, slowReplySeconds, hours } = file;
  return {
    ...(firstReplySeconds === undefined ? {} : { firstReplyMs: firstReplySeconds * 1_000 }),
    ...(nextReplySeconds === undefined ? {} : { nextReplyMs: nextReplySeconds * 1_000 }),
    ...(warnAtShare === undefined ? {} : { warnAtShare }),
    ...(slowReplySeconds === undefined ? {} : { slowReplyMs: slowReplySeconds * 1_000 }),
    ...(hours === undefined ? {} : { hours }),
  };
}
