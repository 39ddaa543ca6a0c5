import { z } from "zod";
import { createEmbedder, type Embedder } from "../../adapters/embeddings/index.ts";
import { createUnderstanding, type OpenUnderstanding } from "../../intents/understanding.ts";
import { storeId } from "../core/ids.ts";
import { DEFAULT_THRESHOLDS } from "../core/policy.ts";
import type { Understanding } from "../core/understanding.ts";
import { chooseAction } from "../desk/rules/action.ts";
import type { Gold } from "../desk/rules/judge.ts";
import { asKnown } from "../knowledge/rules/article.ts";
import { parseKnowledgeFile } from "../knowledge/rules/file.ts";
import { tally, type Answered } from "./ask-table.ts";
import type { EmbeddingsConfig } from "../infra/config.ts";
import { readNamed, writeNamed } from "./named-file.ts";

/** Texts are cut here, as they are where messages enter. */
const MAX_TEXT_LENGTH = 10_000;
const STORE = storeId("ask");
const TIMEZONE = "Asia/Shanghai";

export interface AskOptions {
  /** A knowledge file, as `import` takes it. */
  readonly knowledge: string;
  /** A file of lines `{"id","text"[,"gold"]}`. */
  readonly questions: string;
  /** Where the lines go that say what was done; absent: nowhere but to `write`. */
  readonly out: string | undefined;
  readonly write: (line: string) => void;
  /** The embedding service the desk would ask, if it has one. */
  readonly embeddings?: EmbeddingsConfig | undefined;
}

/** So long the service may take to read the knowledge file. */
const LEARN_WITHIN_MS = 120_000;

const questionLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  gold: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
});

interface AskedLine {
  readonly id: string | number;
  readonly text: string;
  readonly gold?: Gold | undefined;
}

/**
 * Asks a knowledge file every question of another file, as a shopper would, and says what Counterbell would do.
 * With `gold` in the questions it prints how often that was right. Returns the exit code: 0, or 1 for a bad file.
 */
export async function ask(options: AskOptions): Promise<number> {
  const embedder = options.embeddings === undefined ? undefined : createEmbedder(options.embeddings);
  try {
    return await askWith(embedder, options);
  } finally {
    embedder?.close();
  }
}

async function askWith(embedder: Embedder | undefined, options: AskOptions): Promise<number> {
  const files = [
    await readNamed({ option: "--knowledge", file: options.knowledge }),
    await readNamed({ option: "--questions", file: options.questions }),
  ] as const;
  const [csv, jsonl] = files;
  for (const file of files) if (file.type === "fault") options.write(file.fault);
  if (csv.type === "fault" || jsonl.type === "fault") return 1;
  const understanding = await createUnderstanding({ embedder });
  const knowledge = parseKnowledgeFile(csv.bytes, { timezone: TIMEZONE, topics: understanding.topics });
  if (knowledge.errors.length > 0) {
    for (const { line, column, reason } of knowledge.errors) {
      options.write(`${options.knowledge}:${line} ${column}: ${reason.zh} (${reason.en})`);
    }
    return 1;
  }
  const asked = readQuestions(jsonl.bytes.toString("utf8"));
  if (asked.faults.length > 0) {
    for (const { line, reason } of asked.faults) options.write(`${options.questions}:${line} ${reason}`);
    return 1;
  }
  await understanding.learn(STORE, asKnown(knowledge.rows, "store"));
  if (embedder !== undefined) await tellOfService(options, embedder, understanding);
  const answered: Answered[] = [];
  for (const line of asked.lines) answered.push(await answerLine(understanding, line));
  return report(options, answered);
}

/** Who measures must know whether the service was heard at all. */
async function tellOfService({ write }: AskOptions, embedder: Embedder, understanding: OpenUnderstanding): Promise<void> {
  const probed = await embedder.probe();
  if (probed.type === "fails")
    return write(`embedding service not heard (${probed.because}, ${probed.detail}): what follows is understood without it`);
  const isRead = await within(LEARN_WITHIN_MS, understanding.settled());
  write(
    isRead ? "with the embedding service" : "embedding service too slow for this file: what follows is understood without it",
  );
}

/** Whether something ended in time. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}

async function report(options: AskOptions, answered: readonly Answered[]): Promise<0 | 1> {
  const lines = answered.map(({ gold: _gold, ...line }) => JSON.stringify(line));
  if (options.out === undefined) for (const line of lines) options.write(line);
  const fault =
    options.out === undefined
      ? undefined
      : await writeNamed({ option: "--out", file: options.out }, lines.map((line) => `${line}\n`).join(""));
  if (fault !== undefined) options.write(fault);
  for (const line of tally(answered)) options.write(line);
  return fault === undefined ? 0 : 1;
}

interface Questions {
  readonly lines: readonly AskedLine[];
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
}

function readQuestions(content: string): Questions {
  const lines: AskedLine[] = [];
  const faults: { line: number; reason: string }[] = [];
  for (const [at, text] of content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === "") continue;
    const parsed = questionLine.safeParse(readJson(text));
    if (parsed.success) lines.push(parsed.data);
    else faults.push({ line: at + 1, reason: 'is not {"id","text"[,"gold"]}; write one JSON object on the line' });
  }
  return { lines, faults };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (_error) {
    return undefined;
  }
}

async function answerLine(understanding: Understanding, { id, text, gold }: AskedLine): Promise<Answered> {
  const started = performance.now();
  const reading = await understanding.read({ storeId: STORE, text: text.slice(0, MAX_TEXT_LENGTH), at: Date.now() });
  const chosen = chooseAction(reading, DEFAULT_THRESHOLDS);
  const ms = performance.now() - started;
  const [best] = chosen.candidates;
  return {
    id,
    action: chosen.action,
    article: chosen.action === "answer" && best !== undefined ? best.articleId : null,
    candidates: chosen.candidates.map(({ articleId, confidence }) => ({ article: articleId, confidence: round(confidence) })),
    skill: chosen.skill ?? null,
    confidence: round(chosen.confidence),
    ms: round(ms),
    gold,
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
