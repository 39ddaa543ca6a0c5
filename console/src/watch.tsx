import { useEffect, useRef } from "react";
import type { ConversationPage } from "../../src/desk/api.ts";
import { concerns } from "./desk/concerns.ts";
import { deskWords } from "./desk/words.ts";
import { noticeWords } from "./notices/words.ts";
import { useAsked } from "./requests/use-asked.ts";
import { addressTo } from "./shared/calls.ts";
import { useWords } from "./shared/language.tsx";
import { useLive } from "./shared/live.ts";
import { useLoaded } from "./shared/loaded.ts";
import { beganToWait } from "./shared/notice-rules.ts";
import { isQuietNow, notify } from "./shared/notices.ts";
import type { Route } from "./shared/route.ts";
import { useSession } from "./shared/session.tsx";
import { ring } from "./shared/sound.ts";
import { useCalm } from "./shared/use-calm.ts";
import { sharedWords } from "./shared/words.ts";

/** A busy desk moves many times a second. */
const READ_AT_MOST_EVERY_MS = 1_000;

interface Props {
  readonly route: Route;
  readonly sound: boolean;
}

/** Keeps the number of waiting shoppers and of requests to answer in the title, and rings when one more comes. */
export function Watch({ route, sound }: Props) {
  const words = useWords(sharedWords);
  const { live, me } = useSession();
  const isQuiet = me.agent !== undefined && me.agent.status !== "ready";
  const asked = useAsked(live, { sound, isQuiet });
  const noticeTexts = useWords(noticeWords);
  const deskTexts = useWords(deskWords);
  // The counts are the same in every list; in mine it shows as well whose shopper wrote again.
  const { value, failure, reload } = useLoaded(addressTo("/api/console/conversations", { query: { list: "mine" } }));
  const waiting = value?.counts.waiting;
  const mine = value?.items;
  const before = useRef<{ readonly waiting: number; readonly mine: ConversationPage["items"] }>(undefined);
  const readAgain = useCalm(reload, READ_AT_MOST_EVERY_MS);
  const watched = { list: "mine", agentId: me.agent?.id, shown: mine ?? [] } as const;
  useLive(live, (event) => {
    if (
      event.type === "connected"
        ? event.how !== "resumed" || failure !== undefined
        : event.type === "conversation" && concerns(event, watched)
    )
      readAgain();
  });

  useEffect(() => {
    if (waiting === undefined || mine === undefined) return;
    const isMore = before.current !== undefined && waiting > before.current.waiting;
    const [spoke] = beganToWait(before.current?.mine, mine);
    before.current = { waiting, mine };
    // In a break and in quiet hours nothing rings and nothing pops up; the title still counts.
    if ((!isMore && spoke === undefined) || isQuiet || isQuietNow()) return;
    // Who looks at the page sees the words themselves.
    if (sound && (isMore || document.hidden)) ring();
    if (isMore) notify(words.waitingNotice(waiting), words.desk);
    else if (spoke !== undefined)
      notify(noticeTexts.spoke(spoke.shopper.name || deskTexts.visitor(spoke.shopper.number)), spoke.store.name);
  }, [waiting, mine, sound, isQuiet, words, noticeTexts, deskTexts]);

  useEffect(() => {
    document.title = titleOf(words, { route, count: (waiting ?? 0) + asked });
  }, [words, route, waiting, asked]);
  return null;
}

/** The same for merchants, who see no shoppers: requests that wait for their answer. */
export function WatchRequests({ route, sound }: Props) {
  const words = useWords(sharedWords);
  const { live } = useSession();
  const asked = useAsked(live, { sound, isQuiet: false });
  useEffect(() => {
    document.title = titleOf(words, { route, count: asked });
  }, [words, route, asked]);
  return null;
}

function titleOf(words: typeof sharedWords.en, { route, count }: { readonly route: Route; readonly count: number }): string {
  const { page: at } = route;
  const page = at === "story" || at === "unknown" || at === "start" ? words.desk : words[at];
  return `${count === 0 ? "" : `(${count}) `}${page} · Counterbell`;
}
