import type { MessagePage } from "../../../src/desk/api.ts";

/**
 * What is known of a talk after its newest page was read again. Earlier pages stay, unless more was said meanwhile than a
 * page holds: then nobody knows what lies between, and one scrolls up from the newest page anew.
 */
export function withNewest(known: MessagePage | undefined, newest: MessagePage): MessagePage {
  const first = newest.messages[0]?.seq;
  const last = known?.messages.at(-1)?.seq;
  // A conversation's messages are numbered without gaps.
  if (known === undefined || first === undefined || last === undefined || last < first - 1) return newest;
  const earlier = known.messages.filter(({ seq }) => seq < first);
  if (earlier.length === 0) return newest;
  return { messages: [...earlier, ...newest.messages], hasEarlier: known.hasEarlier };
}

/** What is known after the page before `before` was read; unchanged when the talk begins elsewhere by now. */
export function withEarlier(known: MessagePage, earlier: MessagePage, before: number): MessagePage {
  if (known.messages[0]?.seq !== before) return known;
  return { messages: [...earlier.messages, ...known.messages], hasEarlier: earlier.hasEarlier };
}
