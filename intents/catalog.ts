import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PHASES, SKILLS } from "../src/core/words.ts";

const SLOT_KINDS = [
  "order-number",
  "phone",
  "tracking-number",
  "carrier",
  "size",
  "height",
  "weight",
  "money",
  "date",
  "time",
  "colour",
  "product",
  "address",
  "quantity",
] as const;
const intentFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(["act", "shop", "none", "merchant"]),
  phase: z.enum(PHASES).nullable(),
  skill: z.enum(SKILLS).nullable(),
  risk: z.enum(["safe", "must-cite", "human-only"]),
  slots: z.array(z.enum(SLOT_KINDS)).optional(),
  zh: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
  zhTW: z.array(z.string().min(1)),
  not: z.array(z.strictObject({ text: z.string().min(1), intent: z.string() })).optional(),
});

/** One platform intent: what shoppers of every store say, and how they say it. */
export type CatalogIntent = z.infer<typeof intentFile>;

/** Reads every intent of the catalogue, in order of id. Throws an Error naming the file that is wrong. */
export async function readCatalog(directory: string): Promise<readonly CatalogIntent[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const intents: CatalogIntent[] = [];
  for (const name of names) {
    const parsed = intentFile.safeParse(JSON.parse(await readFile(join(directory, name), "utf8")));
    if (!parsed.success) throw new Error(`intents/catalog/${name} is not an intent: ${z.prettifyError(parsed.error)}`);
    if (`${parsed.data.id}.json` !== name)
      throw new Error(`intents/catalog/${name} says its id is ${parsed.data.id}; rename one`);
    intents.push(parsed.data);
  }
  return intents;
}

/** Every phrasing of an intent, Chinese in both scripts and English. */
export function phrasingsOf(intent: CatalogIntent): readonly string[] {
  return [...intent.zh, ...intent.zhTW, ...intent.en];
}
