import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the kernel's clock a second, on every Linux this runs on. */
const TICKS = 100;

/** CPU seconds of a process, from the operating system; with children that still run or were waited for. */
export function cpuSeconds(pid: number): number {
  const own = statOf(pid);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat.parent === pid);
  return [own, ...children].reduce((sum, stat) => sum + stat.seconds, 0) + own.waitedFor;
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, "utf8").match(/^VmRSS:\s+(\d+) kB$/m);
  return Number(line?.[1] ?? 0) / 1024;
}

function statOf(pid: number): { readonly parent: number; readonly seconds: number; readonly waitedFor: number } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may contain spaces and parentheses; fields are counted after it.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = (index: number): number => Number(fields[index] ?? 0) / TICKS;
    return { parent: Number(fields[1]), seconds: ticks(11) + ticks(12), waitedFor: ticks(13) + ticks(14) };
  } catch {
    // Ended between the listing and the reading.
    return { parent: -1, seconds: 0, waitedFor: 0 };
  }
}
