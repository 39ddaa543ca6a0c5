import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as scheduleImmediate } from "node:timers";
import { setImmediate } from "node:timers/promises";
import { createChance } from "../../intents/training/chance.ts";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../../src/core/policy.ts";
import type { KnownArticle, Understanding } from "../../src/core/understanding.ts";
import { chooseAction } from "../../src/desk/rules/action.ts";
import { memoryNow, type Memory } from "./memory.ts";
import type { ComposedStore } from "./scale-knowledge.ts";

/** Times in ms unless named otherwise. */
export interface ScaleFigures {
  readonly stores: number;
  readonly articles: number;
  readonly phrasings: number;
  /** How many of the phrasings differ from each other, and how often the commonest is there. */
  readonly distinct: number;
  readonly commonest: number;
  /** With models loaded and nothing learned. */
  readonly memoryBefore: Memory;
  /** With everything learned, the articles' texts included. */
  readonly memoryAfter: Memory;
  /** The most that was ever resident. */
  readonly peakResidentMb: number;
  readonly learnS: number;
  readonly learnCpuS: number;
  readonly learnStoreP50: number;
  readonly learnStoreMax: number;
  /** How long nobody else had a turn at most while all stores were learned. */
  readonly longestPause: number;
  /** The most CPU time in one turn of the event loop meanwhile. */
  readonly longestPauseCpu: number;
  /** The same while work in slices of 5 ms went on: what the machine itself adds. */
  readonly longestPauseOfMachine: number;
  readonly questions: number;
  /** Share of questions whose likeliest candidate is the article they were kept back from. */
  readonly foundFirst: number;
  readonly answerP50: number;
  readonly answerP99: number;
  readonly answerMax: number;
  readonly answerCpuP50: number;
  readonly answerCpuP99: number;
  /** From giving a store its changed knowledge until a question was read by it. */
  readonly edits: number;
  readonly editVisibleP50: number;
  readonly editVisibleMax: number;
  readonly editCpuP50: number;
  readonly editCpuMax: number;
  readonly longestPauseOfEdits: number;
  readonly longestPauseCpuOfEdits: number;
}

/** What is measured: so many stores, composed one by one. */
export interface Scene {
  readonly stores: number;
  readonly compose: (at: number) => ComposedStore;
  readonly questions: number;
  readonly edits: number;
}

const WARM_UP = 200;
const SLICE_MS = 5;
const MACHINE_MS = 3_000;
const SEED = 7;

/** Learns a scene, asks it and edits it, in a process that does nothing else. */
export async function measureScale(understanding: Understanding, scene: Scene): Promise<ScaleFigures> {
  const longestPauseOfMachine = (await whileWatched(spin)).longestPause;
  const memoryBefore = memoryNow();
  const learned = await learnAll(understanding, scene);
  const memoryAfter = memoryNow();
  const { known, ...figures } = learned;
  const answered = await askAll(understanding, known, scene.questions);
  const edited = await whileWatched(() => editSome(understanding, known, scene.edits));
  return {
    stores: scene.stores,
    ...figures,
    memoryBefore,
    memoryAfter,
    peakResidentMb: process.resourceUsage().maxRSS / 1024,
    longestPauseOfMachine,
    questions: scene.questions,
    ...answered,
    edits: scene.edits,
    ...edited.result,
    longestPauseOfEdits: edited.longestPause,
    longestPauseCpuOfEdits: edited.longestPauseCpu,
  };
}

/** A store as it was given; the understanding holds the same articles. */
interface KnownStore extends ComposedStore {
  readonly id: StoreId;
}

async function learnAll(understanding: Understanding, { stores, compose }: Scene) {
  const known = Array.from({ length: stores }, (_, at): KnownStore => ({ id: storeId(`store-${at}`), ...compose(at) }));
  const times: number[] = [];
  const started = performance.now();
  const cpuBefore = cpuMs();
  const { longestPause, longestPauseCpu } = await whileWatched(async () => {
    for (const { id, articles } of known) {
      const begun = performance.now();
      await understanding.learn(id, articles);
      times.push(performance.now() - begun);
      await setImmediate();
    }
  });
  const learnS = (performance.now() - started) / 1_000;
  const learnCpuS = (cpuMs() - cpuBefore) / 1_000;
  const counts = new Map<string, number>();
  const texts = known.flatMap(({ articles }) => articles.flatMap(({ question, alternatives }) => [question, ...alternatives]));
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return {
    known,
    articles: known.reduce((sum, { articles }) => sum + articles.length, 0),
    phrasings: texts.length,
    distinct: counts.size,
    commonest: [...counts.values()].reduce((most, count) => Math.max(most, count), 0),
    learnS,
    learnCpuS,
    learnStoreP50: at(times, 0.5),
    learnStoreMax: at(times, 1),
    longestPause,
    longestPauseCpu,
  };
}

