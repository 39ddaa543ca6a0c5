import { ConfigError, readConfig } from "./infra/config.ts";
import { createLog, type Log } from "./infra/log.ts";
import type { UserCreated } from "./accounts/api.ts";
import { startProgram, type Program } from "./program.ts";

/** Starts the desk, says where it is, and stops it gracefully on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const begun = Date.now();
  const program = await startProgram(config, log, { say, meet });
  greet({ baseUrl: config.baseUrl, startMs: Date.now() - begun, shops: program.shops });
  log.info({ port: program.port, startMs: Date.now() - begun }, "ready");
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, "stopping");
    setTimeout(() => giveUp(log), STOP_WITHIN_MS).unref();
    await program.stop();
    log.info({ signal }, "stopped");
  };
  process.once("SIGTERM", (signal) => void stop(signal));
  process.once("SIGINT", (signal) => void stop(signal));
}

/** A stop takes a second or two; only something that does not answer, such as a database out of reach, takes longer. */
const STOP_WITHIN_MS = 20_000;

// Whatever was under way is stored, and goes on in another process or at the next start, as after a kill.
function giveUp(log: Log): never {
  log.error("a part does not stop, ending without it");
  process.exit(1);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function meet(people: readonly UserCreated[]): void {
  say("\nPeople who can sign in. The passwords are shown only this once; npx counterbell password <e-mail> makes a new one.");
  for (const { user, password } of people) say(`    ${user.role.padEnd(10)} ${user.email.padEnd(30)} ${password}   ${user.name}`);
  say("");
}

interface Greeting {
  readonly baseUrl: string;
  readonly startMs: number;
  readonly shops: Program["shops"];
}

function greet({ baseUrl, startMs, shops }: Greeting): void {
  say(`\nCounterbell is ready after ${(startMs / 1000).toFixed(1)} s · 服务已启动`);
  for (const { key, name } of shops) say(`  Shop page 店铺页   ${baseUrl}/demo/${key}   ${name}`);
  say(`  Console 工作台     ${baseUrl}/console/\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
});

/** A sentence where somebody wrote one, else where it broke. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ConfigError || error.message.endsWith(".")) return error.message;
  return error.stack ?? error.message;
}
