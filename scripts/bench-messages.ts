// npm run bench:messages: the real program as its own process on each database, asked over its real interface.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnowledgeFile } from "../src/knowledge/rules/file.ts";
import { runLoad, type Measured } from "./bench/load.ts";
import { findPrograms, startOwnPostgres } from "./support/own-postgres.ts";
import { freePort } from "./support/ports.ts";
import { hotSpots } from "./bench/profile.ts";
import { cpuSeconds, residentMb } from "./bench/processes.ts";
import { openStream, post } from "./bench/shopper.ts";

const SECONDS = Number(argument("seconds") ?? 15);
const STREAMS = Number(argument("streams") ?? 10_000);
const ONLY = argument("only")?.split(",");
/** Also says where the server's time went while it was loaded; measured in a run of its own, as it costs time. */
const PROFILE = process.argv.includes("--profile");
const folder = mkdtempSync(join(tmpdir(), "counterbell-bench-"));

interface Contestant {
  readonly name: string;
  readonly args: (port: number) => readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The database's main process, where it is one of its own. */
  readonly databasePid?: number;
}

const { rows } = parseKnowledgeFile(readFileSync("prisma/seed/demo/knowledge.csv"), { timezone: "Asia/Shanghai", topics: [] });
const questions = shuffled(
  rows.filter(({ id }) => !id.endsWith("-en")).flatMap(({ question, alternatives }) => [question, ...alternatives]),
);
const questionsFile = join(folder, "questions.json");
writeFileSync(
  questionsFile,
  JSON.stringify(rows.map(({ id, question, alternatives, answer }) => ({ id, phrasings: [question, ...alternatives], answer }))),
);

