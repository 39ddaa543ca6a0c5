import type { Normalised } from "./normalise.ts";

const SHOP_WORDS =
  /[买卖购]|下单|拍[下了]|订单|单号|发货|出货|到货|补货|收货|退货|退款|退钱|换货|退换|退|换|快递|物流|包裹|运费|包邮|邮费|邮寄|寄|派送|配送|签收|驿站|顺丰|中通|圆通|韵达|申通|京东|淘宝|天猫|拼多多|抖音|尺码|尺寸|码数|大码|均码|[大小加]一?码|多大|颜色|色差|款|材质|面料|成分|质量|品质|正品|真假|正版|授权|保修|质保|维修|修|售后|售前|发票|开票|抬头|税|优惠|折扣|打折|满减|券|红包|活动|促销|降价|便宜|贵|价|多少钱|几块|元|保价|赠品|赠送|送什么|礼品|礼盒|包装|库存|有货|没货|缺货|断货|现货|预售|定金|尾款|付款|支付|花呗|白条|分期|货到付款|地址|收件|改地址|催|客服|店|商品|宝贝|产品|商家|好评|评价|返现|直播|主播|会员|积分|保质期|过期|生产日期|新鲜|配件|说明书|安装|使用|怎么用|型号|功率|充电|电池|容量|规格|净含量|重量|斤|穿|洗|褪色|掉色|起球|缩水|缩|适合|孕妇|宝宝|小孩|老人|敏感肌|过敏|破|坏|漏|少发|错发|漏发|瑕疵|缺|裂|刮|\b(?:order|ship\w*|deliver\w*|refund\w*|return\w*|exchange|size|colou?r|price|discount|coupon|stock|warranty|invoice|pay\w*|track\w*|parcel|package|buy|bought|purchase\w*|item|product|shop|store|sale|quality|broken|damaged|missing|cancel\w*|address|courier|fit|wash|material|charger?|battery)\b/u;

/** Whether a text has a word of buying and selling; much of what shops are asked has, little else does. */
export function hasShopWord(question: Normalised): boolean {
  return SHOP_WORDS.test(question.text.slice(0, 2_000));
}

const OTHER_BUSINESS =
  /天气|气温|下雨|下雪|降温|台风|雾霾|多少度(?![^,。]{0,4}(?:烤|炸|烧|煮))|几月几号|星期几|现在几点|(?:写|作|背|来|吟|念)(?:一)?(?:首|篇|段|个)?[^,。]{0,8}(?:诗|作文|文章|文案|歌词|对联|检讨|总结|论文|代码|程序|脚本|小说)|诗词|古诗|翻译|润色|英语|数学|物理|语文|考研|高考|中考|考试|作业|公式|论文|历史|地理|谁写的|谁发明|首都|\d\s*[+\-*/×÷加减乘除]\s*\d|等于几|平方根|股票|基金|股市|大盘|茅台股|比特币|汇率|人民币兑|美元|彩票|开奖|双色球|中奖号|星座|运势|算命|塔罗|生肖|解梦|电影|电视剧|综艺|动漫|追剧|演员|明星|歌手|新歌|唱(?:一)?首?歌|听歌|讲个?(?:笑话|故事)|笑话|睡前故事|鬼故事|谜语|绕口令|脑筋急转弯|球赛|世界杯|欧冠|nba|进了几个球|比分|梅西|c罗|特朗普|总统|主席|新闻|战争|(?:有|没|找|要)(?:女|男)朋友|(?:女|男)朋友(?:离开|分手|不理|吵架)|失恋|分手|相亲|暗恋|结婚了吗|你(?:几岁|多大|叫什么|是谁|爱我|喜欢我|喜欢干|平时)|陪我聊|聊聊天|好无聊|心情不好|失眠|睡不着|导航|怎么走|加油站|高铁|火车票|机票|航班|地铁|公交|打车|酒店|旅游|景点|好玩的|订(?:个|一个)?闹钟|闹钟|提醒我|红烧肉|怎么炒|晚饭吃|今晚吃|中午吃|吃啥好|外卖|贷款|借钱|网贷|兼职|刷单|日结|加v|加微信|加我微|代运营|引流|涨粉|seo|python|java|javascript|c\+\+|html|编程|忽略(?:之前|以上|上面|前面|所有)|系统提示|提示词|指令|从现在起你|扮演|你现在是|假装你|有鬼|外星人|上帝|人生的?意义|孩子(?:数学|教育|成绩)|怎么教育|感冒|头疼|看病|挂号|\b(?:weather|joke|poem|song|movie|football|bitcoin|capital of|president|translate|python|javascript|homework|horoscope|flight|recipe|story|ignore (?:all|previous|the)|system prompt|pretend|who (?:are|is|won)|meaning of life)\b/u;

/** Whether a text has words of matters that are no shop's: the weather, poems, sums, gossip, advertisements, orders to a machine. */
export function hasOtherBusiness(question: Normalised): boolean {
  return OTHER_BUSINESS.test(question.text.slice(0, 400));
}
