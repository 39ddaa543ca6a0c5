import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { conversationId, DESK_LANE, escalationId, incomingId } from "../src/core/ids.ts";
import type { Escalation } from "../src/core/decision.ts";
import { escalationAfter } from "../src/routing/rules/consequences.ts";
import { decideDesk } from "../src/routing/rules/desk-lane.ts";
import type { RoutingFacts } from "../src/routing/rules/facts.ts";
import { route, routeArrival } from "../src/routing/rules/route.ts";
import { benchFacts, benchRoster, type DeskSize, NIGHT, NOON } from "./bench/routing-desk.ts";

/**
 * Measures routing on big desks and saves bench-results/routing.json: a full pass over everybody who waits, one arrival on the
 * desk after it, the whole of the desk's decision about one (what is due, routing, when to look next), what a decision's record costs,
 * and memory. Rosters are made up, the same each time.
 */
const BIG = { agents: 1_000, waiting: 10_000, stores: 100 } as const;
const SCENES: Readonly<Record<string, DeskSize & { readonly now: number }>> = {
  "everybody free, teams of stores": { ...BIG, storesEach: 20, busy: 0, now: NOON },
  "everybody free, all serve all": { ...BIG, busy: 0, now: NOON },
  "everybody full": { ...BIG, storesEach: 20, busy: 1, now: NOON },
  "nobody at work": { ...BIG, storesEach: 20, busy: 0, now: NIGHT },
  "with a policy": {
    ...BIG,
    storesEach: 20,
    busy: 0,
    now: NOON,
    policy: {
      longWork: ["aftersale", "refund"],
      preferredLevels: { complaint: 4, refund: 3 },
      secondarySkills: { complaint: ["refund"] },
      employerShare: { vendor: 2, merchant: 1 },
      waitSeconds: { "any-level": 60 },
      ageing: { everyMinutes: 10, most: 2 },
    },
  },
};
/** What is aimed at, in ms. */
const AIMS = { pass: 50, arrival: 1 } as const;
const PASSES = 30;
const ARRIVALS = 300;
const RECORDS = 200;
const DECISIONS = 40;

interface Figures {
  readonly assigned: number;
  readonly queued: number;
  readonly afterHours: number;
  /** The first pass on a roster never seen before, in a process that is warm otherwise. */
  readonly firstPassMs: number;
  readonly passP50: number;
  readonly passMax: number;
  /** Of the processor, all threads: what is left when others use the machine, too. */
  readonly passCpuP50: number;
  readonly decisionsPerS: number;
  readonly arrivalP50: number;
  readonly arrivalP99: number;
  readonly arrivalCpuMean: number;
  readonly arrivalCpuP50: number;
  /** The desk's decision about one arrival, as its lane decides it. */
  readonly deskP50: number;
  readonly deskCpuP50: number;
  /** Making one decision's sentence and its list of those nearest to it. */
  readonly recordMs: number;
  readonly heapMb: number;
}

const load = loadavg()[0];
const scenes: Record<string, Figures> = {};
for (const [name, scene] of Object.entries(SCENES)) {
  const figures = measure(scene);
  scenes[name] = figures;
  for (const line of linesOf(name, figures)) console.log(line);
}
const about = { node: process.version, cores: cpus().length, loadBefore: load, aims: AIMS, ...BIG };
await mkdir("bench-results", { recursive: true });
await writeFile("bench-results/routing.json", `${JSON.stringify({ about, scenes }, rounded, 2)}\n`);

function measure({ now, ...size }: DeskSize & { readonly now: number }): Figures {
  // Warm, on another roster of the same kind.
  for (let i = 0; i < 5; i += 1) route(benchFacts(benchRoster(size), size), now);
  const facts = benchFacts(benchRoster(size), size);
  const firstPassMs = timed(() => route(facts, now)).ms;
  const passes = Array.from({ length: PASSES }, () => timed(() => route(facts, now)));
  const before = heapMb();
  const { made: pass } = timed(() => route(facts, now));
  const kept = heapMb() - before;
  const count = (type: string): number => pass.decisions.filter(({ outcome }) => outcome.type === type).length;
  const counted = { assigned: count("assign"), queued: count("queue"), afterHours: count("after-hours") };
  const settled = after(facts, pass.decisions, now);
  for (let i = 0; i < ARRIVALS; i += 1) arrival(settled, i, now);
  const arrivals = Array.from({ length: ARRIVALS }, (_, i) => arrival(settled, i, now));
  for (let i = 0; i < DECISIONS; i += 1) wholeDecision(settled, i, now);
  const whole = Array.from({ length: DECISIONS }, (_, i) => wholeDecision(settled, i, now));
  const some = pass.decisions.filter((_, i) => i % Math.floor(pass.decisions.length / RECORDS) === 0);
  const records = timed(() => some.map(({ named, why }) => named.candidates.length + why.zh.length));
  return {
    ...counted,
    firstPassMs,
    passP50: percentile(wallOf(passes), 0.5),
    passMax: Math.max(...wallOf(passes)),
    passCpuP50: percentile(cpuOf(passes), 0.5),
    decisionsPerS: (pass.decisions.length / percentile(wallOf(passes), 0.5)) * 1_000,
    arrivalP50: percentile(wallOf(arrivals), 0.5),
    arrivalP99: percentile(wallOf(arrivals), 0.99),
    arrivalCpuMean: mean(cpuOf(arrivals)),
    arrivalCpuP50: percentile(cpuOf(arrivals), 0.5),
    deskP50: percentile(wallOf(whole), 0.5),
    deskCpuP50: percentile(cpuOf(whole), 0.5),
    recordMs: records.cpuMs / some.length,
    heapMb: kept,
  };
}

