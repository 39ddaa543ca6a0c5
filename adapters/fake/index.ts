import type { Capabilities, Channel, ChannelEvent, Outbound, Receive, Received, SendOutcome } from "../../src/core/channel.ts";
import type { StoreId } from "../../src/core/ids.ts";
import type { Attachment, Instant, Language, Person } from "../../src/core/words.ts";

/** What the platform does to one send instead of showing it. */
export type Fault =
  | { readonly type: "retry-later"; readonly afterMs: number }
  | { readonly type: "refused"; readonly because: string }
  /** The answer is lost; whether it was shown is up to the test. */
  | { readonly type: "unknown"; readonly isShown: boolean }
  /** The adapter itself breaks. */
  | { readonly type: "throw"; readonly message: string };

/** How somebody says something, where it differs from the usual. */
interface Manner {
  /** Their room; absent: one of their own, named like them. */
  readonly room?: string;
  readonly storeId?: StoreId;
  readonly language?: Language;
  readonly choice?: string;
  readonly attachments?: readonly Attachment[];
  /** The platform's id; the same one again is a redelivery. Absent: a new one. */
  readonly id?: string;
}

export interface FakeChannelOptions {
  readonly name?: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly now?: () => Instant;
  /** Where people are who do not name another store; absent: the binding of their room says it. */
  readonly storeId?: StoreId;
}

/** A chat platform in memory: people say things, see what is sent to them, and the platform fails when told to. */
export interface FakeChannel extends Channel {
  /** Resolves with what the platform was told, when the event is durable. */
  say(person: string | Person, text: string, manner?: Manner): Promise<Received>;
  askForHuman(person: string | Person, manner?: Manner): Promise<Received>;
  rate(person: string | Person, score: number, manner?: Manner & { readonly comment?: string }): Promise<Received>;
  /** The platform brings an event again, word for word; absent: the last one. */
  redeliver(id?: string): Promise<Received>;
  /** The connection came or went. */
  report(isConnected: boolean, detail: string): Promise<Received>;
  /** The next sends fare so, one after another; then everything works again. */
  failNext(...faults: readonly Fault[]): void;
  /** What people saw, in order. */
  readonly sent: readonly Outbound[];
  /** What was tried, also in vain. */
  readonly attempts: readonly Outbound[];
}

const CAPABILITIES: Capabilities = {
  maxTextLength: 2_000,
  choices: true,
  idempotentSend: false,
  readsLedger: false,
  attachments: true,
};

/** Makes an empty platform. */
export function createFakeChannel(options: FakeChannelOptions = {}): FakeChannel {
  const { name = "fake", now = Date.now } = options;
  const capabilities = { ...CAPABILITIES, ...options.capabilities };
  const screen = createScreen(name, capabilities);
  const events = new Map<string, ChannelEvent>();
  let receive: Receive | undefined;
  let last: ChannelEvent | undefined;

  const handIn = (event: ChannelEvent): Promise<Received> => {
    if (receive === undefined) throw new Error(`The channel ${name} is not started: call start(receive) before anybody speaks.`);
    if (event.type !== "state") events.set(event.id, event);
    last = event;
    return receive(event);
  };
  const spoken = (who: string | Person, manner: Manner) => {
    const person = typeof who === "string" ? { id: who } : who;
    return {
      id: manner.id ?? `${name}:${events.size + 1}`,
      at: now(),
      place: { channel: name, room: manner.room ?? person.id },
      person,
      storeId: manner.storeId ?? options.storeId,
      language: manner.language,
    };
  };

  return {
    name,
    capabilities,
    sent: screen.sent,
    attempts: screen.attempts,
    failNext: screen.failNext,
    start: async (given) => {
      receive = given;
    },
    stop: async () => {
      receive = undefined;
    },
    send: async (message) => (receive === undefined ? { type: "retry-later", afterMs: 1_000 } : screen.send(message)),
    say: (person, text, manner = {}) =>
      handIn({ ...spoken(person, manner), type: "message", text, choice: manner.choice, attachments: manner.attachments ?? [] }),
    askForHuman: (person, manner = {}) => handIn({ ...spoken(person, manner), type: "human" }),
    rate: (person, score, manner = {}) => handIn({ ...spoken(person, manner), type: "rating", score, comment: manner.comment }),
    redeliver: (id) => {
      const event = id === undefined ? last : events.get(id);
      if (event === undefined) throw new Error(`There is no event ${id ?? "yet"} to deliver again: let somebody speak first.`);
      return handIn(event);
    },
    report: (connected, detail) => handIn({ type: "state", channel: name, connected, detail }),
  };
}

/** What people see of what is sent, and how sending fails. */
function createScreen(name: string, capabilities: Capabilities) {
  const faults: Fault[] = [];
  const sent: Outbound[] = [];
  const attempts: Outbound[] = [];
  const show = (message: Outbound): void => {
    const isShown = capabilities.idempotentSend && sent.some(({ key }) => key === message.key);
    if (!isShown) sent.push(message);
  };
  return {
    sent,
    attempts,
    failNext: (...given: readonly Fault[]): void => void faults.push(...given),
    send: (message: Outbound): SendOutcome => {
      attempts.push(message);
      const fault = faults.shift();
      if (fault !== undefined) return suffer(fault, () => show(message));
      const refusal = refusalOf(message, capabilities);
      if (refusal !== undefined) return refusal;
      show(message);
      return { type: "delivered", platformId: `${name}-sent-${sent.length}` };
    },
  };
}

function suffer(fault: Fault, show: () => void): SendOutcome {
  switch (fault.type) {
    case "retry-later":
    case "refused":
      return fault;
    case "unknown":
      if (fault.isShown) show();
      return { type: "unknown", because: "the answer was lost" };
    case "throw":
      throw new Error(fault.message);
  }
}

/** The platform holds its senders to the abilities it declares. */
function refusalOf({ body }: Outbound, capabilities: Capabilities): SendOutcome | undefined {
  if (body.text.length > capabilities.maxTextLength)
    return { type: "refused", because: `a text of ${body.text.length} characters; at most ${capabilities.maxTextLength}` };
  if (!capabilities.choices && (body.choices?.length ?? 0) > 0) return { type: "refused", because: "no choices here" };
  if (!capabilities.attachments && (body.attachments?.length ?? 0) > 0) return { type: "refused", because: "no files here" };
  return undefined;
}
