import { describe, expect, it } from "vitest";
import { levelled, tornBetween } from "../../intents/torn.ts";

const fitting = { covered: 1, covering: 0.3, isExact: false };
const foreign = { covered: 0.5, covering: 0.3, isExact: false };

describe("a short question", () => {
  it("that two articles fit alike leaves the bot torn between these two", () => {
    expect([...tornBetween("怎么洗", [foreign, fitting, fitting])]).toEqual([1, 2]);
    expect([...tornBetween("怎么洗呀亲?", [fitting, fitting])]).toEqual([0, 1]);
  });

  it("that one article alone fits is that article's", () => {
    expect(tornBetween("怎么洗", [fitting, foreign]).size).toBe(0);
  });

  it("that one of the articles asks just so is that article's", () => {
    expect(tornBetween("怎么洗", [{ ...fitting, isExact: true }, fitting]).size).toBe(0);
    expect(tornBetween("怎么洗", [fitting, { ...fitting, covering: 0.75 }]).size).toBe(0);
    expect(tornBetween("怎么洗", [fitting, { ...fitting, covering: 0.74 }]).size).toBe(2);
  });

  it("counts as fitted from nine tenths on", () => {
    expect(tornBetween("怎么洗", [fitting, { ...fitting, covered: 0.9 }]).size).toBe(2);
    expect(tornBetween("怎么洗", [fitting, { ...fitting, covered: 0.89 }]).size).toBe(0);
  });

  it("is no longer short with seven characters, and never in English", () => {
    expect(tornBetween("这件毛衣咋洗", [fitting, fitting]).size).toBe(2);
    expect(tornBetween("这件毛衣怎么洗", [fitting, fitting]).size).toBe(0);
    expect(tornBetween("wash?", [fitting, fitting]).size).toBe(0);
  });

  it("makes none of the torn lead, and leaves the others as they are", () => {
    expect(levelled([0.1, 0.5, 0.2], new Set([1, 2]))).toEqual([0.1, 0.5, 0.5]);
    expect(levelled([0.1, 0.5, 0.2], new Set())).toEqual([0.1, 0.5, 0.2]);
  });
});
