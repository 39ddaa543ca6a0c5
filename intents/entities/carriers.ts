import type { Carrier } from "./entity.ts";

/** How people name each carrier, homophones and short forms included; guards keep roads, cars and codes out. */
export const CARRIER_WORDS: Readonly<Record<Carrier, string>> = {
  sf: String.raw`顺丰(?:速运|特快|标快|快递)?|(?<!一路|一帆)顺风(?!车|顺水|局|耳)(?:速运|快递)?|顺分快递|丰速|(?<![a-z\d])sf(?: ?express)?(?![a-z])`,
  zto: String.raw`中通(?:快递|快运)?|(?<![a-z\d])zto(?![a-z])`,
  yto: String.raw`圆通(?!路|街|寺|山)(?:快递|速递)?|园通(?:快递)?|元通快递|(?<![a-z\d])yto(?![a-z])`,
  yunda: String.raw`韵达(?:快递|快运)?|运达快递|(?<![a-z\d])yunda(?![a-z])`,
  sto: String.raw`申通(?!路|地铁)(?:快递)?|(?<![a-z\d])sto(?![a-z])`,
  jt: String.raw`极兔(?:速递|快递)?|[吉级]兔(?:速递|快递)?|兔子快递|(?<![a-z\d])j&t(?: express)?(?![a-z])|(?<![a-z\d])jt(?:快递|express)?(?![a-z])`,
  ems: String.raw`(?<![a-z\d])ems(?![a-z])|邮政特快|邮政快递`,
  "china-post": String.raw`(?:中国)?邮政(?!编码|编号|储蓄|银行|局|特快|快递)(?:小包|平邮|挂号信?)?|邮局|china post|平邮`,
  jd: String.raw`京东(?:快递|物流|配送|送货)|(?<=发|走|用|寄|换|是|选)京东(?=吗|不|行|$|[ ,,。?!的送]|可)|(?<![a-z\d])jd(?=快递|物流| (?:logistics|express)|能发)(?:快递|物流| logistics| express)?`,
  deppon: String.raw`德邦(?:快递|物流|快运)?|(?<![a-z\d])deppon(?![a-z])`,
  best: "百世(?:快递|汇通)?|汇通快递",
  cainiao: "菜鸟(?:速递|直送|裹裹)|丹鸟(?:物流|快递)?",
  zjs: "宅急送",
  ane: "安能(?:物流|快递)?",
  "t-cat": "黑猫(?:宅急便|宅配)?(?!警长)|宅急便",
  hct: "新竹(?:物流|货运)",
  dhl: String.raw`(?<![a-z\d])dhl(?![a-z])`,
  ups: String.raw`(?<![a-z\d])ups(?![a-z\d]|电源| ?不间断)`,
  fedex: String.raw`(?<![a-z\d])fedex(?![a-z])|联邦快递`,
};

/** The letters and digits on each carrier's labels. */
export const CARRIER_CODES: readonly { readonly carrier: Carrier | undefined; readonly code: string }[] = [
  { carrier: "sf", code: String.raw`sf[ :-]?(?:\d{10,15}|\d{4} \d{4} \d{3,5}(?: \d{1,4})?)` },
  { carrier: "yto", code: String.raw`yt[ ]?\d{10,18}` },
  { carrier: "jt", code: String.raw`jt[ ]?\d{10,15}` },
  { carrier: "jd", code: String.raw`jd[a-z]{0,3}[ ]?\d{9,15}(?:-\d{1,2}){0,2}-?` },
  { carrier: "yunda", code: String.raw`yd[ ]?\d{10,15}` },
  { carrier: "sto", code: String.raw`sto?\d{10,15}` },
  { carrier: "zto", code: String.raw`zto?\d{10,15}` },
  { carrier: "deppon", code: String.raw`dp[kl]?[ ]?\d{8,14}` },
  { carrier: "cainiao", code: String.raw`lp[ ]?\d{12,16}` },
  { carrier: "ems", code: String.raw`[a-z]{2}\d{9}cn` },
  { carrier: undefined, code: String.raw`[a-z]{2}\d{9}(?!cn)[a-z]{2}` },
  { carrier: "ups", code: String.raw`1z[ ]?[a-z\d]{6}(?=[a-z]{0,9}\d)[a-z\d]{10}` },
];
