import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArrival, readPoll } from "../../adapters/web/widget/rules/arrivals.ts";
import { contrast, shadesOf } from "../../adapters/web/widget/rules/colors.ts";
import { cutEvents, type StreamEvent } from "../../adapters/web/widget/rules/events.ts";
import { isPicture, refuseFile, sizeText } from "../../adapters/web/widget/rules/files.ts";
import { pickLanguage } from "../../adapters/web/widget/rules/languages.ts";
import { linkify } from "../../adapters/web/widget/rules/linkify.ts";
import { promiseText, stampText } from "../../adapters/web/widget/rules/moments.ts";
import { DEFAULT_COLOR, readSettings } from "../../adapters/web/widget/rules/settings.ts";
import { wordsIn } from "../../adapters/web/widget/texts/words.ts";
import { HOSTILE_STRINGS } from "../support/hostile-strings.ts";

describe("the stream", () => {
  const sent =
    'event: state\ndata: {"status":"bot"}\n\n: keep-alive\n\nid: 4\nevent: message\r\ndata: {"text":"你好\\n😀"}\r\n\r\ndata: a\r\ndata: b\r\n\r\n';
  const expected: readonly StreamEvent[] = [
    { event: "state", data: '{"status":"bot"}' },
    { event: "message", data: '{"text":"你好\\n😀"}' },
    { event: "message", data: "a\nb" },
  ];

  test("is understood the same however the network cuts it", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(sent.length)), (cuts) => {
        const places = [0, ...cuts, sent.length].sort((a, b) => a - b);
        const heard: StreamEvent[] = [];
        let rest = "";
        places.forEach((place, index) => {
          const result = cutEvents(rest + sent.slice(place, places[index + 1] ?? place));
          heard.push(...result.events);
          rest = result.rest;
        });
        expect(heard).toEqual(expected);
        expect(rest).toBe("");
      }),
    );
  });

  test("keeps an unfinished event for later", () => {
    expect(cutEvents("data: ha")).toEqual({ events: [], rest: "data: ha" });
  });

  test("passes over what a newer server may say, and over what is not JSON or not a message", () => {
    const odd = [
      "{",
      "null",
      '"x"',
      "{}",
      '{"seq":"1","text":"a","at":"b","author":{}}',
      '{"seq":1,"text":{},"at":"b","author":{}}',
    ];
    for (const data of odd) expect(readArrival({ event: "message", data })).toBeUndefined();
    expect(readArrival({ event: "fireworks", data: "{}" })).toBeUndefined();
    expect(readArrival({ event: "typing", data: '{"who":"merchant"}' })).toBeUndefined();
  });

  test("takes a poll apart into messages and then the state", () => {
    const message = { seq: 1, text: "在", at: "2026-11-20T04:00:00Z", author: { type: "bot" } };
    const poll = readPoll({ messages: [message, { seq: 2 }], state: { status: "bot", timezone: "Asia/Shanghai" }, next: 1 });
    expect(poll).toEqual([
      { type: "messages", messages: [message] },
      { type: "state", state: { status: "bot", timezone: "Asia/Shanghai" } },
    ]);
    expect(readPoll("<html>")).toBeUndefined();
  });
});

