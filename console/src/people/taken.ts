import type { Failure } from "../shared/api.ts";

/** What somebody else has already: each with its sentence. */
export type Taken = Readonly<Record<"email" | "agentId", string>>;

/** What a failure says is somebody else's already, as a sentence; undefined when it is about something else. */
export function takenIn(failure: Failure, sentences: Taken): string | undefined {
  if (failure.type !== "problem" || failure.problem.status !== 409) return undefined;
  const { field } = failure.problem;
  return field === "email" || field === "agentId" ? sentences[field] : undefined;
}
