import { fenIn, NUMBER, CURRENCY, UNIT, BARE_END } from "./amounts.ts";
import { any, clauseAfter, clauseBefore, plainly } from "./plain.ts";

/** A sum that a text promises to its reader. */
export interface PromisedSum {
  /** As it stands in the text: “赔您50元”. */
  readonly words: string;
  readonly fen: number;
  /** It speaks of what was promised before: “已经退您50元”. */
  readonly looksBack: boolean;
  /** The reader gets this or the sum before it, not both. */
  readonly isInstead: boolean;
}

/**
 * The sums of compensation and refund that an agent's words promise, in Chinese and English, in their order; what is only said twice is
 * one sum. Prices, discounts, what the shopper is to pay, what the agent repeats of the shopper's wish and what they refuse are none.
 */
export function sumsPromised(text: string): readonly PromisedSum[] {
  const plain = plainly(text);
  const found = FORMS.flatMap((form) => [...plain.matchAll(form)].flatMap((match) => promiseIn(plain, match)));
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from)) if (!kept.some((other) => isSame(one, other))) kept.push(one);
  return kept.map(({ words, fen, looksBack, isMore, from }, index) => {
    const before = kept[index - 1];
    // “要不再补您20元” gives it on top.
    const isInstead = before !== undefined && !isMore && INSTEAD.test(plain.slice(before.to, from));
    return { words, fen, looksBack, isInstead };
  });
}

interface Found extends Omit<PromisedSum, "isInstead"> {
  readonly from: number;
  readonly to: number;
  readonly isMore: boolean;
}

function promiseIn(text: string, match: RegExpExecArray): readonly Found[] {
  const fen = fenIn(match.groups?.sum ?? "");
  if (fen === undefined || fen === 0) return [];
  const before = clauseBefore(text, match.index);
  if (NOT_PROMISED.some((form) => form.test(before))) return [];
  const to = match.index + match[0].length;
  const around = before + match[0] + clauseAfter(text, to);
  const isMore = MORE.test(around);
  const looksBack = !isMore && LOOKS_BACK.test(around);
  return [{ words: match[0].trim(), fen, from: match.index, to, isMore, looksBack }];
}

/** Found by two forms, or said again: unless it is given on top, or one is a refund and the other a compensation. */
function isSame(one: Found, other: Found): boolean {
  if (one.fen !== other.fen) return false;
  if (one.from < other.to) return true;
  return !one.isMore && !(REFUND.test(one.words) && COMPENSATION.test(other.words)) && !(COMPENSATION.test(one.words) && REFUND.test(other.words)); // prettier-ignore
}

const REFUND = /^[退返]/u;
const COMPENSATION = /^[赔补]/u;
const MORE = /再|另外|另(?=给|补|赔|退)|额外|追加|又(?=给|补|赔|退)|\b(?:another|extra|additional|more|on top)\b/u;
const INSTEAD = /或(?!许)|要么|要不|还是|\bor\b/u;
/** Of what was promised or done before. */
export const LOOKS_BACK =
  /已|刚才|刚刚|之前|前面|上面|说好|答应(?:过|[您你]的)|承诺(?:过|[您你]的)|那(?=\d|笔|个|些)|这(?=\d|笔)|\b(?:already|as (?:promised|agreed|said)|earlier)\b/u;

const YOU = any("您", "你", "亲亲?");
/** What may stand between the act and the sum. */
const BETWEEN = `(?:${any(
  ...[
    "给",
    "您",
    "你",
    "亲",
    "这边",
    "大家",
    "一共",
    "总共",
    "共",
    "大概",
    "大约",
    "约",
    "差不多",
    "最多",
    "最高",
    "至多",
    "再",
    "先",
    "个",
    "一个",
    "一笔",
  ],
  ...[
    "了",
    "的",
    "款",
    "钱",
    "现金",
    "差价",
    "金额",
    "金",
    "费用",
    "运费",
    "邮费",
    "定金",
    "押金",
    "尾款",
    "货款",
    "现",
    "部分",
    "是",
    "为",
    "到",
    "回",
    "还",
    "付",
    "到账",
    "全部",
    "直接",
    "多",
    ":",
    "\\s",
  ],
)}){0,6}`;
export const SUM = `(?<sum>${any(`(?:${NUMBER}\\s*[-~至到]\\s*)?${CURRENCY}\\s*${NUMBER}`, `(?:${NUMBER}\\s*[-~至到]\\s*)?${NUMBER}\\s*${UNIT}`)})`;
const SUM_OR_NUMBER = `(?<sum>${any(
  `(?:${NUMBER}\\s*[-~至到]\\s*)?${CURRENCY}\\s*${NUMBER}(?:\\s*${UNIT})?`,
  `(?:${NUMBER}\\s*[-~至到]\\s*)?${NUMBER}\\s*${UNIT}`,
  `${NUMBER}${BARE_END}`,
)})`;

