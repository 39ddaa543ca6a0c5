import { useEffect } from "react";
import type { Me } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useLoaded } from "../shared/loaded.ts";

const DECIDED = "counterbell:proposal-decided";
const LOOKED_EVERY_MS = 60_000;

/** Tells the rest of the page that a proposal was decided here. */
export function announceDecision(): void {
  window.dispatchEvent(new Event(DECIDED));
}

/** Calls back after each decision made here. Returns how to stop. */
export function onDecision(call: () => void): () => void {
  window.addEventListener(DECIDED, call);
  return () => window.removeEventListener(DECIDED, call);
}

/** How many proposals wait for this person; 0 for those who do not decide. Looked at every minute. */
export function useOpenProposals({ user: { role }, stores }: Me): number {
  const decides = role === "supervisor" || role === "admin" || stores.some(({ approves }) => approves === true);
  const { value, reload } = useLoaded(decides ? addressTo("/api/console/proposals", { query: { status: "open" } }) : undefined);
  useEffect(() => {
    const timer = setInterval(reload, LOOKED_EVERY_MS);
    const stop = onDecision(reload);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [reload]);
  return value?.toDecide ?? 0;
}
