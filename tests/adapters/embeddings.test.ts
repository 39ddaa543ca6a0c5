import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBreaker } from "../../adapters/embeddings/breaker.ts";
import { createEmbedder, type Embedder } from "../../adapters/embeddings/index.ts";
import { endpointOf, parseRetryAfter } from "../../adapters/embeddings/parse.ts";
import type { Embedded, EmbedderEvent } from "../../src/core/embedder.ts";
import { embeddingServer, type EmbeddingServer, type Manner } from "../support/embedding-server.ts";

const TEXTS = ["多久发货", "怎么退货", "能开发票吗"];
const LIMITS = { mostFailures: 3, firstPauseMs: 60_000, longestPauseMs: 600_000 };
let server: EmbeddingServer;
let embedder: Embedder;
let events: EmbedderEvent[];

beforeEach(async () => {
  server = await embeddingServer();
  embedder = open();
});
afterEach(async () => {
  embedder.close();
  await server.close();
});

function open(more: Partial<Parameters<typeof createEmbedder>[0]> = {}): Embedder {
  events = [];
  const report = (event: EmbedderEvent): void => void events.push(event);
  return createEmbedder({ url: server.url, model: "m", timeoutMs: 2_000, breaker: LIMITS, report, ...more });
}

const vectorsOf = (embedded: Embedded): readonly Float32Array[] => (embedded.type === "vectors" ? embedded.vectors : []);
const outcomes = (): readonly unknown[] => events.flatMap((event) => (event.type === "called" ? [event.outcome] : []));

describe("An embedding service that behaves", () => {
  it("is asked as OpenAI's is, and gives a vector of length 1 for each text", async () => {
    embedder = open({ apiKey: "key-1" });
    const vectors = vectorsOf(await embedder.embed(TEXTS, "question"));
    expect(server.asked).toEqual([
      { texts: TEXTS, model: "m", format: "float", authorization: "Bearer key-1", path: "/v1/embeddings" },
    ]);
    expect(vectors.map((vector) => Math.hypot(...vector))).toEqual([1, 1, 1].map((one) => expect.closeTo(one, 5)));
  });

  it("may give them in any order", async () => {
    const straight = await embedder.embed(TEXTS, "question");
    server.behave({ type: "reordered" });
    expect(await embedder.embed(TEXTS, "question")).toEqual(straight);
    expect(new Set(vectorsOf(straight).map((vector) => vector.join())).size).toBe(3);
  });

  it("is asked once for the questions of one moment, each text once", async () => {
    const all = await Promise.all([
      embedder.embed(["多久发货"], "question"),
      embedder.embed(["多久发货", "怎么退货"], "question"),
      embedder.embed(["怎么退货"], "question"),
    ]);
    expect(server.asked.map(({ texts }) => texts)).toEqual([["多久发货", "怎么退货"]]);
    expect(vectorsOf(all[1] ?? { type: "refused" })).toEqual([...vectorsOf(all[0]), ...vectorsOf(all[2])]);
  });

  it("gets no more questions at once than it can bear, and no more calls", async () => {
    const asked = Array.from({ length: 200 }, (_, at) => embedder.embed([`问题${at}`], "question"));
    expect((await Promise.all(asked)).every(({ type }) => type === "vectors")).toBe(true);
    expect(Math.max(...server.asked.map(({ texts }) => texts.length))).toBe(16);
    expect(server.asked.flatMap(({ texts }) => texts)).toHaveLength(200);
  });

  it("is not asked for nothing, nor after it was closed", async () => {
    expect(await embedder.embed([], "question")).toEqual({ type: "vectors", vectors: [] });
    embedder.close();
    expect(await embedder.embed(TEXTS, "learning")).toEqual({ type: "away", retryAfterMs: 0 });
    expect(server.asked).toEqual([]);
  });
});

const MISBEHAVING: readonly (readonly [Manner, string])[] = [
  [{ type: "hanging" }, "timeout"],
  [{ type: "half" }, "timeout"],
  [{ type: "slow", ms: 60_000 }, "timeout"],
  [{ type: "status", status: 500 }, "broken"],
  [{ type: "status", status: 429 }, "busy"],
  [{ type: "status", status: 401 }, "denied"],
  [{ type: "status", status: 404 }, "denied"],
  [{ type: "status", status: 302, headers: { location: "http://127.0.0.1:9/" } }, "denied"],
  [{ type: "status", status: 413 }, "refused"],
  [{ type: "reset" }, "unreachable"],
  [{ type: "endless" }, "unreadable"],
  [{ type: "fewer" }, "unreadable"],
  [{ type: "same-index" }, "unreadable"],
  [{ type: "uneven" }, "unreadable"],
  ...["null", '"1"', "1e999", "NaN", "{}"].map((value): readonly [Manner, string] => [{ type: "value", value }, "unreadable"]),
  ...["", "not JSON", "[]", "null", '{"data":{}}', '{"data":[{"index":0,"embedding":"AAAA"}]}', '{"error":"x"}'].map(
    (body): readonly [Manner, string] => [{ type: "body", body }, "unreadable"],
  ),
];

