import { createHomophones } from "./homophone.ts";
import { TRADITIONAL, withSlip } from "./rewrite.ts";

/** Stores that nothing was fitted on: their knowledge, their questions and the gold labels are each by another hand, labelled twice. */
export const HELD_OUT = ["vitamins", "espresso", "plus-size"] as const;

/** How Chinese questions are written anew. */
export const REWRITTEN = ["taiwan", "hongKong", "noisy", "homophone"] as const;
export type Rewritten = (typeof REWRITTEN)[number];

const SLIP_SEED = 20_261_122;

/** A rewriting per kind; the same text comes out alike each time. `phrasings` tell which characters come to mind for a sound. */
export function createRewrites(phrasings: readonly string[]): Readonly<Record<Rewritten, (text: string) => string>> {
  const withHomophone = createHomophones(phrasings);
  return {
    ...TRADITIONAL,
    noisy: (text) => withSlip(text, SLIP_SEED),
    homophone: (text) => withHomophone(text, SLIP_SEED),
  };
}

/**
 * Questions of the held-out stores that tell of harm, or ask whether an allergy, an illness, a medicine, a pregnancy or a socket allows
 * something: an article that merely resembles them must never answer. Read out of the questions alone, whatever was answered.
 */
const HARM: ReadonlySet<string> = new Set([
  ..."003 005 010 016 021 024 030 031 033 038 040 046 049 054 056 061 065 081 092 113 125"
    .split(" ")
    .map((at) => `vitamins-${at}`),
  ..."005 040 087 102 127 136 137".split(" ").map((at) => `espresso-${at}`),
  ..."079 081 086 110".split(" ").map((at) => `plus-size-${at}`),
]);

/** Whether a held-out question is of harm or allergy. */
export function isOfHarm({ id }: { readonly id: string }): boolean {
  return HARM.has(id);
}
