import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string; readonly url: string } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where the time went: self time by package, or by function of our own, largest first, as shares of busy time. */
export function hotSpots(folder: string, most: number): readonly { readonly where: string; readonly share: number }[] {
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) return [];
  const profile: CpuProfile = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of profile.samples.entries()) {
    const name = names.get(id) ?? "";
    if (name === "(idle)") continue;
    const time = profile.timeDeltas[index] ?? 0;
    busy += time;
    spent.set(name, (spent.get(name) ?? 0) + time);
  }
  const sorted = [...spent].sort(([, a], [, b]) => b - a).slice(0, most);
  return sorted.map(([where, time]) => ({ where, share: time / busy }));
}

function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  if (functionName === "(idle)") return "(idle)";
  if (functionName.startsWith("(")) return functionName;
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (library !== undefined) return library;
  if (url.startsWith("node:") || url === "") return `node ${url.slice(5).split("/").slice(0, 2).join("/") || functionName}`;
  if (url.startsWith("wasm:")) return "embedded database (wasm)";
  return `counterbell ${functionName || "(anonymous)"}`;
}
