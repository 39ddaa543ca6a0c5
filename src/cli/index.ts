import { once } from "node:events";
import { createReadStream, type ReadStream } from "node:fs";
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { createUnderstanding } from "../../intents/understanding.ts";
import { loadWorkbench } from "../../intents/workbench.ts";
import { createAccounts } from "../accounts/accounts.ts";
import { systemClock } from "../infra/clock.ts";
import { readConfig, type Config } from "../infra/config.ts";
import { askRunning } from "../infra/control.ts";
import { openDatabase } from "../infra/database.ts";
import { createLog } from "../infra/log.ts";
import { ask } from "./ask.ts";
import { runCommand, type CommandWorld } from "./commands.ts";
import { doctor } from "./doctor.ts";
import { cannotRead } from "./named-file.ts";
import { rehearse } from "./rehearse.ts";

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
const program = new Command("counterbell").description("The desk of a customer-service company for online stores.");

/** Registers a command; what it returns is the exit code, and what it throws is told as a sentence. */
function done(work: Promise<number>): Promise<void> {
  return work.then(
    (code) => void (process.exitCode = code),
    (error: unknown) => {
      complain(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}

program
  .command("store <file>")
  .description("make a store, or change its settings, from a JSON file")
  .option("--new-identity-secret", "also make a new secret for verified shoppers, shown once")
  .action((file: string, { newIdentitySecret }: { newIdentitySecret?: true }) =>
    onData("store", [resolve(file)], { by: userInfo().username, ...(newIdentitySecret ? { secret: "new" } : {}) }),
  );

program
  .command("import <store> <file>")
  .description("add and change a store's knowledge as the CSV file says, withdrawing nothing; a bad file is refused whole")
  .option("--why <reason>", "kept in the articles' history")
  .action((store: string, file: string, { why }: { why?: string }) =>
    onData("import", [store, resolve(file)], { by: userInfo().username, ...(why === undefined ? {} : { why }) }),
  );

program
  .command("export <store> <file>")
  .description("write a store's active articles as CSV")
  .action((store: string, file: string) => onData("export", [store, resolve(file)]));

program
  .command("bind <place>")
  .description("let a room of a platform, such as slack:C0123, serve a store")
  .requiredOption("--store <key>", "the store's key")
  .requiredOption("--as <purpose>", "shopper, desk or coordination")
  .option("--side <side>", "for coordination: whose people are in the room, merchant or vendor")
  .action((place: string, { store, as, side }: { store: string; as: string; side?: string }) =>
    onData("bind", [place], { store, as, ...(side === undefined ? {} : { side }) }),
  );

program
  .command("unbind <place>")
  .description("let a room serve a store no more; its conversations stay")
  .requiredOption("--store <key>", "the store's key")
  .option("--as <purpose>", "only for this purpose; without it for all")
  .action((place: string, { store, as }: { store: string; as?: string }) =>
    onData("unbind", [place], { store, ...(as === undefined ? {} : { as }) }),
  );

program
  .command("ask")
  .description("try a knowledge file on questions, as a shopper would ask them")
  .requiredOption("--knowledge <csv>", "a knowledge file")
  .requiredOption("--questions <jsonl>", 'lines {"id","text"[,"gold"]}')
  .option("--out <jsonl>", "where the outcomes go")
  .action((options: { knowledge: string; questions: string; out?: string }) =>
    done(
      ask({
        knowledge: options.knowledge,
        questions: options.questions,
        out: options.out,
        write,
        embeddings: readConfig().embeddings,
      }),
    ),
  );

program
  .command("learn <store>")
  .description("propose other phrasings and new articles from what the store's conversations teach; a supervisor decides")
  .option("--since <period>", "30d, 12h, or a day such as 2026-10-01; 30d without it")
  .option("--min <people>", "evidence of so many people for a proposal; 2 without it")
  .option("--dry-run", "propose nothing, only show it")
  .option("--json", "one JSON object instead of a table")
  .action((store: string, { since, min, dryRun, json }: { since?: string; min?: string; dryRun?: true; json?: true }) =>
    onData("learn", [store], {
      ...(since === undefined ? {} : { since }),
      ...(min === undefined ? {} : { min }),
      ...(dryRun ? { dryRun: "yes" } : {}),
      ...(json ? { json: "yes" } : {}),
    }),
  );

program
  .command("golden <store>")
  .description("keep the store's golden questions, which no accepted proposal may break; give one option")
  .option("--import <file>", "add those of a CSV (id,text,gold) or of JSON lines, replacing what has the same id")
  .option("--export <file>", "write them as JSON lines")
  .option("--list", "print them")
  .option("--run", "ask them and print how they end; the exit code is 2 when not all end right")
  .action((store: string, wish: { import?: string; export?: string; list?: true; run?: true }) =>
    onData("golden", [store], {
      by: userInfo().username,
      ...(wish.import === undefined ? {} : { import: resolve(wish.import) }),
      ...(wish.export === undefined ? {} : { export: resolve(wish.export) }),
      ...(wish.list ? { list: "yes" } : {}),
      ...(wish.run ? { run: "yes" } : {}),
    }),
  );

program
  .command("thresholds <store>")
  .description("when the store's bot answers itself, asks back or hands over, and what becomes of its questions so")
  .option("--set <style>", "cautious, balanced or bold; numbers of one's own are set in the console")
  .option("--json", "one JSON object instead of a table")
  .action((store: string, { set, json }: { set?: string; json?: true }) =>
    onData("thresholds", [store], {
      by: userInfo().username,
      ...(set === undefined ? {} : { set }),
      ...(json ? { json: "yes" } : {}),
    }),
  );

program
  .command("rehearse")
  .description("play JSON lines on the real desk, in memory, at the times they say")
  .requiredOption("--knowledge <csv>", "a knowledge file")
  .requiredOption("--roster <json>", "a roster file")
  .option("--store <key>", "the store's key, where the roster names several")
  .option("--script <jsonl>", "the lines; without it they are read from standard input")
  .option("--offers", "agents must take what they are offered; without it every offer is taken at once")
  .action((options: { knowledge: string; roster: string; store?: string; script?: string; offers?: boolean }) => {
    return done(rehearse({ ...options, lines: linesOf(options.script), write, complain }));
  });

program
  .command("explain <conversation>")
  .description("what happened in a conversation, and why")
  .action((conversation: string) => onData("explain", [conversation]));

program
  .command("replay <conversation>")
  .description("decide again on the stored facts and show what would differ")
  .action((conversation: string) => onData("replay", [conversation]));

program
  .command("password <email>")
  .description("give a person a new random password and end their sessions")
  .action((email: string) => onData("password", [email]));

program
  .command("doctor")
  .description("check configuration, database, channels and clock")
  .action(() => done(doctor(write)));

await program.parseAsync();

/** Opened when the first line is wanted: what comes before somebody listens would be lost. */
async function* linesOf(file: string | undefined): AsyncIterable<string> {
  const input = file === undefined ? process.stdin : await openScript(file);
  yield* createInterface({ input, crlfDelay: Infinity });
}

async function openScript(file: string): Promise<ReadStream> {
  const input = createReadStream(file);
  try {
    await once(input, "open");
  } catch (error) {
    throw new Error(cannotRead({ option: "--script", file }, error), { cause: error });
  }
  return input;
}

/** A command on the desk's own data: by the running desk if it holds the embedded database, else here. */
function onData(command: string, args: readonly string[], options: Readonly<Record<string, string>> = {}): Promise<void> {
  const request = { command, args: [...args], options: { ...options } };
  return done(
    (async () => {
      const config = readConfig();
      const answered = config.databaseUrl === undefined ? await askRunning(config.dataDir, request, write) : undefined;
      if (answered !== undefined) return answered;
      return onDatabase(config, (world) => runCommand(world, request, write));
    })(),
  );
}

async function onDatabase(config: Config, work: (world: CommandWorld) => Promise<number>): Promise<number> {
  const database = await openDatabase(
    config.databaseUrl === undefined
      ? { type: "directory", dataDir: config.dataDir }
      : { type: "server", url: config.databaseUrl },
  );
  try {
    const accounts = await createAccounts({ db: database, config, log: createLog("silent"), clock: systemClock });
    const code = await work({
      database,
      accounts,
      clock: systemClock,
      baseUrl: config.baseUrl,
      understanding: () => createUnderstanding(),
      openWorkbench: loadWorkbench,
    });
    await accounts.close();
    return code;
  } finally {
    await database.close();
  }
}
