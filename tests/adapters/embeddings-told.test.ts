import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddingFindings } from "../../src/cli/doctor.ts";
import { watchEmbedder } from "../../src/infra/embedding-metrics.ts";
import { createLog } from "../../src/infra/log.ts";
import { embeddingServer, type EmbeddingServer } from "../support/embedding-server.ts";

let server: EmbeddingServer;
beforeEach(async () => void (server = await embeddingServer()));
afterEach(() => server.close());

const findings = (timeoutMs = 5_000) => embeddingFindings({ embeddings: { url: server.url, model: "m", timeoutMs } });

describe("The doctor says of an embedding service", () => {
  it("nothing where there is none", async () => {
    expect(await embeddingFindings({ embeddings: undefined })).toEqual([]);
  });

  it("how fast it answers, and whether questions would wait for that", async () => {
    expect(await findings()).toEqual([
      { what: "embedding service", state: "good", detail: expect.stringMatching(/^answers in \d+ ms, 96 numbers a text$/) },
    ]);
    server.behave({ type: "slow", ms: 60 });
    expect(await findings(50)).toMatchObject([{ state: "warn", mend: expect.stringContaining("EMBEDDINGS_TIMEOUT_MS") }]);
  });

  it.each([
    [{ type: "status", status: 401 }, "denied (status 401)", "EMBEDDINGS_API_KEY"],
    [{ type: "status", status: 400 }, "refused (status 400)", "EMBEDDINGS_MODEL"],
    [{ type: "reset" }, "unreachable", "EMBEDDINGS_URL"],
    [{ type: "body", body: "<html>" }, "unreadable (not a list of embeddings)", "OpenAI-compatible"],
  ] as const)("what is wrong with it and what to do (%j)", async (manner, detail, mend) => {
    server.behave(manner);
    expect(await findings()).toMatchObject([
      { state: "warn", detail: expect.stringContaining(detail), mend: expect.stringContaining(mend) },
    ]);
  });
});

it("An operator sees calls, times and pauses, and reads one line when a pause begins and one when it ends", async () => {
  const registry = new Registry();
  const lines: string[] = [];
  const watch = watchEmbedder(registry, createLog("info", { write: (line) => void lines.push(line) }));
  watch({ type: "called", why: "question", outcome: "timeout", texts: 1, ms: 400 });
  watch({ type: "called", why: "learning", outcome: "vectors", texts: 32, ms: 90 });
  watch({ type: "paused", forMs: 1_000, because: "timeout", detail: "no answer in time" });
  const paused = await registry.metrics();
  expect(paused).toContain('counterbell_embedding_calls_total{why="question",outcome="timeout"} 1');
  expect(paused).toContain('counterbell_embedding_call_duration_seconds_count{why="learning"} 1');
  expect(paused).toContain("counterbell_embedding_paused 1");
  watch({ type: "resumed" });
  expect(await registry.metrics()).toContain("counterbell_embedding_paused 0");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 40, because: "timeout", pauseMs: 1_000 },
    { level: 30 },
  ]);
});
