import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversation } from "../../src/core/decision.ts";
import { agentId, conversationId, incomingId, requestId, storeId } from "../../src/core/ids.ts";
import { DEFAULT_REQUEST_POLICY } from "../../src/core/policy.ts";
import type { DeskRequest, KeptPromise } from "../../src/core/request.ts";
import { decideContact } from "../../src/desk/rules/decide-contact.ts";
import { evolveConversation } from "../../src/pipeline/evolve.ts";
import { readPromises } from "../../src/requests/rules/kept.ts";
import { grantedFen } from "../../src/requests/rules/policy.ts";
import {
  aboveLimit,
  findPromises,
  judgePromises,
  keptWith,
  standing,
  type PromiseFacts,
} from "../../src/requests/rules/promises.ts";
import { codes, conversation, effectsOf, facts, HAN, LI, replied } from "../support/desk-facts.ts";

const granted = (id: string, sumFen: number, changes: Partial<DeskRequest> = {}): DeskRequest => ({
  id: requestId(id),
  storeId: storeId("s"),
  conversationId: conversationId("c"),
  kind: "compensation",
  sumFen,
  words: "杯子碎了",
  askedBy: { ...LI, userId: "user-li" },
  askedAt: 0,
  dueAt: 1,
  deciders: ["supervisor"],
  state: "granted",
  decision: { by: { userId: "boss", name: "主管甲" }, as: "supervisor", at: 0, sumFen },
  ...changes,
});

const given = (changes: Partial<PromiseFacts> & { readonly limitFen?: number | undefined } = {}): PromiseFacts => {
  const { limitFen, ...rest } = changes;
  const writer = { id: LI.id, isSupervisor: false, limitFen };
  return { policy: DEFAULT_REQUEST_POLICY, writer, requests: [], promises: [], ...rest };
};
const promise = (reply: string, sumFen: number | undefined, more: Partial<KeptPromise> = {}): KeptPromise => ({
  reply: incomingId(reply),
  by: LI.id,
  ...(sumFen === undefined ? {} : { sumFen }),
  ...more,
});

describe("A promise beside those before it", () => {
  it("three times 30 is 90: what is left of the limit grows less, and the sentence says both", () => {
    const twice = [promise("1", 3_000), promise("2", 3_000)];
    expect(judgePromises("再赔您30元", given({ limitFen: 9_000, promises: twice })).type).toBe("own");
    expect(findPromises("再赔您30元", given({ limitFen: 8_999, promises: twice }))).toEqual([
      { kind: "compensation", words: "赔您30元", level: "block", sum: { fen: 3_000, mayFen: 2_999, beforeFen: 6_000 } },
    ]);
    expect(aboveLimit("赔您30元", { fen: 3_000, mayFen: 2_999, beforeFen: 6_000 })).toEqual({
      code: "refused-above-rest",
      values: { words: "赔您30元", most: "29.99", before: "60" },
    });
  });

  it("what a colleague promised is theirs, and what a grant covered is not one's own", () => {
    const theirs = promise("1", 3_000, { by: HAN.id });
    const byGrant = promise("2", 8_000, { requestId: requestId("q") });
    expect(judgePromises("赔您30元", given({ limitFen: 3_000, promises: [theirs, byGrant] })).type).toBe("own");
    expect(judgePromises("赔您30元", given({ limitFen: 3_000, promises: [promise("3", 1)] })).type).toBe("above");
  });

  it("several sums of one reply count together", () => {
    expect(judgePromises("退您20元，再赔您20元", given({ limitFen: 4_000 })).type).toBe("own");
    expect(findPromises("退您20元，再赔您20元", given({ limitFen: 3_999 }))).toMatchObject([
      { words: "退您20元、赔您20元", sum: { fen: 4_000, mayFen: 3_999, beforeFen: 0 } },
    ]);
  });

  it("words that only speak of what stands promise nothing new; of another sum, or on top, they do", () => {
    const once = [promise("1", 3_000)];
    expect(judgePromises("那30元已经退给您了", given({ limitFen: 3_000, promises: once })).type).toBe("none");
    expect(judgePromises("已经退您30元了", given({ limitFen: 0 })).type).toBe("above");
    expect(judgePromises("已经退您40元了", given({ limitFen: 3_000, promises: once })).type).toBe("above");
    expect(judgePromises("已经退您30元了，再退您30元", given({ limitFen: 3_000, promises: once })).type).toBe("above");
    expect(judgePromises("全额退款已经办好了", given({ limitFen: 0, promises: once })).type).toBe("above");
    for (const whole of [promise("1", undefined), promise("1", 12_800, { isWhole: true })])
      expect(judgePromises("全额退款已经办好了", given({ limitFen: 0, promises: [whole] })).type).toBe("none");
    expect(judgePromises("全额退款已经办好了", given({ limitFen: 0 })).type).toBe("above");
  });

  it("without a number it is above any limit, and of no limit it is nobody's business", () => {
    const stopped = findPromises("给您全额退款", given({ limitFen: 100_000, requests: [granted("q", 500_000)] }));
    expect(stopped).toMatchObject([{ words: "全额退款", sum: { mayFen: 500_000, beforeFen: 0 } }]);
    expect(stopped[0]?.sum).not.toHaveProperty("fen");
    expect(aboveLimit("全额退款", { mayFen: 500_000, beforeFen: 0 }).code).toBe("refused-no-sum");
    const whole = judgePromises("给您全额退款128元", given({ limitFen: 12_800 }));
    expect(whole.type).toBe("own");
    const by = { reply: incomingId("r1"), by: LI.id };
    expect(keptWith({ promises: [] }, whole, by)).toEqual([{ ...by, sumFen: 12_800, isWhole: true }]);
    expect(judgePromises("给您全额退款", given())).toMatchObject({ type: "own" });
    const after = given({ limitFen: 5_000, promises: [promise("1", undefined)] });
    expect(judgePromises("赔您1元", after).type).toBe("above");
  });
});

