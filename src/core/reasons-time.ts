/** Sentences about offers, shifts and clocks, for `reasons.ts`. */
export const TIME_SENTENCES = {
  "offer-refused": { zh: "客服{agent}没有接这次派单：{reason}", en: "{agent} refused the offer: {reason}" },
  "offer-timed-out": {
    zh: "派给客服{agent}的单 {seconds} 秒没有回应，转给下一位",
    en: "{agent} did not answer the offer for {seconds} s; the next one is asked",
  },
  "agent-set-away": {
    zh: "客服{agent}连续 {missed} 次没接派单，状态改为离开，已通知主管",
    en: "{agent} let offers pass, {missed} in a row, and is set away; the supervisors are told",
  },
  "refused-not-offered": { zh: "这个会话现在没有派给您", en: "This conversation is not offered to you now" },
  "hand-over-asked": {
    zh: "客服{agent}快下班了，请其交接手上的会话",
    en: "{agent}'s shift ends soon; they are asked to hand over",
  },
  "holder-left": {
    zh: "客服{agent}下班了，会话保留到顾客再次发言，最多 {minutes} 分钟",
    en: "{agent} has gone; the conversation stays until the shopper writes, at most {minutes} min",
  },
  "holder-away": {
    zh: "客服{agent}在班，但工作台断开了；会话保留到顾客再次发言，最多 {minutes} 分钟",
    en: "{agent} is on shift, but their console is gone; the conversation stays until the shopper writes, at most {minutes} min",
  },
  "holder-unseen": { zh: "接待的客服{agent}工作台断开了", en: "The console of {agent}, who has it, is gone" },
  "holder-gone": { zh: "接待的客服{agent}已经下班", en: "{agent}, who has it, has gone home" },
  "holder-back": { zh: "接待的客服{agent}回来了", en: "{agent}, who has it, is back" },
  "holder-is-there": { zh: "接待的客服在岗，不用另找", en: "Whoever has it is there; nobody else is looked for" },
  "taken-back-grace": {
    zh: "客服{agent}下班后会话没有结束，按原来的等待时间重新排队",
    en: "{agent} has gone home and left it open; it queues again with its first waiting time",
  },
  "taken-back-written": {
    zh: "顾客又发来消息，而客服{agent}已经下班，按原来的等待时间重新排队",
    en: "The shopper writes and {agent} has gone home; it queues again with its first waiting time",
  },
  "taken-back-grace-away": {
    zh: "客服{agent}一直没有回到工作台，按原来的等待时间重新排队",
    en: "{agent} did not come back to their console; it queues again with its first waiting time",
  },
  "taken-back-written-away": {
    zh: "顾客在等，而客服{agent}不在工作台，按原来的等待时间重新排队",
    en: "The shopper waits and {agent} is not at their console; it queues again with its first waiting time",
  },
  "clock-slow": {
    zh: "顾客等回复已 {seconds} 秒，提醒客服",
    en: "The shopper has waited {seconds} s for a reply; the agent is reminded",
  },
  "clock-warned": { zh: "{reply}快到时限，已等 {seconds} 秒", en: "The limit of the {reply} reply is near: {seconds} s waited" },
  "clock-breached": { zh: "{reply}超时，已等 {seconds} 秒", en: "The limit of the {reply} reply has passed: {seconds} s waited" },
  "alert-hand-over": {
    zh: "还有 {minutes} 分钟下班，请交接或结束这个会话",
    en: "Your shift ends in {minutes} min: hand this conversation over, or close it",
  },
  "alert-agent-away": {
    zh: "客服{agent}连续 {missed} 次没接派单，已设为离开",
    en: "{agent} let offers pass, {missed} in a row, and was set away",
  },
  "alert-own-away": {
    zh: "您连续 {missed} 次没接派单，状态已改为离开，回来后请改回就绪",
    en: "You let offers pass, {missed} in a row, and are set away; say that you are ready when you are back",
  },
  "alert-clock-slow": { zh: "顾客已等 {seconds} 秒，还没有回复", en: "The shopper has waited {seconds} s without a reply" },
  "alert-clock-warned": {
    zh: "{reply}快超时了，顾客已等 {seconds} 秒",
    en: "The {reply} reply is nearly late: {seconds} s waited",
  },
  "alert-clock-breached": {
    zh: "{reply}超时：顾客已等 {seconds} 秒（客服：{agent}）",
    en: "The {reply} reply is late: {seconds} s waited (agent: {agent})",
  },
} as const;
