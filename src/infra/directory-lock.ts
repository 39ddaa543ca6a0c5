import { mkdirSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";

/**
 * Keeps a second process out of a data directory (the embedded database does not: two writers lose rows silently).
 * Returns the release; a lock left by a killed process is taken over. Throws a sentence when somebody else holds it.
 */
export function lockDirectory(directory: string): () => void {
  const file = `${directory}.lock`;
  const own: Holder = { pid: process.pid, home: homeOfIds(), born: bornAt(process.pid) };
  mkdirSync(dirname(file), { recursive: true });
  if (!tryLock(file, own)) takeOver(file, own);
  const beat = setInterval(() => touch(file, own), BEAT_MS);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    held.delete(release);
    if (isSame(readHolder(file), own)) rmSync(file, { force: true });
  };
  held.add(release);
  return release;
}

/** The holder touches its lock this often; three beats missed, and it is gone. */
const BEAT_MS = 5_000;
const FRESH_FOR_MS = 3 * BEAT_MS;

const held = new Set<() => void>();
process.once("exit", () => held.forEach((release) => release()));

/** What a lock says, a line each. Older versions wrote the first line only. */
interface Holder {
  readonly pid: number;
  /** The machine or container in which `pid` means this process. */
  readonly home: string;
  /** When the process began, so that another with its number is not taken for it; empty where the system does not say. */
  readonly born: string;
}

/** Takes a lock whose holder is gone. Of several starts that find it one clears it: the others would remove the next lock. */
function takeOver(file: string, own: Holder): void {
  refuseIfHeld(file, own);
  const guard = `${file}.takeover`;
  if (!isFresh(guard)) rmSync(guard, { force: true });
  if (!tryLock(guard, own)) throw inUse(file, readHolder(guard));
  try {
    refuseIfHeld(file, own);
    rmSync(file, { force: true });
    if (!tryLock(file, own)) throw inUse(file, readHolder(file));
  } finally {
    rmSync(guard, { force: true });
  }
}

function refuseIfHeld(file: string, own: Holder): void {
  const holder = readHolder(file);
  if (holder === undefined) return;
  const isKnown = holder.pid > 0 && (holder.home === "" || holder.home === own.home);
  // Being written just now, or from another container, where ids mean other processes: only the beat tells.
  if (isKnown && !(holder.pid === own.pid && holder.born === "") ? isRunning(holder) : isFresh(file)) throw inUse(file, holder);
}

function inUse(file: string, holder: Holder | undefined): Error {
  const directory = file.slice(0, -".lock".length);
  return new Error(
    `The data directory ${directory} is in use by process ${holder?.pid ?? "?"}. Stop that one first, or set COUNTERBELL_DATA_DIR to another folder. If it was killed in another container, start again in ${FRESH_FOR_MS / 1000} s.`,
  );
}

function touch(file: string, own: Holder): void {
  let holder: Holder | undefined;
  try {
    holder = readHolder(file);
    if (isSame(holder, own)) return utimesSync(file, new Date(), new Date());
    // Somebody tidied it away by hand.
    if (holder === undefined && tryLock(file, own)) return;
  } catch {
    // Too many files are open, say: one beat is lost, and the next may do.
    return;
  }
  // Two who write lose rows silently: ending is the lesser harm.
  throw inUse(file, holder);
}

function tryLock(file: string, { pid, home, born }: Holder): boolean {
  try {
    writeFileSync(file, `${pid}\n${home}\n${born}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Undefined when there is no lock; a process id of 0 while it is being written. */
function readHolder(file: string): Holder | undefined {
  try {
    const [pid = "", home = "", born = ""] = readFileSync(file, "utf8").split("\n");
    return { pid: /^\d+$/.test(pid) ? Number(pid) : 0, home, born };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isSame(one: Holder | undefined, other: Holder): boolean {
  return one?.pid === other.pid && one.home === other.home && one.born === other.born;
}

function isFresh(file: string): boolean {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched < FRESH_FOR_MS;
}

function isRunning({ pid, born }: Holder): boolean {
  const now = bornAt(pid);
  if (now !== "" && born !== "" && now !== born) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as somebody else.
    return codeOf(error) === "EPERM";
  }
}

// Linux says when a process began (proc(5), the 22nd field) and to which space of process ids it belongs.
function bornAt(pid: number): string {
  return orNothing(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  });
}

function homeOfIds(): string {
  return `${hostname()} ${orNothing(() => readlinkSync("/proc/self/ns/pid"))}`;
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    // Other systems do not say; then less is known.
    return "";
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);
