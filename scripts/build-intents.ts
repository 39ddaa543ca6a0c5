import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readCatalog } from "../intents/catalog.ts";
import { writeEmbedding } from "../intents/embedding.ts";
import { makeCorpus, readTrades } from "../intents/training/corpus.ts";
import { EMBEDDING_SETTINGS, trainEmbedding } from "../intents/training/embedding.ts";
import { writeTopicModel } from "../intents/topics.ts";
import { trainFrontDoor } from "../intents/training/front-door.ts";
import { writeLinearModel } from "../intents/linear.ts";
import { readDangers, trainKinds } from "../intents/training/kinds.ts";
import { trainTopics } from "../intents/training/topics.ts";

/** Builds intents/model from intents/catalog and the trades' matters. The same texts give the same files. */
const started = performance.now();
const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const corpus = makeCorpus(catalog, await readTrades("intents/training/matters"));
console.log(`${corpus.texts.length} texts of ${corpus.labels.length} labels`);
const directory = "intents/model";
await mkdir(directory, { recursive: true });
await write("acts.json", `${JSON.stringify(await trainFrontDoor(catalog))}\n`);
await write("topics.bin", writeTopicModel(trainTopics(catalog)));
await write("danger.bin", writeLinearModel(trainKinds(await readDangers("intents/training/danger"), catalog)));
await write("embedding.bin", writeEmbedding(trainEmbedding(corpus, EMBEDDING_SETTINGS, console.log)));
console.log(`built in ${Math.round((performance.now() - started) / 1000)} s`);

async function write(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(directory, name), content);
  console.log(`${name}: ${Math.round(content.length / 1024)} KB`);
}
