import { findDanger } from "./danger.ts";
import { soundOut } from "./homophones.ts";
import { kindsOf, type Kinds } from "./kinds.ts";
import type { FrozenModel } from "./model.ts";
import type { Normalised } from "./normalise.ts";
import { hasOtherBusiness } from "./scope.ts";
import type { StoreIndex } from "./store-index.ts";

/** What seems this dangerous, as it is written or as it would be read, is read as it is written. */
const MAYBE_DANGER = 0.4;
/** A reading that looks so much less careful could lose somebody's allergy. */
const LESS_CARE = 0.1;

/** A question as it is to be matched, and what was put in the place of homophones. */
export interface Heard {
  readonly text: Normalised;
  readonly put: readonly string[];
}

/**
 * The question with homophones put right in `text`, what is matched; `whole`, in which dangers, wishes and complaints are looked
 * for, stays as it was written. Where either reading looks dangerous nothing is put: a homophone neither makes nor hides a danger.
 */
export function putRight(model: Pick<FrozenModel, "sounds" | "kinds">, index: StoreIndex, question: Normalised): Heard {
  const asWritten = { text: question, put: [] };
  // What is no shop's business is not in a store's words: it would only be bent to them.
  if (question.language !== "zh" || hasOtherBusiness(question)) return asWritten;
  const sounded = soundOut(model.sounds, index, question.text);
  if (sounded === undefined) return asWritten;
  const [before, after] = [kindsOf(model.kinds, question.text), kindsOf(model.kinds, sounded.text)];
  const isDangerous = findDanger(question) !== undefined || findDanger({ ...question, whole: sounded.text }) !== undefined;
  if (isDangerous || mayBeDanger(before) || mayBeDanger(after) || after.ask < before.ask - LESS_CARE) return asWritten;
  return { text: { ...question, text: sounded.text }, put: sounded.put };
}

function mayBeDanger({ danger }: Kinds): boolean {
  return danger >= MAYBE_DANGER;
}
