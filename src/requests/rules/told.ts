import type { Conversation, Effect, Reason } from "../../core/decision.ts";
import type { AgentId } from "../../core/ids.ts";
import type { DeskRequest } from "../../core/request.ts";
import { because } from "../../desk/rules/conversation.ts";
import { inYuan } from "../../routing/rules/compensation.ts";

/** What colleagues read in the conversation; shoppers never do. */
export function noteAsked(request: DeskRequest): string {
  const { askedBy, words, deciders } = request;
  const to = deciders.map((as) => DECIDER[as]).join("或");
  return `${askedBy.name}请示${to}：${wishIn(request)}\n${words}`;
}

export function noteDecided({ state, decision, kind, sumFen }: DeskRequest): string {
  if (decision === undefined) return "";
  const who = `${decision.by.name}（${DECIDER[decision.as]}）`;
  if (state === "refused") return `${who}没有同意请示：${decision.reason ?? ""}`;
  if (kind === "other") return `${who}同意了请示`;
  const granted = decision.sumFen ?? sumFen ?? 0;
  const less = sumFen !== undefined && granted < sumFen ? `（请示的是 ${inYuan(sumFen)} 元）` : "";
  return `${who}同意赔付 ${inYuan(granted)} 元${less}`;
}

export function noteWithdrawn(request: DeskRequest, by: string): string {
  return `${by}撤回了请示：${wishIn(request)}`;
}

export function noteExpired(request: DeskRequest): string {
  return `会话结束，请示还没有答复就失效了：${wishIn(request)}`;
}

const DECIDER = { supervisor: "主管", merchant: "商家" } as const;

function wishIn({ kind, sumFen = 0 }: DeskRequest): string {
  return kind === "compensation" ? `赔付 ${inYuan(sumFen)} 元` : "请决定";
}

/** The store's supervisors hear of every request: where it is the merchant's to answer, they know whom to ring. */
export function alertAsked(request: DeskRequest): Effect {
  const { askedBy, kind, sumFen, deciders } = request;
  const isMerchants = !deciders.includes("supervisor");
  const of = isMerchants ? "alert-request-asked-merchant" : "alert-request-asked";
  return alert(request, { id: `request>${request.id}`, reason: because(...worded(of, kind, { agent: askedBy.name, sumFen })) });
}

export function alertLate(request: DeskRequest, minutes: number): Effect {
  const reason = because("alert-request-late", { agent: request.askedBy.name, minutes });
  return alert(request, { id: `request-late>${request.id}`, reason });
}

/** Who asked, and who has the conversation by now, are told what became of it. */
export function alertDecided({ status, agent }: Conversation, request: DeskRequest): readonly Effect[] {
  const { askedBy, decision, kind, state } = request;
  if (decision === undefined) return [];
  const holder = status === "assigned" ? agent?.id : undefined;
  const to = [...new Set([askedBy.id, ...(holder === undefined ? [] : [holder])])];
  const by = decision.by.name;
  const reason =
    state === "refused"
      ? because("alert-request-refused", { by, why: decision.reason ?? "" })
      : because(...worded("alert-request-granted", kind, { by, sumFen: decision.sumFen }));
  return to.map((agentId) => alert(request, { id: `request-decided>${request.id}>${agentId}`, reason, agentId }));
}

function worded(
  code: string,
  kind: DeskRequest["kind"],
  { sumFen = 0, ...values }: { readonly sumFen?: number | undefined } & Readonly<Record<string, string | number | undefined>>,
): [string, Reason["values"]] {
  const said = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return kind === "compensation" ? [`${code}-sum`, { ...said, sum: inYuan(sumFen) }] : [code, said];
}

function alert(
  { storeId, conversationId }: DeskRequest,
  { id, reason, agentId }: { readonly id: string; readonly reason: Reason; readonly agentId?: AgentId },
): Effect {
  const to = agentId === undefined ? ({ type: "supervisors" } as const) : ({ type: "agent", agentId } as const);
  return { type: "alert", alert: { id, storeId, conversationId, to, reason } };
}
