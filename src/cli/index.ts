import { createReadStream } from "node:fs";
import { userInfo } from "node:os";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { createAccounts } from "../accounts/accounts.ts";
import { systemClock } from "../infra/clock.ts";
import { readConfig } from "../infra/config.ts";
import { openDatabase, type Database } from "../infra/database.ts";
import { createLog } from "../infra/log.ts";
import { ask } from "./ask.ts";
import { doctor } from "./doctor.ts";
import { runExport } from "./export.ts";
import { runImport } from "./import.ts";
import { rehearse } from "./rehearse.ts";
import { resetPassword } from "./password.ts";
import { explain, replay } from "./story.ts";

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
  .command("import <store> <file>")
  .description("make a store's knowledge what the CSV file says; a bad file is refused whole")
  .option("--why <reason>", "kept in the articles' history")
  .action((store: string, file: string, { why }: { why?: string }) =>
    done(
      onDatabase((database) =>
        runImport({ store, file, why }, { database, by: userInfo().username, now: systemClock.now(), write }),
      ),
    ),
  );

program
  .command("export <store> <file>")
  .description("write a store's active articles as CSV")
  .action((store: string, file: string) => done(onDatabase((database) => runExport({ store, file }, { database, write }))));

program
  .command("ask")
  .description("try a knowledge file on questions, as a shopper would ask them")
  .requiredOption("--knowledge <csv>", "a knowledge file")
  .requiredOption("--questions <jsonl>", 'lines {"id","text"[,"gold"]}')
  .option("--out <jsonl>", "where the outcomes go")
  .action((options: { knowledge: string; questions: string; out?: string }) =>
    done(ask({ knowledge: options.knowledge, questions: options.questions, out: options.out, write })),
  );

program
  .command("rehearse")
  .description("play JSON lines on the real desk, in memory, at the times they say")
  .requiredOption("--knowledge <csv>", "a knowledge file")
  .requiredOption("--roster <json>", "a roster file")
  .option("--store <key>", "the store's key, where the roster names several")
  .option("--script <jsonl>", "the lines; without it they are read from standard input")
  .action((options: { knowledge: string; roster: string; store?: string; script?: string }) => {
    const input = options.script === undefined ? process.stdin : createReadStream(options.script);
    const lines = createInterface({ input, crlfDelay: Infinity });
    return done(rehearse({ ...options, lines, write, complain }));
  });

program
  .command("explain <conversation>")
  .description("what happened in a conversation, and why")
  .action((conversation: string) => done(onDatabase((db) => explain(db, conversation, write))));

program
  .command("replay <conversation>")
  .description("decide again on the stored facts and show what would differ")
  .action((conversation: string) => done(onDatabase((db) => replay(db, conversation, write))));

program
  .command("password <email>")
  .description("give a person a new random password and end their sessions")
  .action((email: string) =>
    done(
      onDatabase(async (db) => {
        const accounts = await createAccounts({ db, config: readConfig(), log: createLog("silent"), clock: systemClock });
        const code = await resetPassword({ accounts, email, write });
        await accounts.close();
        return code;
      }),
    ),
  );

program
  .command("doctor")
  .description("check configuration, database, channels and clock")
  .action(() => done(doctor(write)));

await program.parseAsync();

async function onDatabase(work: (db: Database) => Promise<number>): Promise<number> {
  const config = readConfig();
  const db = await openDatabase(
    config.databaseUrl === undefined
      ? { type: "directory", dataDir: config.dataDir }
      : { type: "server", url: config.databaseUrl },
  );
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
