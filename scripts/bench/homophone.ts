import { pinyin } from "pinyin-pro";
import { hashGram } from "../../intents/grams.ts";
import { createChance } from "../../intents/training/chance.ts";

/** A character that occurs less often in the texts is none that comes to mind, or first in an input method. */
const MIN_COUNT = 20;
/** What holds sentences together is misspelt, too, but nothing hangs on it. */
const PARTICLES = new Set("的了吗呢吧啊呀哦么嘛我你您他她它们是有在这那个就都也还能可以会要想请帮给把被到去来说和跟与之一不没");

/** Replaces one character of a text; the same text with the same seed alike. As it was where there is nothing to replace. */
type Rewrite = (text: string, seed: number) => string;

/**
 * Puts for one content character another of the same sound, tones aside, that is common in `texts`: what an input method offers
 * beside the one that was meant. Sounds are read in their sentence by the library, not from the table understanding uses.
 */
export function createHomophones(texts: readonly string[]): Rewrite {
  const bySound = commonBySound(texts);
  return (text, seed) => {
    const characters = [...text];
    const sounds = soundsOf(text);
    const places = [...characters.keys()].filter((at) => {
      const here = characters[at] ?? "";
      const isInWord = isHan(characters[at - 1]) || isHan(characters[at + 1]);
      return isHan(here) && isInWord && !PARTICLES.has(here) && others(bySound, here, sounds[at]).length > 0;
    });
    const chance = createChance(seed ^ hashGram(text));
    // The first numbers of near seeds lie near to each other.
    for (let thrown = 0; thrown < 3; thrown += 1) chance();
    const at = places[Math.floor(chance() * places.length)];
    if (at === undefined) return text;
    const choice = others(bySound, characters[at] ?? "", sounds[at]);
    return characters.toSpliced(at, 1, choice[Math.floor(chance() * choice.length)] ?? "").join("");
  };
}

type BySound = ReadonlyMap<string, readonly string[]>;

function others(bySound: BySound, here: string, sound = ""): readonly string[] {
  return (bySound.get(sound) ?? []).filter((one) => one !== here);
}

function commonBySound(texts: readonly string[]): BySound {
  const counts = new Map<string, number>();
  for (const text of texts) for (const one of text.match(/\p{Script=Han}/gu) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const bySound = new Map<string, string[]>();
  for (const [one, count] of counts) {
    const sound = soundsOf(one)[0];
    if (count >= MIN_COUNT && sound !== undefined) bySound.set(sound, [...(bySound.get(sound) ?? []), one]);
  }
  return bySound;
}

function soundsOf(text: string): readonly string[] {
  return pinyin(text, { toneType: "none", type: "array" });
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /\p{Script=Han}/u.test(character);
}
