import type { StoreId } from "../../core/ids.ts";
import { VARIABLES, variablesIn } from "../../phrases/rules.ts";
import type { Finding } from "./finding.ts";
import { plain, type ForbiddenWord } from "./setting.ts";
import type { TermIndex } from "./terms.ts";

/** What a reply is held against. */
export interface GuardFacts {
  /** The store in whose name it is said, and the layer it shares with all others. */
  readonly own: readonly StoreId[];
  readonly terms: Pick<TermIndex, "find">;
  readonly forbidden: readonly ForbiddenWord[];
}

/** What stands in a reply, and in the names of the files that go with it, that should not go out unseen: the blocked first. */
export function findInOutgoing(text: string, files: readonly string[], facts: GuardFacts): readonly Finding[] {
  const inNames = files.flatMap((name) =>
    findInReply(wordsInName(name), facts)
      .filter(({ kind }) => kind !== "variable")
      .map((finding): Finding => ({ ...finding, file: name })),
  );
  const all = [...findInReply(text, facts), ...inNames];
  return all.toSorted((a, b) => Number(b.level === "block") - Number(a.level === "block")).slice(0, MOST_TOLD);
}

/** `BC-07_饼面(2).jpg` → `BC-07 饼面 2 jpg`: what stands between words in the names of files. Hyphens stay, as models have them. */
function wordsInName(name: string): string {
  return name.replace(/[_+.,()[\]【】（）]+/gu, " ");
}

/** So many are told; whoever has more reads these first. */
const MOST_TOLD = 10;

/** What stands in a reply that should not go out unseen: the blocked first. */
export function findInReply(text: string, { own, terms, forbidden }: GuardFacts): readonly Finding[] {
  const said = plain(text);
  const variables = variablesIn(text).map((name): Finding => {
    const isOurs = VARIABLES.some((known) => known === name);
    // Of our own variables nobody means the braces; other words in braces may be meant so.
    return { kind: "variable", words: `{${name}}`, level: isOurs ? "block" : "confirm" };
  });
  const words = forbidden
    .filter(({ word }) => said.includes(plain(word)))
    .map(({ word, level }): Finding => ({ kind: "forbidden", words: word, level }));
  const foreign = terms.find(text, own).map(({ kind, words: found }): Finding => ({ kind, words: found, level: "confirm" }));
  const all = [...variables, ...words, ...foreign];
  return all.toSorted((a, b) => Number(b.level === "block") - Number(a.level === "block")).slice(0, MOST_TOLD);
}
