import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../src/infra/root.ts";

/** A file reads in one sitting. */
const MOST_LINES = 300;
const CLOCK_AND_CHANCE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\b|\bperformance\.now\(|\bDateTime\.(?:now|local|utc)\(\)/;
const ENVIRONMENT = /\bprocess\.env\b/;
const PURE = /^src\/core\/|^src\/[^/]+\/rules(\/|\.ts$)/;

const PROGRAM = ["src", "adapters", "intents", "prisma", "console"];
const filesIn = (folders: readonly string[], kind: RegExp) =>
  folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .filter((name) => kind.test(name) && !name.includes("/generated/"))
    .map((name) => ({ name, text: readFileSync(join(ROOT, name), "utf8") }));
const sources = filesIn(PROGRAM, /\.tsx?$/);

const names = (found: readonly { readonly name: string }[]): readonly string[] => found.map(({ name }) => name);

it("lets only infra/config.ts read the environment", () => {
  expect(names(sources.filter(({ text }) => ENVIRONMENT.test(text)))).toEqual(["src/infra/config.ts"]);
});

it("keeps the clock and chance out of rules and shared words", () => {
  const pure = sources.filter(({ name }) => PURE.test(name));
  expect(pure.length).toBeGreaterThan(50);
  expect(names(pure.filter(({ text }) => CLOCK_AND_CHANCE.test(text)))).toEqual([]);
});

it.each(["Date.now()", "new Date()", "Math.random()", "randomUUID()", "DateTime.now()"])(
  "would notice %s in a rule",
  (planted) => {
    expect(CLOCK_AND_CHANCE.test(`export const decide = () => ${planted};`)).toBe(true);
  },
);

it(`keeps every file of the program, its style sheets and its tests under ${MOST_LINES} lines`, () => {
  const all = filesIn([...PROGRAM, "scripts", "tests"], /\.(tsx?|mjs|css)$/);
  expect(names(all.filter(({ text }) => text.trimEnd().split("\n").length > MOST_LINES))).toEqual([]);
});
