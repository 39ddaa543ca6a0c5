import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { EmbedderEvent } from "../core/embedder.ts";
import type { Log } from "./log.ts";

/** Counts and logs what an embedder tells of itself. The log has a line when it falls silent and when it speaks again, not for each call. */
export function watchEmbedder(registry: Registry, log: Log): (event: EmbedderEvent) => void {
  const registers = [registry];
  const calls = new Counter({
    name: "counterbell_embedding_calls_total",
    help: "Calls to the embedding service, for questions and for learning, by what became of them.",
    labelNames: ["why", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "counterbell_embedding_call_duration_seconds",
    help: "Time a call to the embedding service took, failed ones too.",
    labelNames: ["why"],
    buckets: [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 20],
    registers,
  });
  const paused = new Gauge({
    name: "counterbell_embedding_paused",
    help: "1 while the embedding service is not asked because it failed; questions are then understood without it.",
    registers,
  });
  return (event) => {
    switch (event.type) {
      case "called":
        calls.inc({ why: event.why, outcome: event.outcome });
        seconds.observe({ why: event.why }, event.ms / 1_000);
        return;
      case "paused":
        paused.set(1);
        log.warn(
          { because: event.because, detail: event.detail, pauseMs: event.forMs },
          "embedding service left out for a while, questions are understood without it",
        );
        return;
      case "resumed":
        paused.set(0);
        log.info("embedding service answers again");
    }
  };
}
