import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LinkableTopic } from "../src/core/understanding.ts";
import { confidenceFile, type ConfidenceModel } from "./confidence.ts";
import { readEmbedding, type Embedding } from "./embedding.ts";
import { openFrontDoor, type FrontDoor } from "./front-door.ts";
import { readLinkable } from "./linkable.ts";
import { readLinearModel, type LinearModel } from "./linear.ts";
import { readSounds, type Sounds } from "./sounds.ts";
import { readTopicModel, type TopicModel } from "./topics.ts";
import type { Whose } from "./whose.ts";

/** Everything that was learned before the start: frozen files, read once. */
export interface FrozenModel {
  readonly frontDoor: FrontDoor;
  readonly topics: TopicModel;
  readonly embedding: Embedding;
  /** Tells how near two wordings are; see nearness.ts. */
  readonly nearness: Embedding;
  /** Tells dangers and careful questions; see kinds.ts. */
  readonly kinds: LinearModel;
  /** Tells whose business a text is; see whose.ts. */
  readonly whose: Whose;
  /** Tells calm, annoyed and angry; see feeling.ts. */
  readonly feeling: LinearModel;
  /** Tells homophones; see homophones.ts. */
  readonly sounds: Sounds;
  readonly confidence: ConfidenceModel;
  /** What articles may be linked to: read from the catalogue, which stands beside the model's directory. */
  readonly linkable: readonly LinkableTopic[];
}

/** Reads intents/model, and the names in intents/catalog. Throws an Error that says what to do when it is not there or does not fit this program. */
export async function loadModel(directory: string = findModelDirectory()): Promise<FrozenModel> {
  const read = (name: string): Promise<Buffer> => readFile(join(directory, name));
  const [acts, topics, embedding, nearness, danger, foreign, people, feeling, sounds, confidence, linkable] = await Promise.all([
    read("acts.json"),
    read("topics.bin"),
    read("embedding.bin"),
    read("nearness.bin"),
    read("danger.bin"),
    read("foreign.bin"),
    read("people.bin"),
    read("feeling.bin"),
    read("sounds.bin"),
    read("confidence.json"),
    readLinkable(join(directory, "..", "catalog")),
  ]);
  const parsed = confidenceFile.safeParse(JSON.parse(confidence.toString("utf8")));
  if (!parsed.success) throw new Error("intents/model/confidence.json does not fit; run `npm run build:intents`");
  return {
    frontDoor: openFrontDoor(acts.toString("utf8")),
    topics: readTopicModel(topics),
    embedding: readEmbedding(embedding),
    nearness: readEmbedding(nearness),
    kinds: readLinearModel(danger),
    whose: { foreign: readLinearModel(foreign), people: readLinearModel(people) },
    feeling: readLinearModel(feeling),
    sounds: readSounds(sounds),
    confidence: parsed.data,
    linkable,
  };
}

/** Upwards from this file, so that it is found from the sources and from a bundle alike. */
function findModelDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "intents", "model", "acts.json"))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error("intents/model is missing; run `npm run build:intents`");
    directory = parent;
  }
  return join(directory, "intents", "model");
}
