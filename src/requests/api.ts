/** What the console and the server say to each other about requests (请示), as JSON. Types only: the console imports this file. */
import type { Sentence } from "../desk/api.ts";

/**
 * `GET /api/console/requests?store=&state=open|answered&page=` (20 a page; open: the oldest first, answered: the newest): agents see what
 * they asked, supervisors and admins everything of their stores, merchants of their stores what is theirs to answer.
 */
export interface RequestPage {
  /** When this was true. */
  readonly now: string;
  readonly items: readonly RequestRow[];
  readonly total: number;
  /** How many are open, whatever state was asked for, and how many of these should have been answered by now. */
  readonly open: number;
  readonly late: number;
}

export interface RequestRow {
  readonly id: string;
  readonly store: { readonly id: string; readonly name: string; readonly timezone: string };
  /** In which it was asked; absent for merchants, who see no conversations. */
  readonly conversationId?: string;
  readonly kind: "compensation" | "other";
  /** With compensation: how much is asked for, in fen. */
  readonly sumFen?: number;
  /** The matter, in the agent's words; telephone numbers and the ends of addresses are hidden. */
  readonly words: string;
  readonly askedBy: string;
  /** ISO 8601. */
  readonly askedAt: string;
  /** By when an answer is due. */
  readonly dueAt: string;
  readonly deciders: readonly ("supervisor" | "merchant")[];
  readonly state: "open" | "granted" | "refused" | "withdrawn" | "expired";
  readonly decision?: RequestDecisionRow;
  /** It is mine to answer now. */
  readonly mayAnswer: boolean;
  /** I asked it, and nobody has answered yet. */
  readonly mayWithdraw: boolean;
}

export interface RequestDecisionRow {
  readonly by: string;
  readonly as: "supervisor" | "merchant";
  readonly at: string;
  /** What was granted, of a compensation. */
  readonly sumFen?: number;
  /** Why it was refused. */
  readonly reason?: string;
}

/**
 * `POST /api/console/conversations/:id/requests` (agent who has it) RequestWishBody → ActAnswer. Doing it twice with one clientId does it
 * once. Refused where a sum is asked for already.
 */
export interface RequestWishBody {
  readonly clientId: string;
  readonly kind: "compensation" | "other";
  readonly sumFen?: number;
  readonly words: string;
}

/**
 * `POST /api/console/requests/:id/decide` (supervisor, merchant who may, admin) RequestAnswerBody · `POST …/:id/withdraw` {clientId}
 * (whoever asked) → RequestAnswer. Refused when somebody answered before: `reason` says who.
 */
export interface RequestAnswerBody {
  readonly clientId: string;
  readonly answer: "grant" | "refuse";
  /** With `grant` of a compensation: how much, at most what was asked; absent: as asked. */
  readonly sumFen?: number;
  /** With `refuse`. */
  readonly reason?: string;
}

export interface RequestAnswer {
  readonly outcome: "done" | "refused";
  readonly reason?: Sentence;
  readonly request: RequestRow;
}

/**
 * The event `requests` of `GET /api/console/events` (supervisors, admins, merchants): how it stands now, at the start of a stream and
 * whenever that changes. Merchants hear nothing else there.
 */
export interface RequestsTold {
  /** Open requests that they see: of merchants what is theirs to answer in their stores. */
  readonly ids: readonly string[];
  /** Those of them that wait for this person's answer. */
  readonly mine: readonly string[];
}
