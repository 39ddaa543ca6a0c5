import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig, VARIABLE_NAMES } from "../../src/infra/config.ts";
import { ROOT } from "../../src/infra/root.ts";

const lines = readFileSync(join(ROOT, ".env.example"), "utf8").split("\n");
/** `#NAME=value`, as a line of the example stands until somebody takes the sign away. */
const shown = lines.flatMap((line, at) => {
  const [, name, value] = /^#?([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [{ name, value, before: lines[at - 1] ?? "" }];
});

it("names every variable that is read, once, and no other", () => {
  expect(shown.map(({ name }) => name).sort()).toEqual([...VARIABLE_NAMES].sort());
});

it("says above each variable what it is for", () => {
  expect(shown.filter(({ before }) => !/^# \S/.test(before))).toEqual([]);
});

it("shows values that can be used, and the preset wherever there is one", () => {
  const values = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
  const withoutPreset = [
    ...["DATABASE_URL", "BASE_URL", "METRICS_TOKEN", "TRUST_PROXY"],
    ...["EMBEDDINGS_URL", "EMBEDDINGS_MODEL", "EMBEDDINGS_API_KEY"],
  ];
  const presets = Object.fromEntries(Object.entries(values).filter(([name]) => !withoutPreset.includes(name)));
  expect(readConfig(values)).toMatchObject({
    baseUrl: "https://desk.example.com",
    trustProxy: ["loopback"],
    embeddings: { model: "bge-m3", timeoutMs: 400 },
  });
  expect(readConfig(presets)).toEqual(readConfig({}));
});
