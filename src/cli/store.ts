import { terminalActor } from "../audit/actor.ts";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { readStoreFile, scriptTag } from "../stores/rules.ts";
import { saveStore, setIdentitySecret } from "../stores/store.ts";

export interface StoreCommand {
  readonly file: string;
  readonly baseUrl: string;
  /** Also make a new secret for verified shoppers, shown once. */
  readonly hasNewSecret: boolean;
  /** Who it is. */
  readonly by: string;
  readonly now: Instant;
  readonly write: (line: string) => void;
}

/** `counterbell store <file>`: makes a store or changes its settings, and prints how its pages embed the widget. Returns the exit code. */
export async function putStore(db: Database, command: StoreCommand): Promise<0 | 1> {
  const { file, baseUrl, hasNewSecret, by, now, write } = command;
  const read = await readFaulty(file);
  if (read.type === "refused") {
    for (const fault of read.faults) write(`${file} ${fault}`);
    write("没有改动 · nothing was changed");
    return 1;
  }
  const { key, name } = read.store;
  const actor = terminalActor(by, now);
  const { id, isNew } = await saveStore(db, read.store, { by, at: now, actor });
  write(isNew ? `新建店铺“${name}” · store ${key} was made` : `更新店铺“${name}” · store ${key} was changed`);
  write(`  ${scriptTag(baseUrl, key)}`);
  if (hasNewSecret) {
    const secret = randomBytes(32).toString("base64url");
    await setIdentitySecret(db, id, secret);
    write(`  身份密钥（只显示这一次） · identity secret, shown only this once: ${secret}`);
  }
  return 0;
}

async function readFaulty(file: string) {
  try {
    return readStoreFile(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    const because = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    return { type: "refused", faults: [because] } as const;
  }
}
