import type { Embedded } from "../../src/core/embedder.ts";

export interface GatherOptions {
  /** So many texts go together at most. */
  readonly mostTexts: number;
  /** So many are under way at once at most. */
  readonly mostCalls: number;
  /** Whoever waits longer is told that the service is away. */
  readonly limitMs: number;
  /** Asks the service; has so long. */
  readonly send: (texts: readonly string[], withinMs: number) => Promise<Embedded>;
}

interface Waiting {
  readonly texts: readonly string[];
  readonly deadline: number;
  readonly tell: (embedded: Embedded) => void;
}

const AWAY: Embedded = { type: "away", retryAfterMs: 0 };

/**
 * Puts together what is asked in the same turn of the event loop: the desk reads many shoppers' questions at once, and they
 * must not wait for each other.
 */
export function createGathering({ mostTexts, mostCalls, limitMs, send }: GatherOptions) {
  const waiting: Waiting[] = [];
  let underWay = 0;
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      while (underWay < mostCalls && waiting.length > 0) void ask(takeTogether(waiting, mostTexts));
    });
  };
  const ask = async (together: readonly Waiting[]): Promise<void> => {
    const now = Date.now();
    const inTime = together.filter(({ deadline }) => deadline > now);
    if (inTime.length === 0) return;
    const texts = [...new Set(inTime.flatMap((one) => one.texts))];
    underWay += 1;
    const embedded = await send(texts, Math.max(...inTime.map(({ deadline }) => deadline)) - now);
    underWay -= 1;
    for (const one of inTime) one.tell(partFor(one, texts, embedded));
    if (waiting.length > 0) plan();
  };

  return (texts: readonly string[]): Promise<Embedded> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(AWAY), limitMs);
      const tell = (embedded: Embedded): void => {
        clearTimeout(timer);
        resolve(embedded);
      };
      waiting.push({ texts, deadline: Date.now() + limitMs, tell });
      plan();
    });
}

function takeTogether(waiting: Waiting[], mostTexts: number): readonly Waiting[] {
  const taken: Waiting[] = [];
  let count = 0;
  while (waiting[0] !== undefined && (taken.length === 0 || count + waiting[0].texts.length <= mostTexts)) {
    const next = waiting.shift();
    if (next === undefined) break;
    taken.push(next);
    count += next.texts.length;
  }
  return taken;
}

function partFor({ texts: own }: Waiting, texts: readonly string[], embedded: Embedded): Embedded {
  if (embedded.type !== "vectors") return embedded;
  const vectors = own.flatMap((text) => embedded.vectors[texts.indexOf(text)] ?? []);
  return { type: "vectors", vectors };
}
