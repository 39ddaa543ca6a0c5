import { fenIn } from "./amounts.ts";
import { any, clauseAfter, clauseBefore, plainly } from "./plain.ts";
import { LOOKS_BACK, NOT_PROMISED, SUM } from "./sums.ts";

/** A promise of money that says no sum by itself: “全额退款”, “免单”, “退一半”. */
export interface Unnumbered {
  readonly words: string;
  /** The sum that stands in the same clause: “128 元全额退款”; absent: nobody can say from the words what it comes to. */
  readonly fen?: number;
  readonly looksBack: boolean;
}

/**
 * What a text promises to give back or waive as a whole, or by halves, in Chinese and English. What is refused, asked, repeated of the
 * shopper's wish, or a rule that is told (“支持七天无理由，全额退款”), is none.
 */
export function unnumberedPromises(text: string): readonly Unnumbered[] {
  const plain = plainly(text);
  const found = FORMS.flatMap((form) => [...plain.matchAll(form)]).toSorted((a, b) => a.index - b.index);
  const apart = found.filter((match, index) => index === 0 || !overlaps(found[index - 1], match));
  return apart.flatMap((match) => promiseIn(plain, match));
}

function overlaps(before: RegExpExecArray | undefined, { index }: RegExpExecArray): boolean {
  return before !== undefined && index < before.index + before[0].length;
}

function promiseIn(plain: string, match: RegExpExecArray): readonly Unnumbered[] {
  const before = clauseBefore(plain, match.index);
  const end = match.index + match[0].length;
  const after = clauseAfter(plain, end);
  if ([...NOT_PROMISED, ...NOT_GIVEN].some((form) => form.test(before)) || NOT_AFTER.test(after)) return [];
  if (isAsked(before, { plain, end, after }) || isTold(sentenceBefore(plain, match.index), { match, before, after })) return [];
  const around = before + match[0] + after;
  const fen = Math.max(0, ...wholeSums(before, after));
  return [{ words: match[0].trim(), looksBack: LOOKS_BACK.test(around), ...(fen > 0 ? { fen } : {}) }];
}

/** “要全额退款吗？” asks for the shopper's wish; “给您全额退款可以吗？” offers it. */
function isAsked(
  before: string,
  { plain, end, after }: { readonly plain: string; readonly end: number; readonly after: string },
): boolean {
  if (!WISH.test(before)) return false;
  if (OFFER.test(before) && !NEED.test(before)) return false;
  return (
    ASKS.test(after) || /^[?？]/u.test(plain.slice(end + after.length)) || /是否|是不是|要不要|能不能|可不可以/u.test(before)
  );
}

/**
 * A condition stands before what depends on it: “给您全额退款，如有问题随时找我” has none. Words of rules do too, and where the money is
 * said to be this shopper's they are why it is given: “这是质量问题，给您全额退款”.
 */
function isTold(
  sentence: string,
  { match, before, after }: { readonly match: RegExpExecArray; readonly before: string; readonly after: string },
): boolean {
  if (CONDITION.test(sentence) || RULE_AFTER.test(after)) return true;
  return !TO_SHOPPER.test(before) && !/[您你亲]/u.test(match[0]) && RULE.test(sentence);
}

function sentenceBefore(plain: string, at: number): string {
  return (
    plain
      .slice(0, at)
      .split(/[。!！?？\n]/u)
      .at(-1) ?? ""
  );
}

/** Sums that may be what the whole comes to: in its clause, and not given beside it (“全额退款再补偿您10元”). */
function wholeSums(before: string, after: string): readonly number[] {
  const inFront = [...before.matchAll(SUMS)].filter(({ index }) => !BESIDE.test(before.slice(Math.max(0, index - 4))));
  const behind = [...after.matchAll(SUMS)].filter(({ index, 0: sum }) => !BESIDE.test(after.slice(0, index + sum.length + 3)));
  return [...inFront, ...behind].flatMap(({ groups }) => fenIn(groups?.sum ?? "") ?? []);
}

