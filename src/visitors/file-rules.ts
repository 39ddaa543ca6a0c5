import type { Instant } from "../core/words.ts";

/** Largest file a visitor may send. */
export const MAX_FILE_BYTES = 10_000_000;
/** So many files per visitor in `UPLOAD_WINDOW_MS`. */
const UPLOADS_PER_WINDOW = 20;
export const UPLOAD_WINDOW_MS = 3_600_000;

/** A file that no message named for so long will not be sent any more: it goes. */
export const UNSENT_LASTS_MS = 24 * 3_600_000;
/** Naming a file in a message gives it a new life when it is this old: the message is stored long before that ends. */
export const RENEWED_AFTER_MS = UNSENT_LASTS_MS / 2;

const MAX_NAME_LENGTH = 120;

/** What may be sent, by sniffed content, with the endings its names may have. Nothing that a browser could run. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "video/mp4": ["mp4"],
};

export const ALLOWED_FILE_TYPES: readonly string[] = Object.keys(ENDINGS);

/** Why a file is not kept; undefined: it is. `type` is what its content says. */
export function fileRefusal(file: {
  readonly bytes: number;
  readonly type: string | undefined;
}): "empty" | "too-large" | "type" | undefined {
  if (file.bytes === 0) return "empty";
  if (file.bytes > MAX_FILE_BYTES) return "too-large";
  return file.type !== undefined && ALLOWED_FILE_TYPES.includes(file.type) ? undefined : "type";
}

/** How long a visitor has to wait before sending another file; 0: not at all. `sentAt`: their files of the last window. */
export function uploadPauseMs(sentAt: readonly Instant[], now: Instant): number {
  const recent = sentAt.filter((at) => now - at < UPLOAD_WINDOW_MS).sort((a, b) => b - a);
  const blocking = recent[UPLOADS_PER_WINDOW - 1];
  return blocking === undefined ? 0 : blocking + UPLOAD_WINDOW_MS - now;
}

/**
 * A file's name, safe to show and to save: no folders, no control, direction or invisible characters, and an ending that
 * says what the content is, so that `page.html` with a picture's beginning is saved as `page.html.gif`.
 */
export function safeFileName(given: string, type: string): string {
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(UNSAFE, "").replace(/\s+/g, " ");
  const endings = ENDINGS[type] ?? [];
  const ending = endings.find((known) => clean.toLowerCase().endsWith(`.${known}`));
  const suffix = ending === undefined ? `.${endings[0] ?? "bin"}` : clean.slice(-ending.length - 1);
  const stem = (ending === undefined ? clean : clean.slice(0, -suffix.length)).replace(/^[. ]+|[. ]+$/g, "");
  return `${shortened(stem, MAX_NAME_LENGTH - suffix.length) || "file"}${suffix}`;
}

// Control and format characters (zero width, right-to-left override …), and what file systems and headers trip over.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu;

function shortened(text: string, maxLength: number): string {
  return [...text]
    .slice(0, maxLength)
    .join("")
    .slice(0, maxLength)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
}
