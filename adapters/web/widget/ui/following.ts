import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** This close to the end counts as reading the newest. */
const NEAR_PX = 80;

interface End {
  readonly lastKey: string | undefined;
  /** The visitor has just said something: they want to see it. */
  readonly isOwnLast: boolean;
}

interface Following {
  /** Something new stands below what is seen. */
  readonly isBehind: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/** Keeps a scrolling box at its end, unless somebody has scrolled up in it. */
export function useFollowing(boxRef: { readonly current: HTMLElement | null }, { lastKey, isOwnLast }: End): Following {
  const isFollowingRef = useRef(true);
  const [isBehind, setBehind] = useState(false);
  const toEnd = useCallback(() => {
    boxRef.current?.scrollTo(0, boxRef.current.scrollHeight);
    setBehind(false);
  }, [boxRef]);
  const onScroll = useCallback(() => {
    const box = boxRef.current;
    if (box === null) return;
    isFollowingRef.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    if (isFollowingRef.current) setBehind(false);
  }, [boxRef]);
  useLayoutEffect(() => {
    if (isFollowingRef.current || isOwnLast) toEnd();
    else setBehind(true);
  }, [lastKey, isOwnLast, toEnd]);
  useEffect(() => {
    // Pictures arrive after their lines, and the phone's keyboard takes room.
    if (boxRef.current === null || !("ResizeObserver" in globalThis)) return;
    const observer = new ResizeObserver(() => isFollowingRef.current && toEnd());
    for (const element of [boxRef.current, boxRef.current.firstElementChild]) if (element !== null) observer.observe(element);
    return () => observer.disconnect();
  }, [boxRef, toEnd]);
  return { isBehind, onScroll, toEnd };
}
