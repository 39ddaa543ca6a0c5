import type { Reason } from "./decision.ts";
import { REQUEST_SENTENCES } from "./reasons-requests.ts";
import { TIME_SENTENCES } from "./reasons-time.ts";
import { WALL_SENTENCES } from "./reasons-wall.ts";
import { WORKSPACE_SENTENCES } from "./reasons-workspace.ts";

/** A reason in words, for people. */
export interface Sentence {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Says a reason in Chinese and English; a code without words is shown as it is, with its values. */
export function sentenceOf({ code, values }: Reason): Sentence {
  const words: Words | undefined = SENTENCES.get(code);
  if (words === undefined) return { code, zh: bare(code, values), en: bare(code, values) };
  return { code, zh: filled(words.zh, inChinese(values)), en: filled(words.en, values) };
}

/** Every code that has words, for the test that holds rules and sentences together. */
export const knownCodes = (): readonly string[] => [...SENTENCES.keys()];

const SENTENCES: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    "answer-confident": {
      zh: "知识条目 {article} 与问题吻合，把握 {confidence}，达到直接回答的 {threshold}",
      en: "Article {article} fits the question with confidence {confidence}, at or above the {threshold} needed to answer",
    },
    "answered-while-waiting": {
      zh: "顾客在等人工，但这个问题有确定答案，先答上，排队位置不变",
      en: "The shopper waits for a human, but this one was certain; the place in the queue is kept",
    },
    "ask-back-close": {
      zh: "有 {choices} 个条目接近（最高把握 {confidence}，不到 {threshold}），请顾客自己选",
      en: "Articles that come close: {choices} (best confidence {confidence}, below {threshold}), so the shopper is asked which",
    },
    "ask-back-torn": {
      zh: "有 {choices} 个条目都像（最高把握 {confidence}，领先不到 {lead}），请顾客自己选",
      en: "Articles that fit: {choices} (best confidence {confidence}, leading by less than {lead}), so the shopper is asked which",
    },
    "handover-unsure": {
      zh: "知识库里没有把握的答案（最高 {confidence}，不到 {threshold}），转人工",
      en: "Nothing in the knowledge is likely enough (best {confidence}, below {threshold}), so a human takes it",
    },
    "handover-danger": {
      zh: "出现危险信号“{word}”，立即转人工并提醒安全",
      en: "A sign of danger (“{word}”): handed over at once, with safety words",
    },
    "handover-asked": { zh: "顾客要求人工客服", en: "The shopper asked for a human" },
    "handover-complaint": { zh: "顾客在投诉，转人工优先处理", en: "The shopper complains; a human takes it with priority" },
    "handover-angry": { zh: "顾客在生气，转人工优先处理", en: "The shopper is angry; a human takes it with priority" },
    "handover-feeling": {
      zh: "顾客在生气，又没有确定的答案：不反问、不推辞，转人工",
      en: "The shopper is angry and nothing is sure: no asking back, no turning away, a human takes it",
    },
    "human-offered-angry": {
      zh: "顾客刚生气：答案照给，同时请他选要不要人工",
      en: "The shopper just turned angry: the answer stands, and a human is offered with it",
    },
    "feeling-rose": {
      zh: "顾客的情绪变成“{feeling}”，因为“{word}”",
      en: "The shopper is now {feeling}: “{word}”",
    },
    "feeling-fell": {
      zh: "顾客的情绪缓和到“{feeling}”",
      en: "The shopper has come down to {feeling}",
    },
    "feeling-priority": { zh: "顾客在生气，排队优先", en: "The shopper is angry and is served sooner" },
    "escalation-feeling": {
      zh: "顾客情绪：{feeling}，优先级 {priority}",
      en: "The shopper is {feeling}; priority {priority}",
    },
    "handover-number": {
      zh: "顾客给了号码，要人去查，已记在会话里",
      en: "The shopper gave a number that only a human can look up; it is kept with the conversation",
    },
    "handover-asked-again": { zh: "说过仍没解决，直接转人工", en: "Saying it again would not help, so a human takes it" },
    "handover-choices-refused": { zh: "给的选项都不是，转人工", en: "None of the choices was meant, so a human takes it" },
    "asked-again": {
      zh: "知识条目 {article} 刚刚已经答过，顾客第 {times} 次为它而来：没解决，不再重复",
      en: "Article {article} was just given and is wanted for time {times}: it did not help, so it is not repeated",
    },
    repeated: { zh: "顾客请求再说一遍“{title}”", en: "The shopper asked to hear “{title}” again" },
    "nothing-to-repeat": { zh: "之前没有可以重复的回答", en: "There is no answer to repeat" },
    unclear: { zh: "听不出在问什么，请顾客说明白些", en: "Nothing can be made of the words; the shopper is asked to say more" },
    "answered-parts": {
      zh: "一条消息里有 {parts} 个问题，各有确定的条目，一起回答",
      en: "The message holds {parts} questions, each surely answered by an article of its own",
    },
    "read-as-follow-up": {
      zh: "接着上一个问题，读作“{question}”",
      en: "It goes on with the question before: read as “{question}”",
    },
    "read-as-correction": { zh: "顾客更正了说法，读作“{question}”", en: "The shopper corrected the words: read as “{question}”" },
    "meaning-service": {
      zh: "向量服务读到了这句话，一起参与了判断",
      en: "The embedding service read the text too, and its view was weighed in",
    },
    named: { zh: "记下：{named}", en: "Noted: {named}" },
    "handover-language": {
      zh: "知识库没有这种语言（{language}）的答案，转人工",
      en: "The knowledge has no answer in this language ({language}), so a human takes it",
    },
    "handover-file": { zh: "顾客发来文件，需要人来看", en: "The shopper sent a file, which a human must look at" },
    "handover-misses": { zh: "连续 {misses} 次没答上，不再反问", en: "No answer {misses} times in a row; no more asking back" },
    "out-of-scope": {
      zh: "与本店无关（相关度 {inScope}，不到 {threshold}），不打扰客服",
      en: "Not the shop's business (relevance {inScope}, below {threshold}); nobody is called",
    },
    "smalltalk-greeting": { zh: "顾客在打招呼", en: "The shopper says hello" },
    "smalltalk-thanks": { zh: "顾客道谢", en: "The shopper says thanks" },
    "smalltalk-small-talk": { zh: "顾客在闲聊", en: "The shopper makes small talk" },
    "smalltalk-yes": { zh: "顾客表示同意", en: "The shopper agrees" },
    "smalltalk-no": { zh: "顾客表示不是、不要", en: "The shopper says no" },
    "smalltalk-repeat": { zh: "顾客请求再说一遍", en: "The shopper asks to hear it again" },
    "smalltalk-bye": { zh: "顾客道别", en: "The shopper says goodbye" },
    "choice-taken": { zh: "顾客从选项里选了“{title}”", en: "The shopper chose “{title}”" },
    "human-has-it": {
      zh: "人工正在接待（状态 {status}），机器人不说话",
      en: "A human has it (status {status}); the bot keeps silent",
    },
    "human-already-called": {
      zh: "已经在等人工（状态 {status}），机器人不插话",
      en: "A human was already called (status {status}); the bot keeps silent",
    },
    "agent-replied": { zh: "客服{agent}回复", en: "{agent} replied" },
    "remark-kept": {
      zh: "客服{agent}的内部备注，不发给顾客",
      en: "A remark of {agent} for colleagues; the shopper does not see it",
    },
    "released-to-bot": { zh: "客服{agent}把会话交还机器人", en: "{agent} gave the conversation back to the bot" },
    "closed-by-agent": { zh: "客服{agent}结束会话", en: "{agent} closed the conversation" },
    "closed-by-silence": { zh: "顾客 {minutes} 分钟没有说话，自动结束", en: "Closed after {minutes} min of silence" },
    "not-silent-yet": { zh: "顾客刚说过话，稍后再看", en: "The shopper spoke meanwhile; looked at again later" },
    "timer-outlived": { zh: "这个定时已经没有意义", en: "This timer outlived its purpose" },
    rated: { zh: "顾客打了 {score} 分", en: "The shopper gave {score} of 5" },
    "rating-without-conversation": { zh: "没有可评价的会话", en: "There is no conversation to rate" },
    "conversation-moved-on": {
      zh: "会话已有变化，这个派单结果（{outcome}）不再告知顾客",
      en: "The conversation moved on; this routing outcome ({outcome}) is no longer told",
    },
    "routed-offered": { zh: "{zh}", en: "{en}" },
    "routed-assigned": { zh: "{zh}", en: "{en}" },
    // Routing's own sentences begin with whom it went to, or with the place in the queue.
    "routed-overflow": { zh: "{zh}", en: "{en}" },
    "routed-queued": { zh: "{zh}", en: "{en}" },
    "routed-after-hours": { zh: "{zh}", en: "{en}" },
    "escalation-opened": {
      zh: "转人工：需要技能 {skill}，紧急程度 {urgency}",
      en: "Handed over: skill {skill}, urgency {urgency}",
    },
    "escalation-ended": { zh: "人工处理结束（客服 {agent}）", en: "The human part ended (agent {agent})" },
    "nothing-to-end": { zh: "没有未结束的转人工", en: "There was no open escalation to end" },
    accepted: { zh: "客服{agent}接受派单", en: "{agent} accepted the offer" },
    claimed: { zh: "客服{agent}主动接入", en: "{agent} claimed it" },
    ...TIME_SENTENCES,
    "looked-again": {
      zh: "重新看排队：{cause}",
      en: "The queue was looked at again ({cause})",
    },
    "decided-assign": { zh: "{zh}", en: "{en}" },
    "decided-queue": { zh: "{zh}", en: "{en}" },
    "decided-after-hours": { zh: "{zh}", en: "{en}" },
    "refused-nobody": {
      zh: "这位客服手上没有会话，也找不到要回复的顾客，请先接入",
      en: "This agent has no conversation and no such shopper is known; claim one first",
    },
    "refused-stale": {
      zh: "会话在您操作时已有变化，请看一眼最新内容再发一次",
      en: "The conversation changed while you acted; look at it again and repeat",
    },
    "refused-not-yours": {
      zh: "这个会话现在不在您手上（当前：{agent}），先接入再操作",
      en: "You do not have this conversation (now: {agent}); claim it first",
    },
    "refused-closed": { zh: "会话已经结束", en: "The conversation is closed" },
    "refused-moved-on": { zh: "顾客已开始新的会话，请刷新列表", en: "The shopper began a new conversation; refresh the list" },
    "refused-unknown-agent": {
      zh: "排班表里没有您，请主管把您加入排班",
      en: "You are not in the roster; ask a supervisor to add you",
    },
    "refused-not-waiting": { zh: "这个会话现在不在等人工", en: "This conversation is not waiting for a human" },
    "refused-not-authorised-for-store": { zh: "您没有这家店的授权", en: "You are not authorised for this store" },
    "refused-claimed-by-other": { zh: "{agent}已经接入了", en: "{agent} has already claimed it" },
    "refused-trainee-limit": {
      zh: "实习期内今天不能再接了，请主管安排",
      en: "As a trainee you may take no more today; ask a supervisor",
    },
    "refused-at-capacity": { zh: "您手上的会话已满，先结束一个再接", en: "You have no room; close one first" },
    ...WALL_SENTENCES,
    ...WORKSPACE_SENTENCES,
    ...REQUEST_SENTENCES,
  }),
);

