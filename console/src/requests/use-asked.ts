import { useEffect, useRef, useState } from "react";
import { useWords } from "../shared/language.tsx";
import { useLive, type Live } from "../shared/live.ts";
import { newIn } from "../shared/notice-rules.ts";
import { isQuietNow, notify } from "../shared/notices.ts";
import { ring } from "../shared/sound.ts";
import { requestWords } from "./words.ts";

interface Heard {
  readonly sound: boolean;
  /** In a break: nothing rings and nothing pops up. */
  readonly isQuiet: boolean;
}

/** How many requests wait for my answer, live; it rings and a notice pops up when one comes. */
export function useAsked(live: Live, { sound, isQuiet }: Heard): number {
  const words = useWords(requestWords);
  const [mine, setMine] = useState<readonly string[]>();
  const before = useRef<readonly string[]>(undefined);
  useLive(live, (event) => {
    if (event.type === "requests") setMine(event.mine);
  });
  useEffect(() => {
    if (mine === undefined) return;
    const isNew = newIn(before.current, mine).length > 0;
    before.current = mine;
    if (!isNew || isQuiet || isQuietNow()) return;
    if (sound) ring();
    notify(words.notice(mine.length), words.title);
  }, [mine, sound, isQuiet, words]);
  return mine?.length ?? 0;
}
