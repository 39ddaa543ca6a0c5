import type { Steps } from "../../core/steps.ts";
import type { LinkableTopic } from "../../core/understanding.ts";
import type { KnowledgeRow, Sentence } from "./article.ts";

/** More intents than this say no more what an article is about. */
export const MAX_LINKS = 5;

/** Separates intents within their cell, as alternatives are; also as Chinese keyboards write it. */
const SEPARATOR = "|";
const SEPARATORS = /[|｜]/u;
/** What says in a cell that an article is linked to none on purpose; an empty cell leaves it to the suggestion. */
const NONE = "none";
const NONE_WORDS: ReadonlySet<string> = new Set([NONE, "不关联"]);

/** What a cell of intents says. `topics` absent: as suggested. */
export type LinksRead =
  | { readonly type: "links"; readonly topics?: readonly string[] | undefined }
  | { readonly type: "fault"; readonly reason: Sentence };

/** Links in one order, each once: the same links always compare equal. */
export function tidyLinks(topics: readonly string[]): readonly string[] {
  return [...new Set(topics)].toSorted();
}

/** The cell that a reader made by `createLinkReader` takes back. */
export function writeLinks(topics: readonly string[] | undefined): string {
  if (topics === undefined) return "";
  return topics.length === 0 ? NONE : topics.join(SEPARATOR);
}

/** Reads cells of intents: ids or names, Chinese or English, in any case, separated by `|`. */
export function createLinkReader(topics: readonly LinkableTopic[]): (cell: string) => LinksRead {
  const byName = new Map<string, string>();
  for (const { id, name } of topics) for (const text of [id, name.zh, name.en]) byName.set(folded(text), id);
  return (cell) => {
    const names = cell.split(SEPARATORS).filter((text) => text.trim() !== "");
    if (names.length === 0) return { type: "links" };
    if (names.some((name) => NONE_WORDS.has(folded(name)))) return names.length === 1 ? { type: "links", topics: [] } : MIXED;
    const found = names.slice(0, MAX_NAMES).map((name) => byName.get(folded(name)));
    const unknown = found.indexOf(undefined);
    if (unknown !== -1) return { type: "fault", reason: notAnIntent(names[unknown] ?? "", topics) };
    const links = tidyLinks(found.filter((id) => id !== undefined));
    return links.length > MAX_LINKS || names.length > MAX_NAMES ? TOO_MANY : { type: "links", topics: links };
  };
}

/** What is wrong with links that people chose; undefined when they may be stored. */
export function faultInLinks(links: readonly string[], topics: readonly LinkableTopic[]): Sentence | undefined {
  const unknown = links.find((id) => !topics.some((topic) => topic.id === id));
  if (unknown !== undefined) return notAnIntent(unknown, topics);
  return links.length > MAX_LINKS ? TOO_MANY.reason : undefined;
}

/** Names in a cell are looked up so far; who repeats some may write a few more than `MAX_LINKS`. */
const MAX_NAMES = 50;

const TOO_MANY = {
  type: "fault",
  reason: { zh: `意图太多，最多 ${MAX_LINKS} 个`, en: `too many intents, at most ${MAX_LINKS}` },
} as const;
const MIXED = {
  type: "fault",
  reason: { zh: `“不关联”不能和别的意图写在一起`, en: `“${NONE}” must stand alone` },
} as const;

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Less alike than this, the nearest name helps nobody. */
const ALIKE = 0.4;
const MAX_SHOWN = 40;

function notAnIntent(given: string, topics: readonly LinkableTopic[]): Sentence {
  const text = given.trim();
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  const nearest = nearestOf(text.slice(0, MAX_SHOWN), topics);
  if (nearest !== undefined) {
    const { id, name } = nearest;
    return {
      zh: `不认识意图“${shown}”；最接近的是“${name.zh}”（${id}）`,
      en: `unknown intent “${shown}”; the nearest is “${name.en}” (${id})`,
    };
  }
  return {
    zh: `不认识意图“${shown}”；写控制台里列出的名称或编号（只能由人处理的意图不能关联）`,
    en: `unknown intent “${shown}”; write a name or id that the console lists (what only people may answer cannot be linked)`,
  };
}

function nearestOf(text: string, topics: readonly LinkableTopic[]): LinkableTopic | undefined {
  const wanted = piecesOf(text);
  let nearest: LinkableTopic | undefined;
  let best = ALIKE;
  for (const topic of topics) {
    for (const name of [topic.id, topic.name.zh, topic.name.en]) {
      const likeness = alike(wanted, piecesOf(name));
      if (likeness > best) [nearest, best] = [topic, likeness];
    }
  }
  return nearest;
}

/** Chinese characters, and pairs of neighbours: enough to see through a slip of the pen, and quick. */
function piecesOf(text: string): ReadonlySet<string> {
  const letters = [...folded(text).replace(/[\s-]/gu, "")];
  const characters = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  return new Set([...characters, ...letters.slice(1).map((letter, at) => `${letters[at] ?? ""}${letter}`)]);
}

/** Dice's coefficient, 0..1. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** How articles come by their links. */
export interface LinkCounts {
  readonly byHand: number;
  readonly suggested: number;
  /** To none on purpose, or nothing is likely enough. */
  readonly none: number;
}

/** Counts rows as they would be linked; `suggest` says to how many intents one without links of people would be. */
export function* countLinks(rows: readonly KnowledgeRow[], suggest: (row: KnowledgeRow) => number): Steps<LinkCounts> {
  let [byHand, suggested] = [0, 0];
  for (const row of rows) {
    if (row.topics !== undefined && row.topics.length > 0) byHand += 1;
    if (row.topics === undefined && suggest(row) > 0) suggested += 1;
    yield;
  }
  return { byHand, suggested, none: rows.length - byHand - suggested };
}
