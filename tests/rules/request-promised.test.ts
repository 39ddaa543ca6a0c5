import { describe, expect, it } from "vitest";
import { promisedIn, totalOf } from "../../src/requests/rules/promised.ts";

/** Said without a number, and a promise all the same. */
const WITHOUT_SUM: readonly string[] = [
  "给您全额退款",
  "好的，这边马上为您全额退款",
  "我们全额退给您",
  "全额退还货款给您",
  "这单给您免单",
  "免单！您别生气了",
  "这次我们给你免了这单",
  "给您退全款",
  "退您全款可以吗",
  "钱全退给您",
  "货款全部退给您",
  "我们全退",
  "不用寄回，直接全退",
  "这个就白送您了",
  "杯子白送给您",
  "退您一半",
  "给您退一半，杯子您留着",
  "赔您一半吧",
  "原价退给您",
  "全数退款",
  "一分不少退给您",
  "退还全部货款",
  "给您全额退款可以吗？",
  "全额赔付给您",
  "全额赔偿您的损失",
  "破损了，全额退款，不用退回",
  "這邊幫您全額退款",
  "這單給您免單",
  "退您全款，請放心",
  "全數退還給您",
  "錢全退給您",
  "We will give you a full refund",
  "I'll refund you in full",
  "We can refund the full amount",
  "You'll get all your money back",
  "We will refund everything",
  "This one is on the house",
  "Your order will be fully refunded",
  "给您全额退款，感谢您的支持",
  "全额退款，谢谢支持",
  "已为您全额退款，如有问题随时联系",
  "给您全额退款，如果还有问题请找我",
  "这是我们的质量问题，给您全额退款",
  "已为您申请全额退款，平台会在3天内到账",
  "确认给您全额退款",
  "看了照片给您全额退款",
  "跟主管请示过了给您全额退款",
  "感谢您的反馈给您免单",
  "We'll give you a full refund within 3 days",
  "You'll get a full refund, tell us if it does not arrive",
  "全额退款再补偿您10元",
  "给您全额退款 另外赔您10元",
  "补偿您10元并全额退款",
  "全额退款外加10元红包",
];

/** With its sum in the same clause it is that sum. */
const WITH_SUM: readonly (readonly [string, number])[] = [
  ["128元全额退款给您", 128],
  ["给您全额退款128元", 128],
  ["全额退您¥66.50", 66.5],
  ["这单59元给您免单", 59],
  ["a full refund of ¥60 is on its way", 60],
];

/** Refused, asked, repeated, told as a rule, or something else by that name. */
const NONE: readonly string[] = [
  "不能全额退款",
  "这个没法全额退款",
  "抱歉，我们不支持全额退款",
  "不可以全额退给您",
  "无法给您免单",
  "不会免单的",
  "不是白送的",
  "不能退一半",
  "我没有答应给您全额退款",
  "全额退款不了，只能换货",
  "要全额退款吗?",
  "您是要全额退款吗？",
  "需要给您全额退款吗",
  "您想全额退款还是换货",
  "是否要全额退款呢",
  "可以全额退款吗",
  "您要求全额退款，我帮您请示一下",
  "您说要免单，我问问主管",
  "我去问问能不能全额退款",
  "帮您请示全额退款，请稍等",
  "您申请的全额退款平台在审核",
  "支持7天无理由退货，全额退款",
  "如果是质量问题，可以全额退款",
  "未发货的订单可以申请全额退款",
  "质量问题我们全额退款",
  "参加抽奖有机会免单",
  "免单活动每天十点开始",
  "免单名额已经没有了",
  "安全退换",
  "全退换了一遍颜色",
  "全部退货后会检查",
  "退货运费您先垫付",
  "不能全額退款",
  "要全額退款嗎？",
  "無法幫您免單",
  "We cannot give you a full refund",
  "We can't offer a full refund",
  "Do you want a full refund?",
  "You asked for a full refund",
  "If it is broken you get a full refund",
  "Our full refund policy is on the page",
  "我帮您确认一下全额退款",
  "先核实能不能全额退款",
  "帮您看看全额退款",
  "取消订单后平台会全额退款给您",
  "如有破损给您全额退款",
  "平台规定可以全额退款",
];

describe("What a reply promises without a number", () => {
  it.each(WITHOUT_SUM)("“%s” promises more than any limit", (text) => {
    const promised = promisedIn(text);
    expect([promised.filter(({ isWhole }) => isWhole).map(({ fen }) => fen), totalOf(promised)]).toEqual([[undefined], Number.POSITIVE_INFINITY]); // prettier-ignore
  });

  it.each(WITH_SUM)("“%s” promises %d yuan", (text, yuan) => {
    expect(totalOf(promisedIn(text))).toBe(yuan * 100);
  });

  it.each(NONE)("“%s” promises nothing", (text) => {
    expect(promisedIn(text)).toEqual([]);
  });
});

describe("What a reply promises together", () => {
  it.each([
    ["先退您20元，再补偿您30元", 50],
    ["赔您30元，再赔您30元", 60],
    ["退您30元运费，赔您30元", 60],
    ["赔您30元可以吗？可以的话30元马上退给您", 30],
    ["赔您30元，或者退您50元", 50],
    ["退您50元，或者赔您30元", 50],
    ["赔您20元，退您30元，要么退您40元", 60],
    ["赔您30元，要不再给您补20元吧", 50],
    ["赔您30元，或许晚些，退您50元", 80],
    ["refund you ¥20 or refund you ¥30", 30],
    ["We refund you ¥20. We refund you another ¥20.", 40],
  ])("“%s” comes to %d yuan", (text, yuan) => {
    expect(totalOf(promisedIn(text))).toBe(yuan * 100);
  });

  it.each([
    ["已经退您30元了", true],
    ["之前说好的赔您30元", true],
    ["这30元退给您", true],
    ["赔您30元", false],
    ["已经退您30元，再退您20元", false],
    ["全额退款已经办好了", true],
    ["we already refunded you ¥30", true],
  ])("“%s” looks back: %s", (text, looksBack) => {
    expect(promisedIn(text).every((one) => one.looksBack)).toBe(looksBack);
  });

  it("is found quickly in words that lead it on", () => {
    const before = performance.now();
    for (const word of ["全额退", "全退", "退给您", "free ", "要", "一分"]) promisedIn(word.repeat(1_000));
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
