import type {
  ActAnswer,
  ConversationDetail,
  ConversationMessage,
  ConversationPage,
  ConversationRow,
  KeptFile,
  MessagePage,
  Sentence,
  Story,
  StoryStep,
} from "../../src/desk/api.ts";

/** A conversation of the fake desk, with everything the contract shows of it. */
interface Held {
  row: ConversationRow;
  messages: ConversationMessage[];
  why: Sentence[];
  steps: StoryStep[];
}

interface AgentHere {
  readonly id: string;
  readonly name: string;
}

const LIMITS = { bytes: 10_000_000, types: ["image/png", "image/jpeg", "application/pdf"], perReply: 6 };
const STORE = { id: "s1", name: "云裳旗舰店" };

/** The desk in memory: it follows the contract of src/desk/api.ts, so that pages can be tried without the spine. */
export function fakeDesk(now: () => number) {
  const held = new Map<string, Held>();
  const answered = new Map<string, ActAnswer>();
  const files = new Map<string, { readonly file: KeptFile; readonly bytes: Buffer }>();
  let seq = 0;

  function say(
    id: string,
    message: Pick<ConversationMessage, "author" | "text" | "internal"> & Partial<ConversationMessage>,
  ): void {
    const one = known(id);
    seq += 1;
    const at = new Date(now()).toISOString();
    one.messages.push({ seq, id: `m${seq}`, at, ...message });
    if (!message.internal) one.row = { ...one.row, lastText: message.text, lastAt: at };
  }

  function note(
    id: string,
    event: string,
    reasons: readonly Sentence[],
    considered: Pick<StoryStep, "candidates" | "others" | "leftOut"> = NOBODY,
  ): void {
    const one = known(id);
    const at = new Date(now()).toISOString();
    one.steps.push({
      incomingId: `i${one.steps.length + 1}`,
      at,
      event,
      rule: `desk/${event}`,
      said: [],
      effects: ["say"],
      reasons,
      ...considered,
    });
  }

  function known(id: string): Held {
    const one = held.get(id);
    if (one === undefined) throw new Error(`the fake desk has no conversation ${id}: open it first`);
    return one;
  }

  /** A shopper's conversation that waits for a human since `waitedMs`. */
  function open(id: string, opening: { name?: string; text: string; waitedMs: number; row?: Partial<ConversationRow> }): void {
    const since = new Date(now() - opening.waitedMs).toISOString();
    const row: ConversationRow = {
      id,
      store: STORE,
      shopper: { name: opening.name ?? "", number: "3F2A", verified: false },
      channel: "web",
      status: "queued",
      epoch: 1,
      skill: "aftersale",
      urgency: "normal",
      language: "zh-CN",
      lastText: opening.text,
      lastAt: since,
      openedAt: since,
      waitingSince: since,
      ...opening.row,
    };
    held.set(id, { row, messages: [], why: [WHY_SKILL, WHY_FREE], steps: [] });
    say(id, {
      author: { type: "shopper", ...(opening.name === undefined ? {} : { name: opening.name }) },
      text: opening.text,
      internal: false,
    });
    note(id, "message-received", [UNKNOWN_QUESTION]);
    note(id, "escalation-opened", [WHY_SKILL], { candidates: CONSIDERED, others: 3, leftOut: 0 });
    note(id, "handover-routed", [WHY_SKILL, WHY_FREE]);
  }

  function page(list: string, store: string | null, agent: AgentHere | undefined): ConversationPage {
    const rows = [...held.values()].map((one) => one.row).filter((row) => store === null || row.store.id === store);
    const inList: Readonly<Record<string, (row: ConversationRow) => boolean>> = {
      waiting: (row) => row.status === "queued" || row.status === "offered",
      mine: (row) => row.status === "assigned" && row.agent?.id === agent?.id,
      open: (row) => row.status !== "closed",
      closed: (row) => row.status === "closed",
    };
    const of = (name: string) => rows.filter(inList[name] ?? (() => false));
    return {
      items: of(list),
      counts: { waiting: of("waiting").length, mine: of("mine").length, open: of("open").length },
    };
  }

  function detail(id: string): ConversationDetail | undefined {
    const one = held.get(id);
    if (one === undefined) return undefined;
    const why = one.row.status === "bot" ? [] : one.why;
    return { conversation: one.row, ...messages(id, Number.POSITIVE_INFINITY), why, fileLimits: LIMITS, slots: [], requests: [] };
  }

  function messages(id: string, before: number): MessagePage {
    const earlier = known(id).messages.filter((message) => message.seq < before);
    return { messages: earlier.slice(-100), hasEarlier: earlier.length > 100 };
  }

  function story(id: string): Story | undefined {
    const one = held.get(id);
    return one && { steps: one.steps, hasEarlier: false };
  }

  /** Keeps a file as the server would, by what its first bytes say. */
  function keepFile(name: string, bytes: Buffer): KeptFile | undefined {
    const type = [...SIGNATURES].find(([, begins]) => bytes.subarray(0, begins.length).equals(begins))?.[0];
    if (type === undefined) return undefined;
    const file = { id: `f${files.size + 1}`, name, type, bytes: bytes.length };
    files.set(file.id, { file, bytes });
    return file;
  }

  function act(id: string, name: string, request: ActRequest, agent: AgentHere): ActAnswer {
    const before = answered.get(`${id} ${request.clientId}`);
    if (before !== undefined) return before;
    const refusal = refusalOf(known(id).row, name, request, agent);
    if (refusal === undefined) carryOut(id, name, request, agent);
    const answer: ActAnswer = {
      outcome: refusal === undefined ? "done" : "refused",
      ...(refusal === undefined ? {} : { reason: refusal }),
      conversation: known(id).row,
    };
    answered.set(`${id} ${request.clientId}`, answer);
    return answer;
  }

  function carryOut(id: string, name: string, request: ActRequest, agent: AgentHere): void {
    const one = known(id);
    const free = withoutWait(one.row);
    if (name === "claim") one.row = { ...one.row, status: "assigned", agent, epoch: one.row.epoch + 1 };
    if (name === "reply") {
      const attachments = (request.attachments ?? []).flatMap((fileId) => files.get(fileId)?.file ?? []);
      const said = {
        author: { type: "agent", name: agent.name },
        text: request.text ?? "",
        internal: request.internal ?? false,
      } as const;
      say(id, attachments.length === 0 ? said : { ...said, attachments });
      if (request.internal !== true) one.row = { ...free, agent, lastText: request.text ?? "" };
    }
    if (name === "release") one.row = { ...free, status: "bot", epoch: one.row.epoch + 1 };
    if (name === "close") one.row = { ...free, status: "closed", agent, epoch: one.row.epoch + 1 };
    note(id, `agent-${name}`, [{ code: name, zh: `${agent.name} 做了「${name}」`, en: `${agent.name} did “${name}”` }]);
  }

  /** What the shopper's widget would show. */
  function shopperSees(id: string): readonly string[] {
    return known(id)
      .messages.filter((message) => !message.internal)
      .map((message) => message.text);
  }

  return {
    open,
    say,
    page,
    detail,
    messages,
    story,
    act,
    keepFile,
    fileOf: (id: string) => files.get(id),
    shopperSees,
    has: (id: string) => held.has(id),
  };
}

