import type { Talk } from "./talk.ts";

/** A mark given from this tab: for which conversation, and how far the talk was then. */
export interface Rated {
  readonly conversation: string;
  readonly cursor: number;
}

/** The talk is over, or the desk asks, and nobody has rated it yet. */
export function isRatingDue(talk: Talk, rated: Rated | undefined): boolean {
  return isEnding(talk) && talk.messages.length > 0 && !isRated(talk, rated);
}

/** The panel gives thanks at once; they go as soon as the desk's own stand in the talk. */
export function owesThanks(talk: Talk, rated: Rated | undefined): boolean {
  return rated !== undefined && rated.conversation === newest(talk) && rated.cursor === talk.cursor;
}

/** It is over without a word: nobody closed it, the shopper's silence did. Where the desk asks for a mark, it has said so itself. */
export function endsUntold(talk: Talk): boolean {
  const conversation = newest(talk);
  if (conversation === undefined || talk.state?.status !== "closed") return false;
  return !talk.messages.some((message) => message.conversationId === conversation && message.asksRating === true);
}

function isRated(talk: Talk, rated: Rated | undefined): boolean {
  return (rated !== undefined && rated.conversation === newest(talk)) || (isEnding(talk) && talk.state?.rating !== undefined);
}

function isEnding({ state, messages }: Talk): boolean {
  return state?.status === "closed" || messages.at(-1)?.asksRating === true;
}

function newest({ messages }: Talk): string | undefined {
  return messages.at(-1)?.conversationId;
}
