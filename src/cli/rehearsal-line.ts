import { z } from "zod";
import { SKILLS, type Instant } from "../core/words.ts";
import { AGENT_STATUSES } from "../staffing/rules/roster.ts";
import { expectation } from "./rehearsal-expect.ts";
import type { Act } from "./rehearsal-stage.ts";

const ROLES = ["shopper", "agent", "clock"] as const;
/** What an agent may do; without `act` they say something. `whisper`, `take-over`, `give`, `grant` and `refuse-request` are for supervisors. */
export const AGENT_ACTS = [
  "say",
  "note",
  "claim",
  "refuse",
  "transfer",
  "release",
  "close",
  "status",
  "whisper",
  "take-over",
  "give",
  "ask",
  "grant",
  "refuse-request",
] as const;
/** What these say is words or a reason, and must be there. */
const WITH_WORDS = new Set<string>([
  "say",
  "note",
  "refuse",
  "transfer",
  "whisper",
  "take-over",
  "give",
  "ask",
  "refuse-request",
]);
const SUM = "a sum in yuan, above 0 and at most 100000";
const shape = z.object({
  at: z.iso.datetime({ offset: true, error: "a moment with its offset, such as 2026-10-01T23:00:00+08:00" }),
  from: z.enum(ROLES, "one of shopper, agent, clock"),
  who: z.string("whose words these are").default(""),
  text: z.string("what is said").default(""),
  to: z.string("the shopper an agent answers").optional(),
  act: z.enum(AGENT_ACTS, `one of ${AGENT_ACTS.join(", ")}`).optional(),
  status: z.enum(AGENT_STATUSES, `one of ${AGENT_STATUSES.join(", ")}`).optional(),
  colleague: z.string("the agent's id to whom it goes").optional(),
  sum: z.number(SUM).positive(SUM).max(100_000, SUM).optional(),
  skill: z.enum(SKILLS, `one of ${SKILLS.join(", ")}`).optional(),
  expect: expectation.optional(),
});

/** One line of a script, or a sentence that names what is wrong with it. `now`: the time of the line before. */
export function readLine(text: string, now: Instant): { readonly act: Act } | { readonly fault: string } {
  const json = parseJson(text);
  if (json === undefined) return { fault: "this is not JSON; write one JSON object a line." };
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { fault: `${issue?.path.join(".") || "(line)"} must be ${issue?.message ?? "as documented"}.` };
  }
  const { at, ...rest } = parsed.data;
  if (rest.from !== "clock" && rest.who === "") return { fault: "who is missing; name the shopper or the agent." };
  const fault = faultOf(rest);
  if (fault !== undefined) return { fault };
  const moment = Date.parse(at);
  if (moment < now) return { fault: `at (${at}) lies before the line above; put the lines in the order of time.` };
  return { act: { ...rest, at: moment } };
}

type Said = Pick<Act, "from" | "act" | "text" | "status" | "colleague" | "skill" | "sum">;

function faultOf({ from, act = "say", text, status, colleague, skill, sum }: Said): string | undefined {
  if (act !== "say" && from !== "agent") return "act is for agents; leave it out here.";
  if (act === "status" && status === undefined) return "status is missing; say which one the agent takes.";
  if (status !== undefined && act !== "status") return 'status goes with "act":"status"; leave it out here.';
  if (act === "give" && colleague === undefined) return "colleague is missing; name the agent to whom it is given.";
  if (colleague !== undefined && act !== "transfer" && act !== "give")
    return "colleague goes with transfer or give; leave it out here.";
  if (skill !== undefined && (act !== "transfer" || colleague !== undefined))
    return "skill goes with transfer, without a colleague; leave it out here.";
  if (sum !== undefined && act !== "ask" && act !== "grant") return "sum goes with ask or grant; leave it out here.";
  const speaks = from !== "clock" && WITH_WORDS.has(act);
  return speaks && text.trim() === "" ? "text is empty; write what is said." : undefined;
}

/** Undefined for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is what is answered.
    return undefined;
  }
}
