import { fileTypeFromBuffer } from "file-type";
import type { StoreId } from "../core/ids.ts";
import type { FileKept, SentFile } from "../core/visitor.ts";
import type { Attachment, Instant } from "../core/words.ts";
import type { Database } from "../infra/database.ts";
import { isFileId, type Files } from "../infra/files.ts";
import { fileRefusal, RENEWED_AFTER_MS, safeFileName, UPLOAD_WINDOW_MS, uploadPauseMs } from "./file-rules.ts";

/** Files people sent: their bytes in `infra/files`, who sent them in the table Upload. */
export interface Uploads {
  /** Keeps a file of a visitor, or of a colleague who answers (`userId`). Nothing is kept when it is refused. */
  keep(owner: Owner, file: SentFile): Promise<FileKept>;
  /**
   * Files of this owner that a message is about to name, in the order of the ids; undefined when one of them is not theirs, or
   * is gone because it was never sent. From here on they stay until the message is stored.
   */
  attachments(owner: Owner, ids: readonly string[]): Promise<readonly Attachment[] | undefined>;
  /** A file of this store, whoever sent it. */
  find(store: StoreId, id: string): Promise<(Attachment & { readonly visitorId?: string | undefined }) | undefined>;
  read(id: string): Promise<Buffer | undefined>;
}

type Owner = { readonly storeId: StoreId } & ({ readonly visitorId: string } | { readonly userId: string });

export interface UploadParts {
  readonly database: Database;
  readonly files: Files;
  readonly now: () => Instant;
}

/** Types are told by the beginning; the rest of a file is not unpacked by anybody. */
const SNIFFED_BYTES = 65_536;

/** Makes the keeper of uploads. */
export function createUploads({ database, files, now }: UploadParts): Uploads {
  return {
    keep: async (owner, file) => {
      const at = now();
      const pause = uploadPauseMs(await sentLately(database, owner, at), at);
      if (pause > 0) return { type: "too-many", afterMs: pause };
      const type = await sniff(file.bytes);
      const refused = fileRefusal({ bytes: file.bytes.length, type });
      if (refused !== undefined || type === undefined) return { type: "refused", because: refused ?? "type" };
      const name = safeFileName(file.name, type);
      // Bytes first: a row never names a file that is not there.
      const id = await files.keep(file.bytes);
      const attachment = { id, name, type, bytes: file.bytes.length };
      await database.scoped([owner.storeId]).upload.create({ data: { ...attachment, ...owner, createdAt: new Date(at) } });
      return { type: "kept", attachment };
    },
    attachments: async (owner, ids) => {
      const { upload } = database.scoped([owner.storeId]);
      const rows = await upload.findMany({ where: { ...owner, id: { in: [...ids] } } });
      const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
      if (found.length < ids.length) return undefined;
      const old = found.filter(({ createdAt }) => now() - createdAt.getTime() > RENEWED_AFTER_MS).map(({ id }) => id);
      // Whichever comes first, this or the tidying, holds the row: the other then sees what became of it.
      const where = { ...owner, id: { in: old } };
      const isRenewed =
        old.length === 0 || (await upload.updateMany({ where, data: { createdAt: new Date(now()) } })).count === old.length;
      return isRenewed ? found.map(toAttachment) : undefined;
    },
    find: async (store, id) => {
      if (!isFileId(id)) return undefined;
      const row = await database.scoped([store]).upload.findUnique({ where: { id } });
      return row === null ? undefined : { ...toAttachment(row), visitorId: row.visitorId ?? undefined };
    },
    read: (id) => files.read(id),
  };
}

async function sentLately(database: Database, owner: Owner, now: Instant): Promise<readonly Instant[]> {
  // A colleague may answer with as many files as it takes.
  if (!("visitorId" in owner)) return [];
  const rows = await database.scoped([owner.storeId]).upload.findMany({
    where: { visitorId: owner.visitorId, createdAt: { gt: new Date(now - UPLOAD_WINDOW_MS) } },
    select: { createdAt: true },
  });
  return rows.map((row) => row.createdAt.getTime());
}

/** What the bytes are, whatever the sender called them; undefined when they are nothing known. */
async function sniff(bytes: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, SNIFFED_BYTES));
  // An animated PNG is a PNG to everybody who shows it.
  return found?.mime === "image/apng" ? "image/png" : found?.mime;
}

function toAttachment(row: {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}): Attachment {
  return { id: row.id, name: row.name, type: row.type, bytes: row.bytes };
}
