import { expect, it } from "vitest";
import type { Decision, Effect } from "../../src/core/decision.ts";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import type { Incoming } from "../../src/core/incoming.ts";
import { refusalOf } from "../../src/desk/settled.ts";
import { HAN, replied, routed } from "../support/desk-facts.ts";

const act = { ...replied(), type: "agent-transferred", to: { type: "queue" }, reason: "忙", summary: "换码" } as const;
const refuse: Effect = { type: "refuse", reason: { code: "refused-not-yours", values: { agent: HAN.name } } };
const decided = (...effects: readonly Effect[]): Decision => ({ rule: "test", effects, reasons: [] });

/** A spine on which everything is decided already. */
function settledAs(steps: Readonly<Record<string, Decision>>) {
  const waited: string[] = [];
  const spine = {
    submit: async () => "stored" as const,
    settled: async (id: string) => (waited.push(id), steps[id]),
  };
  return { spine, waited };
}
const raising = (incoming: Incoming): Effect => ({ type: "raise", incoming });
const outcome = (id: string, about = "v1") =>
  routed({ type: "queued", position: 1 }, { id: incomingId(id), conversationId: conversationId(about) });

it("An act is refused that a later step about the same conversation does not carry out", async () => {
  const { spine, waited } = settledAs({ r1: decided(raising(outcome("t1"))), t1: decided(refuse) });
  expect(await refusalOf({ spine }, act)).toEqual(refuse.type === "refuse" ? refuse.reason : undefined);
  expect(waited).toEqual(["r1", "t1"]);
});

it("An act is done although another conversation, told by the way, moved on", async () => {
  const { spine } = settledAs({
    r1: decided(raising(outcome("t1", "other")), raising(outcome("t2"))),
    t1: decided(refuse),
    t2: decided(),
  });
  expect(await refusalOf({ spine }, act)).toBeUndefined();
});

it("What comes after an act is waited for as long as the act itself, all of it together", async () => {
  const waits = new Set<AbortSignal | undefined>();
  const spine = {
    submit: async () => "stored" as const,
    settled: async (id: string, giveUp?: AbortSignal) => {
      waits.add(giveUp);
      return id === "r1" ? decided(raising(outcome("t1")), raising(outcome("t2"))) : undefined;
    },
  };
  expect(await refusalOf({ spine }, act)).toBeUndefined();
  expect(waits.size).toBe(1);
});
