import type { Understanding } from "../src/core/understanding.ts";
import type { Workbench } from "../src/core/workbench.ts";
import { nameOfFit } from "./confidence.ts";
import { createLikeness } from "./likeness.ts";
import { maskPersonal } from "./masking.ts";
import { loadModel, type FrozenModel } from "./model.ts";
import { understandingOn } from "./understanding.ts";

/** Opens the intent layer apart from the one that serves, on the same frozen model: it is read once. */
export function openWorkbench(model: FrozenModel): Workbench {
  const openTrial = (): Understanding => understandingOn(model);
  return { openTrial, confidenceModel: nameOfFit(model.confidence), likeness: createLikeness(model), maskPersonal };
}

/** For a process that serves nobody: the model is read now. */
export async function loadWorkbench(): Promise<Workbench> {
  return openWorkbench(await loadModel());
}
