import type { Act, Candidate } from "../src/core/understanding.ts";
import type { Phase, Skill } from "../src/core/words.ts";
import type { Judgement } from "./judgement.ts";

/** How sure the catalogue's classifier must be to name who should take it. */
const TOPIC_CONFIDENCE = 0.35;

/** What a text does in the conversation, and what else it says. */
export interface FoundAct {
  readonly act?: Act | undefined;
  readonly confidence: number;
  readonly signs: readonly string[];
  /** The act is all there is: what the text resembles besides is chance. */
  readonly isAlone?: boolean;
  /** The words are of every talk: an article that resembles them does so by chance. */
  readonly saysNothing?: boolean;
  /** Beside the wish for a person it complains. */
  readonly complains?: boolean;
  /** What is said beside the wish for a person, where something is. */
  readonly beside?: string;
}

/** What the knowledge and the catalogue make of the matter. */
export interface Told {
  readonly judgement: Judgement;
  readonly candidates: readonly Candidate[];
}

/** Who should take it, by what is said and not by how a person was asked for; undefined when the text gives no hint. */
export function skillOf({ act, isAlone, complains }: FoundAct, { judgement, candidates }: Told): Skill | undefined {
  if (act === "complaint" || complains === true) return "complaint";
  if (isAlone) return undefined;
  if (judgement.topicConfidence >= TOPIC_CONFIDENCE && judgement.topic?.skill !== undefined) return judgement.topic.skill;
  const phase: Phase | undefined = candidates[0]?.phase;
  if (phase === undefined) return undefined;
  return phase === "presale" ? "presale" : "aftersale";
}

/** The phase the text is about; undefined when it gives no hint. */
export function phaseOf({ isAlone }: FoundAct, { judgement, candidates }: Told): Phase | undefined {
  if (isAlone) return undefined;
  return judgement.topicConfidence >= TOPIC_CONFIDENCE ? judgement.topic?.phase : candidates[0]?.phase;
}
