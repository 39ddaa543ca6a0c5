import { randomInt } from "node:crypto";

/** Shortest password a person may choose. */
export const MIN_PASSWORD_LENGTH = 10;
/** Longer ones would only make hashing slow. */
export const MAX_PASSWORD_LENGTH = 128;

// Without i, l, o, 0 and 1, which people mix up when they copy from paper.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 3;
const GROUP_LENGTH = 5;

/** A random password that can be read out: `k7wmp-3xq9d-hv2ra`, 15 letters of 31, 74 bits. */
export function randomPassword(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
