import type { SessionAnswer } from "../../api.ts";
import type { RefusalCode } from "./answers.ts";

interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Only these are shown as pictures; SVG and the rest can carry scripts. */
const PICTURES: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/** Why a file cannot be sent, known before it is uploaded; undefined: send it. The server looks at the bytes again. */
export function refuseFile(file: ChosenFile, limits: SessionAnswer["limits"]): RefusalCode | undefined {
  if (file.size === 0) return "file-empty";
  if (file.size > limits.fileBytes) return "file-too-big";
  // Phones often do not know a file's type: then the server decides.
  if (file.type !== "" && !limits.fileTypes.includes(file.type)) return "file-type";
  return undefined;
}

export function isPicture(type: string): boolean {
  return PICTURES.includes(type);
}

/** 1.5 MB, 340 KB, 12 B. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