/** To give back or make good. 退货, 退换 and 退订 name no sum; 补 alone is what the shopper pays for a dearer thing. */
const GIVE = any(
  "赔偿",
  "赔付",
  "赔款",
  "(?<![一二两三四五六七八九十]|倍)赔(?!率|本)",
  "补偿",
  "补贴",
  "退(?!货|换|订|后|运|回(?:来|货)|不)",
  "返还?(?!修|回|厂)",
  `补(?:给|还)?${YOU}`,
  `(?:给|帮|为)${YOU}补`,
  `(?:打|转|转账|打款|汇|发)(?:红包)?(?:给|到)${YOU}`,
  `(?:给|帮|为)${YOU}(?:打|转|转账|打款|汇|减免?|优惠|免)`,
);
/** Said after the sum: 50 元赔给您. */
const GIVEN = any("赔", "补偿", "补给", "退(?:给|还|款|回给)", "返还?给?", "(?:打|转|发)(?:给|到)");
const AFTER = `(?:${any(
  ...[
    "我们?",
    "这边",
    "店铺",
    "小店",
    "已经",
    "已",
    "会",
    "马上",
    "稍后",
    "立即",
    "直接",
    "原路",
    "全额?",
    "可以",
    "也",
    "再",
    "来",
    "给",
    "您",
    "你",
    "帮",
    "为",
    "的?差价",
    "的?红包",
    "现金",
    "\\s",
  ],
)}){0,6}`;
const NOUN = any("红包", "补偿", "赔偿", "赔付", "退款", "返现", "现金", "慰问金", "无门槛");

const EN_SUM = `(?<sum>${any(`${CURRENCY}\\s*${NUMBER}(?:\\s*${UNIT})?`, `${NUMBER}\\s*${UNIT}`)})`;
const EN_BETWEEN = `(?:${any(
  ...[
    "you",
    "u",
    "back",
    "a",
    "an",
    "the",
    "of",
    "with",
    "for",
    "full",
    "partial",
    "another",
    "extra",
    "about",
    "up to",
    "around",
  ],
  ...["refund", "compensation", "credit", "coupon", "total", "is", "will be", "amount", "cash", "to", "in", "your account", ":"],
)}\\s*){0,6}`;
const EN_GIVE = any(
  "refund(?:ed|ing)?",
  "reimburs(?:e|ed|ing)",
  "compensat(?:e|ed|ing|ion)",
  "credit(?:ed|ing)?\\s+(?:you|your)",
  "(?:pay|paid|paying|give|giving|gave|send|sending|sent|transfer|transferring|return|returning|offer|offering)\\s+(?:you|u)",
);

const FORMS: readonly RegExp[] = [
  `${GIVE}${BETWEEN}${SUM_OR_NUMBER}`,
  `(?:给|发|送|申请|补)(?:给)?${YOU}?${BETWEEN}${SUM}\\s*(?:的|现金|平台|店铺){0,2}${NOUN}`,
  `${SUM}${AFTER}${GIVEN}`,
  `\\b${EN_GIVE}\\s+${EN_BETWEEN}${EN_SUM}`,
  `\\b(?:refund|reimburse|compensate)(?:ing)?\\s+(?:you\\s+)?(?<sum>${NUMBER})(?=\\s*(?:$|[,.!?]|now|today|for))`,
  `${EN_SUM}\\s*(?:\\w+\\s+){0,1}(?:refund|back|compensation|reimbursement)\\b`,
].map((form) => new RegExp(form, "gu"));

/** What stands before it in its clause and makes it no promise: refused, repeated of the shopper, theirs to pay, an insurer's. */
export const NOT_PROMISED: readonly RegExp[] = [
  /(?:不能|不可以?|没法|没办法|无法|不会|不予|不支持|不得|不该|未能|没有|没说过?|从没|不是)(?:[给您你再直接帮为这样一次全额答应承诺说]){0,6}$/u,
  /(?<![给为帮替跟])(?:您|你|顾客|买家)(?:这边|之前|刚才|刚刚)?(?:要求|想要?|希望|提出|提到|说|申请|主张|诉求)[^，,]{0,6}$/u,
  /(?:运费险|保险公司?|保险)[^，,]{0,8}$/u,
  /(?<![给为帮替])(?:您|你|亲)(?:需要?|得|要|麻烦|可以)?(?:先|再|自己|自行)?$/u,
  /(?:需要?|请|麻烦)(?:您|你|亲)(?:先|再|把)?$/u,
  /(?:can't|cannot|can not|won't|will not|unable to|not able to|don't|do not|never|couldn't)\s+(?:\w+\s+){0,2}$/u,
  /\b(?:you|customer)\s+(?:asked|want|wanted|requested|claimed|said)\s+(?:\w+\s+){0,4}$/u,
];
