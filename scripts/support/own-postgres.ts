import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./ports.ts";

/** A PostgreSQL server of our own, from installed programs, in a temporary folder on the loopback address. */
export interface OwnPostgres {
  /** Address of its maintenance database. */
  readonly url: string;
  /** Its main process, whose children are the connections. */
  readonly pid: number;
  /** Ends it at once, as a crash does; its data stays. */
  halt(): void;
  /** Starts it again after `halt`, on the same port. */
  resume(): void;
  stop(): void;
}

/** The folder of PostgreSQL's programs; undefined when it is not installed. */
export function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
}

/** Starts it. PostgreSQL refuses to run as root: there it runs as the system's user `postgres`, or else `nobody`. */
export async function startOwnPostgres(bin: string, settings = ""): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "counterbell-postgres-"));
  const asUser = process.getuid?.() === 0 ? otherUser() : undefined;
  if (asUser !== undefined) execFileSync("chown", [asUser, folder]);
  chmodSync(folder, 0o700);
  const run = (program: string, ...args: readonly string[]): void => {
    const [command, all] =
      asUser === undefined ? [join(bin, program), args] : ["runuser", ["-u", asUser, "--", join(bin, program), ...args]];
    execFileSync(command, all, { stdio: "pipe", cwd: "/" });
  };
  const port = await freePort();
  const data = join(folder, "data");
  run("initdb", "-D", data, "-U", "counterbell", "-A", "trust", "-E", "UTF8", "--locale=C");
  const options = `-h 127.0.0.1 -p ${port} -k ${folder} -c max_connections=300 ${settings}`;
  const start = (): void => run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  const halt = (): void => run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
  start();
  return {
    url: `postgresql://counterbell@127.0.0.1:${port}/postgres`,
    pid: Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]),
    halt,
    resume: start,
    stop: () => {
      if (existsSync(join(data, "postmaster.pid"))) halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function otherUser(): string {
  for (const name of ["postgres", "nobody"]) {
    try {
      execFileSync("id", [name], { stdio: "pipe" });
      return name;
    } catch {
      // not on this machine: the next one
    }
  }
  throw new Error("PostgreSQL does not run as root and there is no user postgres or nobody: name a server instead.");
}
