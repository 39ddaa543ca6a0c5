import type { FileLimits, KeptFile } from "../../../src/desk/api.ts";
import type { Keeper } from "../shared/keeper.ts";

/** A file that is to go with the next reply. */
export interface ChosenFile {
  /** Of this choice alone. */
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** Where this window has the picture, as long as it was not reloaded. */
  readonly picture?: string;
  readonly state:
    | { readonly type: "sending"; readonly share: number }
    | { readonly type: "kept"; readonly file: KeptFile }
    | { readonly type: "failed"; readonly why: string };
}

export type FileFault = "empty" | "too-large" | "type" | "too-many";

/** What is wrong with a file before it is sent; the server looks at its content again. `already`: files of the same reply. */
export function faultOf(
  file: { readonly size: number; readonly type: string },
  limits: FileLimits,
  already: number,
): FileFault | undefined {
  if (already >= limits.perReply) return "too-many";
  if (file.size === 0) return "empty";
  if (file.size > limits.bytes) return "too-large";
  // A browser that cannot tell leaves it empty: then only the content says.
  return file.type === "" || limits.types.includes(file.type) ? undefined : "type";
}

/** Kinds of pictures that every browser shows. */
const SHOWN = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Whether a file is a picture to look at before it goes. */
export function isPicture({ type }: { readonly type: string }): boolean {
  return SHOWN.includes(type);
}

/** The files that can go, in the order they were chosen. */
export function keptOf(files: readonly ChosenFile[]): readonly KeptFile[] {
  return files.flatMap(({ state }) => (state.type === "kept" ? [state.file] : []));
}

/** While one is on its way the reply waits for it. */
export function isSending(files: readonly ChosenFile[]): boolean {
  return files.some(({ state }) => state.type === "sending");
}

export interface FileDrafts {
  read(conversation: string): readonly ChosenFile[];
  /** Only those that are with the server already; none forgets the draft. */
  write(conversation: string, files: readonly ChosenFile[]): void;
}

/** Files that one person uploaded and did not send yet, kept on this computer like the words beside them. */
export function fileDraftsOf(userId: string, keeper: Keeper): FileDrafts {
  const keyOf = (conversation: string) => `counterbell.files.${userId}.${conversation}`;
  return {
    read: (conversation) =>
      parsed(keeper.read(keyOf(conversation)) ?? "[]")
        .filter(isKeptFile)
        .map(chosenAgain),
    write: (conversation, files) => {
      const kept = keptOf(files);
      if (kept.length === 0) keeper.forget(keyOf(conversation));
      else keeper.write(keyOf(conversation), JSON.stringify(kept));
    },
  };
}

/** A file that is with the server already, as a choice. */
export function chosenAgain(file: KeptFile): ChosenFile {
  return { key: file.id, name: file.name, bytes: file.bytes, state: { type: "kept", file } };
}

export function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== "object" || value === null) return false;
  return (
    "id" in value &&
    typeof value.id === "string" &&
    "name" in value &&
    typeof value.name === "string" &&
    "type" in value &&
    typeof value.type === "string" &&
    "bytes" in value &&
    typeof value.bytes === "number"
  );
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
