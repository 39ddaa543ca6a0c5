import { stat, readFile } from "node:fs/promises";
import { terminalActor } from "../audit/actor.ts";
import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import type { Workbench } from "../core/workbench.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { inSlices } from "../infra/slices.ts";
import { runGolden } from "../knowledge/golden-check.ts";
import { MAX_FILE_BYTES } from "../knowledge/rules/file.ts";
import { MOST_GOLDEN } from "../knowledge/rules/golden.ts";
import { readGoldenFile, writeGoldenLines } from "../knowledge/rules/golden-file.ts";
import { findKnowledgeStore, loadKnownArticles } from "../knowledge/store.ts";
import { listGolden, saveGolden } from "../knowledge/store/golden.ts";
import { writeNamed } from "./named-file.ts";

export interface GoldenCommand {
  /** The store's key. */
  readonly store: string;
  /** One of these: a file to be read, a file to be written, a listing, a run. */
  readonly importFile?: string | undefined;
  readonly exportFile?: string | undefined;
  readonly isList: boolean;
  readonly isRun: boolean;
}

export interface GoldenCommandParts {
  readonly database: Database;
  readonly openWorkbench: () => Promise<Workbench>;
  /** Who it is. */
  readonly by: string;
  readonly now: Instant;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

/**
 * `counterbell golden <store> --import file | --export file | --list | --run`: the questions that no accepted proposal may break.
 * Returns the exit code; a run in which not all end right is 2.
 */
export async function runGoldenCommand(command: GoldenCommand, parts: GoldenCommandParts): Promise<0 | 1 | 2> {
  const { database, write } = parts;
  const { importFile, exportFile, isList, isRun } = command;
  const wishes = [importFile !== undefined, exportFile !== undefined, isList, isRun].filter(Boolean).length;
  if (wishes !== 1)
    return told(write, "请写 --import、--export、--list、--run 其中一个 · give one of --import, --export, --list, --run.");
  const store = await findKnowledgeStore(database, { key: command.store });
  if (store === undefined || store.id === SHARED_STORE)
    return told(
      write,
      `<store>：没有店铺“${command.store}” · there is no store with the key ${command.store}; give the key of a store.`,
    );
  if (importFile !== undefined) return importGolden(store.id, importFile, parts);
  if (exportFile !== undefined) return exportGolden(store.id, exportFile, parts);
  return isList ? listAll(store.id, parts) : runAll(store.id, parts);
}

function told(write: GoldenCommandParts["write"], line: string): 1 {
  write(line);
  return 1;
}

async function importGolden(store: StoreId, file: string, { database, by, now, write }: GoldenCommandParts): Promise<0 | 1> {
  const bytes = await readSmall(file);
  if (bytes === undefined)
    return told(write, `--import ${file}：没有这个文件，或大于 10 MB · no such file, or larger than 10 MB; check the path.`);
  const articles = new Set<string>((await loadKnownArticles(database, store)).map(({ id }) => id));
  const { questions, errors } = await inSlices(readGoldenFile(bytes, articles));
  for (const { line, column, reason } of errors) write(`第 ${line} 行 ${column}: ${reason.zh} · ${reason.en}`);
  if (errors.length > 0) return told(write, "没有导入，什么都没有改动 · nothing was imported, nothing changed");
  const saved = await saveGolden(database, { store, questions, by, now, actor: terminalActor(by, now) });
  if (saved.type === "too-many")
    return told(
      write,
      `--import：这家店的标准问题会超过 ${MOST_GOLDEN} 个 · more than ${MOST_GOLDEN} golden questions; remove some first.`,
    );
  write(`新增 ${saved.made}，覆盖 ${saved.changed} · added ${saved.made}, replaced ${saved.changed}`);
  return 0;
}

async function readSmall(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() && found.size <= MAX_FILE_BYTES ? readFile(file) : undefined;
}

async function exportGolden(store: StoreId, file: string, { database, write }: GoldenCommandParts): Promise<0 | 1> {
  const questions = await listGolden(database, store);
  const fault = await writeNamed({ option: "--export", file }, writeGoldenLines(questions));
  if (fault !== undefined) return told(write, fault);
  write(`导出 ${questions.length} 个到 ${file} · ${questions.length} golden questions written`);
  return 0;
}

async function listAll(store: StoreId, { database, write }: GoldenCommandParts): Promise<0> {
  const questions = await listGolden(database, store);
  write(`${questions.length} 个标准问题 · ${questions.length} golden questions`);
  for (const { id, text, gold } of questions) write(`  ${id}  ${text}  → ${gold.join(" | ")}`);
  return 0;
}

async function runAll(store: StoreId, { database, openWorkbench, now, write }: GoldenCommandParts): Promise<0 | 1 | 2> {
  const { openTrial } = await openWorkbench();
  const ran = await runGolden({ database, openTrial, now: () => now }, store);
  if (ran.type === "busy")
    return told(
      write,
      "--run：标准问题正在试跑，等它结束再运行 · the golden questions are being asked at this moment; run this again when that is over.",
    );
  const ended = ran.result;
  const off = ended.filter(({ end }) => end.outcome !== "right");
  write(`${ended.length - off.length}/${ended.length} 个答对 · right`);
  for (const { question, end } of off) {
    const said = end.article === undefined ? "" : ` ${end.article}`;
    write(`  ${question.id}  ${question.text}  → ${question.gold.join(" | ")}；${OUTCOMES[end.outcome]}${said}`);
  }
  return off.length === 0 ? 0 : 2;
}

const OUTCOMES = {
  right: "答对 right",
  wrong: "答错 wrong",
  "asked back": "反问 asked back",
  "handed over": "转人工 handed over",
  "out-of-scope answered": "不该答却答了 answered out of scope",
} as const;
