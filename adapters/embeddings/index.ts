import type { Embedded, EmbedderEvent, EmbedFailure, EmbedFor, TextEmbedder } from "../../src/core/embedder.ts";
import { createBreaker, type BreakerLimits } from "./breaker.ts";
import { callService, type Called, type ServiceSettings } from "./call.ts";
import { createGathering } from "./gather.ts";

export interface EmbedderOptions extends ServiceSettings {
  /** So long a shopper's question waits for the service at most. */
  readonly timeoutMs: number;
  /** The same for texts that nobody waits for. */
  readonly learnTimeoutMs?: number;
  readonly breaker?: BreakerLimits;
  readonly report?: (event: EmbedderEvent) => void;
}

export interface Embedder extends TextEmbedder {
  /** Asks once, pause or not, for people who want to know: how many numbers a text gets, or what is wrong. */
  probe(): Promise<Probed>;
  /** Gives up what is under way; everything asked from now on is away. */
  close(): void;
}

export type Probed =
  | { readonly type: "answers"; readonly dimensions: number; readonly ms: number }
  | { readonly type: "fails"; readonly because: EmbedFailure; readonly detail: string };

const MOST_TEXTS = 32;
/** Shoppers' questions go in smaller numbers: a model without a graphics card takes as much longer as there are more. */
const MOST_QUESTIONS = 16;
const MOST_CALLS = 4;
const LEARN_TIMEOUT_MS = 20_000;
const PROBE_TIMEOUT_MS = 5_000;
const BREAKER: BreakerLimits = { mostFailures: 3, firstPauseMs: 1_000, longestPauseMs: 60_000 };

/** Opens the way to an OpenAI-compatible embedding service. Asks nothing until it is asked. */
export function createEmbedder(options: EmbedderOptions): Embedder {
  const { timeoutMs, learnTimeoutMs = LEARN_TIMEOUT_MS, report = () => undefined } = options;
  const breaker = createBreaker(options.breaker ?? BREAKER);
  const call = createCaller(options);

  const askQuestions = async (texts: readonly string[], withinMs: number): Promise<Embedded> => {
    if (!breaker.admit(Date.now())) return away(0);
    const called = await call.within(withinMs, texts, "question");
    if (called.type === "vectors") {
      if (breaker.succeed()) report({ type: "resumed" });
      return called;
    }
    const forMs = breaker.fail(Date.now(), called.retryAfterMs);
    if (forMs !== undefined) report({ type: "paused", forMs, because: called.because, detail: called.detail });
    return asEmbedded(called);
  };
  const gathered = createGathering({ mostTexts: MOST_QUESTIONS, mostCalls: MOST_CALLS, limitMs: timeoutMs, send: askQuestions });

  return {
    mostTexts: MOST_TEXTS,
    embed: async (texts, why) => {
      if (texts.length === 0) return { type: "vectors", vectors: [] };
      if (call.isClosed()) return away(0);
      if (why === "learning") return asEmbedded(await call.within(learnTimeoutMs, texts, why));
      // Nobody waits for a pause to end.
      return breaker.pausedUntil(Date.now()) === undefined ? gathered(texts) : away(0);
    },
    probe: async () => {
      const begun = performance.now();
      const called = await call.within(PROBE_TIMEOUT_MS, ["多久发货"], "question");
      if (called.type === "failed") return { type: "fails", because: called.because, detail: called.detail };
      return { type: "answers", dimensions: called.dimensions, ms: performance.now() - begun };
    },
    close: call.close,
  };
}

const away = (retryAfterMs: number): Embedded => ({ type: "away", retryAfterMs });

function asEmbedded(called: Called): Embedded {
  if (called.type === "vectors") return { type: "vectors", vectors: called.vectors };
  return called.because === "refused" ? { type: "refused" } : away(called.retryAfterMs);
}

/** Calls with a time limit, tells of each, and holds the service to one number of numbers. */
function createCaller({ report = () => undefined, ...settings }: EmbedderOptions) {
  const underWay = new Set<AbortController>();
  let isClosed = false;
  let dimensions: number | undefined;

  const checked = (called: Called): Called => {
    if (called.type === "failed") return called;
    dimensions ??= called.dimensions;
    if (dimensions === called.dimensions) return called;
    const detail = `${called.dimensions} numbers a text, before it was ${dimensions}; restart after a change of the model`;
    return { type: "failed", because: "unreadable", detail, retryAfterMs: 0 };
  };
  return {
    isClosed: () => isClosed,
    close: () => {
      isClosed = true;
      for (const controller of underWay) controller.abort();
    },
    within: async (ms: number, texts: readonly string[], why: EmbedFor): Promise<Called> => {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), ms);
      const begun = performance.now();
      underWay.add(controller);
      const called = checked(await callService(settings, texts, controller.signal));
      underWay.delete(controller);
      clearTimeout(timer);
      const outcome = called.type === "vectors" ? called.type : called.because;
      report({ type: "called", why, outcome, texts: texts.length, ms: performance.now() - begun });
      return called;
    },
  };
}
