import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder (the one with prisma/migrations), from the sources as well as from dist. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(from: string): string {
  if (existsSync(join(from, "prisma", "migrations"))) return from;
  const up = dirname(from);
  if (up === from) throw new Error("prisma/migrations was not found above the program; start Counterbell from a whole checkout");
  return findRoot(up);
}
