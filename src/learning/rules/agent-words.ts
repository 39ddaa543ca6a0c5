/** Longer than any answer that suits an article; an agent who writes more pasted something. */
const MAX_ANSWER_LENGTH = 2_000;
const MIN_ANSWER_LENGTH = 4;

/** Courtesy around what is said. */
const COURTESY =
  /^(?:亲亲?|您好|你好|哈喽|嗨|在的?|在呢|您?久等了?|让您久等了?|不好意思|抱歉|hi|hello|hey|sorry)+[亲呢哦哈呀啊的~～,，.。!！\s]*/iu;
/** What agents say until they know, and after they said it; such a line may go on a little. */
const HOLDING =
  /^(?:请?您?稍[等候]|等[一下]下|我?[这马]?[边上]?(?:先)?(?:帮|给|为)您(?:看|查|问|核实|确认)|我?(?:看|查|问|核实|确认)[一下]下|正在(?:看|查|核实|确认)|不客气|谢谢|感谢|祝您|还有(?:什么|其他)|请问还有|有(?:什么|问题)(?:可以|都可以|随时)|很高兴|one moment|just a moment|let me check|please wait|thanks|thank you|you'?re welcome|anything else)/iu;
/** More says more than that it holds. */
const MAX_HOLDING_LENGTH = 16;
/** Consent that is nothing without its question; with more behind it, it begins an answer: “可以，下单备注即可”. */
const CONSENT = /好|嗯|收到|明白|了解|没问题|可以|是|对|行|okay|ok|sure|yes|no|[的哦呢啊呀哈了亲]/giu;

/**
 * What of an agent's lines in a row answers a question: greetings, “稍等” and “好的” are left out. Undefined when nothing is left
 * that would help the next shopper.
 */
export function usableAnswer(lines: readonly string[]): string | undefined {
  const kept = lines.map((line) => line.trim().replace(COURTESY, "").trim()).filter(saysSomething);
  const answer = kept.join("\n");
  return answer.length === 0 || answer.length > MAX_ANSWER_LENGTH ? undefined : answer;
}

function saysSomething(line: string): boolean {
  const said = line.replace(/[^\p{L}\p{N}]/gu, "");
  if (said.length < MIN_ANSWER_LENGTH || said.replace(CONSENT, "") === "") return false;
  return !(HOLDING.test(line) && said.length <= MAX_HOLDING_LENGTH);
}
