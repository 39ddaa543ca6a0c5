import { fenIn, NUMBER, CURRENCY, UNIT, BARE_END } from "./amounts.ts";

/** A sum that a text promises to its reader. */
export interface PromisedSum {
  /** As it stands in the text: “赔您50元”. */
  readonly words: string;
  readonly fen: number;
}

/**
 * The sums of compensation and refund that an agent's words promise, in Chinese and English; each once. Prices, discounts, what the
 * shopper is to pay, what the agent repeats of the shopper's wish and what they refuse are none. A sum that is not said as a number
 * (全额, 一半) is not found: what it comes to is not in the words.
 */
export function sumsPromised(text: string): readonly PromisedSum[] {
  const plain = plainly(text);
  const found = FORMS.flatMap((form) => [...plain.matchAll(form)].flatMap((match) => promiseIn(plain, match)));
  const bySum = new Map<string, PromisedSum>();
  for (const one of found) if (!bySum.has(String(one.fen))) bySum.set(String(one.fen), one);
  return [...bySum.values()];
}

function promiseIn(text: string, match: RegExpExecArray): readonly PromisedSum[] {
  const fen = fenIn(match.groups?.sum ?? "");
  if (fen === undefined || fen === 0) return [];
  const clause = text.slice(0, match.index).split(CLAUSE_END).at(-1) ?? "";
  if (NOT_PROMISED.some((form) => form.test(clause))) return [];
  return [{ words: match[0].trim(), fen }];
}

/** One width, one Chinese, small letters; nothing is left out, so that what is found can be shown. */
function plainly(text: string): string {
  const narrow = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/gu, "");
  return narrow.replace(TRADITIONAL_SIGNS, (sign) => SIMPLIFIED[sign] ?? sign);
}

const SIMPLIFIED: Readonly<Record<string, string>> = {
  ...{ 賠: "赔", 償: "偿", 補: "补", 給: "给", 妳: "你", 塊: "块", 錢: "钱", 還: "还", 紅: "红", 圓: "元", 圆: "元", 貼: "贴" },
  ...{
    轉: "转",
    帳: "账",
    賬: "账",
    發: "发",
    們: "们",
    這: "这",
    會: "会",
    現: "现",
    馬: "马",
    幫: "帮",
    個: "个",
    筆: "笔",
    額: "额",
  },
  ...{
    沒: "没",
    辦: "办",
    無: "无",
    請: "请",
    說: "说",
    運: "运",
    費: "费",
    險: "险",
    萬: "万",
    兩: "两",
    為: "为",
    約: "约",
    總: "总",
  },
};
const TRADITIONAL_SIGNS = new RegExp(`[${Object.keys(SIMPLIFIED).join("")}]`, "gu");

const CLAUSE_END = /[，,。.!！?？;；、\n]|但是?|不过|所以|就/u;

const any = (...words: readonly string[]): string => `(?:${words.join("|")})`;
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
const SUM = `(?<sum>${any(`(?:${NUMBER}\\s*[-~至到]\\s*)?${CURRENCY}\\s*${NUMBER}`, `(?:${NUMBER}\\s*[-~至到]\\s*)?${NUMBER}\\s*${UNIT}`)})`;
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
const NOT_PROMISED: readonly RegExp[] = [
  /(?:不能|不可以?|没法|没办法|无法|不会|不予|不支持|不得|不该|未能|没有|没说过?|从没|不是)(?:[给您你再直接帮为这样一次全额答应承诺说]){0,6}$/u,
  /(?:您|你|顾客|买家)(?:这边|之前|刚才|刚刚)?(?:要求|想要?|希望|提出|提到|说|申请|主张|诉求)[^，,]{0,6}$/u,
  /(?:运费险|保险公司?|保险)[^，,]{0,8}$/u,
  /(?<![给为帮替])(?:您|你|亲)(?:需要?|得|要|麻烦|可以)?(?:先|再|自己|自行)?$/u,
  /(?:需要?|请|麻烦)(?:您|你|亲)(?:先|再|把)?$/u,
  /(?:can't|cannot|can not|won't|will not|unable to|not able to|don't|do not|never|couldn't)\s+(?:\w+\s+){0,2}$/u,
  /\b(?:you|customer)\s+(?:asked|want|wanted|requested|claimed|said)\s+(?:\w+\s+){0,4}$/u,
];
