import { z } from "zod";
import { createFakeChannel } from "../../adapters/fake/index.ts";
import { createUnderstanding } from "../../intents/understanding.ts";
import { furnishDesk } from "../../prisma/seed/load.ts";
import { storeId, type StoreId } from "../core/ids.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Instant } from "../core/words.ts";
import type { Clock } from "../infra/clock.ts";
import { openDatabase, type Database, type DatabasePlace } from "../infra/database.ts";
import { createLog } from "../infra/log.ts";
import { parseKnowledgeFile } from "../knowledge/rules/file.ts";
import { importArticles } from "../knowledge/store/changes.ts";
import { createSpine } from "../pipeline/spine.ts";
import { nextTimerAt } from "../pipeline/timers.ts";
import { readRosterFile } from "../staffing/rules/roster-file.ts";
import { replaceRoster } from "../staffing/store-replace.ts";
import { readNamed } from "./named-file.ts";
import { missed } from "./rehearsal-expect.ts";
import { parseJson, readLine } from "./rehearsal-line.ts";
import { playLine, type Stage } from "./rehearsal-stage.ts";

export interface RehearseOptions {
  /** A knowledge file, as `import` takes it. */
  readonly knowledge: string;
  readonly roster: string;
  /** The store's key, for rosters whose agents name stores; absent: the first store the roster names. */
  readonly store?: string | undefined;
  /** True: an agent takes what is offered by an act of theirs; otherwise every offer is taken at once. */
  readonly offers?: boolean | undefined;
  /** Where it is played: an empty database; in memory when absent. */
  readonly place?: DatabasePlace | undefined;
  /** What reads the shoppers' words; the shipped one when absent. */
  readonly understanding?: Understanding | undefined;
  /** JSON lines: what happens. */
  readonly lines: AsyncIterable<string>;
  /** Takes the JSON lines that come out. */
  readonly write: (line: string) => void;
  /** Takes sentences about what is wrong. */
  readonly complain: (line: string) => void;
}

/**
 * `counterbell rehearse`: the real spine on a database in memory, with the time each line says. One line out for each line
 * in. Stops at the first line that cannot be played, naming it; the exit code is then 1, as it is when a line comes out otherwise
 * than it expects, which stops nothing.
 */
export async function rehearse(options: RehearseOptions): Promise<number> {
  const clock = settableClock();
  const db = await openDatabase(options.place ?? { type: "memory" });
  try {
    const understanding = options.understanding ?? (await createUnderstanding());
    const store = await furnish(db, options, understanding.topics);
    if (store === undefined) return 1;
    const channel = createFakeChannel({ now: clock.now });
    const spine = createSpine({ db, clock, understanding, log: createLog("silent") });
    await spine.start([channel]);
    const code = await play({ db, clock, spine, channel, store, seen: { n: "0", sent: 0 } }, options);
    await spine.stop();
    return code;
  } finally {
    await db.close();
  }
}

async function play(stage: Stage, { lines, write, complain }: RehearseOptions): Promise<number> {
  let number = 0;
  let misses = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    const line = readLine(text, stage.clock.now());
    if ("fault" in line) {
      complain(`Line ${number}: ${line.fault}`);
      return 1;
    }
    await passTime(stage, line.act.at);
    const played = await playLine(stage, line.act);
    write(JSON.stringify(played));
    for (const miss of missed(line.act.expect, played)) {
      complain(`Line ${number}: ${miss}`);
      misses += 1;
    }
  }
  return misses === 0 ? 0 : 1;
}

/** Lets everything happen that is due before `to`, each at its own time. */
async function passTime(stage: Stage, to: Instant): Promise<void> {
  for (;;) {
    const next = await nextTimerAt(stage.db);
    if (next === undefined || next > to) break;
    stage.clock.set(Math.max(next, stage.clock.now()));
    await stage.spine.fireTimers();
    await stage.spine.idle();
  }
  stage.clock.set(to);
}

async function furnish(
  db: Database,
  { knowledge, roster, store: wanted, offers = false, complain }: RehearseOptions,
  topics: Understanding["topics"],
): Promise<StoreId | undefined> {
  const [rosterFile, csv] = [
    await readNamed({ option: "--roster", file: roster }),
    await readNamed({ option: "--knowledge", file: knowledge }),
  ];
  for (const one of [rosterFile, csv]) if (one.type === "fault") complain(one.fault);
  if (rosterFile.type === "fault" || csv.type === "fault") return undefined;
  const rosterJson = parseJson(rosterFile.bytes.toString("utf8"));
  const key = wanted ?? firstStoreIn(rosterJson) ?? "store";
  const read = readRosterFile(rosterJson);
  if (read.type === "refused") {
    for (const { path, reason } of read.findings) complain(`${roster} ${path}: ${reason.zh} (${reason.en})`);
    return undefined;
  }
  const file = parseKnowledgeFile(csv.bytes, { timezone: read.roster.timezone, topics });
  if (file.errors.length > 0) {
    for (const { line, column, reason } of file.errors) complain(`${knowledge}:${line} ${column}: ${reason.zh} (${reason.en})`);
    return undefined;
  }
  await furnishDesk(db);
  await db.prisma.desk.update({ where: { id: "desk" }, data: { acceptAtOnce: !offers } });
  // The key stands for the id, so that the roster's `stores` are taken as they are written.
  const id = storeId(key);
  const named = new Set([key, ...read.roster.agents.flatMap(({ stores }) => stores ?? [])]);
  for (const one of named)
    await db.prisma.store.create({ data: { id: one, key: one, name: one, timezone: read.roster.timezone } });
  await db.prisma.placeBinding.create({ data: { channel: "fake", room: "rehearsal", storeId: id, purpose: "shopper" } });
  await importArticles(db, { store: id, rows: file.rows, act: { by: "rehearsal", now: 0 } });
  await replaceRoster(db, read.roster, { states: read.states });
  return id;
}

function firstStoreIn(json: unknown): string | undefined {
  const parsed = z.object({ agents: z.array(z.object({ stores: z.array(z.string()).optional() })) }).safeParse(json);
  return parsed.success ? parsed.data.agents.flatMap(({ stores }) => stores ?? [])[0] : undefined;
}

function settableClock(): Clock & { set(now: Instant): void } {
  let current = 0;
  return { now: () => current, set: (now) => void (current = now) };
}
