import type { StoreId } from "../../core/ids.ts";
import type { Finding } from "./finding.ts";
import { plain } from "./setting.ts";

/** Words by which a store is known. */
export interface Term {
  readonly kind: Exclude<Finding["kind"], "forbidden" | "variable" | "compensation">;
  /** As people write it. */
  readonly words: string;
}

export interface KnownStore {
  readonly name: string;
  readonly products: readonly string[];
  readonly articles: readonly {
    readonly id: string;
    readonly question: string;
    readonly alternatives: readonly string[];
    readonly answer: string;
  }[];
}

/** Shorter names are words of the language. */
const SHORTEST_NAME = 2;
const SHORTEST_TITLE = 8;
const SHORTEST_ID = 6;
/** Letters and digits together, as models are called: YS-15, FB20. */
const MODEL = /(?<![a-z0-9])(?:[a-z]{2,8}-?\d{2,6}|[a-z]{1,8}-\d{1,6})[a-z]{0,3}(?![a-z0-9])/giu;

/** What a store is known by: its name, its goods, its articles' ids and questions, and the models that its articles name. */
export function termsOf({ name, products, articles }: KnownStore): readonly Term[] {
  const models = new Set(articles.flatMap(modelsIn));
  const terms: readonly Term[] = [
    ...(plain(name).length >= SHORTEST_NAME ? [{ kind: "other-store" as const, words: name }] : []),
    ...products.map((words) => ({ kind: "other-product" as const, words })),
    ...[...models].map((words) => ({ kind: "other-product" as const, words })),
    ...articles
      .filter(({ id }) => id.length >= SHORTEST_ID && /[-\d]/.test(id))
      .map(({ id }) => ({ kind: "other-article" as const, words: id })),
    ...articles.map(({ question }) => ({ kind: "other-article" as const, words: titleOf(question) })),
  ];
  return terms.filter(({ kind, words }) => kind !== "other-article" || plain(words).length >= SHORTEST_ID);
}

function titleOf(question: string): string {
  const title = question.replace(/[?？。!！\s]+$/u, "");
  return plain(title).length >= SHORTEST_TITLE ? title : "";
}

function modelsIn({ question, alternatives, answer }: KnownStore["articles"][number]): readonly string[] {
  return [question, ...alternatives, answer].flatMap((text) => text.match(MODEL) ?? []).map((model) => model.toUpperCase());
}

/** Which stores are known by which words; changed in place, store by store. */
export interface TermIndex {
  /** From now on a store is known by these words, and by no others. */
  put(store: StoreId, terms: readonly Term[]): void;
  /** The terms in a text, each once, that `own` is not known by. */
  find(text: string, own: readonly StoreId[]): readonly Term[];
}

interface Entry {
  readonly term: Term;
  readonly text: string;
  readonly owners: Set<StoreId>;
}

/** What more stores than these call the same is a word of the trade. */
const MOST_OWNERS = 2;
/** An entry is found by its first signs; most begin otherwise. */
const KEY_LENGTHS = [4, 3, 2];

export function createTermIndex(): TermIndex {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Set<Entry>>();
  const ofStore = new Map<StoreId, readonly Entry[]>();

  function add(store: StoreId, term: Term): Entry | undefined {
    const text = plain(term.words);
    if (text.length < SHORTEST_NAME) return undefined;
    const entry = entries.get(text) ?? { term, text, owners: new Set<StoreId>() };
    entry.owners.add(store);
    entries.set(text, entry);
    const key = keyOf(text);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(entry));
    return entry;
  }

  function forget(store: StoreId): void {
    for (const entry of ofStore.get(store) ?? []) {
      entry.owners.delete(store);
      if (entry.owners.size > 0) continue;
      entries.delete(entry.text);
      byKey.get(keyOf(entry.text))?.delete(entry);
    }
  }

  return {
    put: (store, terms) => {
      forget(store);
      ofStore.set(
        store,
        terms.flatMap((term) => add(store, term) ?? []),
      );
    },
    find: (text, own) => {
      const said = plain(text);
      const ownWords = own.flatMap((store) => ofStore.get(store) ?? []).filter(({ term }) => term.kind !== "other-article");
      const found = new Set<Entry>();
      for (let at = 0; at < said.length; at += 1)
        for (const length of KEY_LENGTHS)
          for (const entry of byKey.get(said.slice(at, at + length)) ?? [])
            if (keyOf(entry.text).length === length && isAt(said, at, entry.text)) found.add(entry);
      return (
        [...found]
          .filter(({ owners }) => owners.size <= MOST_OWNERS && !own.some((store) => owners.has(store)))
          // “茶铺” of another store is a part of one's own “半坡茶铺”.
          .filter(({ text: words }) => !ownWords.some((one) => one.text.includes(words)))
          .map(({ term }) => term)
      );
    },
  };
}

const keyOf = (text: string): string => text.slice(0, 4);

// A Latin word or a number must stand on its own: “ship-time” is not in “shipping-time”.
function isAt(said: string, at: number, words: string): boolean {
  if (!said.startsWith(words, at)) return false;
  const before = said[at - 1] ?? "";
  const after = said[at + words.length] ?? "";
  const isJoined = (outside: string, edge: string | undefined) => LATIN.test(outside) && LATIN.test(edge ?? "");
  return !isJoined(before, words[0]) && !isJoined(after, words.at(-1));
}

const LATIN = /[a-z0-9]/;
