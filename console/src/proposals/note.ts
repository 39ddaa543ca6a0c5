import type { ProposalRow } from "../../../src/knowledge/api.ts";
import type { ConsoleLanguage } from "../shared/words.ts";

const BETWEEN = " · ";

/** A proposal's note. What the desk itself notes is in Chinese and in English: the reader's part of it. */
export function noteFor({ note, origin }: Pick<ProposalRow, "note" | "origin">, language: ConsoleLanguage): string {
  if (origin !== "learned") return note;
  const [zh, en, ...more] = note.split(BETWEEN);
  if (zh === undefined || en === undefined || more.length > 0) return note;
  return language === "en" ? en : zh;
}
