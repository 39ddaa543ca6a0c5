import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { phrasingsOf, type CatalogIntent } from "../catalog.ts";

const matter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  what: z.string().min(1),
  zh: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
  answer: z.array(z.string().min(1)),
});
const tradeFile = z.strictObject({ trade: z.string().min(1), matters: z.array(matter) });

/** One text of the corpus; texts of one label mean the same. */
export interface LabelledText {
  readonly text: string;
  readonly label: number;
}

export interface Corpus {
  readonly texts: readonly LabelledText[];
  readonly labels: readonly string[];
}

/** The matters shoppers of a trade ask about, as they ask and as shops answer. */
export type Trade = z.infer<typeof tradeFile>;

/** Reads every trade of a directory, in order of name. Throws an Error naming the file that is wrong. */
export async function readTrades(directory: string): Promise<readonly Trade[]> {
  if (!existsSync(directory)) return [];
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const trades: Trade[] = [];
  for (const name of names) {
    const parsed = tradeFile.safeParse(JSON.parse(await readFile(join(directory, name), "utf8")));
    if (!parsed.success) throw new Error(`${directory}/${name} is no trade: ${z.prettifyError(parsed.error)}`);
    trades.push(parsed.data);
  }
  return trades;
}

/** Everything the embedding learns from: the catalogue's intents and the trades' matters, each a label of its own. */
export function makeCorpus(intents: readonly CatalogIntent[], trades: readonly Trade[]): Corpus {
  const labels: string[] = [];
  const texts: LabelledText[] = [];
  const add = (label: string, lines: readonly string[]): void => {
    for (const text of lines) texts.push({ text, label: labels.length });
    labels.push(label);
  };
  const lookAlikes = new Map<string, string[]>();
  for (const { not = [] } of intents) {
    for (const { text, intent } of not) lookAlikes.set(intent, [...(lookAlikes.get(intent) ?? []), text]);
  }
  for (const intent of intents) add(intent.id, [...phrasingsOf(intent), ...(lookAlikes.get(intent.id) ?? [])]);
  for (const { matters } of trades) for (const { id, what, zh, en, answer } of matters) add(id, [what, ...zh, ...en, ...answer]);
  return { texts, labels };
}
