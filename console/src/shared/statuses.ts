import type { AgentStatus } from "../../../src/desk/api.ts";

/** What people say of themselves: `offline` too, for who goes home before their shift ends. */
export const MY_STATUSES: readonly AgentStatus[] = ["ready", "break", "away", "offline"];
