import { openShopper, type Shopper } from "./shopper.ts";

export interface Load {
  readonly base: string;
  readonly store: string;
  readonly questions: readonly string[];
  readonly visitors: number;
  readonly seconds: number;
  /** Messages a second over all visitors; absent: each asks as soon as it is answered. */
  readonly rate?: number;
}

export interface Measured {
  readonly messages: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Messages without an answer in time. */
  readonly failed: number;
}

/** Has so many visitors ask varied questions for so long, and tells how long the answers took. */
export async function runLoad(load: Load): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const end = begun + load.seconds * 1000;
  const spacing = load.rate === undefined ? 0 : (load.visitors / load.rate) * 1000;
  const talk = async (index: number): Promise<void> => {
    let shopper: Shopper | undefined;
    let due = begun + (spacing * index) / load.visitors;
    while (performance.now() < end) {
      if (spacing > 0) await until((due += spacing));
      try {
        shopper ??= await openShopper(load.base, load.store);
        const { ms, canGoOn } = await shopper.ask(load.questions[(next += 1) % load.questions.length] ?? "");
        times.push(ms);
        if (canGoOn) continue;
      } catch {
        failed += 1;
      }
      shopper?.close();
      shopper = undefined;
    }
    shopper?.close();
  };
  await Promise.all(Array.from({ length: load.visitors }, (_, index) => talk(index)));
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return { messages: times.length, perSecond: times.length / seconds, p50Ms: at(times, 0.5), p99Ms: at(times, 0.99), failed };
}

function until(moment: number): Promise<void> {
  const wait = moment - performance.now();
  return wait <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, wait));
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
