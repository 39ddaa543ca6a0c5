import type { Understanding } from "./understanding.ts";

/** How much two texts are about the same, 0..1; 1 for the same words. Symmetric, and always the same for the same two texts. */
export type Likeness = (a: string, b: string) => number;

/** The text with `***` for what tells who somebody is or what they bought: numbers, addresses, and these names. */
export type MaskPersonal = (text: string, names: readonly string[]) => string;

/** The intent layer apart from the one that serves: for trying changes of knowledge, and for learning from what was said. */
export interface Workbench {
  /** Knows no store yet; what it learns nobody else sees. */
  openTrial(): Understanding;
  /** Short name of the fit that says how sure readings are; what was learned of another one's confidences says nothing of this one's. */
  readonly confidenceModel: string;
  readonly likeness: Likeness;
  readonly maskPersonal: MaskPersonal;
}
