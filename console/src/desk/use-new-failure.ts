import { useState } from "react";
import type { Failure } from "../shared/api.ts";
import { useLive } from "../shared/live.ts";
import type { Loaded } from "../shared/loaded.ts";
import { useSession } from "../shared/session.tsx";

/**
 * Why something could not be read, where that is news: while the connection is lost, what was read before stays as it is,
 * and the banner over all pages says the rest.
 */
export function useNewFailure({ value, failure }: Loaded<unknown>): Failure | undefined {
  const { live } = useSession();
  const [isLost, setIsLost] = useState(false);
  useLive(live, (event) => {
    if (event.type === "lost") setIsLost(true);
    if (event.type === "connected") setIsLost(false);
  });
  return isLost && value !== undefined && failure?.type === "unconfirmed" ? undefined : failure;
}