describe("What was granted", () => {
  it("covers one reply, the smallest that is enough; then it is spent", () => {
    const requests = [granted("large", 9_000), granted("small", 6_000)];
    const first = judgePromises("赔您60元", given({ limitFen: 0, requests }));
    expect(first).toMatchObject({ type: "granted", requestId: "small" });
    const by = { reply: incomingId("r1"), by: LI.id };
    const promises = keptWith({ promises: [] }, first, by) ?? [];
    expect(promises).toEqual([{ ...by, sumFen: 6_000, requestId: "small" }]);
    expect(judgePromises("再赔您60元", given({ limitFen: 0, requests, promises }))).toMatchObject({ requestId: "large" });
    expect(judgePromises("再赔您60元", given({ limitFen: 0, requests: [granted("small", 6_000)], promises })).type).toBe("above");
  });

  it("is not spent on what one may promise by oneself, and covers no more than was granted", () => {
    const requests = [granted("q", 6_000)];
    expect(judgePromises("赔您30元", given({ limitFen: 3_000, requests })).type).toBe("own");
    expect(judgePromises("赔您60元", given({ limitFen: 3_000, requests })).type).toBe("granted");
    expect(judgePromises("赔您60.01元", given({ limitFen: 3_000, requests })).type).toBe("above");
  });

  it.each([
    ["open", { state: "open" as const }],
    ["refused", { state: "refused" as const }],
    ["about something else", { kind: "other" as const }],
  ])("covers nothing while it is %s", (_name, changes) => {
    expect(judgePromises("赔您60元", given({ limitFen: 0, requests: [granted("q", 6_000, changes)] })).type).toBe("above");
  });

  it("is there again when the reply that used it never reached the shopper", () => {
    const promises = [promise("r1", 6_000, { requestId: requestId("q") }), promise("r10", 500)];
    const left = standing(promises, ["r1#0", "r7#0"]);
    expect(left).toEqual([promises[1]]);
    expect(judgePromises("赔您60元", given({ limitFen: 0, requests: [granted("q", 6_000)], promises: left })).type).toBe(
      "granted",
    );
  });

  it("is kept as it was written", () => {
    const promises = [promise("r1", 6_000, { requestId: requestId("q"), isWhole: true }), promise("r2", undefined)];
    expect(readPromises(JSON.parse(JSON.stringify(promises)))).toEqual(promises);
    expect(readPromises(null)).toBeUndefined();
  });
});

