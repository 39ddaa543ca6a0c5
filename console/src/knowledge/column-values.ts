import type { ArticleRow, ProposedWords } from "../../../src/knowledge/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { useLinkTexts } from "./topics.tsx";
import { knowledgeWords } from "./words.ts";

type Shown = ProposedWords & { readonly status?: ArticleRow["status"]; readonly topics?: readonly string[] };

/** An article's columns as people read them, for a comparison. */
export function useColumnValues(timezone: string): (article: Shown) => Readonly<Record<string, string>> {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { linked } = useLinkTexts();
  const time = (at: string | undefined) => (at === undefined ? "" : momentText({ at, timezone, language }));
  return ({ phase, question, alternatives, answer, topics, validFrom, validUntil, status }) => ({
    phase: shared.phases[phase],
    question,
    alternatives: alternatives.join("\n"),
    answer,
    topics: linked(topics),
    validFrom: time(validFrom),
    validUntil: time(validUntil),
    ...(status === undefined ? {} : { status: words.statuses[status] }),
  });
}
