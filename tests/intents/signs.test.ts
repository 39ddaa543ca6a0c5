import { describe, expect, it } from "vitest";
import { findDanger } from "../../intents/danger.ts";
import { normalise } from "../../intents/normalise.ts";
import { findComplaint, findHumanWish } from "../../intents/wishes.ts";

describe("danger", () => {
  it.each([
    "插上就冒烟了",
    "用着用着冒黑烟",
    "插头打火花",
    "碰一下被电到了",
    "一插就跳闸",
    "充电宝鼓包了",
    "蒸汽把我手烫起泡了",
    "瓶口崩了一块把孩子手划破了",
    "吃完拉了一晚上肚子,拉肚子",
    "吃出一只虫",
    "饭里有根铁丝",
    "收到的是上个月过期的",
    "面包发霉了",
    "孩子把干燥剂吃了",
    "用完脸上起了好多红疹",
    "过敏了怎么办",
    "我对花生过敏,能吃吗",
    "活着没意思,不想活了",
    "the kettle caught fire",
    "I got an electric shock",
    "my son has an allergic reaction",
    "带子勒得胳膊没知觉 发紫",
    "脚后跟全是水泡 流黄水",
    "纽扣被我女儿吞了",
    "吃完叫都叫不醒",
    "插头焦了一块",
    "插上就冒煙了",
    "担心会爆炸,现在已经冒烟了",
  ])("is noticed in “%s”", (text) => {
    expect(findDanger(normalise(text))).toBeDefined();
  });

  it.each([
    "新机有异味正常吗",
    "空气炸锅做炸鸡要放油吗",
    "电火锅功率多大",
    "你家好火爆啊",
    "会冒烟吗",
    "充电宝会不会爆炸",
    "有漏电保护吗",
    "敏感肌会不会过敏",
    "适合容易过敏的皮肤吗",
    "烟灰色还有吗",
    "爆炸好吃",
    "跳楼价是多少",
    "烫金的那款",
    "优惠券过期了",
    "是免烫的吗",
    "想死你们家的凤梨酥了",
    "这件洗了会发紫吗",
    "收到的会不会是快过期的",
    "没有铁丝的内衣有吗",
    "水泡饼干还有吗",
    "女儿穿几码",
    "do you have fire tv stick",
    "smoked salmon price",
  ])("is not seen in “%s”", (text) => {
    expect(findDanger(normalise(text))).toBeUndefined();
  });

  it.each([
    ["不想活了", "self-harm"],
    ["插座打火花", "power"],
    ["把孩子手划破了", "injury"],
    ["吃出一只虫", "food"],
    ["用完脸上起了好多红疹", "reaction"],
    ["我对花生过敏,能吃吗", "reaction"],
  ])("is of a kind in “%s”: %s", (text, kind) => {
    expect(findDanger(normalise(text))).toMatchObject({ kind });
  });

  it("says which words gave it away and who should take it", () => {
    expect(findDanger(normalise("插上就冒烟"))).toEqual({ word: "冒烟", skill: "aftersale", kind: "power" });
    expect(findDanger(normalise("手烫伤了"))).toMatchObject({ skill: "complaint" });
  });
});

describe("the wish for a person", () => {
  it.each([
    "转人工",
    "人工客服",
    "人工",
    "我要找真人",
    "有人吗能不能来个人",
    "找个活人",
    "叫你们经理来",
    "不要机器人回复",
    "你是机器人吗",
    "有客服电话吗",
    "轉人工",
    "can I talk to a human",
    "要不要转人工",
    "怎么还不转人工",
    "不要机器人,转人工",
    "why don't you connect me to a human",
    "real person please",
  ])("is heard in “%s”", (text) => {
    expect(findHumanWish(normalise(text))).toBeDefined();
  });

  it.each([
    "人工费多少",
    "是人工智能的吗",
    "人工草坪多少钱一平",
    "有没有售后服务",
    "上次找客服说了会退钱的",
    "纯手工做的吗",
    "一个人用多大的",
    "不要转人工",
    "不用人工客服,你告诉我就行",
    "先别给我转人工",
    "不想找人工,你直接说",
    "先不转客服了",
    "please don't transfer me to a human, just tell me",
  ])("is not heard in “%s”", (text) => {
    expect(findHumanWish(normalise(text))).toBeUndefined();
  });
});

describe("a complaint", () => {
  it.each([
    "我要投诉你们",
    "再不处理我打12315",
    "等着差评吧",
    "骗子店",
    "发网上曝光你们",
    "什么态度",
    "I will report you",
    "我要客訴",
  ])("is heard in “%s”", (text) => {
    expect(findComplaint(normalise(text))).toBeDefined();
  });

  it.each([
    "你们店无假货吧",
    "会不会是假货",
    "有垃圾袋卖吗",
    "为什么有差评",
    "曝光补偿怎么调",
    "烟雾报警器多少钱",
    "支持假一赔十吗",
    "订单号123456到哪了",
    "运单SF1231512345",
  ])("is not heard in “%s”", (text) => {
    expect(findComplaint(normalise(text))).toBeUndefined();
  });
});
