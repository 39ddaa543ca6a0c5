import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { phrasingsOf, type CatalogIntent } from "../catalog.ts";
import type { LinearModel } from "../linear.ts";
import { normalise } from "../normalise.ts";
import { trainLinear } from "./linear.ts";

const lines = z.array(z.string().min(1)).min(1);
const dangerFile = z.strictObject({ area: z.string().min(1), danger: lines, harmless: lines, ask: lines });

/** What people of one area of life write: of dangers, of harmless things that sound alike, and careful questions before use. */
export type DangerFile = z.infer<typeof dangerFile>;

/** Reads every file of a directory, in order of name. Throws an Error naming the file that is wrong. */
export async function readDangers(directory: string): Promise<readonly DangerFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = dangerFile.safeParse(JSON.parse(await readFile(join(directory, name), "utf8")));
      if (!parsed.success) throw new Error(`${directory}/${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    }),
  );
}

/** Intents whose phrasings tell of dangers themselves, or ask with care: they are no background. */
const NO_BACKGROUND = new Set(["injury-danger", "food-safety", "usage-suitability"]);
/** What happened to goods and hurt nobody; all of it is background. */
const MISHAPS = new Set(["quality-problem", "not-working", "damaged", "wrong-item", "missing-item"]);
/** Of other intents one of so many phrasings is. */
const BACKGROUND_SHARE = 3;

/** Trains the classifier that kindsOf asks; the same texts give the same model. */
export function trainKinds(files: readonly DangerFile[], intents: readonly CatalogIntent[]): LinearModel {
  const told = files.flatMap((file) =>
    (["danger", "harmless", "ask"] as const).flatMap((label) => file[label].map((text) => ({ text, label }))),
  );
  const background = intents
    .filter(({ id }) => !NO_BACKGROUND.has(id))
    .flatMap((intent) => phrasingsOf(intent).filter((_, at) => MISHAPS.has(intent.id) || at % BACKGROUND_SHARE === 0))
    .map((text) => ({ text, label: "harmless" }));
  const all = [...told, ...background];
  return trainLinear(
    all.map(({ text }) => normalise(text).text),
    all.map(({ label }) => label),
  );
}
