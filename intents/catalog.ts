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
/** What people read in the console and may write in a knowledge file: `|` parts names there. */
const NAME = z.string().regex(/^[^|｜\s](?:[^|｜\n]{0,38}[^|｜\s])?$/u);
const intentFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.strictObject({ zh: NAME, en: NAME }),
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

/** What an intent is, without how it is said. */
export type IntentHead = Pick<CatalogIntent, "id" | "name" | "kind" | "phase" | "skill" | "risk">;

// Checks no phrasings: the program reads names at every start.
const intentHead = z.object({
  ...intentFile.pick({ id: true, name: true, kind: true, phase: true, skill: true, risk: true }).shape,
});

/** Reads every intent of the catalogue, in order of id. Throws an Error naming the file that is wrong. */
export async function readCatalog(directory: string): Promise<readonly CatalogIntent[]> {
  return readFiles(directory, intentFile);
}

/** Reads what every intent of the catalogue is called, in order of id. Throws as `readCatalog`. */
export async function readHeads(directory: string): Promise<readonly IntentHead[]> {
  return readFiles(directory, intentHead);
}

async function readFiles<Intent extends IntentHead>(directory: string, form: z.ZodType<Intent>): Promise<readonly Intent[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(directory, name), "utf8")));
  const intents: Intent[] = [];
  for (const [at, name] of names.entries()) {
    const parsed = form.safeParse(JSON.parse(files[at] ?? ""));
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
