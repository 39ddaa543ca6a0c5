import { PHASES } from "../src/core/words.ts";
import type { LinkableTopic } from "../src/core/understanding.ts";
import { readHeads } from "./catalog.ts";
import { isLinkable } from "./links.ts";

/** The intents of the catalogue that articles may be linked to, by phase and id. Throws an Error naming the file that is wrong. */
export async function readLinkable(catalogDirectory: string): Promise<readonly LinkableTopic[]> {
  const topics: LinkableTopic[] = [];
  for (const { id, name, kind, risk, phase } of await readHeads(catalogDirectory)) {
    if (phase !== null && isLinkable({ kind, risk })) topics.push({ id, phase, name });
  }
  return topics.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
}