function withoutWait({ waitingSince: _since, agent: _agent, ...rest }: ConversationRow): ConversationRow {
  return rest;
}

export interface ActRequest {
  readonly clientId: string;
  readonly epoch?: number;
  readonly text?: string;
  readonly internal?: boolean;
  readonly attachments?: readonly string[];
}

const SIGNATURES = [
  ["image/png", Buffer.from("89504e47", "hex")],
  ["application/pdf", Buffer.from("%PDF")],
] as const;

function refusalOf(row: ConversationRow, name: string, request: ActRequest, agent: AgentHere): Sentence | undefined {
  if (row.status === "closed" && request.internal !== true) return CLOSED;
  if (row.status === "assigned" && row.agent?.id !== agent.id && request.internal !== true) return TAKEN;
  const isStale = name !== "claim" && request.internal !== true && request.epoch !== row.epoch;
  return isStale ? MOVED_ON : undefined;
}

const NOBODY = { candidates: [], others: 0, leftOut: 0 };
const CONSIDERED: StoryStep["candidates"] = [
  { agent: { id: "a1", name: "李小雨" }, standing: { code: "eligible", zh: "可以接", en: "can take it" }, chosen: true },
  { agent: { id: "a2", name: "王小美" }, standing: { code: "at-capacity", zh: "已满", en: "full" }, chosen: false },
  { agent: { id: "a3", name: "赵一鸣" }, standing: { code: "off-shift", zh: "不在班", en: "off shift" }, chosen: false },
  {
    agent: { id: "a4", name: "孙可" },
    standing: { code: "skill-missing", zh: "技能不足", en: "lacks the skill" },
    chosen: false,
  },
];

const CLOSED: Sentence = { code: "closed", zh: "会话已经结束了。", en: "The conversation is closed." };
const TAKEN: Sentence = { code: "taken", zh: "王小美 已经接了这个会话。", en: "王小美 has taken this conversation." };
const MOVED_ON: Sentence = {
  code: "stale",
  zh: "您打开之后会话有了变化，请看一眼再发。",
  en: "The conversation moved on after you opened it; please look before sending.",
};
const WHY_SKILL: Sentence = {
  code: "skill",
  zh: "顾客要退换货，您会「售后」。",
  en: "The shopper wants to return something; you handle after-sale.",
};
const WHY_FREE: Sentence = {
  code: "free",
  zh: "当班的两位里您手上最少（1/5）。",
  en: "Of the two on shift you have the fewest (1 of 5).",
};
const UNKNOWN_QUESTION: Sentence = {
  code: "unknown",
  zh: "知识库里没有足够像的问题（最高 0.18，低于 0.25），所以转人工。",
  en: "No article is close enough (best 0.18, below 0.25), so a human was called.",
};
