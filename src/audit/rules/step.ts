import type { Conversation, Decision, Escalation } from "../../core/decision.ts";
import type { Incoming } from "../../core/incoming.ts";
import type { RequestWish } from "../../core/request.ts";
import { hidePersonal } from "../../desk/rules/masking.ts";
import type { Actor, AuditEntry, Deed, Values } from "./entry.ts";

/** An event with what was decided about it, and how its matter stood before. */
export interface DecidedAct {
  readonly incoming: Incoming;
  readonly decision: Decision;
  /** The conversation of the event's lane, where it is a contact's. */
  readonly conversation?: { readonly before: Conversation | undefined; readonly after: Conversation | undefined } | undefined;
  /** Everything at the desk before it, where it is the desk's lane. */
  readonly escalations?: readonly Escalation[] | undefined;
}

/**
 * What the audit log keeps of an event: an entry for each act of a person on a conversation that was carried out, nothing for
 * what was refused, and nothing for what happened by itself. Of a conversation only where it stands, never a word of it.
 */
export function entryOf(done: DecidedAct): AuditEntry | undefined {
  const { incoming, decision } = done;
  if (decision.effects.some(({ type }) => type === "refuse")) return undefined;
  const told = toldBy(incoming);
  if (told === undefined || !("conversationId" in incoming)) return undefined;
  const { before, after } = standings(done, incoming.conversationId);
  const deed: Deed = {
    act: `conversation.${told.act}`,
    storeId: incoming.storeId,
    thing: `conversation:${incoming.conversationId}`,
    before,
    after: { ...after, ...hidden(told.said) },
  };
  return { ...actorIn(incoming, told.by), ...deed };
}

interface Told {
  readonly act: string;
  /** Who it was, for acts that came from nowhere in the console. */
  readonly by: { readonly id: string; readonly name: string };
  /** Why, and for whom; their own words to their colleagues. */
  readonly said: Values;
}

function toldBy(incoming: Incoming): Told | undefined {
  switch (incoming.type) {
    case "claim-requested":
      return { act: "claim", by: incoming.agent, said: {} };
    case "agent-released":
      return { act: "release", by: incoming.agent, said: saidWhy(incoming) };
    case "agent-closed":
      return { act: "close", by: incoming.agent, said: saidWhy(incoming) };
    case "offer-refused":
      return { act: "refuse", by: incoming.agent, said: { why: incoming.reason } };
    case "agent-transferred":
      return { act: "transfer", by: incoming.agent, said: { to: targetOf(incoming.to), why: incoming.reason } };
    case "agent-replied":
      // The ledger has every reply with who wrote it; what went out against the guard's advice is an act of its own.
      return incoming.confirmed === undefined
        ? undefined
        : { act: "confirm", by: incoming.agent, said: { why: incoming.confirmed.reason } };
    case "supervisor-whispered":
      return { act: "whisper", by: asAgent(incoming.by), said: {} };
    case "request-asked":
      return { act: "request-asked", by: incoming.agent, said: saidOf(incoming.wish) };
    case "request-decided": {
      const { answer, by } = incoming;
      if (answer.type === "refuse") return { act: "request-refused", by: asAgent(by), said: { why: answer.reason } };
      return { act: "request-granted", by: asAgent(by), said: sumIn(answer.sumFen) };
    }
    case "request-withdrawn":
      return { act: "request-withdrawn", by: asAgent(incoming.by), said: {} };
    case "reassign-requested":
      return { act: "reassign", by: asAgent(incoming.by), said: { why: incoming.reason } };
    default:
      return undefined;
  }
}

function saidOf({ kind, sumFen, words }: RequestWish): Values {
  return { kind, ...sumIn(sumFen), why: words };
}

function sumIn(sumFen: number | undefined): Values {
  return sumFen === undefined ? {} : { sumFen };
}

function saidWhy({ reason }: { readonly reason?: string | undefined }): Values {
  return reason === undefined ? {} : { why: reason };
}

/** Why somebody did something may name a number; the log is read where nobody gives a reason for that. */
function hidden(said: Values): Values {
  const shown = Object.entries(said).map(([name, value]) => [name, typeof value === "string" ? hidePersonal(value) : value]);
  return Object.fromEntries(shown);
}

const asAgent = ({ userId: id, name }: { readonly userId: string; readonly name: string }) => ({ id, name });

function targetOf(to: Extract<Incoming, { type: "agent-transferred" }>["to"]): string {
  if (to.type === "agent") return to.agent.name;
  return to.type === "skill" ? to.skill : "queue";
}

function actorIn(incoming: Extract<Incoming, { conversationId: unknown }>, by: Told["by"]): Actor {
  const known = "actedBy" in incoming ? incoming.actedBy : undefined;
  if (known === undefined) return { at: incoming.at, by: by.id, byName: by.name, from: "unknown" };
  const { userId, name, from, via } = known;
  return { at: incoming.at, by: userId, byName: name, from, via };
}

function standings({ decision, conversation, escalations = [] }: DecidedAct, id: string) {
  if (conversation !== undefined) return { before: standingOf(conversation.before), after: standingOf(conversation.after) };
  const written = decision.effects.flatMap((effect) => (effect.type === "write-escalation" ? [effect.escalation] : []));
  const was = escalations.findLast((one) => one.conversationId === id && one.state !== "ended");
  const is = written.findLast((one) => one.conversationId === id) ?? was;
  return { before: matterOf(was), after: matterOf(is) };
}

function standingOf(conversation: Conversation | undefined): Values | undefined {
  return conversation === undefined ? undefined : { status: conversation.status, agent: conversation.agent?.name };
}

/** An escalation's state, as its conversation calls it. */
const STATUS = { waiting: "queued", offered: "offered", assigned: "assigned", ended: "closed" } as const;

function matterOf(escalation: Escalation | undefined): Values | undefined {
  return escalation === undefined ? undefined : { status: STATUS[escalation.state], agent: escalation.agent?.name };
}
