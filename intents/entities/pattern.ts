import { NUMBER, NUMBER_WITH_COMMAS } from "./numerals.ts";

/**
 * A pattern over folded text. `{N}` stands for a written number in a group of its own called `n`, `{M}` for one with commas.
 * Every quantifier in our patterns is bounded, so that a text costs time in proportion to its length.
 */
export function pattern(source: string): RegExp {
  return new RegExp(source.replaceAll("{N}", NUMBER).replaceAll("{M}", NUMBER_WITH_COMMAS), "gu");
}

/** A named group's text; empty when it took no part. */
export function part(match: RegExpMatchArray, name: string): string {
  return match.groups?.[name] ?? "";
}

/** The few characters before an offset. */
export function before(text: string, at: number, length = 10): string {
  return text.slice(Math.max(0, at - length), at);
}

/** The few characters behind an offset. */
export function behind(text: string, at: number, length = 10): string {
  return text.slice(at, at + length);
}

/** Where a match begins and ends, without spaces at its edges. */
export function spanOf(match: RegExpMatchArray): { readonly start: number; readonly end: number } {
  const whole = match[0];
  const start = (match.index ?? 0) + (whole.length - whole.trimStart().length);
  return { start, end: start + whole.trim().length };
}
