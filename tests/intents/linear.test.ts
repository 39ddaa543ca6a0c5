import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classifyLinear,
  linearGrams,
  readLinearModel,
  scoreLinear,
  writeLinearModel,
  type LinearModel,
} from "../../intents/linear.ts";
import { hashGram } from "../../intents/grams.ts";
import { normalise } from "../../intents/normalise.ts";
import { trainLinear } from "../../intents/training/linear.ts";

const TOY: readonly (readonly [string, string])[] = [
  ["什么时候发货", "ship"],
  ["今天能发货吗", "ship"],
  ["怎么还不发货", "ship"],
  ["几天发货呀", "ship"],
  ["下单多久发出", "ship"],
  ["when will you ship my order", "ship"],
  ["has my order been shipped", "ship"],
  ["怎么退货", "return"],
  ["我要退货", "return"],
  ["可以退货吗", "return"],
  ["不喜欢能退吗", "return"],
  ["退货地址在哪", "return"],
  ["how do i return this", "return"],
  ["can i send it back", "return"],
  ["有优惠券吗", "coupon"],
  ["券怎么领", "coupon"],
  ["优惠券用不了", "coupon"],
  ["满减券在哪里", "coupon"],
  ["还有券吗", "coupon"],
  ["any discount code", "coupon"],
  ["my coupon does not work", "coupon"],
];
const texts = TOY.map(([text]) => text);
const labels = TOY.map(([, label]) => label);
const model = trainLinear(texts, labels);

/** A hundred and fifty short texts of six characters, with labels that hang on the first of them, more or less. */
const MUDDLED = Array.from({ length: 150 }, (_, at) => {
  const digits = [(at * 7) % 6, (at * 11 + 3) % 5, (at * at) % 6, (at * 13) % 4];
  const text = digits.map((digit) => "退货发券多少"[digit] ?? "").join("");
  return { text, label: `label-${at % 5 === 0 ? at % 3 : (digits[0] ?? 0) % 3}` };
});

function likeliest(of: LinearModel, text: string): string | undefined {
  const shares = classifyLinear(of, text);
  return of.labels[shares.indexOf(Math.max(...shares))];
}

describe("the linear classifier", () => {
  it("knows every text it was trained on when labels can be told apart", () => {
    for (const [text, label] of TOY) expect(likeliest(model, text), text).toBe(label);
  });

  it.each([
    ["能快点发货吗", "ship"],
    ["想把它退货", "return"],
    ["优惠券哪里领", "coupon"],
    ["is there a coupon", "coupon"],
    ["i would like to return it", "return"],
  ])("takes the new text “%s” for %s", (text, label) => {
    expect(likeliest(model, text)).toBe(label);
  });

  it("gives its own texts a margin near +1, and other labels one below 0", () => {
    for (const [text, label] of TOY) {
      const margins = scoreLinear(model, text);
      model.labels.forEach((name, at) => {
        if (name === label) expect(margins[at], text).toBeGreaterThan(0.5);
        else expect(margins[at], text).toBeLessThan(0);
      });
    }
  });

  it("holds the hyperplane of a problem that can be solved by hand", () => {
    const cost = 1;
    const pair = trainLinear(["甲", "乙"], ["a", "b"], { cost, temperature: 1 });

    const [own, other] = scoreLinear(pair, "甲");

    // Two texts without a common gram have the same say on both sides, so that the bias is 0 and the margin is that say:
    // alpha · (1 + 1 / (2 · cost)) = 1.
    expect(own).toBeCloseTo(1 / (1 + 0.5 / cost), 1);
    expect(other).toBeCloseTo(-1 / (1 + 0.5 / cost), 1);
  });

  it("keeps margins closer to their marks when a text on the wrong side costs more", () => {
    const margin = (cost: number): number =>
      Math.max(...scoreLinear(trainLinear(texts, labels, { cost, temperature: 1 }), "什么时候发货"));

    expect(margin(10)).toBeGreaterThan(margin(0.05) + 0.2);
  });

  it("is the same model when it is trained again", () => {
    const again = trainLinear(texts, labels);

    expect(again).toEqual(model);
  });

  it.each([
    ["labels that can be told apart", texts, labels],
    ["labels that contradict each other", MUDDLED.map(({ text }) => text), MUDDLED.map(({ label }) => label)],
  ])("finds the one optimum, whatever the order of the texts: %s", (_, given, named) => {
    const there = trainLinear(given, named, { temperature: 1 });
    const back = trainLinear([...given].reverse(), [...named].reverse(), { temperature: 1 });

    expect(back.labels).toEqual(there.labels);
    const differences = given.flatMap((text) => {
      const before = scoreLinear(there, text);
      return Array.from(scoreLinear(back, text), (margin, at) => Math.abs(margin - (before[at] ?? NaN)));
    });
    expect(Math.max(...differences)).toBeLessThan(0.06);
  });

  it("gives rare grams more worth than frequent ones, and words more than letters", () => {
    const few = trainLinear(["cat dog", "cat cow", "cat pig"], ["x", "y", "z"], { temperature: 1 });
    const worth = (gram: string): number => few.values[few.grams.indexOf(hashGram(gram))] ?? NaN;

    expect(worth("w:dog")).toBeGreaterThan(worth("w:cat"));
    expect(worth("w:dog")).toBeGreaterThan(worth("_dog"));
    expect(worth("_dog")).toBeGreaterThan(worth("g:^ dog"));
  });
});

