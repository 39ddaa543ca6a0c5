import { describe, expect, it } from "vitest";
import { articleId } from "../../src/core/ids.ts";
import { noteOf } from "../../src/learning/rules/report.ts";
import { goldenWords } from "../../console/src/proposals/golden-words.ts";
import { goldsIn, goldText } from "../../console/src/proposals/golds.ts";
import { noteFor } from "../../console/src/proposals/note.ts";

describe("The note of a learned proposal", () => {
  it.each([undefined, articleId("ship-time")])("is read in one language, with an article close by or not: %s", (similar) => {
    const note = noteOf({ shoppers: 3, answered: 2, similar });
    const zh = noteFor({ note, origin: "learned" }, "zh-CN");
    const en = noteFor({ note, origin: "learned" }, "en");
    expect(zh).toMatch(/^3 位顾客问过，客服答过 2 位/);
    expect(zh).not.toMatch(/asked|close/);
    expect(en).toMatch(/^asked by 3, answered by agents for 2/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(["采用吧", "A · B · C", ""])("is left as it is where it is none of two languages: %s", (note) => {
    expect(noteFor({ note, origin: "learned" }, "en")).toBe(note);
  });

  it("is left as a person wrote it", () => {
    expect(noteFor({ note: "快递 · 顺丰", origin: "agent" }, "en")).toBe("快递 · 顺丰");
  });
});

describe("What is right for a golden question", () => {
  it.each([
    ["转人工", ["handover"]],
    ["与本店无关", ["none"]],
    ["handover", ["handover"]],
    ["ship-time，ship-fee、 none", ["ship-time", "ship-fee", "none"]],
    [" , ", []],
  ])("may be typed as %s", (text, golds) => {
    expect(goldsIn(text)).toEqual(golds);
  });

  it("comes back from what is shown, in both languages", () => {
    for (const { golds } of Object.values(goldenWords))
      for (const gold of ["handover", "none", "ship-time"]) expect(goldsIn(goldText(gold, golds))).toEqual([gold]);
  });
});
