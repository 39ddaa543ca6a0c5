import { digest } from "../../core/ids.ts";

/**
 * Four hexadecimal digits by which agents tell anonymous shoppers apart, made from the person's id: always the same for
 * one browser. Two of 65,536 can be the same, so it names nobody to the program; and the id cannot be found from it.
 */
export function visitorNumber(personId: string): string {
  return Buffer.from(digest("visitor number", personId), "base64url").toString("hex").slice(0, 4).toUpperCase();
}

/** All that people call a shopper by, one a line: their names, and as what somebody without one is shown. */
export function shopperNames(personId: string, names: readonly string[]): string {
  const number = visitorNumber(personId);
  return [...names, `访客 ${number}`, `Visitor ${number}`].join("\n");
}
