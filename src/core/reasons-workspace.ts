/** Sentences about what agents do at the desk, for `reasons.ts`. */
export const WORKSPACE_SENTENCES = {
  transferred: { zh: "客服{agent}转接给{to}：{why}", en: "{agent} passed it on to {toEn}: {why}" },
  "closed-with-reason": { zh: "客服{agent}结束会话：{why}", en: "{agent} closed the conversation: {why}" },
  "released-with-reason": {
    zh: "客服{agent}把会话交还机器人：{why}",
    en: "{agent} gave the conversation back to the bot: {why}",
  },
  "transfer-noted": { zh: "转接说明写成了内部备注", en: "The summary was kept as a remark for colleagues" },
  "escalation-transferred": {
    zh: "{agent}转接给{to}，重新分派",
    en: "{agent} passed it on to {toEn}; somebody is looked for anew",
  },
  "transfer-missed": {
    zh: "{agent}想转给{to}，但对方现在{obstacle}，改为重新分派",
    en: "{agent} wanted {toEn} to have it, who cannot take it now ({obstacleEn}); somebody else is looked for",
  },
  "refused-transfer-self": { zh: "会话已经在您手上，不用转给自己", en: "You have it already; choose somebody else" },
  "refused-transfer-unknown": { zh: "排班表里没有这位客服", en: "This agent is not in the roster" },
  "refused-transfer-not-authorised-for-store": {
    zh: "{to}没有这家店的授权，不能转给对方",
    en: "{to} is not authorised for this store",
  },
  "refused-transfer-off-shift": {
    zh: "{to}现在不在班，请换一位或转回排队",
    en: "{to} is off shift; choose somebody else, or the queue",
  },
  "refused-transfer-not-ready": {
    zh: "{to}现在不接新会话（休息、离开或离线），请换一位或转回排队",
    en: "{to} takes nothing new just now (break, away or offline); choose somebody else, or the queue",
  },
  "refused-transfer-at-capacity": {
    zh: "{to}手上已满，请换一位或转回排队",
    en: "{to} has no room; choose somebody else, or the queue",
  },
  "refused-transfer-skill-missing": { zh: "{to}没有登记任何技能，不能转给对方", en: "{to} has no skill in the roster" },
  "refused-transfer-nobody": {
    zh: "没有别的客服会「{skill}」并负责这家店，请换一种转法",
    en: "Nobody else with the skill {skill} serves this store; choose otherwise",
  },
  "refused-transfer-other": {
    zh: "{to}现在接不了，请换一位或转回排队",
    en: "{to} cannot take it now; choose somebody else, or the queue",
  },
  "confirmed-words": {
    zh: "发出前提醒过“{words}”，客服确认：{why}",
    en: "“{words}” was pointed out before it was sent; the agent confirmed: {why}",
  },
  "refused-unconfirmed-words": {
    zh: "里面有“{words}”，请确认后再发，并说明原因",
    en: "“{words}” stands in it; confirm it with a reason to send it",
  },
  "refused-blocked-words": {
    zh: "里面有“{words}”，这家店不允许发给顾客，请改一改再发",
    en: "“{words}” may not be said to this store's shoppers; change it before sending",
  },
} as const;
