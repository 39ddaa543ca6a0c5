import type { deskWords } from "./words.ts";

/** A sign of the intent layer, `threat:12315`, in words; empty for one that this page does not know. */
export function feltBy({ feltBy: by }: (typeof deskWords)["zh-CN"], sign: string): string {
  const colon = sign.indexOf(":");
  const [kind, said] = [sign.slice(0, colon), sign.slice(colon + 1)];
  if (kind === "threat") return by.threat(said);
  return kind === "tone" ? by.tone(said) : "";
}
