import { APPLIANCES } from "../drawings/appliances.ts";
import { DEMO_NOTE } from "./notes.ts";
import type { DemoShop, Good } from "./shop.ts";

const KETTLE: Good = {
  drawing: "kettle",
  name: { "zh-CN": "养生壶 1.5L", "zh-TW": "養生壺 1.5L", en: "Glass tea kettle, 1.5 L" },
  about: { "zh-CN": "高硼硅玻璃 · 304 不锈钢", "zh-TW": "高硼矽玻璃 · 304 不鏽鋼", en: "Borosilicate glass, 304 steel" },
  price: "169",
  ask: { "zh-CN": "1.5 升够几个人喝？", "zh-TW": "1.5 升夠幾個人喝？", en: "How long is the warranty?" },
};

const RICE_COOKER: Good = {
  drawing: "rice-cooker",
  name: { "zh-CN": "小电饭煲 2L", "zh-TW": "小電鍋 2L", en: "Small rice cooker, 2 L" },
  about: { "zh-CN": "1–3 人 · 12 小时预约", "zh-TW": "1–3 人 · 12 小時預約", en: "For 1–3, 12-hour timer" },
  price: "199",
  ask: { "zh-CN": "能预约煮粥吗？", "zh-TW": "能預約煮粥嗎？", en: "Can I return it if I don't like it?" },
};

const AIR_FRYER: Good = {
  drawing: "air-fryer",
  name: { "zh-CN": "空气炸锅 4.5L / 6L", "zh-TW": "氣炸鍋 4.5L / 6L", en: "Air fryer, 4.5 L or 6 L" },
  about: { "zh-CN": "送 50 张吸油纸", "zh-TW": "送 50 張吸油紙", en: "With 50 paper liners" },
  price: "299",
  priceBefore: "359",
  ask: { "zh-CN": "4.5L 和 6L 怎么选？", "zh-TW": "4.5L 和 6L 怎麼選？", en: "Does it work abroad?" },
};

const STEAMER: Good = {
  drawing: "steamer",
  name: { "zh-CN": "折叠挂烫机", "zh-TW": "摺疊掛燙機", en: "Folding garment steamer" },
  about: { "zh-CN": "0.9 公斤 · 出差也带得走", "zh-TW": "0.9 公斤 · 出差也帶得走", en: "0.9 kg, packs for a trip" },
  price: "159",
  ask: { "zh-CN": "真丝裙子能烫吗？", "zh-TW": "真絲裙子能燙嗎？" },
};

const MITE_VACUUM: Good = {
  drawing: "mite-vacuum",
  name: { "zh-CN": "除螨仪", "zh-TW": "除蟎儀", en: "Mattress vacuum" },
  about: { "zh-CN": "拍打 · 55℃ 热风 · 紫外灯", "zh-TW": "拍打 · 55℃ 熱風 · 紫外燈", en: "Beats, 55 °C air, UV light" },
  price: "269",
  ask: { "zh-CN": "和普通吸尘器有什么不同？", "zh-TW": "和普通吸塵器有什麼不同？" },
};

const HUMIDIFIER: Good = {
  drawing: "humidifier",
  name: { "zh-CN": "静音加湿器 3L", "zh-TW": "靜音加濕器 3L", en: "Quiet humidifier, 3 L" },
  about: { "zh-CN": "睡眠档约 30 分贝", "zh-TW": "睡眠檔約 30 分貝", en: "About 30 dB while you sleep" },
  price: "139",
  ask: { "zh-CN": "晚上睡觉会吵吗？", "zh-TW": "晚上睡覺會吵嗎？", en: "How long does shipping take?" },
};

const LAMP: Good = {
  drawing: "lamp",
  name: { "zh-CN": "国 AA 级台灯", "zh-TW": "國 AA 級檯燈", en: "Reading lamp, grade AA" },
  about: { "zh-CN": "4000K · 无可视频闪", "zh-TW": "4000K · 無可視頻閃", en: "4000 K, no visible flicker" },
  price: "149",
  ask: { "zh-CN": "孩子写作业用护眼吗？", "zh-TW": "孩子寫作業用護眼嗎？" },
};

const BEDDING: Good = {
  drawing: "bedding",
  name: { "zh-CN": "长绒棉四件套", "zh-TW": "長絨棉四件組", en: "Four-piece cotton bed set" },
  about: { "zh-CN": "60 支缎纹 · 送洗衣袋", "zh-TW": "60 支緞紋 · 送洗衣袋", en: "60s sateen, with a wash bag" },
  price: "369",
  priceBefore: "459",
  ask: { "zh-CN": "1.8 米的床选多大？", "zh-TW": "1.8 米的床選多大？", en: "What size for a 1.8 m bed?" },
};

/** 檐下生活, the demo's first store; its facts are those of prisma/seed/demo/knowledge.csv. */
export const EAVES: DemoShop = {
  theme: "eaves",
  color: "#3f6b55",
  kicker: { "zh-CN": "小家电 · 床品", "zh-TW": "小家電 · 寢具", en: "Small appliances · bedding" },
  title: { "zh-CN": "屋檐下，把日子过舒服", "zh-TW": "屋簷下，把日子過舒服", en: "Comfort, under one roof" },
  lead: {
    "zh-CN": "一壶热茶，一锅白饭，一床晒过的被子。奶油白和雾绿，放哪儿都好看。",
    "zh-TW": "一壺熱茶，一鍋白飯，一床曬過的被子。奶油白和霧綠，放哪兒都好看。",
    en: "A pot of tea, a bowl of rice, a freshly aired bed. In cream white and mist green.",
  },
  promises: [
    { "zh-CN": "满 39 元包邮", "zh-TW": "滿 39 元免運", en: "Free delivery over ¥39" },
    { "zh-CN": "七天无理由退货", "zh-TW": "七天無理由退貨", en: "7-day returns" },
    { "zh-CN": "整机保修一年", "zh-TW": "整機保固一年", en: "One-year warranty" },
  ],
  toShelf: { "zh-CN": "看看好物", "zh-TW": "看看好物", en: "See the shelf" },
  display: ["kettle", "rice-cooker", "air-fryer", "humidifier", "lamp", "bedding"],
  shelf: { "zh-CN": "大家都在买", "zh-TW": "大家都在買", en: "What people buy" },
  groups: [
    {
      id: "kitchen",
      name: { "zh-CN": "厨房", "zh-TW": "廚房", en: "Kitchen" },
      goods: [KETTLE, RICE_COOKER, AIR_FRYER],
    },
    { id: "care", name: { "zh-CN": "清洁护理", "zh-TW": "清潔護理", en: "Care" }, goods: [STEAMER, MITE_VACUUM] },
    { id: "bedroom", name: { "zh-CN": "卧室", "zh-TW": "臥室", en: "Bedroom" }, goods: [HUMIDIFIER, LAMP, BEDDING] },
  ],
  drawings: APPLIANCES,
  footnote: DEMO_NOTE,
};
