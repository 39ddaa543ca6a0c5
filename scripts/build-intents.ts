import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readCatalog } from "../intents/catalog.ts";
import { writeEmbedding } from "../intents/embedding.ts";
import { makeCorpus, readTrades } from "../intents/training/corpus.ts";
import { EMBEDDING_SETTINGS, trainEmbedding } from "../intents/training/embedding.ts";
import { NEARNESS_SETTINGS, trainNearness } from "../intents/training/nearness.ts";
import { writeTopicModel } from "../intents/topics.ts";
import { withForeign } from "../intents/training/foreign.ts";
import { trainFrontDoor } from "../intents/training/front-door.ts";
import { writeLinearModel } from "../intents/linear.ts";
import { readDangers, trainKinds } from "../intents/training/kinds.ts";
import { feltTexts, ordinaryChat, readFeelings, trainFeeling } from "../intents/training/feeling.ts";
import { countSounds } from "../intents/training/sounds.ts";
import { readStores } from "../intents/training/fitting.ts";
import { trainTopics } from "../intents/training/topics.ts";
import { trainForeign, trainPeople } from "../intents/training/whose.ts";
import { writeSounds } from "../intents/sounds.ts";

/**
 * Builds intents/model from intents/catalog and the trades' matters. The same texts give the same files.
 * `--only=feeling`, `--only=nearness`, `--only=people` and so on builds that file alone.
 */
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const started = performance.now();
const catalog = (await readCatalog("intents/catalog")).filter(({ kind }) => kind !== "merchant");
const trades = await readTrades("intents/training/matters");
const corpus = makeCorpus(catalog, trades);
console.log(`${corpus.texts.length} texts of ${corpus.labels.length} labels`);
const directory = "intents/model";
await mkdir(directory, { recursive: true });
const files: Readonly<Record<string, () => Promise<string | Buffer>>> = {
  "feeling.bin": async () => {
    const felt = feltTexts(await readFeelings("intents/training/feeling"), catalog);
    return writeLinearModel(trainFeeling([...felt, ...ordinaryChat(catalog, trades)]));
  },
  "sounds.bin": async () => writeSounds(countSounds(corpus.texts.map(({ text }) => text))),
  "acts.json": async () => `${JSON.stringify(await trainFrontDoor(catalog))}\n`,
  "topics.bin": async () => writeTopicModel(trainTopics(await withForeign(catalog, "intents/training/foreign"))),
  "danger.bin": async () => writeLinearModel(trainKinds(await readDangers("intents/training/danger"), catalog)),
  "foreign.bin": async () => {
    return writeLinearModel(trainForeign({ catalog: await withForeign(catalog, "intents/training/foreign"), trades }));
  },
  "people.bin": async () => writeLinearModel(trainPeople({ catalog, trades }, await readStores())),
  "embedding.bin": async () => writeEmbedding(trainEmbedding(corpus, EMBEDDING_SETTINGS, console.log)),
  "nearness.bin": async () => writeEmbedding(trainNearness(corpus, NEARNESS_SETTINGS, console.log)),
};
const chosen = Object.entries(files).filter(([name]) => only === undefined || name.startsWith(`${only}.`));
if (chosen.length === 0) throw new Error(`--only=${only} is none of ${Object.keys(files).join(", ")}`);
for (const [name, make] of chosen) await write(name, await make());
console.log(`built in ${Math.round((performance.now() - started) / 1000)} s`);

async function write(name: string, content: string | Buffer): Promise<void> {
  await writeFile(join(directory, name), content);
  console.log(`${name}: ${Math.round(content.length / 1024)} KB`);
}
