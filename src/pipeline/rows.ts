import type { Conversation, Escalation } from "../core/decision.ts";
import { agentId, conversationId, escalationId, laneId, storeId } from "../core/ids.ts";
import { LANGUAGES, PHASES, SKILLS, type Agent, type Author, type Phase, type Skill } from "../core/words.ts";
import type { SpokenMessage } from "../core/spine.ts";
import { readPromises } from "../requests/rules/kept.ts";
import { readChoices, readClock, readDeclined, readMemory, readWord } from "./stored.ts";

/** A row of "Conversation" as SQL gives and takes it; times are ISO texts on the way in, dates on the way out. */
export interface ConversationRow {
  readonly id: string;
  readonly storeId: string;
  readonly laneId: string;
  readonly channel: string;
  readonly room: string;
  readonly personId: string;
  readonly personName: string | null;
  readonly verifiedId: string | null;
  readonly status: string;
  readonly epoch: number;
  readonly language: string;
  readonly openedAt: Date | string;
  readonly lastShopperAt: Date | string;
  readonly closedAt: Date | string | null;
  readonly previousId: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly previousAgentId: string | null;
  readonly previousAgentName: string | null;
  readonly choices: unknown;
  readonly skill: string | null;
  readonly phase: string | null;
  readonly urgency: string;
  readonly waitingSince: Date | string | null;
  readonly misses: number;
  readonly rating: number | null;
  readonly ratingComment: string | null;
  readonly memory: unknown;
  readonly agentLeftAt: Date | string | null;
  readonly clock: unknown;
  readonly promises: unknown;
}

export function toConversationRow(conversation: Conversation, ratingComment: string | undefined): ConversationRow {
  const { place, person, agent, previousAgent } = conversation;
  return {
    id: conversation.id,
    storeId: conversation.storeId,
    laneId: conversation.lane,
    channel: place.channel,
    room: place.room,
    personId: person.id,
    personName: person.name ?? null,
    verifiedId: person.verifiedId ?? null,
    status: conversation.status,
    epoch: conversation.epoch,
    language: conversation.language,
    openedAt: iso(conversation.openedAt),
    lastShopperAt: iso(conversation.lastShopperAt),
    closedAt: isoOrNull(conversation.closedAt),
    previousId: conversation.previousId ?? null,
    agentId: agent?.id ?? null,
    agentName: agent?.name ?? null,
    previousAgentId: previousAgent?.id ?? null,
    previousAgentName: previousAgent?.name ?? null,
    choices: conversation.choices,
    skill: conversation.skill ?? null,
    phase: conversation.phase ?? null,
    urgency: conversation.urgency,
    waitingSince: isoOrNull(conversation.waitingSince),
    misses: conversation.misses,
    rating: conversation.rating ?? null,
    ratingComment: ratingComment ?? null,
    memory: conversation.memory ?? {},
    agentLeftAt: isoOrNull(conversation.agentLeftAt),
    clock: conversation.clock ?? null,
    promises: conversation.promises ?? null,
  };
}

const STATUSES: readonly Conversation["status"][] = ["bot", "queued", "offered", "assigned", "closed"];

/** Throws when a column holds a word that we do not use. */
export function fromConversationRow(row: ConversationRow): Conversation {
  return {
    id: conversationId(row.id),
    storeId: storeId(row.storeId),
    lane: laneId(row.laneId),
    place: { channel: row.channel, room: row.room },
    person: { id: row.personId, name: row.personName ?? undefined, verifiedId: row.verifiedId ?? undefined },
    status: readWord("Conversation.status", STATUSES, row.status),
    epoch: row.epoch,
    language: readWord("Conversation.language", LANGUAGES, row.language),
    openedAt: instant(row.openedAt),
    lastShopperAt: instant(row.lastShopperAt),
    closedAt: instantOr(row.closedAt),
    previousId: row.previousId === null ? undefined : conversationId(row.previousId),
    agent: agentOf(row.agentId, row.agentName),
    previousAgent: agentOf(row.previousAgentId, row.previousAgentName),
    choices: readChoices(row.choices),
    skill: skillOf(row.skill),
    phase: phaseOf(row.phase),
    urgency: row.urgency === "high" ? "high" : "normal",
    waitingSince: instantOr(row.waitingSince),
    misses: row.misses,
    rating: row.rating ?? undefined,
    agentLeftAt: instantOr(row.agentLeftAt),
    clock: readClock(row.clock),
    memory: readMemory(row.memory),
    promises: readPromises(row.promises),
  };
}

/** A row of "Escalation". */
export interface EscalationRow {
  readonly id: string;
  readonly storeId: string;
  readonly conversationId: string;
  readonly laneId: string;
  readonly skill: string;
  readonly language: string;
  readonly urgency: string;
  readonly priority: number;
  readonly state: string;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly previousAgentId: string | null;
  readonly waitingSince: Date | string;
  readonly assignedAt: Date | string | null;
  readonly endedAt: Date | string | null;
  readonly told: string | null;
  readonly promisedAt: Date | string | null;
  readonly offeredAt: Date | string | null;
  readonly dueAt: Date | string | null;
  readonly declined: unknown;
  readonly takenOffShift: boolean;
  readonly handOverFor: Date | string | null;
  readonly leftAt: Date | string | null;
}