describe("a text that says nothing known", () => {
  it.each(["", " ", "🎉", "щука", "龘龘", "qqqq"])("“%s” has only the biases as margins, all of them negative", (text) => {
    expect([...scoreLinear(model, text)]).toEqual([...model.bias]);
    expect(Math.max(...scoreLinear(model, text))).toBeLessThan(0);
  });

  it("is never as sure of a label as a text that was learnt", () => {
    const foreign = Math.max(...scoreLinear(model, "今晚的月亮好圆"));
    const learnt = texts.map((text) => Math.max(...scoreLinear(model, text)));

    expect(foreign).toBeLessThan(Math.min(...learnt));
  });

  it("makes a known text beside it less sure", () => {
    const top = (text: string): number => Math.max(...scoreLinear(model, text));

    expect(top("怎么退货蟾蜍望远镜")).toBeLessThan(top("怎么退货") - 0.2);
  });

  it("may be trained on: an empty text neither breaks nor moves the others", () => {
    const withEmpty = trainLinear([...texts, ""], [...labels, "ship"], { temperature: 1 });

    for (const [text, label] of TOY) expect(likeliest(withEmpty, text)).toBe(label);
  });

  it("leaves a model of nothing with no labels, and one label with all of the probability", () => {
    expect(classifyLinear(trainLinear([], []), "发货")).toHaveLength(0);
    expect([...classifyLinear(trainLinear(["发货"], ["ship"]), "退货")]).toEqual([1]);
  });
});

describe("its temperature", () => {
  it("makes probabilities of learnt texts high where labels are easily told apart", () => {
    const shares = classifyLinear(model, "怎么退货");

    expect(Math.max(...shares)).toBeGreaterThan(0.6);
  });

  it("is high, and probabilities modest, where labels mean nothing", () => {
    const senseless = TOY.map((_, at) => `label-${(at * 7) % 3}`);
    const guessing = trainLinear(texts, senseless);

    expect(guessing.temperature).toBeGreaterThan(2 * model.temperature);
    for (const text of texts) expect(Math.max(...classifyLinear(guessing, text))).toBeLessThan(0.5);
  });

  it("spreads probability over labels when it is higher", () => {
    const top = (temperature: number): number => Math.max(...classifyLinear({ ...model, temperature }, "怎么退货"));

    expect(top(0.1)).toBeGreaterThan(top(1));
    expect(top(1)).toBeGreaterThan(top(10));
  });

  it("is taken as given when it is given", () => {
    expect(trainLinear(texts, labels, { temperature: 0.25 }).temperature).toBe(0.25);
  });
});

describe("a model as a file", () => {
  const read = readLinearModel(writeLinearModel(model));

  it("gives the same margins after writing and reading", () => {
    for (const text of [...texts, "没见过的话", ""]) expect(scoreLinear(read, text)).toEqual(scoreLinear(model, text));
    expect(read).toEqual(model);
  });

  it("refuses weights that do not fit its grams", () => {
    const file = writeLinearModel({ ...model, weights: model.weights.slice(1) });

    expect(() => readLinearModel(file)).toThrow(/train it again/);
  });

  it("refuses what is no model", () => {
    expect(() => readLinearModel(Buffer.from('{"labels":[]}\n'))).toThrow();
  });
});

describe("grams", () => {
  it("of Chinese are characters, pairs, signs and both ends", () => {
    expect(linearGrams("退货?")).toEqual(["退", "^退", "货", "退货", "?", "货?", "?$"]);
  });

  it("of other texts are stems, pairs, pairs around a word, and runs of letters", () => {
    expect(linearGrams("no shoes")).toEqual(
      ["_no", "_no_", "no_", "_sh", "_sho", "sho", "shoe", "hoe", "hoes", "oes", "oes_", "es_"].concat([
        "p:^ no",
        "g:^ sho",
        "w:no",
        "p:no sho",
        "g:no $",
        "w:sho",
        "p:sho $",
      ]),
    );
  });

  it("stay few and quick for ten thousand characters of any kind", () => {
    for (const text of ["货".repeat(10_000), "a".repeat(10_000), "a ".repeat(5_000), "abc货 ".repeat(2_000)])
      expect(linearGrams(text).length).toBeLessThan(4_200);
    const different = Array.from({ length: 10_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join("");
    const words = Array.from({ length: 2_000 }, (_, at) => at.toString(36).padStart(5, "q")).join(" ");

    expect(linearGrams(different).length).toBeLessThan(4_200);
    expect(linearGrams(words).length).toBeLessThan(8_000);
  });
});

describe("for any text", () => {
  it("probabilities are between 0 and 1, sum to 1 and keep the order of margins", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom(...texts)), (raw) => {
        const text = normalise(raw).whole;
        const margins = scoreLinear(model, text);
        const shares = classifyLinear(model, text);

        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
        expect(shares.indexOf(Math.max(...shares))).toBe(margins.indexOf(Math.max(...margins)));
      }),
    );
  });

  it("each gram comes once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const grams = linearGrams(normalise(raw).whole);

        expect(new Set(grams).size).toBe(grams.length);
      }),
    );
  });
});

describe("for any small training set", () => {
  const example = fc.record({
    text: fc.string({ unit: fc.constantFrom(..."退货发券吗 ab"), maxLength: 8 }),
    label: fc.constantFrom("x", "y", "z"),
  });

  it("a model survives writing and reading, its weights fit eight bits, and its margins are numbers", () => {
    fc.assert(
      fc.property(fc.array(example, { maxLength: 12 }), (examples) => {
        const trained = trainLinear(
          examples.map(({ text }) => text),
          examples.map(({ label }) => label),
        );
        const file = readLinearModel(writeLinearModel(trained));

        expect(file).toEqual(trained);
        expect(trained.starts.at(-1) ?? 0).toBe(trained.weights.length);
        expect([...trained.weights].includes(0)).toBe(false);
        for (const { text } of examples) expect(scoreLinear(trained, text).every((margin) => Number.isFinite(margin))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
