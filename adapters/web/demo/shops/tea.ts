import { TEAS } from "../drawings/teas.ts";
import { DEMO_NOTE } from "./notes.ts";
import type { DemoShop, Good } from "./shop.ts";

const SAMPLER: Good = {
  drawing: "sampler",
  name: { "zh-CN": "试饮装 · 三泡", "zh-TW": "試飲包 · 三泡", en: "Sampler, three brews" },
  about: { "zh-CN": "茉莉、白牡丹、蜜兰香各一泡", "zh-TW": "茉莉、白牡丹、蜜蘭香各一泡", en: "Jasmine, White Peony, Dancong" },
  price: "9.9",
  ask: { "zh-CN": "没怎么喝过茶，选哪款好？", "zh-TW": "沒怎麼喝過茶，選哪款好？", en: "How soon do you ship the tea?" },
};

const JASMINE: Good = {
  drawing: "jasmine",
  name: { "zh-CN": "茉莉花茶 100g", "zh-TW": "茉莉花茶 100g", en: "Jasmine tea, 100 g" },
  about: { "zh-CN": "鲜花窨制，不加香精", "zh-TW": "鮮花窨製，不加香精", en: "Scented with fresh flowers" },
  price: "68",
  ask: { "zh-CN": "会不会添加香精？", "zh-TW": "會不會添加香精？" },
};

const WHITE_PEONY: Good = {
  drawing: "white-peony",
  name: { "zh-CN": "福鼎白牡丹 80g", "zh-TW": "福鼎白牡丹 80g", en: "White Peony of Fuding, 80 g" },
  about: { "zh-CN": "不苦不涩，盖着杯盖泡也不浓", "zh-TW": "不苦不澀，蓋著杯蓋泡也不濃", en: "Mild, forgiving, never bitter" },
  price: "98",
  ask: { "zh-CN": "水温多少度，怎么泡？", "zh-TW": "水溫多少度，怎麼泡？", en: "How should I brew the tea?" },
};

const AGED_CAKE: Good = {
  drawing: "tea-cake",
  name: { "zh-CN": "老白茶饼 200g", "zh-TW": "老白茶餅 200g", en: "Aged white tea cake, 200 g" },
  about: { "zh-CN": "越放越醇，煮着喝更暖", "zh-TW": "越放越醇，煮著喝更暖", en: "Mellows with age, good simmered" },
  price: "168",
  ask: { "zh-CN": "白茶饼怎么保存？", "zh-TW": "白茶餅怎麼保存？" },
};

const DANCONG: Good = {
  drawing: "dancong",
  name: { "zh-CN": "凤凰单丛 · 蜜兰香", "zh-TW": "鳳凰單叢 · 蜜蘭香", en: "Phoenix Dancong, Honey Orchid" },
  about: { "zh-CN": "潮州凤凰镇，香气高", "zh-TW": "潮州鳳凰鎮，香氣高", en: "From Fenghuang, Chaozhou" },
  price: "128",
  ask: { "zh-CN": "单丛怎么冲？", "zh-TW": "單叢怎麼沖？" },
};

const LONGJING: Good = {
  drawing: "longjing",
  name: { "zh-CN": "大佛龙井 · 当年春茶", "zh-TW": "大佛龍井 · 當年春茶", en: "Dafo Longjing, this spring's" },
  about: {
    "zh-CN": "产自新昌，罐底印着采摘日期",
    "zh-TW": "產自新昌，罐底印著採摘日期",
    en: "Xinchang, picking date on the tin",
  },
  price: "118",
  ask: { "zh-CN": "是不是真的西湖龙井？", "zh-TW": "是不是真的西湖龍井？" },
};

const GIFT_BOX: Good = {
  drawing: "gift-box",
  name: { "zh-CN": "白茶饼配罐礼盒", "zh-TW": "白茶餅配罐禮盒", en: "Gift box, cake and tin" },
  about: { "zh-CN": "带手提袋，不放价格单", "zh-TW": "附手提袋，不放價格單", en: "With a bag, without a price slip" },
  price: "268",
  ask: { "zh-CN": "送人的礼盒有手提袋吗？", "zh-TW": "送人的禮盒有手提袋嗎？" },
};

const BARLEY: Good = {
  drawing: "barley",
  name: { "zh-CN": "炒大麦 250g", "zh-TW": "炒大麥 250g", en: "Roasted barley, 250 g" },
  about: { "zh-CN": "不含茶叶，晚上也能喝", "zh-TW": "不含茶葉，晚上也能喝", en: "No tea in it, fine at night" },
  price: "29",
  ask: { "zh-CN": "晚上喝会睡不着吗？", "zh-TW": "晚上喝會睡不著嗎？" },
};

/** 半坡茶铺, the demo's second store; its facts are those of prisma/seed/second/knowledge.csv. */
export const TEA: DemoShop = {
  theme: "tea",
  color: "#7a4b2a",
  kicker: { "zh-CN": "福鼎 · 潮州 · 新昌", "zh-TW": "福鼎 · 潮州 · 新昌", en: "Fuding · Chaozhou · Xinchang" },
  title: { "zh-CN": "半坡茶，慢慢喝", "zh-TW": "半坡茶，慢慢喝", en: "Tea from halfway up the hill" },
  lead: {
    "zh-CN": "茶厂旁边的小仓库直接发。不会挑也没关系，先花 9.9 元尝三泡。",
    "zh-TW": "茶廠旁邊的小倉庫直接發。不會挑也沒關係，先花 9.9 元嚐三泡。",
    en: "Sent from beside the tea gardens. Not sure which? Try three brews for ¥9.9.",
  },
  promises: [
    { "zh-CN": "满 68 元包邮", "zh-TW": "滿 68 元免運", en: "Free delivery over ¥68" },
    { "zh-CN": "24 小时内出库", "zh-TW": "24 小時內出庫", en: "Sent within 24 hours" },
    { "zh-CN": "每单附一小泡试饮", "zh-TW": "每單附一小泡試飲", en: "A taste with every order" },
  ],
  toShelf: { "zh-CN": "挑一罐茶", "zh-TW": "挑一罐茶", en: "Choose a tea" },
  display: ["gaiwan", "longjing", "jasmine", "dancong", "tea-cake", "gift-box"],
  shelf: { "zh-CN": "今天的茶架", "zh-TW": "今天的茶架", en: "On the shelf today" },
  groups: [
    {
      id: "white",
      name: { "zh-CN": "花茶与白茶", "zh-TW": "花茶與白茶", en: "Jasmine and white" },
      goods: [SAMPLER, JASMINE, WHITE_PEONY, AGED_CAKE],
    },
    {
      id: "green",
      name: { "zh-CN": "单丛与绿茶", "zh-TW": "單叢與綠茶", en: "Oolong and green" },
      goods: [DANCONG, LONGJING],
    },
    { id: "gifts", name: { "zh-CN": "礼盒与代茶", "zh-TW": "禮盒與代茶", en: "Gifts and more" }, goods: [GIFT_BOX, BARLEY] },
  ],
  drawings: TEAS,
  footnote: DEMO_NOTE,
};
