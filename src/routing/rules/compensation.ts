import type { RosterAgent } from "../../staffing/rules/roster.ts";
import type { Bilingual, RoutableEscalation } from "./facts.ts";

/** What may end in money for the shopper. */
const ABOUT_MONEY: readonly string[] = ["refund", "complaint", "aftersale"];

/**
 * How much whoever gets it may promise, beside the sum the shopper named: above it the supervisor or the merchant decides. Where no sum
 * is known it says so; a sum that was named need not be one that is asked for, so nobody is left out for it.
 */
export function limitOf(
  { compensationLimitFen: limit }: Pick<RosterAgent, "compensationLimitFen">,
  { skill, namedMoney }: Pick<RoutableEscalation, "skill" | "namedMoney">,
): readonly Bilingual[] {
  if (limit === undefined || !ABOUT_MONEY.includes(skill)) return [];
  const most = inYuan(limit);
  if (namedMoney === undefined) {
    return [{ zh: `赔付权限 ${most} 元（顾客没说金额）`, en: `may promise up to ¥${most} (the shopper named no sum)` }];
  }
  const named = fenIn(namedMoney);
  if (named === undefined) {
    return [
      {
        zh: `赔付权限 ${most} 元（顾客提到“${namedMoney}”，合多少元不知道）`,
        en: `may promise up to ¥${most} (the shopper named “${namedMoney}”; how much that is in yuan is not known)`,
      },
    ];
  }
  const sum = inYuan(named);
  if (named <= limit) {
    return [
      {
        zh: `顾客提到 ${sum} 元，在赔付权限 ${most} 元以内`,
        en: `the shopper named ¥${sum}, within the ¥${most} they may promise`,
      },
    ];
  }
  return [
    {
      zh: `顾客提到 ${sum} 元，超过赔付权限 ${most} 元，要赔这么多须主管或商家决定`,
      en: `the shopper named ¥${sum}, above the ¥${most} they may promise: as much as that the supervisor or the merchant decides`,
    },
  ];
}

const PLAIN_YUAN = /^[¥￥]? ?(?<yuan>\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(?<rest>\d{1,2}))? ?(?:元|块钱?|人民币|rmb)?$/i;

/** Of a sum as people write it, where it plainly says yuan; undefined for other currencies and for numerals. */
export function fenIn(words: string): number | undefined {
  const { yuan, rest = "" } = PLAIN_YUAN.exec(words.trim())?.groups ?? {};
  return yuan === undefined ? undefined : Number(yuan.replaceAll(",", "")) * 100 + Number(rest.padEnd(2, "0"));
}

/** As people write it: `12`, `12.50`. */
export function inYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
