/** How often one end of a text is looked at again; more courtesy than this is not stripped. */
const MAX_ROUNDS = 8;

/** Nobody greets at greater length. */
const MAX_PURE_LENGTH = 40;

const BEFORE =
  /^(?:亲爱的|亲们|亲亲|亲|宝宝们?|宝子|在吗|在嘛|在么|在不在?|有人吗|有人在吗|你们?好呀?|您好呀?|你好啊|哈喽|哈啰|嗨|早上好|上午好|中午好|下午好|晚上好|(?:我?想|我?要)?(?:请问|问|咨询|了解|请教)(?:一?下子?|一个问题|个事儿?|个问题)|我?想(?:请问|咨询|请教|问问)|请问|麻烦(?:问|帮我?看|帮我?查)?(?:一?下)|不好意思|打扰(?:一下|了)?|老板娘?|掌柜的?|店家|小二|小姐姐|小哥哥|客服(?:小姐姐|小哥哥|亲|你好|您好|在吗)|那个|嗯+|额+|hi|hello|hey|dear|excuse me|please)(?=$|[^a-z])[\s,。.!?~、:;…呀啊哈哦]*/u;

const AFTER =
  /[\s,。.!?~、:;…]*(?:谢谢(?:你们?|您|啦|了|亲|哈)?|感谢|多谢|谢了|谢啦|辛苦(?:了|啦)|拜托(?:了|啦)?|麻烦(?:了|你了|您了)|亲亲?|哈+|呢亲|thx|thanks|thank you|tks)[\s,。.!?~…]*$/u;

/** Takes greetings, thanks and forms of address off both ends, unless nothing would remain. Expects normalised text. */
export function stripCourtesy(whole: string): string {
  let text = whole;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const shorter = text.replace(BEFORE, "");
    // The end of a long text is enough: a pattern anchored at the end must not walk ten thousand characters.
    const tail = shorter.slice(-24);
    const next = shorter.slice(0, shorter.length - tail.length) + tail.replace(AFTER, "");
    if (next === text) break;
    if (!/[\p{L}\p{N}]/u.test(next)) break;
    text = next;
  }
  return text.trim();
}

/** Says whether a whole text is courtesy and nothing else: a greeting, thanks, or undefined. Expects normalised text. */
export function pureCourtesy(whole: string): "greeting" | "thanks" | undefined {
  if (whole.length > MAX_PURE_LENGTH || !/[\p{L}\p{N}]/u.test(whole)) return undefined;
  let text = whole;
  for (let round = 0; round < MAX_ROUNDS; round += 1) text = text.replace(BEFORE, "");
  if (!/[\p{L}\p{N}]/u.test(text)) return "greeting";
  for (let round = 0; round < MAX_ROUNDS; round += 1) text = text.replace(AFTER, "");
  return /[\p{L}\p{N}]/u.test(text) ? undefined : "thanks";
}