async function askAll(understanding: Understanding, known: readonly KnownStore[], questions: number) {
  const chance = createChance(SEED);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let foundFirst = 0;
  for (let asked = -WARM_UP; asked < questions; asked += 1) {
    const { id, text, article } = drawQuestion(known, chance);
    const started = performance.now();
    const cpuBefore = cpuMs();
    const reading = await understanding.read({ storeId: id, text, at: Date.now() });
    chooseAction(reading, DEFAULT_THRESHOLDS);
    const ms = performance.now() - started;
    const cpu = cpuMs() - cpuBefore;
    // Shoppers do not write at the same moment, and garbage is collected in between.
    await setImmediate();
    if (asked < 0) continue;
    times.push(ms);
    cpuTimes.push(cpu);
    if (reading.candidates[0]?.articleId === article) foundFirst += 1;
  }
  return {
    foundFirst: foundFirst / questions,
    answerP50: at(times, 0.5),
    answerP99: at(times, 0.99),
    answerMax: at(times, 1),
    answerCpuP50: at(cpuTimes, 0.5),
    answerCpuP99: at(cpuTimes, 0.99),
  };
}

/** Gives one article the kept-back phrasing and a new answer, again and again, and waits until a reader is answered with it. */
async function editSome(understanding: Understanding, known: readonly KnownStore[], edits: number) {
  const chance = createChance(SEED + 1);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const { id, text, article, articles } = drawQuestion(known, chance);
    const answer = `改过第${edit}次`;
    const changed = articles.map((one): KnownArticle => {
      return one.id === article ? { ...one, answer, alternatives: [...one.alternatives, text] } : one;
    });
    const started = performance.now();
    const cpuBefore = cpuMs();
    await understanding.learn(id, changed);
    await understanding.read({ storeId: id, text, at: Date.now() });
    times.push(performance.now() - started);
    cpuTimes.push(cpuMs() - cpuBefore);
    const seen = understanding.article(id, article, Date.now());
    if (seen?.answer !== answer)
      throw new Error(`${id} does not know its change of ${article}; learn must replace what was known`);
    await setImmediate();
  }
  return {
    editVisibleP50: at(times, 0.5),
    editVisibleMax: at(times, 1),
    editCpuP50: at(cpuTimes, 0.5),
    editCpuMax: at(cpuTimes, 1),
  };
}

function drawQuestion(known: readonly KnownStore[], chance: () => number) {
  // The generator's neighbours are alike: the first number is thrown away.
  chance();
  const store = known[Math.floor(chance() * known.length)];
  const question = store?.questions[Math.floor(chance() * store.questions.length)];
  if (store === undefined || question === undefined) throw new Error("a store without questions cannot be asked");
  return { ...store, ...question };
}

/** How long no timer had a turn at most, beside what the work gave. */
async function whileWatched<Result>(work: () => Promise<Result>) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  // The first sample only starts the clock.
  await new Promise((resolve) => void setTimeout(resolve, SLICE_MS));
  delays.reset();
  const turns = watchTurns();
  const result = await work();
  const longestPauseCpu = turns.end();
  await new Promise((resolve) => void setTimeout(resolve, SLICE_MS));
  delays.disable();
  return { result, longestPause: delays.max / 1e6, longestPauseCpu };
}

/** The most CPU time between two turns of the event loop. */
function watchTurns(): { readonly end: () => number } {
  let longest = 0;
  let since = cpuMs();
  let next = scheduleImmediate(look);
  function look(): void {
    const now = cpuMs();
    longest = Math.max(longest, now - since);
    since = now;
    next = scheduleImmediate(look);
  }
  return {
    end: () => {
      clearImmediate(next);
      return longest;
    },
  };
}

async function spin(): Promise<void> {
  const until = performance.now() + MACHINE_MS;
  while (performance.now() < until) {
    const slice = performance.now() + SLICE_MS;
    while (performance.now() < slice);
    await setImmediate();
  }
}

/** CPU time of this process so far, in ms, helpers of the engine included: what a busy machine does not make longer. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
