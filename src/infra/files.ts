import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PoolClient } from "pg";
import type { Database } from "./database.ts";

/** Bytes of files by random ids. Who may read which is the business of the tables that name the ids. */
export interface Files {
  /** Keeps the bytes durably and returns their new id: 128 random bits. */
  keep(bytes: Buffer): Promise<string>;
  /** Undefined when there is no such file, or the id is none of ours. */
  read(id: string): Promise<Buffer | undefined>;
  /**
   * Deletes the bytes of these ids within a transaction: on PostgreSQL they come back when it is rolled back, in a directory
   * they do not, so that the rows naming them must still be there to be deleted again.
   */
  remove(ids: readonly string[], within: Pick<PoolClient, "query">): Promise<void>;
}

/** With PostgreSQL in the database, where all processes find them; else in `<dataDir>/files`. */
export function createFiles(database: Database, dataDir: string): Files {
  return database.kind === "postgresql" ? inDatabase(database) : inDirectory(join(dataDir, "files"));
}

/** Whether this can be the id of a file at all; what people send is looked at before it is looked up. */
export function isFileId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}

function inDirectory(directory: string): Files {
  // Two letters of the id as folder: no folder grows to hundreds of thousands of files.
  const placeOf = (id: string) => ({ folder: join(directory, id.slice(0, 2)), file: join(directory, id.slice(0, 2), id) });
  return {
    keep: async (bytes) => {
      const id = newFileId();
      const { folder, file } = placeOf(id);
      await mkdir(folder, { recursive: true });
      // Written beside, then renamed: a crash leaves no half file under the id.
      await writeFile(`${file}.new`, bytes, { flush: true, mode: 0o600 });
      await rename(`${file}.new`, file);
      return id;
    },
    read: async (id) => {
      if (!isFileId(id)) return undefined;
      try {
        return await readFile(placeOf(id).file);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    remove: async (ids) => {
      for (const id of ids.filter(isFileId)) await rm(placeOf(id).file, { force: true });
    },
  };
}

function inDatabase({ pool }: Database): Files {
  return {
    keep: async (bytes) => {
      const id = newFileId();
      await pool.query(`INSERT INTO "FileContent" ("id", "bytes") VALUES ($1, $2)`, [id, bytes]);
      return id;
    },
    read: async (id) => {
      if (!isFileId(id)) return undefined;
      const { rows } = await pool.query<{ bytes: Buffer }>(`SELECT "bytes" FROM "FileContent" WHERE "id" = $1`, [id]);
      return rows[0]?.bytes;
    },
    // On the transaction's own connection: waiting for another one while rows are locked could wait for ever.
    remove: async (ids, within) => {
      await within.query(`DELETE FROM "FileContent" WHERE "id" = ANY($1::text[])`, [ids]);
    },
  };
}

/** Hexadecimal: some file systems do not tell upper from lower case. */
const newFileId = (): string => randomBytes(16).toString("hex");
