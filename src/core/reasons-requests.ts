/** Sentences about requests (请示), for `reasons.ts`. */
export const REQUEST_SENTENCES = {
  "request-asked": { zh: "客服{agent}请示，由{deciders}答复", en: "{agent} asked; to be answered by: {deciders}" },
  "request-granted": { zh: "{by}同意了{agent}的请示", en: "{by} granted what {agent} asked" },
  "request-refused": { zh: "{by}没有同意{agent}的请示", en: "{by} refused what {agent} asked" },
  "request-withdrawn": { zh: "{by}撤回了请示", en: "{by} withdrew the request" },
  "request-late": {
    zh: "{agent}的请示等了 {minutes} 分钟还没有答复",
    en: "{agent}'s request has waited {minutes} min without an answer",
  },
  "requests-expired": {
    zh: "{count} 个没有答复的请示随会话结束失效",
    en: "Requests that nobody answered ended with the conversation: {count}",
  },
  "promised-as-granted": {
    zh: "“{words}”超过客服自己的权限，这个会话里请示过，已获同意",
    en: "“{words}” is above what the agent may promise; it was asked for and granted in this conversation",
  },
  "promised-as-supervisor": {
    zh: "“{words}”超过客服的权限，由主管本人答应顾客",
    en: "“{words}” is above what this agent may promise; a supervisor promised it themselves",
  },
  "refused-above-limit": {
    zh: "“{words}”超过您能答应的 {most} 元，请先请示，同意后再发",
    en: "“{words}” is above the ¥{most} you may promise; ask first, and send it once it is granted",
  },
  "refused-above-rest": {
    zh: "这个会话您已答应顾客 {before} 元，现在最多还能答应 {most} 元；“{words}”超过了，请先请示，同意后再发",
    en: "You promised ¥{before} in this conversation and may promise ¥{most} more; “{words}” is above it; ask first, and send it once it is granted",
  },
  "refused-no-sum": {
    zh: "“{words}”没有写明是多少钱，您能答应的是 {most} 元；请写上金额，超过的先请示",
    en: "“{words}” does not say how much; you may promise ¥{most}. Write the sum with it, and ask first where it is more",
  },
  "refused-request-open": {
    zh: "这个会话已有一个赔付请示在等答复，请先等答复或撤回",
    en: "A sum is asked for in this conversation already; wait for the answer, or withdraw it",
  },
  "refused-request-many": {
    zh: "这个会话已有 {count} 个请示在等答复，请先等一等",
    en: "{count} requests of this conversation wait for an answer already; wait for them first",
  },
  "refused-request-expired": { zh: "会话已结束，请示已失效", en: "The conversation is closed; the request ended with it" },
  "refused-request-withdrawn": { zh: "请示已被撤回", en: "The request was withdrawn" },
  "refused-request-was-granted": { zh: "{by}已经同意了这个请示", en: "{by} has granted this request already" },
  "refused-request-was-refused": { zh: "{by}已经答复：不同意", en: "{by} has refused this request already" },
  "refused-request-not-yours": { zh: "这个请示不由您答复", en: "This request is not yours to answer" },
  "refused-request-own": { zh: "自己的请示要由别人答复", en: "Somebody else must answer what you asked yourself" },
  "refused-request-sum": { zh: "同意的金额要大于 0，且不超过请示的金额", en: "Grant more than 0, and at most what was asked" },
  "refused-request-not-asked": { zh: "这个请示是{agent}提的，您不能撤回", en: "{agent} asked this; it is not yours to withdraw" },
  "alert-request-asked": { zh: "{agent}请示，请答复", en: "{agent} asks you to decide something" },
  "alert-request-asked-sum": { zh: "{agent}请示赔付 {sum} 元，请答复", en: "{agent} asks to promise ¥{sum}; please answer" },
  "alert-request-asked-merchant": { zh: "{agent}请示商家，等商家答复", en: "{agent} asks the merchant to decide something" },
  "alert-request-asked-merchant-sum": { zh: "{agent}请示商家赔付 {sum} 元", en: "{agent} asks the merchant for ¥{sum}" },
  "alert-request-late": {
    zh: "{agent}的请示等了 {minutes} 分钟，已过答复时间",
    en: "{agent}'s request has waited {minutes} min; its answer is overdue",
  },
  "alert-request-granted": { zh: "{by}同意了您的请示", en: "{by} granted your request" },
  "alert-request-granted-sum": { zh: "{by}同意赔付 {sum} 元，可以答应顾客了", en: "{by} granted ¥{sum}; you may promise it now" },
  "alert-request-refused": { zh: "{by}没有同意您的请示：{why}", en: "{by} refused your request: {why}" },
} as const;
