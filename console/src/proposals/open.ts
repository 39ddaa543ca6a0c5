import { useEffect } from "react";
import type { ProposalPage } from "../../../src/knowledge/api.ts";
import type { Role } from "../../../src/desk/api.ts";
import { useLoaded } from "../shared/loaded.ts";

const DECIDED = "counterbell:proposal-decided";
const LOOKED_EVERY_MS = 60_000;

/** Tells the rest of the page that a proposal was decided here. */
export function announceDecision(): void {
  window.dispatchEvent(new Event(DECIDED));
}

/** How many proposals wait for somebody of this role; 0 for those who do not decide. Looked at every minute. */
export function useOpenProposals(role: Role): number {
  const decides = role === "supervisor" || role === "admin";
  const { value, reload } = useLoaded<ProposalPage>(decides ? "/api/console/proposals?status=open" : undefined);
  useEffect(() => {
    const timer = setInterval(reload, LOOKED_EVERY_MS);
    window.addEventListener(DECIDED, reload);
    return () => {
      clearInterval(timer);
      window.removeEventListener(DECIDED, reload);
    };
  }, [reload]);
  return value?.open ?? 0;
}
