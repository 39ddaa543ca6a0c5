import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";

const line = z.object({ text: z.string(), label: z.string() });

/** A text and what it is about. */
export type Labelled = z.infer<typeof line>;

/** Texts to learn from and texts to be asked about; `outOfScope` belong to no label. */
export interface IntentSet {
  readonly name: string;
  readonly locale: "zh" | "en";
  readonly train: readonly Labelled[];
  readonly test: readonly Labelled[];
  readonly outOfScope: readonly Labelled[];
}

/** All texts to learn from, or ten of each label. */
export type Amount = "full" | "few";

/**
 * Reads a folder with one JSON object a line in train.jsonl and test.jsonl (or fs_train.jsonl and fs_test.jsonl), for `few`
 * fs_train_10.jsonl, and oos_test.jsonl where it exists. Throws an Error naming the file that is missing or wrong.
 */
export async function readIntentSet(folder: string, amount: Amount): Promise<IntentSet> {
  const train = await readFirst(folder, amount === "few" ? ["fs_train_10.jsonl"] : ["train.jsonl", "fs_train.jsonl"]);
  const test = await readFirst(folder, ["test.jsonl", "fs_test.jsonl"]);
  const outside = "oos_test.jsonl";
  const outOfScope = existsSync(join(folder, outside)) ? await readFirst(folder, [outside]) : [];
  const chinese = train.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  const name = amount === "few" ? `${basename(folder)}-few` : basename(folder);
  return { name, locale: chinese * 2 > train.length ? "zh" : "en", train, test, outOfScope };
}

async function readFirst(folder: string, names: readonly string[]): Promise<readonly Labelled[]> {
  const name = names.find((each) => existsSync(join(folder, each)));
  if (name === undefined) throw new Error(`${folder} has no ${names.join(" and no ")}; give a folder that has one`);
  const lines = (await readFile(join(folder, name), "utf8")).split("\n").filter((each) => each.trim() !== "");
  return lines.map((each, at) => {
    const parsed = line.safeParse(JSON.parse(each));
    if (!parsed.success) throw new Error(`${join(folder, name)} line ${at + 1}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}