describe("An embedding service that misbehaves", () => {
  it.each(MISBEHAVING)("%j is %s, a value and no error", async (manner, outcome) => {
    embedder = open({ timeoutMs: manner.type === "endless" ? 10_000 : 300 });
    server.behave(manner);
    const expected: Embedded = outcome === "refused" ? { type: "refused" } : { type: "away", retryAfterMs: 0 };
    expect(await embedder.embed(TEXTS, "question")).toEqual(expected);
    // Whoever waits is told at the limit; the call itself ends just after.
    await expect.poll(outcomes).toEqual([outcome]);
    server.behave({ type: "well" });
    expect((await embedder.embed(TEXTS, "question")).type).toBe("vectors");
  });

  it("is no error where nobody listens", async () => {
    await server.close();
    expect(await embedder.embed(TEXTS, "question")).toEqual({ type: "away", retryAfterMs: 0 });
    expect(await embedder.probe()).toEqual({ type: "fails", because: "unreachable", detail: "ECONNREFUSED" });
    server = await embeddingServer();
  });

  it("must keep to the number of numbers it began with", async () => {
    await embedder.embed(TEXTS, "question");
    server.behave({ type: "shorter" });
    expect((await embedder.embed(["别的"], "learning")).type).toBe("away");
    expect(outcomes()).toEqual(["vectors", "unreadable"]);
  });

  it("is left out after three failures in a row, at once and for everybody, and learning is not", async () => {
    server.behave({ type: "status", status: 500 });
    for (let turn = 0; turn < 5; turn += 1) await embedder.embed([`问题${turn}`], "question");
    expect(server.asked).toHaveLength(3);
    expect(events.filter(({ type }) => type === "paused")).toEqual([
      { type: "paused", forMs: 60_000, because: "broken", detail: "status 500" },
    ]);
    server.behave({ type: "well" });
    expect((await embedder.embed(TEXTS, "learning")).type).toBe("vectors");
    expect((await embedder.embed(TEXTS, "question")).type).toBe("away");
  });

  it("is left out for as long as it asks for", async () => {
    server.behave({ type: "status", status: 429, headers: { "retry-after": "120" } });
    await embedder.embed(TEXTS, "question");
    expect(events).toContainEqual({ type: "paused", forMs: 120_000, because: "busy", detail: "status 429" });
    expect(await embedder.embed(TEXTS, "learning")).toEqual({ type: "away", retryAfterMs: 120_000 });
  });

  it("is asked again after the pause, and answers everybody when that went well", async () => {
    embedder = open({ breaker: { mostFailures: 1, firstPauseMs: 1, longestPauseMs: 1 } });
    server.behave({ type: "status", status: 500 });
    await embedder.embed(TEXTS, "question");
    server.behave({ type: "well" });
    await expect.poll(async () => (await embedder.embed(TEXTS, "question")).type).toBe("vectors");
    expect(events.at(-1)).toEqual({ type: "resumed" });
  });

  it("never learns from us what a text or the key was: nothing that is told has them", async () => {
    embedder = open({ apiKey: "very-secret", learnTimeoutMs: 200 });
    for (const [manner] of MISBEHAVING) {
      server.behave(manner);
      await embedder.embed(["我的秘密"], "learning");
    }
    expect(JSON.stringify(events)).not.toMatch(/very-secret|秘密/);
  }, 60_000);
});

describe("The breaker", () => {
  it("lets one through after each pause, and pauses twice as long each time that fails, up to a limit", () => {
    const breaker = createBreaker({ mostFailures: 2, firstPauseMs: 10, longestPauseMs: 30 });
    expect([breaker.admit(0), breaker.fail(0, 0), breaker.admit(0), breaker.fail(0, 0)]).toEqual([true, undefined, true, 10]);
    expect([breaker.admit(9), breaker.admit(10), breaker.admit(10), breaker.fail(10, 0)]).toEqual([false, true, false, 20]);
    expect([breaker.admit(29), breaker.admit(30), breaker.fail(30, 0)]).toEqual([false, true, 30]);
    expect([breaker.admit(60), breaker.succeed(), breaker.admit(60), breaker.succeed()]).toEqual([true, true, true, false]);
  });

  it("begins to count anew after a success, and hears nothing new in what failed late", () => {
    const breaker = createBreaker({ mostFailures: 2, firstPauseMs: 10, longestPauseMs: 30 });
    breaker.fail(0, 0);
    breaker.succeed();
    expect(breaker.fail(0, 0)).toBeUndefined();
    expect(breaker.fail(0, 0)).toBe(10);
    expect(breaker.fail(5, 0)).toBeUndefined();
    expect(breaker.pausedUntil(9)).toBe(10);
  });
});

it.each([
  ["http://a:1", "http://a:1/v1/embeddings"],
  ["http://a:1/", "http://a:1/v1/embeddings"],
  ["https://a/v1", "https://a/v1/embeddings"],
  ["https://a/compatible-mode/v1/", "https://a/compatible-mode/v1/embeddings"],
  ["https://a/v1/embeddings", "https://a/v1/embeddings"],
])("%s is asked at %s", (given, called) => {
  expect(endpointOf(given)).toBe(called);
});

it.each([
  [null, 0],
  ["2", 2_000],
  ["Thu, 01 Jan 1970 00:00:09 GMT", 8_000],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["soon", 0],
  ["-5", 0],
])("Retry-After %s is a wait of %i ms", (header, ms) => {
  expect(parseRetryAfter(header, 1_000)).toBe(ms);
});
