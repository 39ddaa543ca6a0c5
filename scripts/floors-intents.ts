import { writeFile } from "node:fs/promises";
import { readCatalog } from "../intents/catalog.ts";
import { recallByIntent } from "../intents/training/recall.ts";

/** Writes the floors that tests/intents/floors.test.ts holds each intent of the catalogue to: a little under what is reached now. */
const SLACK = 0.1;

const recalls = recallByIntent((await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant"));
const floors = Object.fromEntries(
  [...recalls].map(([id, recall]) => [id, Math.max(0, Math.floor((recall - SLACK) * 100) / 100)]),
);
await writeFile("tests/fixtures/intent-floors.json", `${JSON.stringify(floors, undefined, 2)}\n`);
const mean = [...recalls.values()].reduce((sum, recall) => sum + recall, 0) / recalls.size;
console.log(`${recalls.size} intents, ${(100 * mean).toFixed(1)} % of new phrasings recognised on average`);
