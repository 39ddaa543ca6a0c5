import type { FileAnswer, WidgetChoice } from "../../api.ts";
import { reasonOf } from "../rules/answers.ts";
import { refuseFile } from "../rules/files.ts";
import { orderOf, renewed, type OutboxItem } from "../rules/outbox.ts";
import type { Upload } from "./calls.ts";
import { noteRead, tidyOutbox, type Desk, type FileOnItsWay } from "./desk.ts";
import { pause, wake } from "./pause.ts";
import { flush } from "./sender.ts";

// What a visitor can do. Everything is kept on the device before it is sent.

export function say(desk: Desk, text: string): void {
  put(desk, { type: "message", text });
}

export function choose(desk: Desk, choice: WidgetChoice): void {
  put(desk, { type: "message", text: choice.label, choice: choice.id });
}

export function askHuman(desk: Desk): void {
  desk.model.patch({ isHumanAsked: true });
  put(desk, { type: "human" });
}

export function rate(desk: Desk, score: number, comment: string): void {
  const { messages, cursor } = desk.model.get().talk;
  const conversation = messages.at(-1)?.conversationId;
  if (conversation !== undefined) desk.model.patch({ rated: { conversation, cursor } });
  put(desk, { type: "rating", score, ...(comment === "" ? {} : { text: comment }) });
}

/** Sends again: at once when it still waits, under a new id when the server refused it. */
export function retry(desk: Desk, clientId: string): void {
  const item = desk.model.get().outbox.find((candidate) => candidate.clientId === clientId);
  if (item?.progress === "refused") {
    desk.memory.forget(item);
    desk.memory.keep(renewed(item, identify(desk)));
    tidyOutbox(desk);
  }
  wake();
  void flush(desk);
}

/** Takes a refused message away. */
export function discard(desk: Desk, clientId: string): void {
  const item = desk.model.get().outbox.find((candidate) => candidate.clientId === clientId);
  if (item !== undefined && item.progress === "refused") desk.memory.forget(item);
  tidyOutbox(desk);
}

export function setOpen(desk: Desk, isOpen: boolean): void {
  desk.model.patch({ isOpen });
  noteRead(desk);
}

const uploads = new Map<string, Upload>();

/** Uploads a file and then sends it as a message. A file under way does not survive a reload: the device cannot keep it. */
export async function sendFile(desk: Desk, file: File): Promise<void> {
  const { session } = desk.model.get();
  if (session === undefined) return;
  const { clientId: id } = identify(desk);
  const refused = refuseFile(file, session.limits);
  const entry: FileOnItsWay = { id, name: file.name, bytes: file.size, percent: 0, refused };
  desk.model.patch({ uploads: [...desk.model.get().uploads, entry] });
  if (refused !== undefined) return;
  const reply = await uploadPatiently(desk, id, file);
  uploads.delete(id);
  if (reply === undefined) return dropFile(desk, id);
  if (reply.type !== "ok") return changeFile(desk, id, { refused: reasonOf(reply) });
  dropFile(desk, id);
  put(desk, { type: "message", text: "", attachments: [reply.body] });
}

/** Takes a file from the list, and stops its upload. */
export function dropFile(desk: Desk, id: string): void {
  uploads.get(id)?.cancel();
  desk.model.patch({ uploads: desk.model.get().uploads.filter((file) => file.id !== id) });
}

/** Network failures pass; a person should not have to choose the picture again for one. */
const UPLOAD_ATTEMPTS = 4;

/** Undefined when the visitor cancelled it. */
async function uploadPatiently(desk: Desk, id: string, file: File): ReturnType<typeof one> {
  let last: Awaited<ReturnType<typeof one>> = { type: "unreachable" };
  for (let attempt = 0; attempt < UPLOAD_ATTEMPTS; attempt++) {
    last = await one(desk, id, file);
    if (last?.type !== "unreachable") return last;
    await pause(1_000 * 2 ** attempt);
  }
  return last;
}

async function one(desk: Desk, id: string, file: File): Promise<Awaited<Upload["done"]> | undefined> {
  const isWanted = (): boolean => desk.model.get().uploads.some((entry) => entry.id === id);
  if (!isWanted()) return undefined;
  const upload = desk.calls.upload(desk.model.get().session?.token ?? "", file, (percent) => changeFile(desk, id, { percent }));
  uploads.set(id, upload);
  const reply = await upload.done;
  return isWanted() ? reply : undefined;
}

function changeFile(desk: Desk, id: string, changes: Partial<FileOnItsWay>): void {
  desk.model.patch({ uploads: desk.model.get().uploads.map((file) => (file.id === id ? { ...file, ...changes } : file)) });
}

type Made = Pick<OutboxItem, "type"> & { text?: string; choice?: string; attachments?: readonly FileAnswer[]; score?: number };

function put(desk: Desk, made: Made): void {
  desk.memory.keep({ ...made, ...identify(desk), progress: "waiting" });
  tidyOutbox(desk);
  desk.tabs.say({ type: "outbox" });
  void flush(desk);
}

let count = 0;

function identify(desk: Desk): Pick<OutboxItem, "clientId" | "order" | "madeAt"> {
  const madeAt = desk.now();
  // `randomUUID` exists only on https.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const clientId = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { clientId, madeAt, order: orderOf(madeAt, count++) };
}