export function toEscalationRow(escalation: Escalation, now: number): EscalationRow {
  return {
    id: escalation.id,
    storeId: escalation.storeId,
    conversationId: escalation.conversationId,
    laneId: escalation.contactLane,
    skill: escalation.skill,
    language: escalation.language,
    urgency: escalation.urgency,
    priority: escalation.priority,
    state: escalation.state,
    agentId: escalation.agent?.id ?? null,
    agentName: escalation.agent?.name ?? null,
    previousAgentId: escalation.previousAgent ?? null,
    waitingSince: iso(escalation.waitingSince),
    assignedAt: isoOrNull(escalation.assignedAt),
    endedAt: escalation.state === "ended" ? iso(now) : null,
    told: escalation.told ?? null,
    promisedAt: isoOrNull(escalation.promisedAt),
    offeredAt: isoOrNull(escalation.offeredAt),
    dueAt: isoOrNull(escalation.dueAt),
    declined: escalation.declined ?? [],
    takenOffShift: escalation.takenOffShift ?? false,
    handOverFor: isoOrNull(escalation.handOverFor),
    leftAt: isoOrNull(escalation.leftAt),
  };
}

const STATES: readonly Escalation["state"][] = ["waiting", "offered", "assigned", "ended"];

/** What of its conversation an escalation is weighed by; who does not ask for it reads the row alone. */
export interface WeighedBy {
  readonly phase: string | null;
  readonly namedMoney: string | null;
  /** Absent: not asked. */
  readonly silentSince?: Date | string | null;
}

/** Throws when a column holds a word that we do not use. */
export function fromEscalationRow(row: EscalationRow & Partial<WeighedBy>): Escalation {
  const { phase = null, namedMoney, silentSince = null } = row;
  return {
    id: escalationId(row.id),
    storeId: storeId(row.storeId),
    conversationId: conversationId(row.conversationId),
    contactLane: laneId(row.laneId),
    skill: skillOf(row.skill) ?? "presale",
    language: row.language,
    urgency: row.urgency === "high" ? "high" : "normal",
    priority: row.priority,
    state: readWord("Escalation.state", STATES, row.state),
    agent: agentOf(row.agentId, row.agentName),
    previousAgent: row.previousAgentId === null ? undefined : agentId(row.previousAgentId),
    waitingSince: instant(row.waitingSince),
    assignedAt: instantOr(row.assignedAt),
    told: row.told === "queued" || row.told === "after-hours" ? row.told : undefined,
    promisedAt: instantOr(row.promisedAt),
    offeredAt: instantOr(row.offeredAt),
    dueAt: instantOr(row.dueAt),
    declined: readDeclined(row.declined),
    takenOffShift: row.takenOffShift ? true : undefined,
    handOverFor: instantOr(row.handOverFor),
    leftAt: instantOr(row.leftAt),
    phase: phaseOf(phase),
    shopperSilentSince: instantOr(silentSince),
    namedMoney: namedMoney ?? undefined,
  };
}

/** A row of "Message" on its way in. */
export interface MessageRow {
  readonly laneId: string;
  readonly seq: number;
  readonly id: string;
  readonly storeId: string;
  readonly conversationId: string;
  readonly author: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly body: unknown;
  readonly internal: boolean;
  readonly epoch: number;
  readonly incomingId: string;
  readonly createdAt: string;
}

export function toMessageRow(
  message: SpokenMessage,
  home: { readonly lane: string; readonly store: string; readonly epoch: number },
): MessageRow {
  return {
    laneId: home.lane,
    seq: message.seq,
    id: message.id,
    storeId: home.store,
    conversationId: message.conversationId,
    author: message.author.type,
    authorId: message.author.type === "agent" ? message.author.id : null,
    authorName: "name" in message.author ? (message.author.name ?? null) : null,
    body: message.body,
    internal: message.internal,
    epoch: home.epoch,
    incomingId: message.incomingId,
    createdAt: iso(message.at),
  };
}

/** Who said it, from the three columns of a message row. */
export function authorOf(row: {
  readonly author: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
}): Author {
  const name = row.authorName ?? undefined;
  if (row.author === "agent") return { type: "agent", id: agentId(row.authorId ?? ""), name: name ?? "" };
  if (row.author === "shopper") return { type: "shopper", name };
  return row.author === "bot" ? { type: "bot" } : { type: "system" };
}

export const iso = (instantMs: number): string => new Date(instantMs).toISOString();
const isoOrNull = (instantMs: number | undefined): string | null => (instantMs === undefined ? null : iso(instantMs));
const instant = (value: Date | string): number => new Date(value).getTime();
const instantOr = (value: Date | string | null): number | undefined => (value === null ? undefined : instant(value));
const phaseOf = (text: string | null): Phase | undefined =>
  text === null ? undefined : readWord("Conversation.phase", PHASES, text);
const skillOf = (text: string | null): Skill | undefined => SKILLS.find((skill) => skill === text);
const agentOf = (id: string | null, name: string | null): Agent | undefined =>
  id === null ? undefined : { id: agentId(id), name: name ?? id };
