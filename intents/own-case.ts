import type { Normalised } from "./normalise.ts";

/**
 * Signs that somebody writes about a case of their own and not about how things are in general: an order is named, something is
 * to be done, promises and days are counted, someone is held to account. And signs that goods are asked for that the shop may not
 * have. None of them decides: each is a feature of “no article answers this” (confidence.ts), and how much it says is fitted.
 */
const SIGNS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: "order", pattern: /单号|尾号|订单号|订单尾|第[一二三两]单|那单|这单|我的单|\d{6,}|order (?:no|number|#)|my order/u },
  {
    name: "waited",
    pattern:
      /[一二两三四五六七八九十半几\d]+个?(?:天|个?月|礼拜|星期|周|小时|钟头)了?|好久|这么久|(?:days|weeks) (?:ago|now|already)/u,
  },
  {
    name: "past",
    pattern: /上次|上周|上个月|昨天|昨晚|前天|上回|之前|刚才|刚刚|今早|早上|当时|yesterday|last (?:week|month|time)/u,
  },
  { name: "promised", pattern: /(?:说|答应|承诺|保证)(?:的|了|好|过|是|会|要|给)?|promised|was told/u },
  {
    name: "still",
    pattern: /到现在|还没|还是没|一直没|仍然|迟迟|没人|没影|没下文|没动静|没回|still (?:not|no|waiting|hasn|haven)/u,
  },
  {
    name: "deed",
    pattern:
      /帮我|帮忙|给我|麻烦(?:你|您)?|替我|赶紧|赶快|马上|立刻|查一下|查查|看看|看一下|重开|改成|备注|打给|please (?:check|change|cancel|resend)/u,
  },
  { name: "mine", pattern: /我的|我这|我那|我家|我昨|我们|\bmy\b/u },
  { name: "someone", pattern: /谁|负责|管事|经理|领导|主管|财务|师傅|manager|supervisor/u },
  {
    name: "goods",
    pattern:
      /(?:有没有|有没|有木有|卖不|卖吗|有吗|有不|出不出|有卖|能进|几时上|上新)$|^(?:有没有|有木有|有没|有无)|^do you (?:sell|have|carry)/u,
  },
  {
    name: "account",
    pattern: /[!]|凭什么|凭啥|垃圾|骗|呵呵|无语|恶心|气死|投诉|曝光|交代|说法|申诉|赔|unacceptable|ridiculous|compensat/u,
  },
];

/** In the order of ownCaseSigns. */
export const OWN_CASE_SIGNS: readonly string[] = SIGNS.map(({ name }) => name);

/** 1 for each sign that a text shows, 0 for the others. Reads the text with its courtesy: “麻烦” is one of the signs. */
export function ownCaseSigns({ whole }: Pick<Normalised, "whole">): readonly number[] {
  return SIGNS.map(({ pattern }) => (pattern.test(whole) ? 1 : 0));
}
