import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readCatalog } from "../intents/catalog.ts";
import { trainFrontDoor } from "../intents/training/front-door.ts";
import { trainTopics } from "../intents/training/topics.ts";

/** Builds intents/model from intents/catalog. The same catalogue gives the same files. */
const started = performance.now();
const catalog = await readCatalog("intents/catalog");
const directory = "intents/model";
await mkdir(directory, { recursive: true });
const files = { "acts.json": await trainFrontDoor(catalog), "topics.json": trainTopics(catalog) };
for (const [name, content] of Object.entries(files)) {
  const json = JSON.stringify(content);
  await writeFile(join(directory, name), `${json}\n`);
  console.log(`${name}: ${Math.round(json.length / 1024)} KB`);
}
console.log(`${catalog.length} intents in ${Math.round(performance.now() - started)} ms`);
