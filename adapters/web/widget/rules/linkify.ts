/** A stretch of text, or a link with the text it was written as. */
export type Piece =
  { readonly type: "text"; readonly text: string } | { readonly type: "link"; readonly text: string; readonly href: string };

/** An address as people write it; it ends before spaces, quotes, brackets, invisible signs and Chinese punctuation. */
const ADDRESS = /https?:\/\/[^\s\p{C}<>"'`{}|\\^，。；：！？、（）《》「」『』【】“”‘’]+/giu;
/** Signs at the end that belong to the sentence, not to the address. */
const TRAILING = /[.,;:!?)\]*_~]+$/;

/** Finds http and https addresses in a text. The pieces joined are the text again, and no other scheme ever becomes a link. */
export function linkify(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const written = match[0].replace(TRAILING, "");
    const href = addressOf(written);
    if (href === undefined) continue;
    if (match.index > done) pieces.push({ type: "text", text: text.slice(done, match.index) });
    pieces.push({ type: "link", text: written, href });
    done = match.index + written.length;
  }
  if (done < text.length) pieces.push({ type: "text", text: text.slice(done) });
  return pieces;
}

function addressOf(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  // A name before the host makes `https://bank.com@evil.example` look like the bank.
  if (url.username !== "" || url.password !== "" || !url.hostname.includes(".")) return undefined;
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}
