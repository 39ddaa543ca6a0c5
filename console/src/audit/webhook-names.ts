/** The audit log's words for webhooks, for `names.ts`. */
export const WEBHOOK_NAMES = {
  zh: {
    kinds: { webhook: "消息推送" },
    acts: {
      "webhook.created": "新建推送地址",
      "webhook.changed": "修改推送地址",
      "webhook.removed": "删除推送地址",
      "webhook.rotated": "更换签名密钥",
      "webhook.earlier-ended": "结束旧密钥",
      "webhook.off": "推送一直失败，自动停用",
    },
    fields: {
      url: "网址",
      kinds: "推送内容",
      isOn: "打开",
      because: "原因",
      failures: "连续失败次数",
      earlierUntil: "旧密钥有效到",
    },
  },
  en: {
    kinds: { webhook: "Webhooks" },
    acts: {
      "webhook.created": "Made a webhook",
      "webhook.changed": "Changed a webhook",
      "webhook.removed": "Removed a webhook",
      "webhook.rotated": "Gave a webhook a new secret",
      "webhook.earlier-ended": "Ended a webhook's earlier secret",
      "webhook.off": "Webhook switched off, as it kept failing",
    },
    fields: {
      url: "Address",
      kinds: "Told of",
      isOn: "On",
      because: "Why",
      failures: "Failures in a row",
      earlierUntil: "Earlier secret until",
    },
  },
};
