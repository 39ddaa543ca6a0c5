import { describe, expect, it } from "vitest";
import type { Channel, ChannelEvent, Outbound, Receive } from "../../src/core/channel.ts";
import { agentId, messageId } from "../../src/core/ids.ts";
import type { Body } from "../../src/core/words.ts";

/** One platform with one person on it, as the contract sees them. */
export interface ChannelHarness {
  /** Not started. */
  readonly channel: Channel;
  /** To be handed to `start`; counts what comes and stores it by its id. */
  readonly receive: Receive;
  /** The person says something; the same key again is the platform delivering it again. Tells whether the platform was told “got it”. */
  say(key: string, text: string): Promise<"acknowledged" | "refused">;
  /** The same, by somebody without signature, token or membership. Absent where a platform has no such people. */
  sayUnsigned?(key: string, text: string): Promise<"acknowledged" | "refused">;
  /** Where the person is, and who they are. */
  readonly home: Pick<Outbound, "place" | "person">;
  /** Sends through the channel; channels that read the ledger find the message there, as after a commit. */
  send(message: Outbound): ReturnType<Channel["send"]>;
  /** What the person sees, in order. */
  shown(): Promise<readonly Pick<Body, "text" | "choices" | "attachments">[]>;
  /** Lets the next send meet a full, a forbidding or a silent platform. Absent for channels that read the ledger. */
  failNext?(fault: "retry-later" | "refused" | "unknown"): void;
}

export interface Received {
  readonly events: readonly ChannelEvent[];
  readonly receive: Receive;
}

/** What every adapter promises. `makeHarness` gives a fresh platform for each test; what `receive` got is in `events`. */
export function describeChannel(name: string, makeHarness: (received: Received) => Promise<ChannelHarness>): void {
  describe(`The ${name} channel`, () => {
    const setUp = async (store: Receive = createMemory()) => {
      const events: ChannelEvent[] = [];
      const receive: Receive = async (event) => {
        events.push(event);
        return store(event);
      };
      const harness = await makeHarness({ events, receive });
      await harness.channel.start(harness.receive);
      return { ...harness, events };
    };

    it("hands in what a person says, with who, where and when", async () => {
      const { say, events, home, channel } = await setUp();
      expect(await say("key-00000001", "你好，在吗？")).toBe("acknowledged");
      const { place, person } = home;
      expect(events).toMatchObject([
        { type: "message", text: "你好，在吗？", place, person: { id: person.id }, attachments: [] },
      ]);
      expect(place.channel).toBe(channel.name);
    });

    it("gives a redelivery the same id, and other words another one", async () => {
      const { say, events } = await setUp();
      await say("key-00000001", "你好");
      expect(await say("key-00000001", "你好")).toBe("acknowledged");
      await say("key-00000002", "你好");
      const ids = events.map((event) => ("id" in event ? event.id : event.type));
      expect(ids[1]).toBe(ids[0]);
      expect(ids[2]).not.toBe(ids[0]);
    });

    it("does not tell the platform “got it” before the event is durable", async () => {
      const { say } = await setUp(async () => Promise.reject(new Error("the disk is full")));
      expect(await say("key-00000001", "你好")).toBe("refused");
    });

    it("waits for the event to be durable", async () => {
      let store = (): void => undefined;
      const isStored = new Promise<void>((resolve) => (store = resolve));
      const { say, events } = await setUp(async () => isStored.then(() => "stored" as const));
      let isTold = false;
      const told = say("key-00000001", "你好").then(() => (isTold = true));
      await expect.poll(() => events.length).toBe(1);
      expect(isTold).toBe(false);
      store();
      expect(await told).toBe(true);
    });

    it("hands in nothing of those who do not belong", async () => {
      const { sayUnsigned, events } = await setUp();
      if (sayUnsigned === undefined) return;
      expect(await sayUnsigned("key-00000001", "让我进来")).toBe("refused");
      expect(events).toEqual([]);
    });

    it("receives and sends nothing after the stop", async () => {
      const { channel, say, send, events, home } = await setUp();
      await channel.stop();
      expect(await say("key-00000001", "还在吗？")).toBe("refused");
      expect(events).toEqual([]);
      expect((await send(outbound(home, 1, { text: "在的" }))).type).not.toBe("delivered");
    });

    it("starts again after a stop", async () => {
      const { channel, say, receive, events } = await setUp();
      await channel.stop();
      await channel.start(receive);
      expect(await say("key-00000001", "你好")).toBe("acknowledged");
      expect(events).toHaveLength(1);
    });

    it("shows what is sent, in order, without handing it in as if somebody had said it", async () => {
      const { send, shown, home, events } = await setUp();
      for (const [index, text] of ["您好", "请问有什么可以帮您？"].entries())
        expect(await send(outbound(home, index + 1, { text }))).toMatchObject({ type: "delivered" });
      expect((await shown()).map(({ text }) => text)).toEqual(["您好", "请问有什么可以帮您？"]);
      expect(events).toEqual([]);
    });

    it("can do what its capabilities say", async () => {
      const { channel, send, shown, home } = await setUp();
      const { maxTextLength, choices, attachments, idempotentSend, readsLedger } = channel.capabilities;
      const body: Body = {
        text: "长".repeat(maxTextLength),
        choices: choices ? [{ id: "human", label: "人工客服" }] : undefined,
        attachments: attachments ? [{ id: "f1", name: "发票.pdf", type: "application/pdf", bytes: 9 }] : undefined,
      };
      const message = outbound(home, 1, body);
      expect(await send(message)).toMatchObject({ type: "delivered" });
      if (idempotentSend || readsLedger) await send(message);
      const seen = await shown();
      expect(seen.map(({ text }) => text)).toEqual([body.text]);
      expect(seen[0]?.choices).toEqual(body.choices);
      expect(seen[0]?.attachments).toEqual(body.attachments);
    });

    it.each(["retry-later", "refused", "unknown"] as const)("tells %s from delivered", async (fault) => {
      const { failNext, send, shown, home } = await setUp();
      if (failNext === undefined) return;
      failNext(fault);
      const outcome = await send(outbound(home, 1, { text: "您好" }));
      expect(outcome.type).toBe(fault);
      if (outcome.type === "retry-later") expect(outcome.afterMs).toBeGreaterThan(0);
      if (fault !== "unknown") expect(await shown()).toEqual([]);
      expect((await send(outbound(home, 2, { text: "您好" }))).type).toBe("delivered");
    });
  });
}

/** A store of events that knows what it has. */
function createMemory(): Receive {
  const known = new Set<string>();
  return async (event) => {
    if (event.type === "state") return "stored";
    const isKnown = known.has(event.id);
    known.add(event.id);
    return isKnown ? "duplicate" : "stored";
  };
}

function outbound(home: Pick<Outbound, "place" | "person">, seq: number, body: Body): Outbound {
  return { ...home, key: messageId(`m${seq}`), author: { type: "agent", id: agentId("a1"), name: "小林" }, body, seq };
}
