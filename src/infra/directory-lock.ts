import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Keeps a second process out of a data directory (the embedded database does not: two writers lose rows silently).
 * Returns the release; a lock left by a killed process is taken over. Throws a sentence when somebody else holds it.
 */
export function lockDirectory(directory: string): () => void {
  const file = `${directory}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!tryLock(file)) {
    const holder = Number(readFileSync(file, "utf8"));
    if (holder === process.pid ? isFresh(file) : isRunning(holder)) throw new Error(inUse(directory, holder));
    rmSync(file, { force: true });
    if (!tryLock(file)) throw new Error(inUse(directory, Number(readFileSync(file, "utf8"))));
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), BEAT_MS);
  beat.unref();
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  return () => {
    clearInterval(beat);
    process.off("exit", release);
    release();
  };
}

/** The holder touches its lock this often. */
const BEAT_MS = 5_000;

// In containers everybody has the same process id: there only the beat tells a living holder from what a killed one left.
function isFresh(file: string): boolean {
  return Date.now() - statSync(file).mtimeMs < 3 * BEAT_MS;
}

function inUse(directory: string, pid: number): string {
  return `The data directory ${directory} is in use by process ${pid}. Stop that one first, or set COUNTERBELL_DATA_DIR to another folder.`;
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
