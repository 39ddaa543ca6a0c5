import { isTyped, signAt, type Told } from "../rules/signs.ts";
import type { Desk } from "./desk.ts";

/** What comes within this is told together. */
const TOGETHER_MS = 400;

/** What the people who answer may know besides the words: that somebody writes, and how far they are with reading. */
export interface Signs {
  /** The field reads like this now. */
  wrote(text: string): void;
}

/** Tells while a person is to answer. A sign that gets lost is not worth a word: the next one says the same and more. */
export function tellSigns(desk: Desk): Signs {
  let told: Told = { got: 0, read: 0, typedAt: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (typing: boolean): void => {
    const { session } = desk.model.get();
    const sign = signAt(desk.model.get(), told, typing);
    if (session === undefined || sign === undefined) return;
    told = { ...told, got: sign.got, read: sign.read };
    void desk.calls.post("/api/widget/signs", session.token, sign);
  };
  desk.model.subscribe(() => {
    if (timer !== undefined || signAt(desk.model.get(), told, false) === undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      tell(false);
    }, TOGETHER_MS);
  });
  return {
    wrote: (text) => {
      if (!isTyped(text, told, desk.now())) return;
      told = { ...told, typedAt: desk.now() };
      tell(true);
    },
  };
}
