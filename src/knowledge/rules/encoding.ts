import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import type { Steps } from "../../core/steps.ts";
import type { Sentence } from "./article.ts";

export type Encoding = "utf-8" | "gb18030";

export type Decoded =
  | { readonly type: "text"; readonly encoding: Encoding; readonly text: string }
  | { readonly type: "unreadable"; readonly line: number; readonly reason: Sentence };

/**
 * The text of a file that people saved on Windows, macOS or a shop's back office: UTF-8 when the bytes are valid UTF-8,
 * else GB18030 (which contains GBK and GB2312). Line ends become `\n`, a byte order mark goes. Nothing is guessed:
 * bytes that fit neither are refused, so are damaged UTF-8, UTF-16 and Excel workbooks.
 */
export function* decode(bytes: Uint8Array): Steps<Decoded> {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return unreadable(1, UTF16);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return unreadable(1, WORKBOOK);
  const utf8 = yield* textOf(bytes, new TextDecoder("utf-8"));
  if (isUtf8(bytes)) return { type: "text", encoding: "utf-8", text: utf8 };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]) || (yield* looksLikeUtf8(utf8))) return unreadable(lineOfDamage(utf8), DAMAGED);
  const text = yield* textOf(bytes, gb18030());
  if (text.includes("\uFFFD")) return unreadable(lineOfDamage(text), NEITHER);
  return { type: "text", encoding: "gb18030", text: text.replace(/^\uFEFF/, "") };
}

/** So much is decoded in one step. */
const CHUNK = 65_536;

interface StreamDecoder {
  decode(bytes: Uint8Array, options: { readonly stream: boolean }): string;
}

function gb18030(): StreamDecoder {
  const decoder = iconv.getDecoder("gb18030");
  return {
    decode: (bytes, { stream }) => {
      const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      return stream ? text : `${text}${decoder.end() ?? ""}`;
    },
  };
}

function* textOf(bytes: Uint8Array, decoder: StreamDecoder): Steps<string> {
  const parts: string[] = [];
  let rest = "";
  for (let start = 0; start < bytes.byteLength; start += CHUNK) {
    const isLast = start + CHUNK >= bytes.byteLength;
    const text = rest + decoder.decode(bytes.subarray(start, start + CHUNK), { stream: !isLast });
    // A line end may be cut in two.
    rest = !isLast && text.endsWith("\r") ? "\r" : "";
    parts.push(withLineFeeds(rest === "" ? text : text.slice(0, -1)));
    yield;
  }
  return parts.join("");
}

const UTF16: Sentence = {
  zh: "文件是 UTF-16(“Unicode 文本”);请另存为“CSV UTF-8(逗号分隔)”",
  en: "the file is UTF-16 (“Unicode text”); save it as “CSV UTF-8 (comma delimited)”",
};
const WORKBOOK: Sentence = {
  zh: "这是 Excel 工作簿，不是 CSV;请在 Excel 里另存为“CSV UTF-8(逗号分隔)”",
  en: "this is an Excel workbook, not CSV; save it from Excel as “CSV UTF-8 (comma delimited)”",
};
const DAMAGED: Sentence = {
  zh: "文件是 UTF-8,但从这一行起有损坏的字节；请重新导出或重新传输",
  en: "the file is UTF-8 with damaged bytes, first on this line; export or transfer it again",
};
const NEITHER: Sentence = {
  zh: "从这一行起既不是 UTF-8 也不是 GB18030(GBK);请另存为“CSV UTF-8(逗号分隔)”",
  en: "neither UTF-8 nor GB18030 (GBK), first on this line; save it as “CSV UTF-8 (comma delimited)”",
};

function unreadable(line: number, reason: Sentence): Decoded {
  return { type: "unreadable", line, reason };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/**
 * GBK text read as UTF-8 gives replacement marks and hardly ever a Chinese character; a UTF-8 file cut off or damaged in
 * one place gives the opposite, and read as GB18030 it would often be “valid” nonsense.
 */
function* looksLikeUtf8(lenient: string): Steps<boolean> {
  let balance = 0;
  for (let start = 0; start < lenient.length; start += CHUNK) {
    const part = lenient.slice(start, start + CHUNK);
    balance += (part.match(/[\u3000-\u9FFF\uFF00-\uFF5E]/g)?.length ?? 0) - (part.match(/\uFFFD/g)?.length ?? 0);
    yield;
  }
  return balance > 0;
}

function lineOfDamage(text: string): number {
  let line = 1;
  const damage = text.indexOf("\uFFFD");
  for (let at = text.indexOf("\n"); at !== -1 && at < damage; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
