import { scoreLinear, type LinearModel } from "./linear.ts";

/**
 * Whose business a text is, by its words alone and whatever the store knows. `foreign` tells what is no shop's from what is;
 * `people` tells what a person must look into from what an article answers. Trained by training/whose.ts (docs/decisions/0072).
 */
export interface Whose {
  readonly foreign: LinearModel;
  readonly people: LinearModel;
}

/** The margins of a normalised text, each about +1 for such a text and -1 for the others. */
export interface WhoseSigns {
  readonly foreign: number;
  readonly people: number;
}

/** How much a normalised text without courtesy looks like no shop's business, and like a person's. */
export function whoseSigns(whose: Whose, text: string): WhoseSigns {
  return { foreign: marginOf(whose.foreign, "foreign", text), people: marginOf(whose.people, "people", text) };
}

function marginOf(model: LinearModel, label: string, text: string): number {
  const at = model.labels.indexOf(label);
  if (at < 0) throw new Error(`a model knows no “${label}”; run \`npm run build:intents\``);
  return scoreLinear(model, text)[at] ?? 0;
}
