import type { StorePolicy } from "../../core/policy.ts";
import type { Reading } from "../../core/understanding.ts";
import type { Language } from "../../core/words.ts";

/** What the desk itself says to shoppers, by name. A store may replace any of them in its settings. */
const TEXTS = {
  "ask-back": {
    "zh-CN": "您是想问下面哪一个呢？点一下或回复数字就可以。",
    "zh-TW": "您是想問下面哪一個呢？點一下或回覆數字就可以。",
    en: "Which of these do you mean? Tap one, or reply with its number.",
  },
  "none-of-these": { "zh-CN": "都不是，转人工", "zh-TW": "都不是，轉人工", en: "None of these, get me a person" },
  "get-human": { "zh-CN": "请人工客服帮我", "zh-TW": "請真人客服幫我", en: "Get me a person" },
  "answered-angry": {
    "zh-CN": "让您不愉快了，很抱歉。要是这样还没解决，我马上请人工客服来。",
    "zh-TW": "讓您不愉快了，很抱歉。要是這樣還沒解決，我馬上請真人客服來。",
    en: "I'm sorry about this. If that doesn't solve it, I'll get a person for you right away.",
  },
  "asked-again": {
    "zh-CN": "看来刚才没帮上忙，抱歉。下面有您想问的吗？也可以直接请人工客服。",
    "zh-TW": "看來剛才沒幫上忙，抱歉。下面有您想問的嗎？也可以直接請真人客服。",
    en: "It seems that didn't help, sorry. Is what you meant among these? I can also get you a person.",
  },
  "asked-again-alone": {
    "zh-CN": "看来刚才没帮上忙，抱歉。要请人工客服来帮您吗？",
    "zh-TW": "看來剛才沒幫上忙，抱歉。要請真人客服來幫您嗎？",
    en: "It seems that didn't help, sorry. Shall I get a person to help you?",
  },
  "asked-more": {
    "zh-CN": "这方面我知道的都在上面了。要结合您的情况看的话，请人工客服来帮您吧？",
    "zh-TW": "這方面我知道的都在上面了。要看您的情況的話，請真人客服來幫您好嗎？",
    en: "That's all I know about this. Shall I get a person to look at your case?",
  },
  repeat: { "zh-CN": "好的，再说一遍：", "zh-TW": "好的，再說一次：", en: "Sure, here it is again:" },
  yes: {
    "zh-CN": "好的，还想了解什么直接问我就行。",
    "zh-TW": "好的，還想了解什麼直接問我就行。",
    en: "All right. Just ask if there's anything else.",
  },
  "small-talk": {
    "zh-CN": "谢谢您来聊天，我是{store}的智能助手。商品、订单、售后，有问题直接问我就好。",
    "zh-TW": "謝謝您來聊天，我是{store}的智慧助理。商品、訂單、售後，有問題直接問我就好。",
    en: "Nice of you to chat! I'm the assistant of {store}. Ask me about products, orders or returns.",
  },
  unclear: {
    "zh-CN": "不好意思，没太明白。您是想问哪件商品，或者哪方面的问题呢？",
    "zh-TW": "不好意思，不太明白。您是想問哪件商品，或是哪方面的問題呢？",
    en: "Sorry, I didn't quite get that. Which product, or what kind of question is it about?",
  },
  "number-received": {
    "zh-CN": "号码收到了，已经记下，这就请人工客服帮您查。",
    "zh-TW": "號碼收到了，已經記下，這就請真人客服幫您查。",
    en: "I've noted the number. I'm getting a person to look it up for you.",
  },
  "handing-over-again": {
    "zh-CN": "抱歉一直没帮上忙，我请人工客服来帮您。",
    "zh-TW": "抱歉一直沒幫上忙，我請真人客服來幫您。",
    en: "Sorry I couldn't help with this. I'm getting a person for you.",
  },
  "handing-over": {
    "zh-CN": "好的，这就为您请人工客服。",
    "zh-TW": "好的，這就為您請真人客服。",
    en: "Of course, I'm getting a person for you.",
  },
  "handing-over-unsure": {
    "zh-CN": "这个问题我怕说错，请人工客服来为您解答。",
    "zh-TW": "這個問題我怕說錯，請真人客服來為您解答。",
    en: "I'd rather not guess at this one. I'm getting a person to help you.",
  },
  "handing-over-danger": {
    "zh-CN": "请先停止使用，注意安全；如有受伤或不适，请立即就医或拨打 120。我马上请人工客服优先处理。",
    "zh-TW": "請先停止使用，注意安全；如有受傷或不適，請立即就醫或撥打急救電話。我馬上請真人客服優先處理。",
    en: "Please stop using it now and keep safe. If anyone is hurt or unwell, get medical help at once. I'm getting you a person right away.",
  },
  "handing-over-danger-power": {
    "zh-CN":
      "请先停止使用，断开电源，远离商品，确保人身安全；如有受伤请立即就医或拨打 120，起火请拨打 119。我马上请人工客服优先处理。",
    "zh-TW": "請先停止使用，切斷電源，遠離商品，確保人身安全；如有受傷請立即就醫，起火請撥打 119。我馬上請真人客服優先處理。",
    en: "Please stop using it now, unplug it and keep away from it. If anyone is hurt get medical help at once, and if it catches fire call the fire service. I'm getting you a person right away.",
  },
  "handing-over-danger-injury": {
    "zh-CN": "人要紧：请先停止使用并处理伤处，严重的话请立即就医或拨打 120；商品和照片请留着。我马上请人工客服优先处理。",
    "zh-TW": "人要緊：請先停止使用並處理傷處，嚴重的話請立即就醫或撥打急救電話；商品和照片請留著。我馬上請真人客服優先處理。",
    en: "Your safety first: please stop using it and see to the injury; if it is serious, get medical help at once. Keep the product and any photos. I'm getting you a person right away.",
  },
  "handing-over-danger-food": {
    "zh-CN": "请先不要再吃，剩下的和包装请留着；如有不适请立即就医或拨打 120。我马上请人工客服优先处理。",
    "zh-TW": "請先不要再吃，剩下的和包裝請留著；如有不適請立即就醫或撥打急救電話。我馬上請真人客服優先處理。",
    en: "Please don't eat any more of it, and keep what is left and its packaging. If anyone feels unwell, get medical help at once. I'm getting you a person right away.",
  },
  "handing-over-danger-reaction": {
    "zh-CN": "请先不要用也不要吃；如果已经不舒服，请立即就医或拨打 120。过敏的事不能猜，我马上请人工客服优先确认。",
    "zh-TW": "請先不要用也不要吃；如果已經不舒服，請立即就醫或撥打急救電話。過敏的事不能猜，我馬上請真人客服優先確認。",
    en: "Please don't use or eat it for now; if you already feel unwell, get medical help at once. I won't guess about an allergy: I'm getting you a person right away.",
  },
  "handing-over-danger-self-harm": {
    "zh-CN":
      "听您这么说，我很担心您。请先和身边信任的人说说，也可以随时拨打心理援助热线 12356；有危险请立即拨打 120 或 110。我马上请同事来陪您。",
    "zh-TW":
      "聽您這麼說，我很擔心您。請先和身邊信任的人說說，也可以隨時撥打 1925 安心專線（台灣）；有危險請立即撥打急救電話。我馬上請同事來陪您。",
    en: "I'm worried to hear this. Please talk to somebody you trust, or call a crisis line (12356 in mainland China); if you are in danger, call emergency services now. I'm getting a colleague to be with you.",
  },
  "handing-over-complaint": {
    "zh-CN": "非常抱歉让您不愉快，我请同事优先为您处理。",
    "zh-TW": "非常抱歉讓您不愉快，我請同事優先為您處理。",
    en: "I'm very sorry about this. I'm asking a colleague to take care of it first.",
  },
  offered: {
    "zh-CN": "正在为您找合适的客服，请稍候。",
    "zh-TW": "正在為您找合適的客服，請稍候。",
    en: "I'm finding the right person for you, one moment please.",
  },
  assigned: { "zh-CN": "客服{agent}为您服务。", "zh-TW": "客服{agent}為您服務。", en: "{agent} is with you now." },
  queued: {
    "zh-CN": "客服正在接待其他顾客，您前面还有 {ahead} 位。请先把问题写下来，轮到您马上回复。",
    "zh-TW": "客服正在接待其他顧客，您前面還有 {ahead} 位。請先把問題寫下來，輪到您馬上回覆。",
    en: "Everyone is busy right now, with {people} ahead of you. Leave your question here and you'll be answered in turn.",
  },
  "queued-first": {
    "zh-CN": "客服正在接待其他顾客，下一位就是您。请先把问题写下来，有空马上回复。",
    "zh-TW": "客服正在接待其他顧客，下一位就是您。請先把問題寫下來，有空馬上回覆。",
    en: "Everyone is busy right now, and you are next. Leave your question here and you'll be answered as soon as somebody is free.",
  },
  "after-hours": {
    "zh-CN": "现在没有客服当班，下次上班是{next}，到时优先回复您；问题可以先写在这里。",
    "zh-TW": "現在沒有客服當班，下次上班是{next}，到時優先回覆您；問題可以先寫在這裡。",
    en: "Nobody is here to answer right now. We are back at {next} and will get to you then before new questions; feel free to leave yours here.",
  },
  "after-hours-unknown": {
    "zh-CN": "现在没有客服当班，您的问题已经记下，客服上班后会尽快回复。",
    "zh-TW": "現在沒有客服當班，您的問題已經記下，客服上班後會盡快回覆。",
    en: "Nobody is here to answer right now. Your question is kept, and we'll answer as soon as somebody is back.",
  },
  "offered-next": {
    "zh-CN": "刚才的客服没能接上，正在为您换一位，请稍候。",
    "zh-TW": "剛才的客服沒能接上，正在為您換一位，請稍候。",
    en: "That colleague couldn't answer. I'm finding you somebody else, one moment please.",
  },
  "taken-back": {
    "zh-CN": "客服{agent}已经下班，您的问题由同事接着处理，不用从头再说。",
    "zh-TW": "客服{agent}已經下班，您的問題由同事接著處理，不用從頭再說。",
    en: "{agent} has gone home for the day. A colleague will carry on; no need to explain again.",
  },
  "taken-back-away": {
    "zh-CN": "客服{agent}暂时不在线，您的问题由同事接着处理，不用从头再说。",
    "zh-TW": "客服{agent}暫時不在線上，您的問題由同事接著處理，不用從頭再說。",
    en: "{agent} is not online at the moment. A colleague will carry on; no need to explain again.",
  },
  "supervised-taken": {
    "zh-CN": "接下来由{agent}为您服务，前面说的都看得到，不用再讲一遍。",
    "zh-TW": "接下來由{agent}為您服務，前面說的都看得到，不用再講一遍。",
    en: "{agent} will help you from here and can see everything you told us. No need to explain again.",
  },
  "promise-offered": {
    "zh-CN": "让您久等了，客服上班了，正在为您找合适的客服，请稍候。",
    "zh-TW": "讓您久等了，客服上班了，正在為您找合適的客服，請稍候。",
    en: "Thank you for waiting. We are back, and I'm finding the right person for you.",
  },
  "promise-assigned": {
    "zh-CN": "让您久等了，客服{agent}现在为您服务。",
    "zh-TW": "讓您久等了，客服{agent}現在為您服務。",
    en: "Thank you for waiting. {agent} is with you now.",
  },
  "promise-queued": {
    "zh-CN": "让您久等了，客服已经上班，您前面还有 {ahead} 位，会按顺序回复您。",
    "zh-TW": "讓您久等了，客服已經上班，您前面還有 {ahead} 位，會按順序回覆您。",
    en: "Thank you for waiting. We are back, with {people} ahead of you; you'll be answered in turn.",
  },
  "promise-queued-first": {
    "zh-CN": "让您久等了，客服已经上班，下一位就是您。",
    "zh-TW": "讓您久等了，客服已經上班，下一位就是您。",
    en: "Thank you for waiting. We are back, and you are next.",
  },
  "transferred-agent": {
    "zh-CN": "我请同事{agent}接着帮您，前面说的都转过去了，不用再讲一遍。",
    "zh-TW": "我請同事{agent}接著幫您，前面說的都轉過去了，不用再講一遍。",
    en: "I'm passing you to my colleague {agent}, who has everything you told me. No need to explain again.",
  },
  transferred: {
    "zh-CN": "这件事我请更合适的同事接着帮您，前面说的都转过去了，不用再讲一遍。",
    "zh-TW": "這件事我請更合適的同事接著幫您，前面說的都轉過去了，不用再講一遍。",
    en: "I'm passing you to a colleague who can help you better with this. They have everything you told me, so no need to explain again.",
  },
  "transferred-queued": {
    "zh-CN": "合适的同事正在接待其他顾客，您前面还有 {ahead} 位，轮到您马上接着处理；前面说的都转过去了，不用再讲一遍。",
    "zh-TW": "合適的同事正在接待其他顧客，您前面還有 {ahead} 位，輪到您馬上接著處理；前面說的都轉過去了，不用再講一遍。",
    en: "The colleagues who can help with this are busy, with {people} ahead of you. They have everything you told us, so no need to explain again.",
  },
  "transferred-queued-first": {
    "zh-CN": "合适的同事正在接待其他顾客，下一位就是您；前面说的都转过去了，不用再讲一遍。",
    "zh-TW": "合適的同事正在接待其他顧客，下一位就是您；前面說的都轉過去了，不用再講一遍。",
    en: "The colleagues who can help with this are busy, and you are next. They have everything you told us, so no need to explain again.",
  },
  released: {
    "zh-CN": "接下来由智能助手为您服务，需要人工客服时说一声就行。",
    "zh-TW": "接下來由智慧助理為您服務，需要真人客服時說一聲就行。",
    en: "You're back with the assistant now. Just say so if you'd like a person again.",
  },
  closed: {
    "zh-CN": "本次会话已结束，请为这次服务打个分吧。",
    "zh-TW": "這次對話已結束，請為這次服務打個分數吧。",
    en: "This conversation is closed. How did we do?",
  },
  rated: { "zh-CN": "谢谢您的评价！", "zh-TW": "謝謝您的評價！", en: "Thank you for your rating!" },
  greeting: {
    "zh-CN": "您好，这里是{store}，想了解什么直接问我就行。",
    "zh-TW": "您好，這裡是{store}，想了解什麼直接問我就行。",
    en: "Hello, this is {store}. What would you like to know?",
  },
  thanks: {
    "zh-CN": "不客气，还有问题随时问我。",
    "zh-TW": "不客氣，還有問題隨時問我。",
    en: "You're welcome. Ask me any time.",
  },
  bye: { "zh-CN": "再见，祝您生活愉快！", "zh-TW": "再見，祝您生活愉快！", en: "Goodbye, have a good day!" },
  decline: {
    "zh-CN": "这个我帮不上忙，商品、订单和售后的问题都可以问我。",
    "zh-TW": "這個我幫不上忙，商品、訂單和售後的問題都可以問我。",
    en: "I can't help with that, but do ask me about products, orders and returns.",
  },
  "file-received": {
    "zh-CN": "收到您的文件了，这就请人工客服来看。",
    "zh-TW": "收到您的檔案了，這就請真人客服來看。",
    en: "Thank you, I have your file. I'm getting a person to look at it.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type TextName = keyof typeof TEXTS;

/**
 * A store that wrote words of its own is heard also where ours are finer: for who is next, and for danger, but for who speaks of
 * harming themselves: that is no matter of a product.
 */
const FALLS_BACK_TO: Partial<Record<TextName, TextName>> = {
  "queued-first": "queued",
  "promise-queued-first": "promise-queued",
  "transferred-queued-first": "transferred-queued",
  "handing-over-danger-power": "handing-over-danger",
  "handing-over-danger-injury": "handing-over-danger",
  "handing-over-danger-food": "handing-over-danger",
  "handing-over-danger-reaction": "handing-over-danger",
};

/** What is said at once to who tells of a danger, by its kind (`danger-kind:…` among the signs; absent in earlier readings). */
export function dangerText({ signs }: Pick<Reading, "signs">): TextName {
  const sign = signs.find((text) => text.startsWith("danger-kind:"))?.slice("danger-kind:".length);
  const name = `handing-over-danger-${sign ?? ""}`;
  return isTextName(name) ? name : "handing-over-danger";
}

function isTextName(name: string): name is TextName {
  return Object.hasOwn(TEXTS, name);
}

interface Say {
  readonly name: TextName;
  readonly language: Language;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The store's own words for this, or ours, with `{names}` filled in. */
export function textFor(policy: StorePolicy, say: Say): string {
  const template = ownWords(policy, say) ?? TEXTS[say.name][say.language];
  return template.replace(NAMED, (whole, name: string) => String(say.values?.[name] ?? whole));
}

const NAMED = /\{(\w+)\}/g;

/** Words of a store that name what cannot be said here (who is called, before they accept) give way to ours. */
function ownWords({ texts }: StorePolicy, { name, language, values = {} }: Say): string | undefined {
  const general = FALLS_BACK_TO[name];
  const written = [texts[name]?.[language], general === undefined ? undefined : texts[general]?.[language]];
  return written.find(
    (text) => text !== undefined && [...text.matchAll(NAMED)].every(([, key = ""]) => Object.hasOwn(values, key)),
  );
}
