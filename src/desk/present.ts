import type { Instant } from "../core/words.ts";

/** A sign that somebody is at a conversation, or left it. */
export interface PresenceSign {
  readonly conversationId: string;
  readonly userId: string;
  readonly name: string;
  readonly doing: "looking" | "writing" | "gone";
}

export interface Here {
  readonly name: string;
  readonly doing: "looking" | "writing";
  readonly until: Instant;
}

/** Who has not been heard of for so long is gone; consoles tell every 12 s. */
export const GONE_AFTER_MS = 30_000;

/** Who is at which conversation, as heard in this process. It holds no more than what was heard within the last GONE_AFTER_MS and one sweep. */
export interface Present {
  /** Takes a sign; `isNews`: somebody came, left, or does something else than before. */
  hear(sign: PresenceSign, now: Instant): { readonly people: ReadonlyMap<string, Here>; readonly isNews: boolean };
  /** Who is there now. */
  at(conversationId: string, now: Instant): ReadonlyMap<string, Here>;
  /** Forgets who went without a word; returns how many conversations are still held. */
  sweep(now: Instant): number;
}

/** Nobody is anywhere yet. */
export function createPresent(): Present {
  const places = new Map<string, Map<string, Here>>();

  function peopleAt(conversationId: string, now: Instant): Map<string, Here> {
    const people = places.get(conversationId) ?? new Map<string, Here>();
    for (const [userId, { until }] of people) if (until <= now) people.delete(userId);
    return people;
  }

  return {
    hear: ({ conversationId, userId, name, doing }, now) => {
      const people = peopleAt(conversationId, now);
      const before = people.get(userId)?.doing;
      if (doing === "gone") people.delete(userId);
      else people.set(userId, { name, doing, until: now + GONE_AFTER_MS });
      if (people.size === 0) places.delete(conversationId);
      else places.set(conversationId, people);
      return { people, isNews: before !== (doing === "gone" ? undefined : doing) };
    },
    at: peopleAt,
    sweep: (now) => {
      for (const conversationId of places.keys()) if (peopleAt(conversationId, now).size === 0) places.delete(conversationId);
      return places.size;
    },
  };
}
