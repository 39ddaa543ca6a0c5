import { createHash, randomUUID } from "node:crypto";
import type { PasswordHashing } from "../../src/accounts/auth.ts";

const digest = (salt: string, password: string): string => createHash("sha256").update(`${salt} ${password}`).digest("hex");

/**
 * Keeps passwords in a microsecond instead of 0.1 s: what most tests prove does not hang on it. tests/stores/accounts.test.ts and the
 * stories that start the program use the real one.
 */
export const quickPasswords: PasswordHashing = {
  hash: async (password) => {
    const salt = randomUUID();
    return `${salt}:${digest(salt, password)}`;
  },
  verify: async ({ hash, password }) => {
    const [salt = "", kept] = hash.split(":");
    return digest(salt, password) === kept;
  },
};
