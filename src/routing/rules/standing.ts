import type { Bilingual, IneligibleReason } from "./facts.ts";

/** How somebody stood when it was looked who takes a matter: why not, or that they may. */
export type Standing = "eligible" | "unknown" | IneligibleReason;

const WORDS: Readonly<Record<Standing, Bilingual>> = {
  eligible: { zh: "可以接", en: "can take it" },
  unknown: { zh: "不在排班表里", en: "not in the roster" },
  "not-authorised-for-store": { zh: "没有这家店的授权", en: "not authorised for this store" },
  "off-shift": { zh: "不在班", en: "off shift" },
  "not-ready": { zh: "未就绪", en: "not ready" },
  "shift-ending": { zh: "快下班", en: "shift ends soon" },
  "at-capacity": { zh: "已满", en: "full" },
  "trainee-limit": { zh: "实习，今天不能再接", en: "a trainee without room today" },
  "skill-missing": { zh: "技能不足", en: "lacks the skill" },
  "level-too-low": { zh: "熟练度不够", en: "level too low" },
  excluded: { zh: "刚才派给过，没有接", en: "declined it just before" },
  "other-employer": { zh: "不是先派的一方", en: "of the side asked later" },
};

/** Every standing there is. */
export const STANDINGS: readonly string[] = Object.keys(WORDS);

const BY_CODE: ReadonlyMap<string, Bilingual> = new Map(Object.entries(WORDS));

/** A standing in words for people; one of an earlier version without words is shown as it is. */
export function standingInWords(standing: string): Bilingual {
  return BY_CODE.get(standing) ?? { zh: standing, en: standing };
}
