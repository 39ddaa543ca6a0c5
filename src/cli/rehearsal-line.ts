import { z } from "zod";
import type { Instant } from "../core/words.ts";
import type { Act } from "./rehearsal-stage.ts";

const ROLES = ["shopper", "agent", "clock"] as const;
const shape = z.object({
  at: z.iso.datetime({ offset: true, error: "a moment with its offset, such as 2026-10-01T23:00:00+08:00" }),
  from: z.enum(ROLES, "one of shopper, agent, clock"),
  who: z.string("whose words these are").default(""),
  text: z.string("what is said").default(""),
  to: z.string("the shopper an agent answers").optional(),
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
  if (rest.from !== "clock" && rest.text.trim() === "") return { fault: "text is empty; write what is said." };
  const moment = Date.parse(at);
  if (moment < now) return { fault: `at (${at}) lies before the line above; put the lines in the order of time.` };
  return { act: { ...rest, at: moment } };
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
