import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Capabilities } from "../../src/core/channel.ts";
import { shapeFor } from "../../src/pipeline/shape.ts";

const able: Capabilities = { maxTextLength: 50, choices: true, idempotentSend: false, readsLedger: false, attachments: true };

it("leaves a short text as it is", () => {
  expect(shapeFor({ text: "好的" }, able)).toEqual([{ text: "好的" }]);
});

it("numbers choices in the text where there are no buttons", () => {
  const choices = [
    { id: "a", label: "退货" },
    { id: "b", label: "换货" },
  ];
  expect(shapeFor({ text: "哪一个?", choices }, { ...able, choices: false })).toEqual([{ text: "哪一个?\n1. 退货\n2. 换货" }]);
  expect(shapeFor({ text: "哪一个?", choices }, able)).toEqual([{ text: "哪一个?", choices }]);
});

it("puts the buttons under the last part", () => {
  const parts = shapeFor({ text: "字".repeat(120), choices: [{ id: "a", label: "退货" }] }, able);
  expect(parts.map(({ choices }) => choices?.length)).toEqual([undefined, undefined, 1]);
});

it("splits any text into parts that fit, lose nothing and cut no character in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const parts = shapeFor({ text }, able).map((body) => body.text);
      const bare = parts.length === 1 ? parts : parts.map((part) => part.replace(/^\(\d+\/\d+\) /, ""));
      expect(parts.every((part) => part.length <= able.maxTextLength && part.isWellFormed())).toBe(true);
      expect(bare.join("")).toBe(text);
    }),
  );
});
