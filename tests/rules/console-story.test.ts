import { describe, expect, it } from "vitest";
import { nowAndBefore } from "../../console/src/desk/why.ts";
import { whyNow } from "../../console/src/story/why-now.ts";
import { sentenceOf } from "../../src/core/reasons.ts";
import type { StoryStep } from "../../src/desk/api.ts";

const said = (zh: string) => ({ code: "routed-offered", zh, en: zh });
const step = (at: string, names: readonly string[]): StoryStep => ({
  incomingId: at,
  at,
  event: "handover-routed",
  rule: "routing",
  said: [],
  effects: [],
  reasons: [],
  candidates: names.map((name) => ({
    agent: { id: name, name },
    standing: { code: "eligible", zh: "", en: "" },
    chosen: false,
  })),
  others: 0,
  leftOut: 0,
});

describe("Why a conversation is with whom it is", () => {
  it("is told newest first, with who was compared last", () => {
    const steps = [step("1", ["李雷"]), step("2", ["李雷", "韩梅梅"]), step("3", [])];
    const now = whyNow("assigned", [said("接受派单"), said("分给韩梅梅"), said("排队"), said("更早")], steps);
    expect(now?.sentences.map(({ zh }) => zh)).toEqual(["接受派单", "分给韩梅梅", "排队"]);
    expect(now?.compared?.at).toBe("2");
  });

  it("says nothing while the bot has it, and of nobody where nobody was compared", () => {
    expect(whyNow("bot", [said("分给韩梅梅")], [])).toBeUndefined();
    expect(whyNow("assigned", [said("主动接入")], [step("1", [])])).toEqual({ sentences: [said("主动接入")] });
  });
});

describe("Beside a conversation", () => {
  const taken = { code: "routed-assigned", zh: "李雷接受派单", en: "" };
  const offered = { code: "routed-offered", zh: "分给李雷：在岗", en: "" };
  const queued = { code: "routed-queued", zh: "排队第 2 位", en: "" };

  it.each([
    ["who took an offer, with why it was offered", [taken, offered, queued], 2],
    ["an offer that nobody took yet", [offered, queued, taken], 1],
    ["who was given it, without an offer", [taken, taken, offered], 1],
    ["a place in the queue, not the offer before it", [queued, offered], 1],
    ["nothing, of what nothing was said", [], 0],
  ])("stands now: %s; the rest was before", (_, why, count) => {
    expect(nowAndBefore(why)).toEqual({ now: why.slice(0, count), before: why.slice(count) });
  });
});

describe("Routing's sentences", () => {
  it.each(["routed-queued", "routed-overflow", "routed-offered", "routed-after-hours"])("%s is said once, not twice", (code) => {
    const values = { zh: "排队第 2 位：没有人有空", en: "Number 2 in the queue: nobody is free", position: 2, agent: "周岚" };
    expect(sentenceOf({ code, values })).toMatchObject({ zh: values.zh, en: values.en });
  });
});