/** One more on the settled desk. */
function newcomer(settled: RoutingFacts, i: number, now: number): Escalation {
  const [like] = settled.escalations.slice((i * 37) % settled.escalations.length);
  if (like === undefined) throw new Error("The desk to measure arrivals on is empty: see bench/routing-desk.ts");
  return {
    ...like,
    id: escalationId(`new${i}`),
    conversationId: conversationId(`new${i}`),
    state: "waiting",
    agent: undefined,
    told: undefined,
    waitingSince: now,
  };
}

/** The same as the desk's lane decides it: with all that is due by now, and when it looks again. */
function wholeDecision(settled: RoutingFacts, i: number, now: number): Timed {
  const { id: escalation, storeId, conversationId, contactLane, skill, language, urgency, priority } = newcomer(settled, i, now);
  const matter = { escalationId: escalation, storeId, conversationId, contactLane, skill, language, urgency, priority };
  const incoming = { type: "escalation-opened", id: incomingId(`in${i}`), lane: DESK_LANE, at: now, ...matter } as const;
  return timed(() => decideDesk({ ...settled, type: "desk", now }, incoming));
}

/** Routing alone: decided and read as it is recorded, the sentence and those nearest to it. */
function arrival(settled: RoutingFacts, i: number, now: number): Timed {
  const one = newcomer(settled, i, now);
  const facts = { ...settled, escalations: [...settled.escalations, one] };
  return timed(() => {
    const { decisions } = routeArrival(facts, one.id, now);
    return decisions.map(({ named, why }) => named.candidates.length + why.zh.length);
  });
}

function after(facts: RoutingFacts, decisions: ReturnType<typeof route>["decisions"], now: number): RoutingFacts {
  const byId = new Map(decisions.map((decision) => [decision.escalationId, decision]));
  const escalations = facts.escalations.map((one) => {
    const decision = byId.get(one.id);
    return decision === undefined ? one : escalationAfter(one, { decision, acceptAtOnce: true }, now);
  });
  const given = new Map<string, number>();
  for (const { agent } of escalations) if (agent !== undefined) given.set(agent.id, (given.get(agent.id) ?? 0) + 1);
  const agents = facts.agents.map((state) => ({ ...state, load: state.load + (given.get(state.agentId) ?? 0) }));
  return { ...facts, escalations, agents };
}

interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
}

function wallOf(times: readonly Timed[]): readonly number[] {
  return times.map(({ ms }) => ms);
}

function cpuOf(times: readonly Timed[]): readonly number[] {
  return times.map(({ cpuMs }) => cpuMs);
}

function timed<T>(work: () => T): Timed & { readonly made: T } {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const made = work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { made, ms, cpuMs: (user + system) / 1_000 };
}

function mean(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function heapMb(): number {
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function linesOf(name: string, figures: Figures): readonly string[] {
  const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
  const against = (value: number, aim: number): string => `${ms(value)} (aim < ${aim} ms: ${value < aim ? "reached" : "missed"})`;
  return [
    `${name}: ${figures.assigned} assigned, ${figures.queued} queued, ${figures.afterHours} after hours`,
    `  a full pass: p50 ${against(figures.passP50, AIMS.pass)}, longest ${ms(figures.passMax)}, of processor time p50 ${ms(figures.passCpuP50)}, the first on a new roster ${ms(figures.firstPassMs)}; ${Math.round(figures.decisionsPerS).toLocaleString("en")} decisions/s`,
    `  one arrival, its record read: p50 ${against(figures.arrivalP50, AIMS.arrival)}, p99 ${ms(figures.arrivalP99)}, of processor time p50 ${ms(figures.arrivalCpuP50)}, mean ${ms(figures.arrivalCpuMean)}`,
    `  the desk's whole decision about one arrival: p50 ${ms(figures.deskP50)}, of processor time ${ms(figures.deskCpuP50)}`,
    `  making one decision's record (its sentence, those nearest to it with a reason): ${ms(figures.recordMs)} of processor time; heap after a pass +${figures.heapMb.toFixed(1)} MB`,
    "",
  ];
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value;
}
