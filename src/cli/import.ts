import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { terminalActor } from "../audit/actor.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { inSlices } from "../infra/slices.ts";
import type { ImportError } from "../knowledge/rules/article.ts";
import { MAX_FILE_BYTES, parseInSteps } from "../knowledge/rules/file.ts";
import { countLinks, type LinkCounts } from "../knowledge/rules/links.ts";
import { findKnowledgeStore } from "../knowledge/store.ts";
import { importArticles } from "../knowledge/store/changes.ts";

export interface CommandParts {
  readonly database: Database;
  /** Who it is, for the history of the articles. */
  readonly by: string;
  /** What articles may be linked to; opened when it is needed. */
  readonly understanding: () => Promise<Pick<Understanding, "topics" | "suggestTopics">>;
  readonly now: Instant;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

export interface ImportCommand {
  /** The store's key; `shared` for the layer that all stores share. */
  readonly store: string;
  readonly file: string;
  readonly why?: string | undefined;
}

/**
 * `counterbell import <store> <file>`: adds the file's articles to the store's or changes them, and prints what changed; what
 * the file does not name stays as it is. Or prints every fault of the file and changes nothing. Returns the exit code.
 */
export async function runImport({ store: key, file, why }: ImportCommand, parts: CommandParts): Promise<0 | 1> {
  const { database, by, now, write } = parts;
  const store = await findKnowledgeStore(database, { key });
  if (store === undefined) return told(write, `没有店铺“${key}” · there is no store with the key ${key}`);
  const bytes = await readKnowledge(file);
  if (bytes === undefined) return told(write, `没有这个文件，或大于 10 MB：${file} · no such file, or larger than 10 MB`);
  // The running desk carries this out: its shoppers are not to wait.
  const { topics, suggestTopics } = await parts.understanding();
  const { rows, errors } = await inSlices(parseInSteps(bytes, { ...store, topics }));
  for (const error of errors) write(lineOf(error));
  if (errors.length > 0) return told(write, "没有导入，什么都没有改动 · nothing was imported, nothing changed");
  const imported = await importArticles(database, {
    store: store.id,
    rows,
    act: { by, now, why },
    actor: terminalActor(by, now),
  });
  if (imported.type === "moved-on")
    throw new Error("an import that nobody looked at before cannot have moved on: see importArticles");
  const { created, changed, unchanged } = imported.plan;
  write(
    `新增 ${created.length}，修改 ${changed.length}，不变 ${unchanged} · created ${created.length}, changed ${changed.length}, unchanged ${unchanged}`,
  );
  const written = [...created, ...changed.map(({ after }) => after)];
  if (written.length > 0) write(linkLine(await inSlices(countLinks(written, (row) => suggestTopics(row).length))));
  return 0;
}

/** How the new and changed articles come by their intents. */
function linkLine({ byHand, suggested, none }: LinkCounts): string {
  return `意图关联：手动 ${byHand}，按建议 ${suggested}，无 ${none} · intents: ${byHand} by hand, ${suggested} as suggested, ${none} none`;
}

function told(write: CommandParts["write"], line: string): 1 {
  write(line);
  return 1;
}

/** A fault as a line for people: `第 12 行 stage:不能为空 · must not be empty`. */
function lineOf({ line, column, reason }: ImportError): string {
  return `第 ${line} 行 ${column}: ${reason.zh} · ${reason.en}`;
}

async function readKnowledge(file: string): Promise<Uint8Array | undefined> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size > MAX_FILE_BYTES) return undefined;
  return readFile(file);
}
