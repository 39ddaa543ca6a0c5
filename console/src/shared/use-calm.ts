import { useCallback, useEffect, useRef } from "react";
import { calmly } from "./calm.ts";

/** As `calmly`, for as long as the component stands. */
export function useCalm(act: () => void, everyMs: number): () => void {
  const calm = useRef<ReturnType<typeof calmly>>(undefined);
  useEffect(() => {
    const own = calmly(act, everyMs);
    calm.current = own;
    return own.stop;
  }, [act, everyMs]);
  return useCallback(() => calm.current?.ask(), []);
}
