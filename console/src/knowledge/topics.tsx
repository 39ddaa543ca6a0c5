import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { SuggestedLink, TopicList } from "../../../src/knowledge/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { knowledgeWords } from "./words.ts";

const TopicsContext = createContext<TopicList["items"]>([]);

/** Reads once, for everything below, what articles may be linked to. Until it is there, or when it fails, ids stand for names. */
export function Topics({ children }: { readonly children: ReactNode }) {
  const { value } = useLoaded(addressTo("/api/console/topics"));
  return <TopicsContext value={value?.items ?? NOTHING}>{children}</TopicsContext>;
}

const NOTHING: TopicList["items"] = [];

/** What articles may be linked to, by phase. */
export function useTopics(): TopicList["items"] {
  return useContext(TopicsContext);
}

/** How links are told in the reader's language. */
export interface LinkTexts {
  readonly nameOf: (id: string) => string;
  /** Nothing where nobody said, for then the suggestion holds. */
  readonly linked: (topics: readonly string[] | undefined) => string;
  /** `退货运费 82%、运费险 40%`; empty when nothing is likely enough. */
  readonly likely: (suggested: readonly SuggestedLink[]) => string;
}

export function useLinkTexts(): LinkTexts {
  const topics = useTopics();
  const words = useWords(knowledgeWords);
  const { language } = useLanguage();
  const nameOf = (id: string): string => topics.find((topic) => topic.id === id)?.name[language === "en" ? "en" : "zh"] ?? id;
  return {
    nameOf,
    linked: (given) => (given?.length === 0 ? words.linkedToNone : (given ?? []).map(nameOf).join(words.and)),
    likely: (suggested) => suggested.map(({ id, confidence }) => words.likely(nameOf(id), percent(confidence))).join(words.and),
  };
}

/** Whole percents, and never 100: more would say more than is known. */
export function percent(confidence: number): number {
  return Math.min(99, Math.round(100 * confidence));
}