describe("the script tag", () => {
  test.each([
    [["zh-CN"], "zh-CN"],
    [["zh-Hant-HK"], "zh-TW"],
    [["zh_TW"], "zh-TW"],
    [["zh-Hans-TW"], "zh-CN"],
    [["en-GB"], "en"],
    [[undefined, "en"], "en"],
    [["fr", "zh-HK"], "zh-TW"],
    [["fr"], "zh-CN"],
    [[], "zh-CN"],
  ] as const)("the wishes %j give %s", (wishes, language) => {
    expect(pickLanguage(...wishes)).toBe(language);
  });

  test("without a store there is no widget; a wrong colour or side falls back", () => {
    expect(readSettings({ attributes: {} })).toBeUndefined();
    expect(readSettings({ attributes: { store: " demo ", color: "red;x:y", position: "top" } })).toEqual({
      store: "demo",
      language: "zh-CN",
      color: DEFAULT_COLOR,
      position: "right",
    });
  });

  test("reads a short colour, the left side and a signed-in shopper", () => {
    const attributes = {
      store: "demo",
      color: "#0A6",
      position: "left",
      identityId: "u1",
      identityHmac: "ab",
      identityName: "王",
    };
    expect(readSettings({ attributes, pageLanguage: "en" })).toEqual({
      store: "demo",
      language: "en",
      color: "#00aa66",
      position: "left",
      identity: { id: "u1", hmac: "ab", name: "王" },
    });
  });

  test("an identity without its signature is none", () => {
    expect(readSettings({ attributes: { store: "demo", identityId: "u1" } })?.identity).toBeUndefined();
  });

  test("whatever colour a shop chooses, words on it and in it stay readable", () => {
    const color = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(color, (accent) => {
        const shades = shadesOf(accent);
        expect(contrast(accent, shades.onAccent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shades.inkOnLight, "#f4f6f9")).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shades.inkOnDark, "#23272f")).toBeGreaterThanOrEqual(4.5);
      }),
    );
    expect(contrast("#ffffff", shadesOf(DEFAULT_COLOR).accent)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("links in texts", () => {
  test("the pieces joined are the text again", () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.constantFrom("https://a.cn/b?c=1", "http://x.io", "，", "(", ")", "。", " ", ...HOSTILE_STRINGS)),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        expect(
          linkify(text)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test.each([
    ["详情见 https://shop.cn/a?b=1。谢谢", ["https://shop.cn/a?b=1"]],
    ["(see http://shop.cn/x).", ["http://shop.cn/x"]],
    ["https://shop.cn、https://shop.com，", ["https://shop.cn/", "https://shop.com/"]],
    ["没有链接 shop.cn", []],
  ])("%s", (text, links) => {
    expect(linkify(text).flatMap((piece) => (piece.type === "link" ? [piece.href] : []))).toEqual(links);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://bank.com@evil.example/",
    "https://",
    "http://localhost:1/",
    "vbscript:x",
  ])("%s never becomes a link", (text) => {
    expect(linkify(text)).toEqual([{ type: "text", text }]);
  });
});

describe("files", () => {
  const limits = { textLength: 2_000, fileBytes: 1_000_000, fileTypes: ["image/png"] };

  test("are refused before the upload when they are empty, too big or of another kind", () => {
    const file = { name: "a.png", type: "image/png", size: 1_000_000 };
    expect(refuseFile(file, limits)).toBeUndefined();
    expect(refuseFile({ ...file, size: 1_000_001 }, limits)).toBe("file-too-big");
    expect(refuseFile({ ...file, size: 0 }, limits)).toBe("file-empty");
    expect(refuseFile({ ...file, type: "text/html" }, limits)).toBe("file-type");
    expect(refuseFile({ ...file, type: "" }, limits)).toBeUndefined();
  });

  test("are shown as pictures only when they cannot carry scripts", () => {
    expect(["image/png", "image/webp", "image/svg+xml", "text/html"].map(isPicture)).toEqual([true, true, false, false]);
  });

  test("have sizes that people read", () => {
    expect([12, 340_000, 1_540_000, 12_400_000].map(sizeText)).toEqual(["12 B", "340 KB", "1.5 MB", "12 MB"]);
  });
});

describe("moments", () => {
  const now = Date.parse("2026-11-20T16:30:00Z");
  const stamp = (at: string, language: "zh-CN" | "en"): string => stampText({ at, now, language, timeZone: "Asia/Shanghai" });

  test("are told by the visitor's calendar: today, yesterday, the date, the year", () => {
    expect(stamp("2026-11-20T16:05:00Z", "zh-CN")).toBe("00:05");
    expect(stamp("2026-11-20T15:59:00Z", "zh-CN")).toBe("昨天 23:59");
    expect(stamp("2026-11-01T04:00:00Z", "zh-CN")).toBe("11月1日 12:00");
    expect(stamp("2025-01-01T04:00:00Z", "en")).toBe("Jan 1, 2025 12:00");
    expect(stamp("nonsense", "en")).toBe("");
  });

  test("are promised in the store's zone, with the zone named", () => {
    expect(promiseText("2026-11-22T01:00:00Z", "Asia/Shanghai", "zh-CN")).toBe("11月22日周日 09:00（北京时间）");
    expect(promiseText("2026-11-22T01:00:00Z", "Asia/Tokyo", "en")).toContain("10:00 (Japan Standard Time)");
    expect(promiseText("2026-11-22T01:00:00Z", "Mars/Base", "zh-TW")).toContain("北京時間");
  });
});

describe("words", () => {
  test("no language leaves a text empty or in another one's script", () => {
    const [simplified, english] = [wordsIn("zh-CN"), wordsIn("en")];
    for (const [name, value] of Object.entries(english)) {
      if (typeof value === "string") expect(value, name).toMatch(/^[\x20-\x7e…]+$/);
    }
    for (const [name, value] of Object.entries(simplified)) {
      if (typeof value === "string") expect(value, name).toMatch(/\p{Script=Han}/u);
    }
  });

  test("the source line names phase and article", () => {
    const words = wordsIn("zh-CN");
    expect(words.source(words.phases.aftersale, "七天无理由退货")).toBe("来自：售后 · 七天无理由退货");
  });

  test("the waiting band is honest at its edges", () => {
    const { wait } = wordsIn("zh-CN");
    expect([wait({ from: 0, to: 1 }), wait({ from: 3, to: 3 }), wait({ from: 3, to: 5 })]).toEqual([
      "预计 1 分钟内接通",
      "预计等待约 3 分钟",
      "预计等待 3–5 分钟",
    ]);
  });
});
