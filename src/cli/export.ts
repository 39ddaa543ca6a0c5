import { writeFile } from "node:fs/promises";
import type { Database } from "../infra/database.ts";
import { writeKnowledgeFile } from "../knowledge/rules/file.ts";
import { allArticles, findKnowledgeStore } from "../knowledge/store.ts";

export interface ExportCommand {
  /** The store's key; `shared` for the layer that all stores share. */
  readonly store: string;
  readonly file: string;
}

export interface ExportParts {
  readonly database: Database;
  /** Prints one line. */
  readonly write: (line: string) => void;
}

/** `counterbell export <store> <file>`: writes the store's active articles as a file that `import` takes back unchanged. Returns the exit code. */
export async function runExport({ store: key, file }: ExportCommand, { database, write }: ExportParts): Promise<0 | 1> {
  const store = await findKnowledgeStore(database, { key });
  if (store === undefined) {
    write(`没有店铺“${key}” · there is no store with the key ${key}`);
    return 1;
  }
  const articles = (await allArticles(database, store.id)).filter(({ status }) => status === "active");
  await writeFile(file, writeKnowledgeFile(articles, store));
  write(`导出 ${articles.length} 条到 ${file} · ${articles.length} articles written`);
  return 0;
}
