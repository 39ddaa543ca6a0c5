import { describe, expect, it } from "vitest";
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

describe("Routing's sentences", () => {
  it.each(["routed-queued", "routed-overflow", "routed-offered", "routed-after-hours"])("%s is said once, not twice", (code) => {
    const values = { zh: "排队第 2 位：没有人有空", en: "Number 2 in the queue: nobody is free", position: 2, agent: "周岚" };
    expect(sentenceOf({ code, values })).toMatchObject({ zh: values.zh, en: values.en });
  });
});