describe("On the desk", () => {
  const mine = conversation({ status: "assigned", agent: LI });
  const say = (before: Conversation, text: string, id: string) => {
    const decision = decideContact(facts({ conversation: before, limitFen: 5_000 }), replied({ text, id: incomingId(id) }));
    return { decision, now: evolveConversation(before, decision.effects) ?? before };
  };

  it("a reply that promises is kept with its conversation; one that is refused or a remark is not", () => {
    const first = say(mine, "赔您30元", "r1");
    expect(first.now.promises).toEqual([promise("r1", 3_000)]);
    const second = say(first.now, "再赔您30元", "r2");
    expect(codes(second.decision)).toEqual(["refused-above-rest"]);
    expect(effectsOf(second.decision, "change-conversation")).toEqual([]);
    const remark = decideContact(facts({ conversation: mine, limitFen: 0 }), replied({ text: "赔您30元", internal: true }));
    expect([codes(remark), effectsOf(remark, "change-conversation")]).toEqual([["remark-kept"], []]);
    expect(say(mine, "在的", "r3").now.promises).toBeUndefined();
  });

  it("the story says that a grant let it out, once", () => {
    const asked = { ...mine, requests: [granted("q", 8_000)] };
    const first = say(asked, "赔您80元", "r1");
    expect(codes(first.decision)).toEqual(["agent-replied", "promised-as-granted"]);
    expect(codes(say(first.now, "再赔您80元", "r2").decision)).toEqual(["refused-above-limit"]);
    expect(codes(say(first.now, "80元已经退给您了", "r3").decision)).toEqual(["agent-replied"]);
  });
});

describe("Whatever is said, granted and lost", () => {
  const LIMIT = 10_000;
  const step = fc.oneof(
    fc.record({
      type: fc.constant("reply" as const),
      yuan: fc.integer({ min: 1, max: 150 }),
      more: fc.boolean(),
      agent: fc.constantFrom(LI.id, HAN.id),
    }),
    fc.record({ type: fc.constant("whole" as const), agent: fc.constantFrom(LI.id, HAN.id) }),
    fc.record({ type: fc.constant("grant" as const), yuan: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ type: fc.constant("lose" as const), at: fc.nat({ max: 20 }) }),
  );

  it("nobody promises more by themselves than they may, and no grant covers two promises or more than was granted", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let promises: readonly KeptPromise[] = [];
        let requests: readonly DeskRequest[] = [];
        for (const [index, one] of steps.entries()) {
          if (one.type === "grant") requests = [...requests, granted(`q${index}`, one.yuan * 100)];
          if (one.type === "lose") promises = standing(promises, [`${promises[one.at]?.reply}#0`]);
          if (one.type !== "reply" && one.type !== "whole") continue;
          const text = one.type === "whole" ? "给您全额退款" : `${one.more ? "再" : ""}赔您${one.yuan}元`;
          const now = given({ writer: { id: agentId(one.agent), isSupervisor: false, limitFen: LIMIT }, requests, promises });
          const verdict = judgePromises(text, now);
          promises = keptWith(now, verdict, { reply: incomingId(`r${index}`), by: one.agent }) ?? promises;
          expect(verdict.type === "above").toBe(findPromises(text, now).length > 0);
        }
        for (const agent of [LI.id, HAN.id]) {
          const own = promises.filter(({ by, requestId: of }) => by === agent && of === undefined);
          expect(own.map(({ sumFen = Number.POSITIVE_INFINITY }) => sumFen).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(
            LIMIT,
          );
        }
        const used = promises.flatMap(({ requestId: of }) => of ?? []);
        expect(new Set(used).size).toBe(used.length);
        for (const { requestId: of, sumFen } of promises) {
          const request = requests.find(({ id }) => id === of);
          if (request !== undefined) expect(sumFen).toBeLessThanOrEqual(grantedFen(request));
        }
      }),
    );
  });
});
