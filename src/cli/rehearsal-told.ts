import type { Effect, Reason } from "../core/decision.ts";
import type { Incoming, RoutingOutcome } from "../core/incoming.ts";
import { HUMAN_CHOICE } from "../desk/rules/choice.ts";
import type { Act, Played, Stage } from "./rehearsal-stage.ts";

/** What shoppers saw since the last line. */
export function newReplies({ channel, seen }: Stage): readonly string[] {
  const replies = channel.sent.slice(seen.sent).map(({ body }) => body.text);
  seen.sent = channel.sent.length;
  return replies;
}

/** One event and what was decided on it. */
export interface Step {
  readonly incoming: Incoming;
  readonly rule: string;
  readonly effects: readonly Effect[];
  readonly reasons: readonly Reason[];
}

/** What was decided since the last line. */
export async function newSteps(stage: Stage): Promise<readonly Step[]> {
  const { rows } = await stage.db.pool.query<Step & { n: string }>(
    `SELECT i."n", i."payload" AS incoming, d."rule", d."effects", d."reasons" FROM "Decision" d JOIN "Incoming" i ON i."id" = d."incomingId"
     WHERE i."n" > $1 ORDER BY i."n"`,
    [stage.seen.n],
  );
  stage.seen.n = rows.at(-1)?.n ?? stage.seen.n;
  return rows;
}

const ACTIONS: Readonly<Record<string, Played["action"]>> = {
  "desk/answer": "answer",
  "desk/repeat": "answer",
  "desk/ask-back": "clarify",
  "desk/asked-again": "clarify",
  "desk/unclear": "clarify",
  "desk/handover": "handover",
  "desk/small-talk": "smalltalk",
  "desk/decline": "decline",
  "desk/quiet": "quiet",
  "desk/agent-reply": "reply",
  "desk/remark": "note",
  "desk/transfer": "transfer",
  "desk/whisper": "whisper",
  "desk/release": "release",
  "desk/close": "close",
  "requests/ask": "ask",
  "routing/claim-requested": "claim",
  "routing/offer-refused": "refuse",
  "routing/staffing-changed": "status",
};

/** What the line came to, in one word. */
export function actionOf(act: Act, main: Step | undefined): Played["action"] {
  if (act.from === "clock") return "clock";
  // An agent without a conversation has nobody to talk to.
  if (main === undefined || main.effects.some(({ type }) => type === "refuse")) return "refused";
  if (main.rule === "routing/reassign-requested") return act.act === "give" ? "give" : "take-over";
  if (main.rule === "requests/decide") return act.act === "grant" ? "grant" : "refuse-request";
  return ACTIONS[main.rule] ?? "refused";
}

/** The article answered from, or those offered as choices. */
export function articlesOf(effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== "say" || effect.author.type !== "bot") return [];
    const { source, choices = [] } = effect.body;
    return source === undefined ? choices.map(({ id }) => id).filter((id) => id !== HUMAN_CHOICE) : [source.articleId];
  });
}

const outcomesIn = (steps: readonly Step[]): readonly RoutingOutcome[] =>
  steps.flatMap(({ incoming }) => (incoming.type === "handover-routed" ? [incoming.outcome] : []));

/** Who got something last. */
export function takerIn(steps: readonly Step[], ways: readonly ("assigned" | "offered")[]): string | null {
  const last = outcomesIn(steps).findLast((outcome) => ways.some((way) => way === outcome.type));
  return last?.type === "assigned" || last?.type === "offered" ? last.agent.id : null;
}

/** ISO 8601: the moment that was promised last. */
export function promisedIn(steps: readonly Step[]): string | null {
  const last = outcomesIn(steps).findLast((outcome) => outcome.type === "after-hours");
  return last?.next === undefined ? null : new Date(last.next).toISOString();
}

/** The place in the queue that somebody was told last. */
export function placeIn(steps: readonly Step[]): number | null {
  return outcomesIn(steps).findLast((outcome) => outcome.type === "queued")?.position ?? null;
}

/** What was remarkable about who got it. */
export function flagsIn(steps: readonly Step[]): readonly string[] {
  const all = steps.flatMap(({ reasons }) => reasons.flatMap(({ values }) => String(values["flags"] ?? "").split(",")));
  return [...new Set(all.filter((flag) => flag !== ""))];
}

/** What only colleagues read. */
export function notesIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === "say" && effect.internal ? [effect.body.text] : [])),
  );
}

/** Codes of what somebody was alerted to. */
export function alertsIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === "alert" ? [effect.alert.reason.code] : [])));
}
