/** Sentences about what supervisors do, for `reasons.ts`. */
export const WALL_SENTENCES = {
  whispered: {
    zh: "主管{by}给客服{agent}留了内部备注，顾客看不到",
    en: "Supervisor {by} left a remark for {agent}; the shopper does not see it",
  },
  "alert-whispered": { zh: "主管{by}提醒您：{text}", en: "Supervisor {by} tells you: {text}" },
  "taken-over": {
    zh: "主管{by}接管会话（原来：{from}）：{why}",
    en: "Supervisor {by} took it over (it was with: {from}): {why}",
  },
  reassigned: {
    zh: "主管{by}把会话指派给{agent}（原来：{from}）：{why}",
    en: "Supervisor {by} gave it to {agent} (it was with: {from}): {why}",
  },
  "alert-taken-over": {
    zh: "主管{by}把这个会话转给了{agent}，您不用再回复：{why}",
    en: "Supervisor {by} gave this conversation to {agent}; you need not reply any more: {why}",
  },
  "alert-reassigned": {
    zh: "主管{by}把这个会话指派给了您：{why}",
    en: "Supervisor {by} gave you this conversation: {why}",
  },
  "alert-webhook-failing": {
    zh: "推送地址 {host} 三天没有一次成功，已停用；请管理员到「推送」页检查后再打开",
    en: "The webhook at {host} has not worked once in three days and was switched off; an admin looks under Webhooks, then switches it on",
  },
  "alert-webhook-gone": {
    zh: "推送地址 {host} 说它不再接收（410），已停用",
    en: "The webhook at {host} says that it takes nothing any more (410), and was switched off",
  },
  "refused-reassign-same": { zh: "会话已经在{agent}手上", en: "{agent} has it already" },
  "refused-reassign-full": {
    zh: "{agent}手上已有 {load} 个，最多 {capacity} 个；确认后仍可指派",
    en: "{agent} has {load} of at most {capacity}; confirm to give it to them all the same",
  },
  "refused-reassign-not-ready": {
    zh: "{agent}现在不接新会话（休息或离开）；确认后仍可指派",
    en: "{agent} takes nothing new just now (break or away); confirm to give it to them all the same",
  },
} as const;
