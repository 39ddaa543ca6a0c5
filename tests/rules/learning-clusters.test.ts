import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../src/core/steps.ts";
import type { Likeness } from "../../src/core/workbench.ts";
import { clusterTexts, mostCentral, mostDifferent } from "../../src/learning/rules/cluster.ts";
import { likeness } from "../support/letter-likeness.ts";

const texts = fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."能刻字吗退货运费包邮"), minLength: 1, maxLength: 6 }), {
  maxLength: 25,
});

describe("Groups of texts", () => {
  const groups = (said: readonly string[]) =>
    finish(
      clusterTexts(
        said.map((text, at) => ({ text, times: at % 3 })),
        likeness,
      ),
    );

  it("have every text once, and none that was not said", () => {
    fc.assert(
      fc.property(texts, (said) => {
        expect(groups(said).flat().sort()).toEqual([...said].sort());
        expect(groups(said).every((group) => group.length > 0)).toBe(true);
      }),
    );
  });

  it("are the same whatever the order", () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (said, chance) => {
        const pairs = said.map((text, at) => ({ text, times: at % 3 }));
        const shuffled = pairs.map((pair) => ({ pair, key: chance.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const again = finish(
          clusterTexts(
            shuffled.map(({ pair }) => pair),
            likeness,
          ),
        );
        expect(again).toEqual(finish(clusterTexts(pairs, likeness)));
      }),
    );
  });

  it("put together what is alike and keep apart what is not, the most said first", () => {
    const said = [
      { text: "能刻字吗", times: 1 },
      { text: "能退货吗", times: 5 },
      { text: "能刻字不", times: 2 },
      { text: "退货能不", times: 1 },
      { text: "包邮", times: 9 },
    ];
    expect(finish(clusterTexts(said, likeness))).toEqual([["包邮"], ["能退货吗", "退货能不"], ["能刻字不", "能刻字吗"]]);
  });

  it("keep a text that is as like to two groups with the first of them", () => {
    const flat: Likeness = (a, b) => (a === b || a === "丙" || b === "丙" ? 0.5 : 0);
    const said = ["甲", "乙", "丙"].map((text, at) => ({ text, times: 9 - at }));
    expect(finish(clusterTexts(said, flat))).toEqual([["甲", "丙"], ["乙"]]);
  });

  it("give others a turn after each text", () => {
    let turns = 0;
    for (
      const step = clusterTexts(
        [
          { text: "一", times: 1 },
          { text: "二", times: 1 },
        ],
        likeness,
      );
      step.next().done !== true;
    )
      turns += 1;
    expect(turns).toBe(2);
  });

  it("have a most central text, and wordings that differ most", () => {
    expect(finish(mostCentral(["运费", "能刻字吗", "能刻字", "能刻字吗呀"], likeness))).toBe("能刻字吗");
    expect(finish(mostCentral([], likeness))).toBeUndefined();
    const wordings = ["能刻字吗", "能刻字吗吗", "刻名", "运费"];
    expect(finish(mostDifferent(wordings, { known: ["能刻字吗"], most: 8, likeness }))).toEqual(["运费", "刻名"]);
    expect(finish(mostDifferent(wordings, { known: [], most: 2, likeness }))).toHaveLength(2);
  });
});
