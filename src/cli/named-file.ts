import { readFile, writeFile } from "node:fs/promises";

/** A file that the terminal's person named, with the option that named it. */
export interface NamedFile {
  /** As it is typed: `--knowledge`. */
  readonly option: string;
  readonly file: string;
}

/** Its bytes, or a sentence that says why not and what to do. */
export async function readNamed(
  named: NamedFile,
): Promise<{ readonly type: "read"; readonly bytes: Buffer } | { readonly type: "fault"; readonly fault: string }> {
  try {
    return { type: "read", bytes: await readFile(named.file) };
  } catch (error) {
    return { type: "fault", fault: cannotRead(named, error) };
  }
}

/** Writes it; a sentence when that fails. */
export async function writeNamed({ option, file }: NamedFile, content: string): Promise<string | undefined> {
  try {
    await writeFile(file, content);
    return undefined;
  } catch (error) {
    return `${option} ${file}：写不进去，请换一个可写的位置 · it cannot be written (${codeOf(error)}); name a place that can be written.`;
  }
}

/** Says that a file could not be read. */
export function cannotRead({ option, file }: NamedFile, error: unknown): string {
  return `${option} ${file}：没有这个文件或读不了，请检查路径 · no such file, or it cannot be read (${codeOf(error)}); check the path.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
