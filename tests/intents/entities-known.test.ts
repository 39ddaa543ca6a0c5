import { describe, expect, it } from "vitest";
import { findEntities, maskEntities } from "../../intents/entities/find.ts";

const NOW = Date.parse("2026-11-20T12:00:00+08:00");

describe("what is known beside the text", () => {
  it("a relative day without a now is found and has no date", () => {
    expect(findEntities("明天发吗")).toMatchObject([{ kind: "date", text: "明天", value: {} }]);
    expect(findEntities("明天发吗")[0]?.value).toEqual({});
    expect(findEntities("明天下午三点")[0]).toMatchObject({ kind: "time", value: {} });
    expect(findEntities("deliver tomorrow")[0]).toMatchObject({ kind: "date", text: "tomorrow", value: {} });
  });

  it("a full date needs no now", () => {
    expect(findEntities("2026年12月3日")[0]?.value).toEqual({ from: "2026-12-03", until: "2026-12-03" });
  });

  it("the day is the shop's, not the server's and not UTC's", () => {
    const lateEvening = Date.parse("2026-11-20T23:30:00+08:00");
    const earlyMorning = Date.parse("2026-11-21T00:30:00+08:00");

    expect(findEntities("明天", { now: lateEvening })[0]?.value).toEqual({ from: "2026-11-21", until: "2026-11-21" });
    expect(findEntities("明天", { now: earlyMorning })[0]?.value).toEqual({ from: "2026-11-22", until: "2026-11-22" });
    expect(findEntities("tomorrow", { now: earlyMorning })[0]?.value).toEqual({ from: "2026-11-22", until: "2026-11-22" });
    expect(findEntities("明天", { now: earlyMorning, timezone: "America/New_York" })[0]?.value).toEqual({
      from: "2026-11-21",
      until: "2026-11-21",
    });
  });

  it("an hour is an instant in the shop's zone", () => {
    const shanghai = findEntities("明天下午三点", { now: NOW })[0]?.value;
    const taipei = findEntities("tomorrow 3pm", { now: NOW, timezone: "Asia/Taipei" })[0]?.value;
    const tokyo = findEntities("明天下午三点", { now: NOW, timezone: "Asia/Tokyo" })[0]?.value;

    expect(shanghai).toEqual({ at: Date.parse("2026-11-21T15:00:00+08:00") });
    expect(taipei).toEqual(shanghai);
    expect(tokyo).toEqual({ at: Date.parse("2026-11-21T15:00:00+09:00") });
  });

  it("a zone or a now that does not exist leaves days unresolved and throws nothing", () => {
    expect(findEntities("明天", { now: NOW, timezone: "Mars/Olympus" })[0]?.value).toEqual({});
    expect(findEntities("tomorrow 3pm", { now: Number.NaN })[0]?.value).toEqual({});
  });

  it("the longest product word wins, whatever its case and width, and parts of Latin words are none", () => {
    const products = ["羽绒服", "加厚羽绒服", "T-Shirt", "Air"];

    expect(findEntities("加厚羽绒服", { products })).toMatchObject([{ kind: "product", value: { name: "加厚羽绒服" } }]);
    expect(findEntities("Ｔ－ＳＨＩＲＴ", { products })).toMatchObject([{ kind: "product", value: { name: "T-Shirt" } }]);
    expect(findEntities("hairdryer", { products })).toEqual([]);
    expect(findEntities("加厚羽绒服", { products: [] })).toEqual([]);
  });

  it("a product word outweighs a device of the same length, which otherwise is nobody's", () => {
    expect(findEntities("iPhone 15", { products: ["iphone15"] })).toMatchObject([{ kind: "product" }]);
    expect(findEntities("iPhone 15")).toEqual([]);
  });
});

describe("masking", () => {
  it("puts one word for each entity", () => {
    const text = "我165 118,订单2209136540018873,要黑色L码";

    expect(maskEntities(text, findEntities(text))).toBe("我 ‹height›   ‹weight› ,订单 ‹order› ,要 ‹colour›  ‹size› ");
  });

  it("masks the kinds it is given", () => {
    const text = "顺丰明天到吗";
    const days = findEntities(text, { now: NOW }).filter(({ kind }) => kind === "date");

    expect(maskEntities(text, days)).toBe("顺丰 ‹date› 到吗");
  });

  it("leaves a placeholder that a shopper typed alone", () => {
    expect(findEntities("‹size› ‹order› ")).toEqual([]);
    expect(findEntities("‹size›L码")).toMatchObject([{ kind: "size", text: "L码", start: 6 }]);
  });
});
