import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptFeeling, Memory } from "../../src/core/decision.ts";
import { FEELINGS, type Feeling, type FeelingLevel, type Reading } from "../../src/core/understanding.ts";
import { releaseToBot } from "../../src/desk/rules/agent-acts.ts";
import { answerMessage } from "../../src/desk/rules/answer.ts";
import { CALM_MESSAGES, feel, forAngry, priorityOf, settle } from "../../src/desk/rules/feeling.ts";
import { askedForHuman } from "../../src/desk/rules/handover.ts";
import { rememberTurn } from "../../src/desk/rules/memory.ts";
import { textFor } from "../../src/desk/rules/texts.ts";
import { candidate, changes, codes, conversation, effectsOf, facts, LI, message, NOW, policy, reading, told } from "../support/desk-facts.ts"; // prettier-ignore

const heard = (level: FeelingLevel, sign = "tone:什么破店"): Feeling => {
  return { level, confidence: 0.9, signs: level === "calm" ? [] : [sign] };
};
const kept = (level: "annoyed" | "angry", more: Partial<KeptFeeling> = {}): KeptFeeling => {
  return { level, since: NOW - 60_000, because: "tone:无语", calm: 0, ...more };
};
const after = (levels: readonly FeelingLevel[], from?: KeptFeeling): KeptFeeling | undefined => {
  let feeling = from;
  levels.forEach((level, at) => (feeling = feel(feeling, heard(level), NOW + at)));
  return feeling;
};
const rank = (feeling: KeptFeeling | undefined): number => FEELINGS.indexOf(feeling?.level ?? "calm");
const level = fc.constantFrom(...FEELINGS);

describe("a conversation's feeling", () => {
  it("rises to angry at once with one clearly angry message, whatever it was", () => {
    for (const from of [undefined, kept("annoyed"), kept("annoyed", { calm: 2 }), kept("angry")])
      expect(feel(from, heard("angry"), NOW)?.level).toBe("angry");
  });

  it("is annoyed after one annoyed message and angry after two", () => {
    expect(after(["annoyed"])?.level).toBe("annoyed");
    expect(after(["annoyed", "annoyed"])?.level).toBe("angry");
    expect(after(["annoyed", "calm", "annoyed"])?.level).toBe("angry");
  });

  it("stays calm while all is calm", () => {
    expect(after(["calm", "calm"])).toBeUndefined();
  });

  it("comes down one level after three calm messages in a row, not before, and a heated one starts the count again", () => {
    expect(after(["calm", "calm"], kept("angry"))?.level).toBe("angry");
    expect(after(["calm", "calm", "calm"], kept("angry"))).toMatchObject({ level: "annoyed", calm: 0 });
    expect(after(["calm", "calm", "annoyed", "calm", "calm"], kept("angry"))?.level).toBe("angry");
    expect(after(Array<FeelingLevel>(2 * CALM_MESSAGES).fill("calm"), kept("angry"))).toBeUndefined();
  });

  it("is not changed by what says nothing about it", () => {
    const angry = kept("angry", { calm: 1 });
    expect(feel(angry, undefined, NOW)).toBe(angry);
    expect(feel(undefined, undefined, NOW)).toBeUndefined();
  });

  it("keeps since when it is so, and the newest words as the reason", () => {
    const again = feel(kept("angry"), heard("angry", "threat:12315"), NOW);
    expect(again).toEqual({ level: "angry", since: NOW - 60_000, because: "threat:12315", calm: 0 });
    expect(feel(kept("annoyed"), heard("angry"), NOW)).toMatchObject({ since: NOW, because: "tone:什么破店" });
  });

  it("never falls two levels with one message, and one calm message calms nobody", () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 30 }), level, (said, next) => {
        const before = after(said);
        const now = feel(before, heard(next), NOW);
        expect(rank(now)).toBeGreaterThanOrEqual(rank(before) - 1);
        if (said.at(-1) !== "calm") expect(rank(feel(before, heard("calm"), NOW))).toBe(rank(before));
        expect(rank(settle(before, NOW))).toBe(Math.max(0, rank(before) - 1));
      }),
    );
  });

  it("is never lower for somebody who wrote the same or worse, message by message", () => {
    const pair = fc.tuple(level, level).map(([a, b]): readonly [FeelingLevel, FeelingLevel] => {
      return FEELINGS.indexOf(a) <= FEELINGS.indexOf(b) ? [a, b] : [b, a];
    });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        expect(rank(after(pairs.map(([, worse]) => worse)))).toBeGreaterThanOrEqual(rank(after(pairs.map(([better]) => better))));
      }),
    );
  });

  it("is calm in the end for everybody who stays calm long enough", () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 30 }), (said) => {
        expect(after([...said, ...Array<FeelingLevel>(2 * CALM_MESSAGES).fill("calm")])).toBeUndefined();
      }),
    );
  });

  it("is kept when other things are remembered", () => {
    const memory: Memory = { slots: [], feeling: kept("angry") };
    const next = rememberTurn(memory, { text: "多久发货呀", at: NOW, reading: reading({ candidates: [candidate("a", 0.9)] }) });
    expect(next.topic?.question).toBe("多久发货呀");
    expect(next.feeling).toBe(memory.feeling);
  });
});

