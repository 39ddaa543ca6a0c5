import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../src/infra/root.ts";

// Each rule of the import check, with an import that breaks it. A rule without an entry fails the last test.
const PLANTED: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  "no-cycles": ["src/infra/clock.ts", "./cycle-b.ts"],
  "core-imports-nothing-of-ours": ["src/core/words.ts", "../infra/clock.ts"],
  "core-uses-no-library": ["src/core/words.ts", "zod"],
  "rules-are-pure": ["src/routing/rules/route.ts", "../../infra/clock.ts"],
  "rules-use-pure-libraries": ["src/routing/rules/route.ts", "pino"],
  "rules-touch-no-system": ["src/routing/rules/route.ts", "node:fs"],
  "adapters-know-only-core": ["adapters/web/index.ts", "../../src/infra/clock.ts"],
  "intents-know-only-core": ["intents/understanding.ts", "../src/infra/clock.ts"],
  "features-know-no-adapter": ["src/desk/store.ts", "../../adapters/web/index.ts"],
  "features-meet-at-rules-and-stores": ["src/desk/store.ts", "../knowledge/routes.ts"],
  "infra-knows-no-feature": ["src/infra/clock.ts", "../desk/store.ts"],
  "only-main-knows-everybody": ["src/desk/store.ts", "../program.ts"],
  "browser-code-stays-in-the-browser": ["console/src/main.tsx", "../../src/infra/clock.ts"],
  "nothing-imports-tests": ["src/desk/store.ts", "../../tests/support/thing.ts"],
  "slack-bolt-has-one-home": ["src/desk/store.ts", "@slack/bolt"],
  "wechaty-has-one-home": ["src/desk/store.ts", "wechaty"],
  "node-nlp-has-one-home": ["src/desk/store.ts", "node-nlp"],
  "pinyin-pro-has-one-home": ["intents/understanding.ts", "pinyin-pro"],
  "prisma-has-one-home": ["adapters/web/index.ts", "@prisma/client"],
  "pg-boss-has-one-home": ["src/desk/store.ts", "pg-boss"],
  "express-has-one-home": ["src/desk/store.ts", "express"],
  "commander-has-one-home": ["src/desk/store.ts", "commander"],
  "nock-has-one-home": ["src/desk/store.ts", "nock"],
};

const require = createRequire(import.meta.url);
const config = require(join(ROOT, ".dependency-cruiser.cjs"));
let house: string;

// A small house of the same layout, in which every file may be broken without touching the real one.
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "counterbell-rules-"));
  cpSync(join(ROOT, "tsconfig.json"), join(house, "tsconfig.json"));
  write("package.json", '{ "type": "module" }');
  for (const library of [
    "zod",
    "pino",
    "@slack/bolt",
    "wechaty",
    "node-nlp",
    "@prisma/client",
    "pg-boss",
    "express",
    "commander",
    "nock",
    "pinyin-pro",
  ]) {
    write(`node_modules/${library}/package.json`, `{ "name": "${library}", "main": "index.js" }`);
    write(`node_modules/${library}/index.js`, "");
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

it.each(Object.entries(PLANTED))("%s is caught in %s", async (rule, [file, imports]) => {
  clean();
  write(file, `import "${imports}";\n`);
  expect(await violated()).toContain(rule);
});

it("finds nothing wrong in files that import what they may", async () => {
  clean();
  write("src/routing/rules/route.ts", 'import "../../core/words.ts";\nimport "zod";\nimport "node:crypto";\n');
  write("src/desk/store.ts", 'import "../routing/rules/route.ts";\nimport "../infra/clock.ts";\n');
  write("adapters/web/index.ts", 'import "../../src/core/words.ts";\nimport "express";\n');
  expect(await violated()).toEqual([]);
});

it("every rule of the check is proven here", () => {
  const rules: readonly { readonly name: string }[] = config.forbidden;
  expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
});

function clean(): void {
  for (const folder of ["src", "adapters", "intents", "console", "tests"])
    rmSync(join(house, folder), { recursive: true, force: true });
  for (const file of [
    "src/core/words.ts",
    "src/infra/clock.ts",
    "src/desk/store.ts",
    "src/knowledge/routes.ts",
    "src/program.ts",
    "adapters/web/index.ts",
  ])
    write(file, "");
  for (const file of ["intents/understanding.ts", "console/src/main.tsx", "tests/support/thing.ts", "src/routing/rules/route.ts"])
    write(file, "");
  write("src/infra/cycle-b.ts", 'import "./clock.ts";\n');
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

async function violated(): Promise<readonly string[]> {
  const { doNotFollow, tsPreCompilationDeps, enhancedResolveOptions } = config.options;
  const options = { baseDir: house, validate: true, ruleSet: { forbidden: config.forbidden }, doNotFollow, tsPreCompilationDeps };
  const folders = ["src", "adapters", "intents", "console"];
  const result = await cruise(folders, options, enhancedResolveOptions);
  if (typeof result.output === "string") throw new Error("the check was asked for an object");
  return result.output.summary.violations.map(({ rule }) => rule.name);
}
