/**
 * Words that stores are shipped with. Absolute claims are forbidden to advertisements (广告法 §9 names 国家级, 最高级, 最佳 “and so
 * on”), cures to goods that are no medicine; shoppers led elsewhere, and reviews paid for, cost a store its standing on every
 * platform. They ask for a reason and do not block: “我们不能加微信” is a good answer.
 */
export const SHIPPED_WORDS: readonly string[] = [
  ...[
    "国家级",
    "世界级",
    "最高级",
    "最佳",
    "最便宜",
    "全网最低",
    "全国第一",
    "全网第一",
    "销量第一",
    "第一品牌",
    "顶级",
    "极品",
    "史无前例",
    "绝无仅有",
  ],
  ...["百分之百有效", "100%有效", "包治", "根治", "药到病除", "无副作用", "永不复发", "假一赔命"],
  ...[
    "加微信",
    "加我微信",
    "微信号",
    "加个微信",
    "vx号",
    "加v信",
    "薇信",
    "加qq",
    "qq号",
    "私下转账",
    "线下交易",
    "线下付款",
    "扫码付款",
    "微信转账",
    "支付宝转账",
  ],
  ...["好评返现", "五星返现", "返现金", "好评有礼", "删差评", "改差评"],
];
