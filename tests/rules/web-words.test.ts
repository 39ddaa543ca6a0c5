import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  humanEvent,
  messageEvent,
  parseCursor,
  parseMessage,
  parsePoll,
  parseRating,
  ratingEvent,
} from "../../adapters/web/parse.ts";
import { fillIn } from "../../adapters/web/demo/page.ts";
import { messageFrames, renderMessage, renderSession, renderState } from "../../adapters/web/render.ts";
import { agentId, articleId, conversationId, incomingId, laneId, messageId, storeId } from "../../src/core/ids.ts";
import type { SpokenMessage } from "../../src/core/spine.ts";
import type { Visitor } from "../../src/core/visitor.ts";

const NOW = Date.parse("2026-10-01T08:00:00Z");
const visitor: Visitor = {
  id: "visitor-1",
  storeId: storeId("s1"),
  lane: laneId("c_1"),
  person: { id: "visitor-1", verifiedId: "anna" },
  language: "zh-TW",
  expiresAt: NOW,
};
const line: SpokenMessage = {
  id: messageId("m1"),
  seq: 7,
  conversationId: conversationId("v1"),
  author: { type: "bot" },
  body: { text: "七天内可退" },
  internal: false,
  incomingId: incomingId("web:visitor-1:client-0001"),
  at: NOW,
};

describe("What a visitor sends", () => {
  it("becomes an event with the visitor's place, person, store and language; the clientId makes its id", () => {
    const attachments = [{ id: "f1", name: "a.png", type: "image/png", bytes: 1 }];
    const body = parseMessage({ clientId: "client-0001", text: "退货", choice: "a1", attachments: ["f1"] });
    expect(messageEvent({ visitor, at: NOW }, body, attachments)).toEqual({
      type: "message",
      id: "web:visitor-1:client-0001",
      at: NOW,
      place: { channel: "web", room: "visitor-1" },
      person: { id: "visitor-1", verifiedId: "anna" },
      storeId: "s1",
      language: "zh-TW",
      text: "退货",
      choice: "a1",
      attachments,
    });
    expect(humanEvent({ visitor, at: NOW }, { clientId: "client-0002" })).toMatchObject({
      type: "human",
      id: "web:visitor-1:client-0002",
    });
    const rated = parseRating({ clientId: "client-0003", score: 5, comment: "很好" });
    expect(ratingEvent({ visitor, at: NOW }, rated)).toMatchObject({ type: "rating", score: 5, comment: "很好" });
  });

  it("needs words, unless it carries a file", () => {
    const sent = { clientId: "client-0001", text: " " };
    expect(() => parseMessage(sent)).toThrow(/^text: not empty/);
    expect(parseMessage({ ...sent, attachments: ["f1"] }).text).toBe(" ");
    expect(() => parseMessage({ ...sent, attachments: [] })).toThrow(/^text: not empty/);
    expect(() => parseMessage({ ...sent, text: "\u0000", attachments: ["f1"] })).toThrow(/^text: no control/);
    expect(() => parseMessage({ ...sent, text: " ".repeat(5_001), attachments: ["f1"] })).toThrow(/^text: at most 5000/);
  });

  it("is refused or understood, whatever it is, and never anything else", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          parseMessage(body);
        } catch (error) {
          expect(error).toMatchObject({ name: "HttpProblem", status: 400 });
        }
      }),
    );
  });

  it("goes on where the reader says it ended", () => {
    expect(parseCursor({}, undefined)).toBe(0);
    expect(parseCursor({ since: "5" }, undefined)).toBe(5);
    expect(parseCursor({ since: "5" }, "9")).toBe(9);
    expect(parsePoll({ since: "5", wait: "25" })).toEqual({ since: 5, wait: 25 });
    for (const since of ["-1", "1e3", "0x10", " 1", "2147483648", "９"])
      expect(() => parseCursor({ since }, undefined)).toThrow(/^since: /);
  });
});

describe("What a visitor sees", () => {
  it("is a line with source, choices, files and time, and nothing of the desk's own", () => {
    const body = {
      text: "七天内可退",
      source: { articleId: articleId("a1"), title: "七天无理由", phase: "aftersale" as const },
      choices: [{ id: "human", label: "人工客服" }],
      attachments: [{ id: "f1", name: "a.png", type: "image/png", bytes: 1 }],
      asksRating: true as const,
    };
    const agent = { type: "agent", id: agentId("secret-agent-id"), name: "小林" } as const;
    const seen = renderMessage({ ...line, author: agent, body }, visitor);
    expect(seen).toEqual({
      seq: 7,
      id: "m1",
      conversationId: "v1",
      author: { type: "agent", name: "小林" },
      text: "七天内可退",
      source: { title: "七天无理由", phase: "aftersale" },
      choices: [{ id: "human", label: "人工客服" }],
      attachments: [{ id: "f1", name: "a.png", type: "image/png", bytes: 1 }],
      asksRating: true,
      at: "2026-10-01T08:00:00.000Z",
    });
  });

  it("names the clientId of own messages only", () => {
    expect(renderMessage({ ...line, author: { type: "shopper" } }, visitor).clientId).toBe("client-0001");
    expect(renderMessage(line, visitor)).not.toHaveProperty("clientId");
    const foreign = incomingId("web:visitor-2:client-0001");
    expect(renderMessage({ ...line, author: { type: "shopper" }, incomingId: foreign }, visitor)).not.toHaveProperty("clientId");
  });

  it("is one event a line, whatever the text contains", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const frames = messageFrames([{ ...line, body: { text: `${text}\n\ndata: x\r\r\u2028` } }], visitor);
        expect(frames.split("\n")).toHaveLength(5);
        expect(frames).not.toContain("\r");
      }),
    );
  });

  it("is how the talk stands, without what is not known", () => {
    expect(renderState({ status: "none", timezone: "Asia/Shanghai" })).toEqual({ status: "none", timezone: "Asia/Shanghai" });
    const queued = {
      status: "queued",
      position: 2,
      wait: { fromMinutes: 1, toMinutes: 4 },
      promisedAt: NOW,
      timezone: "UTC",
    } as const;
    expect(renderState(queued)).toEqual({
      status: "queued",
      position: 2,
      waitMinutes: { from: 1, to: 4 },
      promisedAt: "2026-10-01T08:00:00.000Z",
      timezone: "UTC",
    });
  });

  it("is greeted in the page's language, else in the store's first", () => {
    const storefront = {
      storeId: storeId("s1"),
      key: "shop",
      name: "小店",
      timezone: "Asia/Shanghai",
      languages: ["zh-CN", "en"] as const,
      greeting: { "zh-CN": "您好！", en: "Hello!" },
      quickChoices: [],
      allowedOrigins: ["https://secret-list.example"],
    };
    const greeted = (language: Visitor["language"]) =>
      renderSession(
        { type: "opened", isNew: true, token: "t", visitor: { ...visitor, language }, storefront },
        { textLength: 1, fileBytes: 1, fileTypes: [] },
      );
    expect(greeted("en").store.greeting).toBe("Hello!");
    expect(greeted("zh-TW").store.greeting).toBe("您好！");
    expect(JSON.stringify(greeted("en"))).not.toContain("secret-list");
  });

  it("is a shop page in which the store's name stays text", () => {
    const page = fillIn(`<p title="{{STORE_NAME}}">{{STORE_NAME}} {{OTHER}}</p>`, { STORE_NAME: `"><script>'&` });
    expect(page).toBe(`<p title="&#34;&#62;&#60;script&#62;&#39;&#38;">&#34;&#62;&#60;script&#62;&#39;&#38; {{OTHER}}</p>`);
  });
});