const programs = findPrograms();
const postgres = programs === undefined ? undefined : await startOwnPostgres(programs);
const results: Record<string, unknown> = {};
try {
  for (const contestant of contestants()) {
    if (ONLY !== undefined && !ONLY.includes(contestant.name)) continue;
    results[contestant.name] = await measure(contestant);
  }
} finally {
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync("bench-results", { recursive: true });
const about = {
  at: new Date().toISOString(),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  seconds: SECONDS,
};
writeFileSync("bench-results/messages.json", `${JSON.stringify({ about, results }, undefined, 2)}\n`);
print("Written to bench-results/messages.json.");
process.exit(0);

function contestants(): readonly Contestant[] {
  const desk = (env: Readonly<Record<string, string>>) => ({
    args: () => ["dist/main.js"],
    env: {
      LOG_LEVEL: "error",
      MESSAGES_PER_VISITOR_PER_MINUTE: "0",
      MESSAGES_PER_ADDRESS_PER_MINUTE: "0",
      SESSIONS_PER_ADDRESS_PER_MINUTE: "0",
      ...env,
    },
  });
  const floor = {
    name: "floor",
    args: (port: number) => [join("node_modules", ".cache", "counterbell", "floor.mjs"), questionsFile, String(port)],
    env: {},
  };
  const embedded = { name: "embedded", ...desk({ COUNTERBELL_DATA_DIR: join(folder, "data") }) };
  if (postgres === undefined) {
    print("PostgreSQL is not installed (apt-get install postgresql): measured without it.");
    return [floor, embedded];
  }
  return [
    floor,
    {
      name: "postgresql",
      ...desk({ DATABASE_URL: postgres.url, COUNTERBELL_DATA_DIR: join(folder, "pg") }),
      databasePid: postgres.pid,
    },
    embedded,
  ];
}

async function measure(contestant: Contestant) {
  print(`\n${contestant.name}`);
  const first = await start(contestant);
  print(`  first start        ${first.startMs.toFixed(0)} ms`);
  await stop(first.child);
  const again = contestant.name === "floor" ? first : await start(contestant);
  const server = contestant.name === "floor" ? await start(contestant) : again;
  const pid = server.child.pid ?? 0;
  print(`  start              ${server.startMs.toFixed(0)} ms`);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const idleMb = residentMb(pid);
  const load = { base: server.base, store: "demo", questions, visitors: 16 };
  await runLoad({ ...load, seconds: Math.min(8, SECONDS) });
  const full = await withCpu(contestant, pid, () => runLoad({ ...load, seconds: SECONDS }));
  const loadedMb = residentMb(pid);
  const paced = await withCpu(contestant, pid, () => runLoad({ ...load, seconds: SECONDS, rate: 100 }));
  print(`  memory             idle ${idleMb.toFixed(0)} MB, loaded ${loadedMb.toFixed(0)} MB`);
  report("16 visitors, closed", full);
  report("100 messages/s", paced);
  const streams = contestant.name === "floor" ? undefined : await measureStreams(server.base, pid);
  if (streams !== undefined) print(`  ${streams.open} open streams  ${streams.kbEach.toFixed(1)} KB each`);
  await stop(server.child);
  const profile = PROFILE && contestant.name !== "floor" ? await profileOf(contestant) : undefined;
  return { firstStartMs: first.startMs, startMs: server.startMs, idleMb, loadedMb, full, paced, streams, profile };
}

type WithCpu = Measured & { readonly nodeMsEach: number; readonly databaseMsEach: number };

async function withCpu({ databasePid }: Contestant, pid: number, work: () => Promise<Measured>): Promise<WithCpu> {
  const before = { node: cpuSeconds(pid), database: databasePid === undefined ? 0 : cpuSeconds(databasePid) };
  const measured = await work();
  const each = (seconds: number): number => (seconds * 1000) / Math.max(1, measured.messages);
  return {
    ...measured,
    nodeMsEach: each(cpuSeconds(pid) - before.node),
    databaseMsEach: databasePid === undefined ? 0 : each(cpuSeconds(databasePid) - before.database),
  };
}

/** Memory of streams that only wait. */
async function measureStreams(base: string, pid: number): Promise<{ readonly open: number; readonly kbEach: number }> {
  const before = residentMb(pid);
  const opened = [];
  for (let index = 0; index < STREAMS; index += 100) {
    opened.push(...(await Promise.all(Array.from({ length: Math.min(100, STREAMS - index) }, () => openOne(base)))));
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const kbEach = ((residentMb(pid) - before) * 1024) / opened.length;
  for (const stream of opened) stream.destroy();
  return { open: opened.length, kbEach };
}

async function openOne(base: string) {
  const { token } = await post<{ token: string }>(`${base}/api/widget/sessions`, { store: "demo" });
  return openStream(`${base}/api/widget/events?since=0`, token, () => undefined);
}

async function profileOf(contestant: Contestant) {
  const into = join(folder, `profile-${contestant.name}`);
  const profiled = { ...contestant, args: (port: number) => ["--cpu-prof", `--cpu-prof-dir=${into}`, ...contestant.args(port)] };
  const server = await start(profiled);
  await runLoad({ base: server.base, store: "demo", questions, visitors: 16, seconds: SECONDS });
  await stop(server.child);
  const spots = hotSpots(into, 14);
  for (const { where, share } of spots) print(`    ${(share * 100).toFixed(1).padStart(5)} %  ${where}`);
  return spots;
}

interface Running {
  readonly child: ChildProcess;
  readonly base: string;
  readonly startMs: number;
}

async function start({ args, env }: Contestant): Promise<Running> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const settings = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", PORT: String(port), BASE_URL: base, ...env };
  const child = spawn(process.execPath, [...args(port)], { env: settings, stdio: ["ignore", "ignore", "inherit"] });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${args(port).join(" ")} ended with ${child.exitCode}`);
    const isReady = await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return { child, base, startMs: performance.now() - begun };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function report(name: string, measured: WithCpu): void {
  const { perSecond, p50Ms, p99Ms, nodeMsEach, databaseMsEach, failed } = measured;
  const cpu = databaseMsEach > 0 ? `${nodeMsEach.toFixed(2)} + ${databaseMsEach.toFixed(2)}` : nodeMsEach.toFixed(2);
  print(
    `  ${name.padEnd(19)}${perSecond.toFixed(0)}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, CPU ${cpu} ms each, ${failed} unanswered`,
  );
}

function argument(name: string): string | undefined {
  return process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
}

// The same order in every run, so that runs can be compared.
function shuffled(texts: readonly string[]): readonly string[] {
  return texts
    .map((text, index) => ({ text, key: (index * 7919) % texts.length }))
    .sort((a, b) => a.key - b.key)
    .map(({ text }) => text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
