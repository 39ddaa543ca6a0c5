import type { QuestionContext } from "../src/core/understanding.ts";
import { findEntities } from "./entities/find.ts";
import { onlyNames, replaceNamed } from "./follow-up.ts";

/** Who corrects is brief. */
const MAX_LENGTH = 60;

const STOP = "[,。.;!?\\s]";
const MISTAKE = `(?:不是|不对|错了|(?:打|说|写|发|输|搞|弄|看|讲)错(?:字)?了?|我是说|no|sorry|oops|wait)`;

/** “打错了,是165不是156”, “不是,我说的是退货不是换货”, “不是换货,是退货”, “sorry, 165 not 156”: group `right`, and `wrong` where it is named. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^${MISTAKE}${STOP}*(?:我)?(?:想?[说问要讲指]的?(?:其实)?是|应该是|是)?(?<right>[^,。;]+?)${STOP}*(?:而?不是|并不是)(?<wrong>[^,。;]+?)${STOP}*$`,
    "u",
  ),
  new RegExp(
    `^(?:${MISTAKE}${STOP}*)?我?(?:[说问要讲指]的(?:其实)?是)(?<right>[^,。;]+?)(?:${STOP}*(?:而?不是)(?<wrong>[^,。;]+?))?${STOP}*$`,
    "u",
  ),
  new RegExp(`^(?:打|说|写|发|输|搞|弄|讲)错(?:字)?了?${STOP}*(?:应该)?是?(?<right>[^,。;不]+?)${STOP}*$`, "u"),
  new RegExp(`^不是(?<wrong>[^,。;是]{1,12})${STOP}+(?:我[说问]的)?是(?<right>[^,。;]{1,20}?)${STOP}*$`, "u"),
  new RegExp(`^是(?<right>[^,。;不]{1,12})${STOP}*不是(?<wrong>[^,。;]{1,12}?)${STOP}*$`, "u"),
  /^(?:(?:no|sorry|oops|wait|i meant?|it's|it should be)[, ]+)+(?<right>[^,.;]+?)(?:,? not (?<wrong>[^,.;]+?))[.! ]*$/u,
  /^(?:(?:no|sorry|oops|wait)[, ]+)*i mean[t]? (?<right>[^,.;]+?)(?:,? not (?<wrong>[^,.;]+?))?[.! ]*$/u,
];

/** What a text corrects. */
export interface Correction {
  readonly right: string;
  readonly wrong?: string | undefined;
}

/** The correction that a text is; undefined when it is none. “是不是…吗” asks and corrects nothing. Expects normalised text. */
export function findCorrection(text: string): Correction | undefined {
  if (text.length > MAX_LENGTH || /吗|么[?]?$|\?$|是不是/u.test(text)) return undefined;
  for (const pattern of PATTERNS) {
    const { right, wrong } = pattern.exec(text)?.groups ?? {};
    if (right !== undefined) return { right, wrong };
  }
  return undefined;
}

/** What may be meant, the likelier first: the topic's question with the right word in it, and the right words alone. */
export function correctedQuestions({ right, wrong }: Correction, { topic, slots }: QuestionContext): readonly string[] {
  if (topic === undefined) return [right];
  if (wrong !== undefined && topic.includes(wrong)) return [topic.replace(wrong, () => right), right];
  // “是165不是156” of a height that was named before the topic: 165 is a height too.
  const meant = wrong === undefined ? undefined : slots.find(({ value }) => value.includes(wrong));
  const named = findEntities(meant === undefined || wrong === undefined ? right : meant.value.replace(wrong, () => right));
  const isNamed = named.length > 0 && (meant !== undefined || onlyNames(right, named));
  return isNamed ? [replaceNamed(topic, named)] : [right];
}