/** Values that are words of the program, by the value's name, as Chinese readers know them. */
const CHINESE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  deciders: { supervisor: "主管", merchant: "商家", both: "主管或商家" },
  skill: { presale: "售前", aftersale: "售后", refund: "退款", complaint: "投诉", technical: "技术" },
  urgency: { normal: "普通", high: "紧急" },
  feeling: { calm: "平静", annoyed: "不满", angry: "生气" },
  status: { bot: "机器人接待", queued: "排队中", offered: "已派单", assigned: "人工接待中", closed: "已结束" },
  outcome: { offered: "已派单", assigned: "已分配", queued: "排队中", "after-hours": "非工作时间" },
  cause: { "staffing-changed": "人员或班次有变动", "timer-due": "到了定好的时间" },
  reply: { first: "首次回复", next: "后续回复" },
  language: { zh: "中文", en: "英文", other: "其他语言" },
};

/** A word of the program (`skill`, `status`, …) as Chinese readers know it; one that the tables do not have stays as it is. */
export function wordInChinese(kind: string, word: string): string {
  return CHINESE[kind]?.[word] ?? word;
}

/** A value the tables do not have, such as a roster's own skill, stays as it is. */
function inChinese(values: Reason["values"]): Reason["values"] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === "-" ? "无" : inOne(name, value)]));
}

function inOne(name: string, value: string | number | boolean): string | number | boolean {
  return typeof value === "string" ? wordInChinese(name, value) : value;
}

function filled(template: string, values: Reason["values"]): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : inWords(value);
  });
}

function inWords(value: string | number | boolean): string {
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}

function bare(code: string, values: Reason["values"]): string {
  const parts = Object.entries(values).map(([name, value]) => `${name} ${inWords(value)}`);
  return parts.length === 0 ? code : `${code} (${parts.join(", ")})`;
}
