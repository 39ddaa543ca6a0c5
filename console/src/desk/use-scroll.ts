import { useLayoutEffect, useRef } from "react";

/** Who reads this near the end (in pixels) follows what comes. */
const NEAR_END = 240;

/**
 * Keeps the place of who reads: at the end the talk is followed, further up nothing moves, also when earlier messages come
 * in above. `first`: the number of the first message shown; `count`: how many stand there.
 */
export function useKeptPlace(first: number, count: number) {
  const log = useRef<HTMLDivElement>(null);
  const before = useRef<{ readonly first: number; readonly height: number }>(undefined);
  useLayoutEffect(() => {
    const box = log.current;
    if (box === null) return;
    const last = before.current;
    // Before it came: a picture alone is higher than what counts as near.
    const isNearEnd = (last?.height ?? box.scrollHeight) - box.scrollTop - box.clientHeight < NEAR_END;
    if (last !== undefined && first < last.first) box.scrollTop += box.scrollHeight - last.height;
    else if (last === undefined || first > last.first || isNearEnd) box.scrollTop = box.scrollHeight;
    before.current = { first, height: box.scrollHeight };
  }, [first, count]);
  useLayoutEffect(() => (log.current === null ? undefined : stayAtEnd(log.current)), []);
  return log;
}

// Files beside the reply, a growing field or the phone's keyboard take room: the last words stay in sight.
function stayAtEnd(box: HTMLElement): () => void {
  let isAtEnd = true;
  const noted = () => (isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END);
  const observer = new ResizeObserver(() => {
    if (isAtEnd) box.scrollTop = box.scrollHeight;
  });
  box.addEventListener("scroll", noted, { passive: true });
  observer.observe(box);
  return () => {
    box.removeEventListener("scroll", noted);
    observer.disconnect();
  };
}
