import { describe, expect, it } from "vitest";
import { fromConversationRow, fromEscalationRow, type ConversationRow, type EscalationRow } from "../../src/pipeline/rows.ts";
import { readStored } from "../../src/pipeline/stored.ts";

const ROW = {
  payload: { id: "m-1", lane: "c_1", at: 5, type: "message-received", text: "在吗", attachments: [], storeId: "s" },
  effects: [{ type: "say", author: { type: "bot" }, body: { text: "在的" }, internal: false, epoch: 0 }],
  reasons: [{ code: "answer", values: { article: "a1", confidence: 0.9, sure: true } }],
};

describe("A stored decision", () => {
  it("is read back as it was stored, down to fields that nobody here knows", () => {
    const payload = { ...ROW.payload, later: "field" };
    expect(readStored({ ...ROW, payload })).toEqual({ incoming: payload, effects: ROW.effects, reasons: ROW.reasons });
  });

  it.each([
    ["an event of a later version", { payload: { ...ROW.payload, type: "teleported" } }, "Event m-1 has a stored payload.type"],
    ["an event without a time", { payload: { ...ROW.payload, at: "noon" } }, "Event m-1 has a stored payload.at"],
    ["no event at all", { payload: null }, "Event without an id has a stored payload"],
    ["an effect of a later version", { effects: [...ROW.effects, { type: "sing" }] }, "Event m-1 has a stored effects.1.type"],
    ["effects that are no list", { effects: {} }, "Event m-1 has a stored effects"],
    ["a reason without values", { reasons: [{ code: "answer" }] }, "Event m-1 has a stored reasons.0.values"],
    ["a reason that says a list", { reasons: [{ code: "a", values: { x: [] } }] }, "Event m-1 has a stored reasons.0.values.x"],
  ])("is refused with %s, naming the event and the place", (_what, change, sentence) => {
    expect(() => readStored({ ...ROW, ...change })).toThrow(sentence);
    expect(() => readStored({ ...ROW, ...change })).toThrow("Ask the version that wrote it.");
  });
});

const CONVERSATION: ConversationRow = {
  id: "v", storeId: "s", laneId: "c_1", channel: "web", room: "r", personId: "p", personName: null, verifiedId: null, status: "bot",
  epoch: 0, language: "zh-CN", openedAt: new Date(1), lastShopperAt: new Date(2), closedAt: null, previousId: null, agentId: null,
  agentName: null, previousAgentId: null, previousAgentName: null, choices: [{ id: "a1", label: "发货" }], skill: "refund",
  phase: "presale", urgency: "high", waitingSince: null, misses: 0, rating: null, ratingComment: null, memory: {}, agentLeftAt: null, clock: null, promises: null,
}; // prettier-ignore

const ESCALATION: EscalationRow = {
  id: "e", storeId: "s", conversationId: "v", laneId: "c_1", skill: "refund", language: "zh", urgency: "normal", priority: 1,
  state: "waiting", agentId: null, agentName: null, previousAgentId: null, waitingSince: new Date(1), assignedAt: null, endedAt: null,
  told: null, promisedAt: null, offeredAt: null, dueAt: null, declined: [], takenOffShift: false, handOverFor: null, leftAt: null,
}; // prettier-ignore

describe("A row", () => {
  it("of a conversation keeps its words", () => {
    expect(fromConversationRow(CONVERSATION)).toMatchObject({
      status: "bot",
      language: "zh-CN",
      phase: "presale",
      choices: [{ id: "a1", label: "发货" }],
    });
    expect(fromConversationRow({ ...CONVERSATION, phase: null, choices: [] })).toMatchObject({ phase: undefined, choices: [] });
  });

  it.each([
    [{ status: "asleep" }, "Conversation.status is “asleep”"],
    [{ language: "de" }, "Conversation.language is “de”"],
    [{ phase: "midsale" }, "Conversation.phase is “midsale”"],
    [{ choices: [{ id: 7 }] }, "expected string"],
    [{ choices: "none" }, "expected array"],
    [{ memory: { slots: [], feeling: { level: "jolly", since: 1, because: "", calm: 0 } } }, "Invalid option"],
    [{ memory: { slots: [{ kind: "mood", value: "好", at: 1 }] } }, "Invalid option"],
    [{ memory: null }, "expected object"],
  ])("of a conversation with %j is refused", (change, sentence) => {
    expect(() => fromConversationRow({ ...CONVERSATION, ...change })).toThrow(sentence);
  });

  it("of a conversation gives back what it remembers; one from before remembers nothing", () => {
    const memory = {
      topic: { question: "黑色有M码吗", at: 1 },
      slots: [{ kind: "size", value: "M", at: 1 }],
      lastAnswered: { articleId: "a1", at: 2, times: 1 },
    };
    expect(fromConversationRow({ ...CONVERSATION, memory }).memory).toEqual(memory);
    expect(fromConversationRow(CONVERSATION).memory).toBeUndefined();
  });

  it("of an escalation with a state we do not use is refused, and the states we use are said", () => {
    expect(fromEscalationRow(ESCALATION).state).toBe("waiting");
    expect(() => fromEscalationRow({ ...ESCALATION, state: "lost" })).toThrow("it knows waiting, offered, assigned, ended");
  });
});
