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
import { feltTexts, ordinaryChat, readFeelings, trainFeeling } from "../intents/training/feeling.ts";
import { trainTopics } from "../intents/training/topics.ts";

/** Builds intents/model from intents/catalog and the trades' matters. The same texts give the same files. `--only=feeling` builds feeling.bin alone. */
const onlyFeeling = process.argv.includes("--only=feeling");
const started = performance.now();
const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const trades = await readTrades("intents/training/matters");
const directory = "intents/model";
await mkdir(directory, { recursive: true });
const felt = feltTexts(await readFeelings("intents/training/feeling"), catalog);
await write("feeling.bin", writeLinearModel(trainFeeling([...felt, ...ordinaryChat(catalog, trades)])));
if (!onlyFeeling) await buildTheOthers();
console.log(`built in ${Math.round((performance.now() - started) / 1000)} s`);

async function buildTheOthers(): Promise<void> {
  const corpus = makeCorpus(catalog, trades);
  console.log(`${corpus.texts.length} texts of ${corpus.labels.length} labels`);
  await write("acts.json", `${JSON.stringify(await trainFrontDoor(catalog))}\n`);
  await write("topics.bin", writeTopicModel(trainTopics(catalog)));
  await write("danger.bin", writeLinearModel(trainKinds(await readDangers("intents/training/danger"), catalog)));
  await write("embedding.bin", writeEmbedding(trainEmbedding(corpus, EMBEDDING_SETTINGS, console.log)));
}

async function write(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(directory, name), content);
  console.log(`${name}: ${Math.round(content.length / 1024)} KB`);
}