describe("the priority of an escalation", () => {
  it("is raised by danger, a complaint and anger, in this order, and never beyond danger", () => {
    const calm = { skill: "presale", urgency: "normal" } as const;
    expect(priorityOf(calm)).toBe(0);
    expect(priorityOf({ ...calm, feeling: "annoyed" })).toBe(0);
    expect(priorityOf({ ...calm, feeling: "angry" })).toBe(1);
    expect(priorityOf({ ...calm, skill: "complaint" })).toBe(1);
    expect(priorityOf({ ...calm, skill: "complaint", feeling: "angry" })).toBe(2);
    for (const feeling of [undefined, "angry"] as const) expect(priorityOf({ ...calm, urgency: "high", feeling })).toBe(3);
  });
});

const say = (changed: Partial<Reading>, before = conversation()) =>
  answerMessage(facts({ conversation: before, reading: reading(changed) }), message("什么破店，到底多久发货"));
const raised = (decision: ReturnType<typeof say>) => effectsOf(decision, "raise")[0]?.incoming;
const sure = { candidates: [candidate("a", 0.95)] };
const torn = { candidates: [candidate("a", 0.3), candidate("b", 0.28)] };
const angryBefore = conversation({ memory: { slots: [], feeling: kept("angry") } });

describe("an angry shopper", () => {
  it("is still answered what is sure, in the same words, and a human is offered with it", () => {
    const decision = say({ ...sure, feeling: heard("angry") });

    expect(told(decision)).toEqual(["答案a", textFor(policy, { name: "answered-angry", language: "zh-CN", values: {} })]);
    expect(changes(decision).choices?.map(({ id }) => id)).toEqual(["human"]);
    expect(raised(decision)).toBeUndefined();
    expect(codes(decision)).toEqual(["feeling-rose", "answer-confident", "human-offered-angry"]);
    expect(decision.reasons[0]?.values).toEqual({ feeling: "angry", word: "什么破店" });
    expect(changes(decision).memory?.feeling).toEqual({ level: "angry", since: NOW, because: "tone:什么破店", calm: 0 });
  });

  it("is offered a human once, not with each answer", () => {
    expect(told(say({ ...sure, feeling: heard("angry") }, angryBefore))).toEqual(["答案a"]);
  });

  it.each([
    ["asked back", torn],
    ["asked what is meant", { act: "unclear", actConfidence: 0.9 } as const],
    ["turned away", { inScope: 0.01 }],
    ["said goodbye to", { act: "bye", actConfidence: 0.9 } as const],
  ])("is not %s but handed over with more priority, in words that fit", (_, unsure) => {
    const decision = say({ ...unsure, feeling: heard("angry") });

    expect(raised(decision)).toMatchObject({ priority: 1, feeling: "angry", urgency: "normal" });
    expect(codes(decision)).toEqual(expect.arrayContaining(["handover-feeling", "feeling-priority"]));
    expect(told(decision)).toEqual([textFor(policy, { name: "handing-over-complaint", language: "zh-CN", values: {} })]);
  });

  it("is offered a human once, where the answer was given a moment ago and did not help", () => {
    const lastAnswered = { articleId: candidate("a", 1).articleId, at: NOW - 1_000, times: 1 };
    const decision = say({ ...sure, feeling: heard("angry") }, conversation({ memory: { slots: [], lastAnswered } }));
    expect(decision.rule).toBe("desk/asked-again");
    expect(told(decision)).toHaveLength(1);
    expect(changes(decision).choices?.map(({ id }) => id)).toEqual(["human"]);
  });

  it("is treated so until the feeling is down, but calm thanks are taken as such", () => {
    expect(raised(say({ ...torn, feeling: heard("calm") }, angryBefore))).toMatchObject({ priority: 1 });
    expect(raised(say({ act: "thanks", actConfidence: 0.9, feeling: heard("calm") }, angryBefore))).toBeUndefined();
  });

  it("keeps the priority of a complaint and adds to it, and asking for a human by the button counts the same", () => {
    const complaint = say({ act: "complaint", actConfidence: 0.95, skill: "complaint", feeling: heard("angry") });
    expect(raised(complaint)).toMatchObject({ skill: "complaint", priority: 2 });
    const { id, at, lane, storeId, place, person } = message("");
    const pressed = { type: "human-requested", id, at, lane, storeId, place, person } as const;
    const decision = askedForHuman(facts({ conversation: angryBefore, reading: undefined }), pressed);
    expect(effectsOf(decision, "raise")[0]?.incoming).toMatchObject({ priority: 1, feeling: "angry" });
  });

  it("moves up in the queue without losing the place, and only once", () => {
    const waiting = conversation({ status: "queued", skill: "aftersale", waitingSince: NOW - 60_000 });
    const decision = say({ feeling: heard("angry") }, waiting);

    expect(raised(decision)).toMatchObject({ skill: "aftersale", priority: 1, feeling: "angry", conversationId: waiting.id });
    expect(told(decision)).toEqual([]);
    expect(changes(decision).waitingSince).toBeUndefined();
    expect(codes(decision)).toContain("feeling-priority");
    const still = conversation({ status: "queued", memory: { slots: [], feeling: kept("angry") } });
    expect(raised(say({ feeling: heard("angry") }, still))).toBeUndefined();
  });

  it("is marked while a human speaks, and nothing else happens", () => {
    const decision = say({ feeling: heard("angry") }, conversation({ status: "assigned", agent: LI, waitingSince: NOW }));
    expect(changes(decision).memory?.feeling?.level).toBe("angry");
    expect([told(decision), raised(decision)]).toEqual([[], undefined]);
  });

  it("comes down one level when the agent gives the conversation back", () => {
    const held = conversation({ ...angryBefore, status: "assigned", agent: LI });
    const { id, at, lane, storeId } = message("");
    const act = { type: "agent-released", id, at, lane, storeId, conversationId: held.id, agent: LI, epoch: held.epoch } as const;
    const decision = releaseToBot(facts({ conversation: held, reading: undefined }), act);

    expect(changes(decision).memory?.feeling).toMatchObject({ level: "annoyed", since: NOW });
    expect(codes(decision)).toEqual(["released-to-bot", "feeling-fell"]);
  });
});

