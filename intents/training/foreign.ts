import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CatalogIntent } from "../catalog.ts";

const file = z.strictObject({
  intent: z.string(),
  zh: z.array(z.string().min(1)),
  zhTW: z.array(z.string().min(1)),
  en: z.array(z.string().min(1)),
});

/**
 * The catalogue with further texts that are no business of any shop, from `intents/training/foreign`. They have nothing in common but
 * this: the topics and the scope learn from them, the embeddings do not, for they would be drawn to one direction.
 */
export async function withForeign(catalog: readonly CatalogIntent[], directory: string): Promise<readonly CatalogIntent[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const more = await Promise.all(
    names.map(async (name) => file.parse(JSON.parse(await readFile(join(directory, name), "utf8")))),
  );
  for (const { intent } of more) {
    if (!catalog.some(({ id, kind }) => id === intent && kind === "none"))
      throw new Error(
        `${directory} has texts for “${intent}”, which is no intent of kind none in the catalogue; name one that is`,
      );
  }
  return catalog.map((intent) => {
    const own = more.filter((one) => one.intent === intent.id);
    const all = (script: "zh" | "zhTW" | "en"): string[] => [...intent[script], ...own.flatMap((one) => one[script])];
    return own.length === 0 ? intent : { ...intent, zh: all("zh"), zhTW: all("zhTW"), en: all("en") };
  });
}
