import type { ArticleId } from "../../core/ids.ts";
import type { Lesson } from "./lessons.ts";

/** Longer is no question that others ask. */
const LONGEST_QUESTION = 300;

/** A masked question as it is put together with others: one line without space around it. Undefined when nothing is left to compare. */
export function tidyQuestion(masked: string): string | undefined {
  const line = masked
    .slice(0, LONGEST_QUESTION)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return /\p{L}/u.test(line) ? line : undefined;
}

/** Whether a question is still not answered as it should be, by what today's knowledge answers it with. */
export function stillTeaches({ chose, unhelped }: Lesson, today: ArticleId | undefined): boolean {
  if (today === undefined) return true;
  return chose === undefined ? unhelped === today : chose !== today;
}

/** An article whose answer did not help. */
export interface Unhelped {
  readonly articleId: ArticleId;
  readonly question: string;
  readonly times: number;
  /** What was asked then, the last first. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;

/** Articles by how often they did not help, the most often first. */
export function unhelpedBy(
  lessons: readonly Lesson[],
  articles: readonly { readonly id: ArticleId; readonly question: string }[],
): readonly Unhelped[] {
  const texts = new Map<ArticleId, string[]>();
  for (const { unhelped, text } of lessons) {
    if (unhelped === undefined) continue;
    const before = texts.get(unhelped);
    if (before === undefined) texts.set(unhelped, [text]);
    else before.push(text);
  }
  const found = articles.flatMap(({ id, question }) => {
    const of = texts.get(id) ?? [];
    const examples = [...new Set(of)].slice(0, MOST_EXAMPLES);
    return of.length === 0 ? [] : [{ articleId: id, question, times: of.length, examples }];
  });
  return found.sort((a, b) => b.times - a.times || (a.articleId < b.articleId ? -1 : 1));
}

/** Why something is proposed, for the supervisor who decides: in Chinese, ` · `, and in English. */
export function noteOf(counts: {
  readonly shoppers: number;
  readonly answered: number;
  readonly similar: ArticleId | undefined;
}): string {
  const { shoppers, answered, similar } = counts;
  const zh = `${shoppers} 位顾客问过，客服答过 ${answered} 位`;
  const en = `asked by ${shoppers}, answered by agents for ${answered}`;
  if (similar === undefined) return `${zh} · ${en}`;
  const near = {
    zh: `与 ${similar} 相近，但客服的回答不同，也可以改那一条`,
    en: `close to ${similar}, but agents answer otherwise; that one could be changed instead`,
  };
  return `${zh}；${near.zh} · ${en}; ${near.en}`;
}
