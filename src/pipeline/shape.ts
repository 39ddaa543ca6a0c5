import type { Capabilities } from "../core/channel.ts";
import type { Body } from "../core/words.ts";

/** Room for “(12/34)” in front of a part. */
const PART_MARK = 8;

/** Fits what is said to what the platform can show: choices numbered in the text, long texts in numbered parts. */
export function shapeFor(body: Body, abilities: Capabilities): readonly Body[] {
  const { choices, ...rest } = body;
  const isNumbered = choices !== undefined && choices.length > 0 && !abilities.choices;
  const whole: Body = isNumbered
    ? { ...rest, text: [body.text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join("\n") }
    : body;
  const parts = splitText(whole.text, abilities.maxTextLength);
  return parts.map((text, index) => {
    const marked = parts.length === 1 ? text : `(${index + 1}/${parts.length}) ${text}`;
    // The source, the buttons and the files stand under the last part.
    return index === parts.length - 1 ? { ...whole, text: marked } : { text: marked };
  });
}

/** Parts of at most `limit` UTF-16 units including their mark, cut at line ends where possible, never inside a character. */
function splitText(text: string, limit: number): readonly string[] {
  if (text.length <= limit) return [text];
  const room = Math.max(limit - PART_MARK, 1);
  const parts: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const line = rest.lastIndexOf("\n", room);
    let end = line > room / 2 ? line + 1 : room;
    // Not between the halves of a surrogate pair.
    if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? "") && end > 1) end -= 1;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
