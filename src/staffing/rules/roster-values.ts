import type { Roster } from "./roster.ts";

/** A roster as values by name, one for each agent: what is told of a change names those agents only that it concerns. */
export function rosterValues({ agents, ...desk }: Roster): Readonly<Record<string, unknown>> {
  const entries = agents.map(({ id, ...agent }) => [`agent:${id}`, agent] as const);
  return { ...desk, ...Object.fromEntries(entries) };
}
