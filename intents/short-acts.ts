import type { Act } from "../src/core/understanding.ts";

/** Longer texts say more than one of these. */
const MAX_LENGTH = 24;

const END = "[呀啊哦哈呢吧嘛啦的了哒滴诶欸噢喔,。.!~、… ]*";

/**
 * Words that do something in the talk and ask nothing, as a whole text: what an article has in common with them is chance
 * (“没有” is no parcel that was not received). Bare numbers are choices, not agreement.
 */
const WHOLE: readonly (readonly [Act, RegExp])[] = [
  [
    "repeat",
    new RegExp(
      `^(?:麻烦|请|能不能|可以|能)?(?:你|您)?(?:再(?:说|讲|发|来)(?:一?[遍次下]|一下)|重(?:复|发|说)(?:一?[遍次下]|一下)?)[吗么?]?${END}$`,
      "u",
    ),
  ],
  [
    "repeat",
    new RegExp(
      `^(?:我|还是|没太|没有|没)*(?:听|看|搞|弄)?(?:不懂|没懂|不明白|没明白|没看懂|没听懂|没搞懂)${END}[?]*$|^(?:这)?(?:是)?(?:什么|啥|啥子)(?:个)?意思${END}[?]*$`,
      "u",
    ),
  ],
  [
    "repeat",
    /^(?:pardon|say (?:that|it) again|come again|can you repeat(?: that)?|(?:sorry,? )?i (?:don't|do not|didn't) (?:understand|get (?:it|that))|what do you mean)(?: please)?[.?! ]*$/u,
  ],
  ["bye", new RegExp(`^(?:不用|不需要|不必|算|没事|没|没有|没别的)了?(?:谢谢)?${END}$`, "u")],
  ["bye", /^(?:no thanks|no thank you|nothing else|never ?mind|that's all)[.! ]*$/u],
  [
    "no",
    new RegExp(
      `^(?:不|不是|没|没有|不对|不行|不要|不可以|错了|都不是|不是这个|不是这些|没用|没帮助|没解决|还是不行|否|木有)${END}$`,
      "u",
    ),
  ],
  [
    "no",
    /^(?:no|nope|nah|not that(?: one)?|none of (?:these|them)|wrong|that(?: did|'s| is)?(?:n't| not) (?:help|it)|not really)[.! ]*$/u,
  ],
  [
    "yes",
    new RegExp(
      `^(?:是|对|好|行|嗯+|恩+|可以|要|要的|好呀|好滴|没错|对头|确定|确认|中|ok|okay|欧克|需要)(?:是|对|好|行|嗯)*${END}$`,
      "u",
    ),
  ],
  ["yes", /^(?:yes|yeah|yep|yup|sure|ok(?:ay)?|correct|right|y|yes please|please do|sounds good)[.! ]*$/u],
  ["unclear", new RegExp(`^(?:那个|这个|就是|就那个|额|呃|啊这|然后|所以|那啥|um+|uh+|hmm+|[?….。]+)+${END}$`, "u")],
];

/** What a whole text does by its words alone; undefined when it says more. Expects normalised text. */
export function actOfWords(whole: string): Act | undefined {
  if (whole.length > MAX_LENGTH) return undefined;
  // “没有” says no; “没有了” that there is nothing more to ask.
  if (/^(?:没|没有)[呀啊哦耶]*[。.!]*$/u.test(whole)) return "no";
  // “不要” declines; “不要了” may well be the order.
  if (/^不要了/u.test(whole)) return undefined;
  return WHOLE.find(([, pattern]) => pattern.test(whole))?.[0];
}
