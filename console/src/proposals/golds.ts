import { goldenWords } from "./golden-words.ts";

/** What is right, as it is typed: ids of articles, or what is right without one, by its code or as either language says it. */
export function goldsIn(text: string): readonly string[] {
  const typed = text.split(/[,，、|]/).map((one) => one.trim());
  return typed.filter((one) => one !== "").map(codeOf);
}

/** One of them for a reader. */
export function goldText(gold: string, golds: typeof goldenWords.en.golds): string {
  return gold === "handover" || gold === "none" ? golds[gold] : gold;
}

function codeOf(typed: string): string {
  for (const { golds } of Object.values(goldenWords))
    for (const code of ["handover", "none"] as const) if (golds[code] === typed) return code;
  return typed;
}
