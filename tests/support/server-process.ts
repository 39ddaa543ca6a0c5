import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../src/infra/root.ts";
import type { TestPlace } from "./databases.ts";
import { freePort } from "../../scripts/support/ports.ts";

/** The real program in a process of its own, that a test can kill and start again on the same data. */
export interface ServerProcess {
  readonly url: string;
  /** What it printed since its first start. */
  output(): string;
  start(): Promise<void>;
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  readonly place: TestPlace;
  readonly env?: Readonly<Record<string, string>>;
}

const START_WITHIN_MS = 60_000;

export async function serverProcess({ place, env = {} }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let printed = "";
  const settings = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    PORT: String(port),
    BASE_URL: url,
    DEMO: "no",
    LOG_LEVEL: "warn",
    MESSAGES_PER_VISITOR_PER_MINUTE: "0",
    MESSAGES_PER_ADDRESS_PER_MINUTE: "0",
    SESSIONS_PER_ADDRESS_PER_MINUTE: "0",
    ...(place.url === undefined
      ? { COUNTERBELL_DATA_DIR: place.dataDir ?? "" }
      : { DATABASE_URL: place.url, COUNTERBELL_DATA_DIR: "/nonexistent" }),
    ...env,
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null;
    const exited = new Promise<number | null>((resolve) => running.once("exit", resolve));
    running.kill(signal);
    return exited;
  };
  return {
    url,
    output: () => printed,
    start: async () => {
      const started = spawn(process.execPath, ["--enable-source-maps", join(ROOT, "dist", "main.js")], {
        env: settings,
        cwd: ROOT,
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      await untilReady(url, started, () => printed);
    },
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

async function untilReady(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}:\n${printed()}`);
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server was not ready within ${START_WITHIN_MS} ms:\n${printed()}`);
}