const SUMS = new RegExp(SUM, "gu");
const TO_YOU = "(?:给|还给|回给)?(?:您|你|亲亲?)?";
const BACK = any("退还", "退回", "返还", "退款", "退货款", "退费", "退钱", "赔付", "赔偿", "赔", "补偿", "退(?!货|换|订|后|运)");
const FORMS: readonly RegExp[] = [
  `(?:全额|全数|全款|全价|原价|足额|全部)(?:直接|原路|马上|都|给您|给你|为您|帮您)*${BACK}${TO_YOU}`,
  `退(?:还|回|给|您|你|亲|掉)*(?:全款|全额|全部(?:的?(?:货款|款项?|钱|费用|金额))?|全数|一半|半价|半数|所有(?:的?(?:货款|款项?|钱|费用)))`,
  `(?:货款|钱|款|费用|订单)(?:都|全都?|全部)退(?!货|换|订|后|运)${TO_YOU}`,
  `(?<!完|安|健|齐|周)全退(?!货|换|订|后|运|款?单)${TO_YOU}(?:款)?`,
  `(?:一分|一毛)(?:钱)?(?:不少|都?不会少)(?:的|地)?(?:都)?${BACK}${TO_YOU}`,
  `(?:赔|补偿?|返)(?:还|给|您|你|亲)*(?:一半|全款|全额)`,
  `(?:给(?:您|你)|为(?:您|你)|帮(?:您|你))?免(?:了这)?单`,
  `(?:白送|白给)(?:给)?(?:您|你|亲)?`,
  `\\b(?:full|100%|complete|total)\\s+refunds?\\b`,
  `\\brefund(?:ed|ing)?\\s+(?:\\w+\\s+){0,4}(?:in full|fully|completely|everything|100%|half)`,
  `\\b(?:fully|completely)\\s+refund(?:ed|ing)?\\b`,
  `\\brefund(?:ed|ing)?\\s+(?:you\\s+)?(?:the\\s+|your\\s+)?(?:full|whole|entire|total)\\s+(?:amount|price|order|sum|payment)`,
  `\\ball (?:of )?your money back\\b`,
  `\\b(?:on the house|free of charge for you)\\b`,
].map((form) => new RegExp(form, "gu"));

/** What before it makes it no promise, besides what makes a sum none. */
const NOT_GIVEN: readonly RegExp[] = [
  /(?:不|没|无法|别|难以|未)(?:能|可以?|会|予|支持|给|办法|有|是|属于|符合|满足|再|直接|您|你|承诺|答应|做|用|需要?){0,4}$/u,
  // Who asked or looked already gives: “请示过了给您全额退款”.
  /(?<!已经?|刚刚?|都|的)(?:问问?|请示|反馈|咨询|商量|申请看)(?!过|了|好|完).{0,12}$/u,
  /(?:去|来|先|再|帮[您你])(?:确认|核实|看看?)(?!过|了|好|完).{0,8}$/u,
  /(?:确认|核实|看看?)(?:(?:一下|下).{0,8}|.{0,8}(?:能不能|能否|是否|可否|可不可以|会不会|有没有).{0,4})$/u,
  /(?<![给为帮替跟])(?:您|你|顾客|买家|客户)(?:这边|之前|刚才|刚刚)?(?:要求|想要?|希望|提出|提到|说|申请|主张|诉求|要|问)(?:的|我们?|店家)*.{0,6}$/u,
  /\b(?:not|no|n't|cannot|never|unable|without|if|whether|want|wanted|asked|asking|request|requested|eligible)\b.{0,24}$/u,
  /n't\s+(?:\w+\s+){0,4}$/u,
];
/** What follows and makes it a prize, a name or a thing that is not given. */
const NOT_AFTER =
  /^(?:活动|机会|名额|资格|券|抽奖|大奖|的(?:活动|机会|名额|资格|规则|条件|说法|情况)|规则|条件|是不|不行|不了|不可能|不太|没有|暂时|policy|policies)/u;
/** What makes it depend on something, or another's to give. */
const CONDITION = /平台会|如果|如有|若|假如|的话|才(?:能|可以?|会)|\bif\b/u;
/** A rule that is told, not something promised to this shopper; “谢谢支持” and “您的支持” are none. */
const RULE =
  /(?<![谢的])支持|无理由|可(?:以)?(?:自行|自己)?申请|未发货|规则|规定|政策|质量问题|凡|任何|抽奖|活动|\b(?:policy|within \d+ days|eligible)\b/u;
const RULE_AFTER = /的话|规则|规定|政策|活动|抽奖|需要?(?:符合|满足)|\bpolic(?:y|ies)\b/u;
const TO_SHOPPER = /[给为帮替](?:您|你|亲)[^，,]{0,4}$/u;
/** Of a sum that is given as well, or is another matter's. */
const BESIDE = /[再另又加并和及外赔补送返券]|额外|追加|红包|运费|邮费|差价|\b(?:and|plus|extra|another|more|coupon|shipping)\b/u;
const WISH = /(?:需?要|想|希望|打算|能|可以|是否|是不是|可不可以|要不要)[^，,]{0,6}$/u;
const NEED = /(?:需要|要不要|是否|是不是|想|希望)[^，,]{0,6}$/u;
const OFFER = /(?:给|为|帮)(?:您|你|亲)$/u;
const ASKS = /(?:吗|么|嘛|呢|不|还是.*)$/u;
