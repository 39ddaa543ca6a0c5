import * as fc from "fast-check";
import { expect, it } from "vitest";
import { hideInReason, hidePersonal } from "../../src/desk/rules/masking.ts";

it.each([
  ["我的电话13812345678，快打", "我的电话138****5678，快打"],
  ["138 1234 5678", "138 **** 5678"],
  ["+86 138-1234-5678", "+86 138-****-5678"],
  ["座机0571-88886666", "座机0571-****6666"],
  ["008613812345678", "0086138****5678"],
  ["１３８１２３４５６７８", "１３８****５６７８"],
  ["138 12345678", "138 ****5678"],
  ["1381234 5678", "138**** 5678"],
  ["138.1234.5678", "138.****.5678"],
  ["138 12 34 56 78", "138 ** ** 56 78"],
  ["1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8"],
  ["一三八一二三四五六七八", "一三八****五六七八"],
  ["(021) 6888-8888", "(021) ****-8888"],
  ["电话是6888 8888", "电话是**** 8888"],
  ["0912-345-678", "09**-**5-678"],
  ["02-2345-6789", "02-****-6789"],
  ["+852 9123 4567", "+852 **** 4567"],
  ["+1 (415) 555-2671", "+1 (41*) ***-2671"],
  ["13812345678 13912345679", "138****5678 139****5679"],
  ["中关村大街甲 27 号", "中关村大街****"],
  ["寄到杭州市西湖区文三路138号2幢301室", "寄到杭州市西湖区文三路****"],
])("“%s” is shown as “%s”", (text, shown) => {
  expect(hidePersonal(text)).toBe(shown);
});

it.each([
  "订单 773206518840227",
  "SF1234567890123",
  "165cm 138斤",
  "满 300 减 40",
  "走这条路",
  "2026-11-20 10:00",
  "139.9 139.9 139",
  "400-820-8820",
])("“%s” is shown as it is", (text) => {
  expect(hidePersonal(text)).toBe(text);
});

it("hides them in the words of a reason, and leaves its figures", () => {
  const reason = { code: "named", values: { named: "13812345678", confidence: 0.93 } };
  expect(hideInReason(reason)).toEqual({ code: "named", values: { named: "138****5678", confidence: 0.93 } });
});

it("hides every mobile number between any words, and twice is once", () => {
  const words = fc.stringMatching(/^[好的亲电话寄到 ，。a-z]{0,20}$/);
  fc.assert(
    fc.property(words, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), words, (before, number, after) => {
      const shown = hidePersonal(`${before}${number}${after}`);
      expect(shown).not.toContain(String(number));
      expect(hidePersonal(shown)).toBe(shown);
    }),
  );
});
