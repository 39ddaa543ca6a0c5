import type { Normalised } from "./normalise.ts";

const SHOP_WORDS =
  /[买卖购]|下单|拍[下了]|订单|单号|发货|出货|到货|补货|收货|退货|退款|退钱|换货|退换|退|换|快递|物流|包裹|运费|包邮|邮费|邮寄|寄|派送|配送|签收|驿站|顺丰|中通|圆通|韵达|申通|京东|淘宝|天猫|拼多多|抖音|尺码|尺寸|码数|大码|均码|[大小加]一?码|多大|颜色|色差|款|材质|面料|成分|质量|品质|正品|真假|正版|授权|保修|质保|维修|修|售后|售前|发票|开票|抬头|税|优惠|折扣|打折|满减|券|红包|活动|促销|降价|便宜|贵|价|多少钱|几块|元|保价|赠品|赠送|送什么|礼品|礼盒|包装|库存|有货|没货|缺货|断货|现货|预售|定金|尾款|付款|支付|花呗|白条|分期|货到付款|地址|收件|改地址|催|客服|店|商品|宝贝|产品|商家|好评|评价|返现|直播|主播|会员|积分|保质期|过期|生产日期|新鲜|配件|说明书|安装|使用|怎么用|型号|功率|充电|电池|容量|规格|净含量|重量|斤|穿|洗|褪色|掉色|起球|缩水|缩|适合|孕妇|宝宝|小孩|老人|敏感肌|过敏|破|坏|漏|少发|错发|漏发|瑕疵|缺|裂|刮|\b(?:order|ship\w*|deliver\w*|refund\w*|return\w*|exchange|size|colou?r|price|discount|coupon|stock|warranty|invoice|pay\w*|track\w*|parcel|package|buy|bought|purchase\w*|item|product|shop|store|sale|quality|broken|damaged|missing|cancel\w*|address|courier|fit|wash|material|charger?|battery)\b/u;

/** Whether a text has a word of buying and selling; much of what shops are asked has, little else does. */
export function hasShopWord(question: Normalised): boolean {
  return SHOP_WORDS.test(question.text);
}
