import { addressTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useSession } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import type { Keys } from "./specs.ts";
import { settingsWords } from "./words.ts";

export interface Key {
  readonly key: string;
  readonly label: string;
}
export type AllKeys = Readonly<Record<Keys, readonly Key[]>>;

/** By what entries are named: skills and employers of the roster with the usual ones, steps, phases, one's stores. */
export function useKeys(): AllKeys {
  const words = useWords(settingsWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const { value } = useLoaded(addressTo("/api/console/roster"));
  const agents = value?.agents ?? [];
  // Who can do anything stands under every skill.
  const skills = Object.fromEntries(Object.entries(shared.skills).filter(([skill]) => skill !== "any"));
  const listed = (usual: Readonly<Record<string, string>>, found: readonly string[]): readonly Key[] =>
    [...new Set([...Object.keys(usual), ...found])].map((key) => ({ key, label: named(usual, key) }));
  return {
    skills: listed(skills, agents.flatMap((agent) => agent.skills).filter((skill) => skill !== "any")), // prettier-ignore
    employers: listed(words.employers, agents.map(({ employer }) => employer)), // prettier-ignore
    steps: listed(words.steps, []),
    phases: listed(shared.phases, []),
    stores: me.stores.map(({ id, name }) => ({ key: id, label: name })),
  };
}
