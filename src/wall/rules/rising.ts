import type { StoreId } from "../../core/ids.ts";
import { risesFrom } from "./topics.ts";

/** In how many conversations of a day's window an article was the answer; without one: how many conversations there were. */
export interface TopicCount {
  readonly store: StoreId;
  /** 0: today. */
  readonly daysAgo: number;
  readonly articleId?: string | undefined;
  readonly title?: string | undefined;
  readonly count: number;
}

export interface Rising {
  readonly store: StoreId;
  readonly articleId: string;
  readonly title: string;
  readonly today: number;
  /** The mean of the days before. */
  readonly before: number;
}

/** More than these are no news. */
const MOST_TOLD = 8;

/** What comes up clearly more often today, the largest rise first. A store's days without any conversation are no days to compare. */
export function risingTopics(counts: readonly TopicCount[]): readonly Rising[] {
  const days = daysWithAny(counts);
  const topics = new Map<string, TopicCount[]>();
  for (const one of counts) {
    if (one.articleId === undefined) continue;
    const key = `${one.store} ${one.articleId}`;
    topics.set(key, [...(topics.get(key) ?? []), one]);
  }
  const rising = [...topics.values()].flatMap((topic) => risen(topic, days));
  return rising.toSorted((a, b) => b.today - b.before - (a.today - a.before)).slice(0, MOST_TOLD);
}

/** Of how many of the days before anything is known, in the store that is known longest. */
export function comparedDays(counts: readonly TopicCount[]): number {
  return Math.max(0, ...[...daysWithAny(counts).values()].map((days) => days.length));
}

function risen(topic: readonly TopicCount[], days: ReadonlyMap<StoreId, readonly number[]>): readonly Rising[] {
  const today = topic.find(({ daysAgo }) => daysAgo === 0);
  if (today?.articleId === undefined) return [];
  const before = (days.get(today.store) ?? []).map((day) => topic.find(({ daysAgo }) => daysAgo === day)?.count ?? 0);
  const mean = risesFrom({ today: today.count, before });
  if (mean === undefined) return [];
  const { store, articleId, title = articleId, count } = today;
  return [{ store, articleId, title, today: count, before: mean }];
}

function daysWithAny(counts: readonly TopicCount[]): ReadonlyMap<StoreId, readonly number[]> {
  const days = new Map<StoreId, number[]>();
  for (const { store, articleId, daysAgo } of counts)
    if (articleId === undefined && daysAgo > 0) days.set(store, [...(days.get(store) ?? []), daysAgo]);
  return days;
}