describe("an annoyed or calm shopper", () => {
  it.each(["annoyed", "calm"] as const)("%s: is asked back like everybody, and nobody else waits longer for it", (feeling) => {
    const decision = say({ ...torn, feeling: heard(feeling) });
    expect(decision.rule).toBe("desk/ask-back");
    expect(raised(say({ act: "human-please", actConfidence: 0.9, feeling: heard(feeling) }))).toMatchObject({ priority: 0 });
  });

  it("is noted with the reason, up and down", () => {
    const up = say({ ...sure, feeling: heard("annoyed", "tone:唉") });
    expect(up.reasons[0]).toEqual({ code: "feeling-rose", values: { feeling: "annoyed", word: "唉" } });
    const before = conversation({ memory: { slots: [], feeling: kept("annoyed", { calm: 2 }) } });
    const down = say({ ...sure, feeling: heard("calm") }, before);
    expect(down.reasons[0]).toEqual({ code: "feeling-fell", values: { feeling: "calm" } });
    expect(changes(down).memory).not.toHaveProperty("feeling");
  });

  it("is decided about as before when the reading says nothing of a feeling", () => {
    const decision = say(torn);
    expect(changes(decision).memory).not.toHaveProperty("feeling");
    expect(codes(decision)).toEqual(["ask-back-close"]);
  });
});

it("what is done for the angry leaves answers and hand-overs as they are", () => {
  for (const action of ["answer", "handover"] as const) {
    const chosen = { action, candidates: [candidate("a", 0.9)], confidence: 0.9, reasons: [] };
    expect(forAngry(chosen, heard("angry"))).toBe(chosen);
  }
});
