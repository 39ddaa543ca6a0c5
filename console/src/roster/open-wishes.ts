import { useEffect } from "react";
import type { Role } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useLoaded } from "../shared/loaded.ts";
import { maySee } from "../shared/pages.ts";
import { openWishes } from "./wishes.ts";

const CHANGED = "counterbell:wish-changed";
const LOOKED_EVERY_MS = 60_000;

/** Tells the rest of the page that leave or a swap was decided here. */
export function announceWish(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** How many wishes for leave or a swap wait for a decision of somebody of this role. Looked at every minute. */
export function useOpenWishes(role: Role): number {
  const { value, reload } = useLoaded(maySee(role, "roster") ? addressTo("/api/console/planning/requests") : undefined);
  useEffect(() => {
    const timer = setInterval(reload, LOOKED_EVERY_MS);
    window.addEventListener(CHANGED, reload);
    return () => {
      clearInterval(timer);
      window.removeEventListener(CHANGED, reload);
    };
  }, [reload]);
  return value === undefined ? 0 : openWishes(value);
}
