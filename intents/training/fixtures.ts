import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { articleId } from "../../src/core/ids.ts";
import type { KnownArticle } from "../../src/core/understanding.ts";
import { PHASES } from "../../src/core/words.ts";

const row = z.object({
  id: z.string(),
  stage: z.enum(PHASES),
  question: z.string(),
  alternatives: z.string(),
  answer: z.string(),
});

const question = z.object({ id: z.string(), text: z.string(), gold: z.union([z.string(), z.array(z.string())]) });
const peoples = z.strictObject({ text: z.string(), gold: z.literal("handover") });

/** One store to fit or to measure on: what it knows, and what shoppers asked with what would have been right. */
export interface Fixture {
  readonly name: string;
  readonly articles: readonly KnownArticle[];
  readonly questions: readonly { readonly id: string; readonly text: string; readonly golds: readonly string[] }[];
}

/** Reads `<name>.csv` and `<name>.jsonl` from a directory. Throws when they are not a knowledge file and its questions. */
export async function readFixture(directory: string, name: string): Promise<Fixture> {
  const rows = z.array(row).parse(parse(await readFile(join(directory, `${name}.csv`)), { columns: true, bom: true }));
  const lines = await readLines(join(directory, `${name}.jsonl`));
  return {
    name,
    articles: rows.map(({ id, stage, question: title, alternatives, answer }) => ({
      id: articleId(id),
      layer: "store",
      phase: stage,
      question: title,
      alternatives: alternatives.split("|").filter((text) => text !== ""),
      answer,
    })),
    questions: lines.map((line) => {
      const { id, text, gold } = question.parse(JSON.parse(line));
      return { id, text, golds: [gold].flat() };
    }),
  };
}

/**
 * The same store asked what looks as if an article answered it and needs a person: cases of one's own, goods the knowledge does not
 * speak of, harm told in other words. Written with the articles in sight; to fit on, never to measure on.
 */
export async function readPeoples(directory: string, { name, articles }: Fixture): Promise<Fixture> {
  const lines = await readLines(join(directory, `${name}.jsonl`));
  const questions = lines.map((line, at) => {
    const { text, gold } = peoples.parse(JSON.parse(line));
    return { id: `${name}-people-${at}`, text, golds: [gold] };
  });
  return { name, articles, questions };
}

async function readLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
}
