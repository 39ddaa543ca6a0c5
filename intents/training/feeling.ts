import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { phrasingsOf, type CatalogIntent } from "../catalog.ts";
import { feelingText } from "../feeling.ts";
import type { LinearModel } from "../linear.ts";
import { normalise } from "../normalise.ts";
import type { Trade } from "./corpus.ts";
import { trainLinear } from "./linear.ts";

const lines = z.array(z.string().min(1)).min(1);
const feelingFile = z.strictObject({ area: z.string().min(1), angry: lines, annoyed: lines, calm: lines });

/** How shoppers write of one thing: angry, annoyed, and calm though it sounds alike. */
export type FeelingFile = z.infer<typeof feelingFile>;

/** Reads every file of a directory, in order of name. Throws an Error naming the file that is wrong. */
export async function readFeelings(directory: string): Promise<readonly FeelingFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const parsed = feelingFile.safeParse(JSON.parse(await readFile(join(directory, name), "utf8")));
      if (!parsed.success) throw new Error(`${directory}/${name}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    }),
  );
}

/** A text with how its writer feels. */
export interface FeltText {
  readonly text: string;
  readonly label: "calm" | "annoyed" | "angry";
}

/** Intents whose phrasings are angry themselves: no background. */
const NO_BACKGROUND = new Set(["angry", "complaint", "review-threat", "complains-agent", "compensation"]);
/** Phrasings of other intents were written in all moods: those with such words are no background either. */
const HEATED =
  /!{2}|[?]{3}|气死|火大|骗|垃圾|投诉|举报|12315|差评|曝光|黑心|无语|离谱|服了|呵呵|什么破|破店|坑|过分|忍|滚|他妈|tmd|态度|受够|到底|敷衍|糊弄|耍|烦|怎么还|催了|几天了|说好|不是说|凭什么|恶心|废物|\b(?:scam|ridiculous|unacceptable|wtf|damn|hell|joke|worst|useless|still (?:not|no|nothing)|seriously|ages|forever|fed up|kidding)\b/iu;
/** Of the catalogue's intents one of so many phrasings is background, of the trades' questions one of so many. */
const CATALOG_SHARE = 2;
const TRADE_SHARE = 10;

/** What shoppers write in ordinary chat: without it most of that would look annoyed. */
export function ordinaryChat(intents: readonly CatalogIntent[], trades: readonly Trade[]): readonly FeltText[] {
  const chat = intents
    .filter(({ id }) => !NO_BACKGROUND.has(id))
    .flatMap((intent) => phrasingsOf(intent).filter((text, at) => at % CATALOG_SHARE === 0 && !HEATED.test(text)));
  const asked = trades.flatMap(({ matters }) => matters.flatMap(({ zh, en }) => [...zh, ...en]));
  const questions = asked.filter((text, at) => at % TRADE_SHARE === 0 && !HEATED.test(text));
  return [...chat, ...questions].map((text) => ({ text, label: "calm" }));
}

/** Intents of which every phrasing is angry. */
const ANGRY = new Set(["angry", "review-threat"]);

/** The lines of the files, each with its label, and the catalogue's angry phrasings that no file names. */
export function feltTexts(files: readonly FeelingFile[], intents: readonly CatalogIntent[]): readonly FeltText[] {
  const told = files.flatMap((file) =>
    (["angry", "annoyed", "calm"] as const).flatMap((label) => file[label].map((text) => ({ text, label }))),
  );
  const known = new Set(told.map(({ text }) => text));
  const angry = intents.filter(({ id }) => ANGRY.has(id)).flatMap(phrasingsOf);
  return [...told, ...angry.filter((text) => !known.has(text)).map((text) => ({ text, label: "angry" }) as const)];
}

/** Trains the classifier that feelingOf asks; the same texts give the same model. */
export function trainFeeling(texts: readonly FeltText[]): LinearModel {
  return trainLinear(
    texts.map(({ text }) => feelingText(normalise(text))),
    texts.map(({ label }) => label),
  );
}
