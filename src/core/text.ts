/**
 * What is wrong with a text that a person typed, as what is allowed instead; undefined: nothing. Allowed is well-formed
 * Unicode without control characters (line breaks and tabs are kept) that says something.
 */
export function textFault(text: string, maxLength: number): string | undefined {
  if (text.length > maxLength) return `at most ${maxLength} characters; send it in parts`;
  if (!text.isWellFormed()) return "well-formed Unicode, without lone surrogates";
  if (CONTROL.test(text)) return "no control characters";
  if (isBlank(text)) return "not empty and not only spaces";
  return undefined;
}

/** Nothing to see: empty, or only spaces and characters without width. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200B-\u200F\u2060\uFEFF]/u.test(text);
}

// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
