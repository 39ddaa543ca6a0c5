import { z } from "zod";
import { problem, wrongField } from "../../core/problem.ts";
import { storeId } from "../../core/ids.ts";
import type { Attachment } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Reply, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { ALLOWED_FILE_TYPES, MAX_FILE_BYTES } from "../../visitors/file-rules.ts";
import type { Uploads } from "../../visitors/uploads.ts";
import type { FileLimits } from "../api.ts";
import { findAttachment, findConversation } from "../store.ts";
import { requireHeld } from "../held.ts";

export interface FileParts {
  readonly db: Database;
  readonly uploads: Uploads;
}

/** So many files go with one reply. */
export const MOST_FILES = 6;

/** What files agents may send: what shoppers may. */
export const FILE_LIMITS: FileLimits = { bytes: MAX_FILE_BYTES, types: ALLOWED_FILE_TYPES, perReply: MOST_FILES };

const PATH = "/api/console/conversations/:id/files";

/** Files that agents send with a reply, and files that were said in a conversation. */
export function fileRoutes(parts: FileParts): readonly Route[] {
  return [
    {
      method: "post",
      path: PATH,
      roles: ["agent", "supervisor", "admin"],
      rawBody: { maxBytes: MAX_FILE_BYTES },
      audit: "none",
      run: (call) => keepFile(parts, call),
    },
    { method: "get", path: `${PATH}/:fileId`, roles: ["agent", "supervisor", "admin"], run: (call) => readFile(parts, call) },
  ];
}

export const nameQuery = z.object({ name: z.string("the file's name").max(1_000, "at most 1000 characters") });

async function keepFile({ db, uploads }: FileParts, call: Call): Promise<Reply> {
  const { conversation } = await requireHeld(db, call);
  const { name } = checked(nameQuery, call.query);
  const bytes = Buffer.isBuffer(call.body) ? call.body : Buffer.alloc(0);
  const owner = { storeId: storeId(conversation.storeId), userId: call.principal.userId };
  const kept = await uploads.keep(owner, { name, bytes });
  if (kept.type === "kept") return { reply: { status: 201, body: kept.attachment satisfies Attachment } };
  if (kept.type === "too-many") throw tooMany(kept.afterMs);
  throw REFUSALS[kept.because]();
}

const REFUSALS = {
  empty: () => wrongField(400, "file", "empty: choose a file with content"),
  "too-large": () => wrongField(413, "file", `at most ${MAX_FILE_BYTES / 1_000_000} MB; send a smaller one`),
  type: () => wrongField(415, "file", `send one of ${ALLOWED_FILE_TYPES.join(", ")}; the content decides, not the name`),
} as const;

function tooMany(afterMs: number) {
  const retryAfter = Math.max(1, Math.ceil(afterMs / 1000));
  return problem(429, { title: "Too many", detail: `Too many files. Try again in ${retryAfter} s.`, retryAfter });
}

async function readFile({ db, uploads }: FileParts, { principal, params }: Call): Promise<Reply> {
  const client = db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const attachment = await findAttachment(client, conversation, params.fileId ?? "");
  const bytes = attachment === undefined ? undefined : await uploads.read(attachment.id);
  if (attachment === undefined || bytes === undefined) throw notFound("file");
  const headers = {
    "Content-Type": attachment.type,
    // What strangers sent is never shown on our own origin.
    "Content-Disposition": `attachment; filename*=UTF-8''${encodedName(attachment.name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
  };
  return { reply: { status: 200, headers, body: bytes } };
}

// RFC 8187 allows fewer characters than addresses do.
function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
