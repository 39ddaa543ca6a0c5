import { DateTime } from "luxon";
import type { AgentId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { isOwnZone, zoneInWords } from "../../core/zone.ts";
import { dutyOf } from "../../staffing/rules/on-shift.ts";
import { zoneOf } from "../../staffing/rules/roster.ts";
import { DAY_MS } from "../../staffing/rules/wall-clock.ts";
import { statedLevelOf, type OnDesk } from "./eligibility.ts";
import type {
  AssignmentFlag,
  Bilingual,
  IneligibleReason,
  LadderStep,
  RoutableEscalation,
  RoutingVerdict,
  TieBreak,
} from "./facts.ts";
import { limitOf } from "./compensation.ts";
import type { Missing } from "./considered.ts";
import type { Rung } from "./ladder.ts";
import type { Pass } from "./pass.ts";
import { NO_STORE, personOf } from "./pass.ts";
import { stepOf, stillWaitsFor } from "./why-step.ts";
import { inUnits } from "./load.ts";

/** How many of those who may not take it are named in a sentence. */
const NAMED_OTHERS = 3;

/** “分给李雷：在岗（中班 16:00–00:00）· 店铺已授权 · 售后 4 级 · 空余 2/5 · 最久未接；韩梅梅已满，王芳技能不足” */
export function whyAssigned(
  pass: Pass,
  said: {
    readonly escalation: RoutableEscalation;
    readonly person: OnDesk;
    readonly missing: readonly Missing[];
    readonly tieBreak: TieBreak;
    readonly flags: readonly AssignmentFlag[];
    readonly step: LadderStep;
  },
): Bilingual {
  const { person, escalation, flags } = said;
  const isOverflow = flags.includes("overflow");
  const parts = isOverflow
    ? [OVERFLOW]
    : [
        shiftOf(pass, person),
        ...authorised(escalation),
        skillOf(person, escalation),
        ...stepOf(pass, said),
        roomOf(person),
        tieBreakOf(pass, said),
      ];
  parts.push(...limitOf(person.agent, escalation));
  if (flags.includes("language-mismatch")) parts.push(languageMissing(escalation));
  const others = othersOf(said.missing);
  return {
    zh: `分给${person.agent.name}：${parts.map((part) => part.zh).join(" · ")}${others.zh && `；${others.zh}`}`,
    en: `To ${person.agent.name}: ${parts.map((part) => part.en).join(" · ")}${others.en && `; ${others.en}`}`,
  };
}

/** P6 as a sentence. */
export function whyQueued(said: {
  readonly escalation: RoutableEscalation;
  readonly position: number;
  readonly missing: readonly Missing[];
  readonly held?: Rung | undefined;
}): Bilingual {
  const others = othersOf(said.missing);
  const skill = skillName(said.escalation.skill);
  const why = said.held === undefined ? nobodyFree(skill) : stillWaitsFor(said.held, skill);
  return {
    zh: `排队第 ${said.position} 位：${why.zh}；${others.zh}`,
    en: `Number ${said.position} in the queue: ${why.en}; ${others.en}`,
  };
}

/** P7 as a sentence. */
export function whyAfterHours(
  pass: Pass,
  said: { readonly escalation: RoutableEscalation; readonly next?: Instant | undefined; readonly who?: AgentId | undefined },
): Bilingual {
  const skill = skillName(said.escalation.skill);
  const name = (said.who && personOf(pass, said.who)?.agent.name) ?? "";
  if (said.next === undefined) {
    return {
      zh: `非工作时间：现在没有会${skill.zh}的客服在岗，排班表里近期也没有人上班`,
      en: `After hours: nobody for ${skill.en} is on shift, and the roster names nobody in the coming weeks`,
    };
  }
  const { timezone } = pass.roster;
  const at = DateTime.fromMillis(said.next, { zone: timezone });
  const zone = bracketed(timezone, said.next);
  return {
    zh: `非工作时间：现在没有会${skill.zh}的客服在岗，最早 ${at.toFormat("M 月 d 日 HH:mm")}${zone.zh || " "}${name}上班`,
    en: `After hours: nobody for ${skill.en} is on shift; ${name} starts first, ${at.toFormat("yyyy-MM-dd HH:mm")}${zone.en}`,
  };
}

/** Whose clock a time is told by, where its reader has another. */
function bracketed(zone: string, at: Instant): Bilingual {
  return {
    zh: isOwnZone(zone, "zh-CN") ? "" : `（${zoneInWords(zone, "zh-CN", at)}）`,
    en: ` (${zoneInWords(zone, "en", at)})`,
  };
}

function nobodyFree(skill: Bilingual): Bilingual {
  return {
    zh: `会${skill.zh}的客服在岗，但暂时都接不了`,
    en: `somebody for ${skill.en} is on shift, but nobody is free`,
  };
}

/** For a pass that found nothing new. */
export function whyStillWaiting(outcome: RoutingVerdict): Bilingual {
  if (outcome.type === "queue") {
    return { zh: `仍在排队，第 ${outcome.position} 位`, en: `Still queued, number ${outcome.position}` };
  }
  return { zh: "仍是非工作时间，等下一班上班", en: "Still after hours, until the next shift starts" };
}

const OVERFLOW: Bilingual = {
  zh: "紧急情况，没有人能马上接，转值班主管（不受班次和接待上限限制）",
  en: "urgent, and nobody can take it at once: supervisor on call (at any hour and over capacity)",
};

/** Of a matter of no particular store there is nothing to say. */
function authorised({ storeId }: RoutableEscalation): readonly Bilingual[] {
  return storeId === NO_STORE ? [] : [{ zh: "店铺已授权", en: "may serve the store" }];
}

function shiftOf(pass: Pass, person: OnDesk): Bilingual {
  const shift = dutyOf(pass.roster, person.agent, pass.now);
  if (shift === undefined) return { zh: "不在班", en: "off shift" };
  const zone = zoneOf(pass.roster, person.agent);
  const start = DateTime.fromMillis(shift.start, { zone });
  const end = DateTime.fromMillis(shift.end, { zone });
  const [from, to] = [start.toFormat("HH:mm"), end.toFormat("HH:mm")];
  // An end equal to the start makes 24 hours.
  if (from === to || shift.end - shift.start > DAY_MS) return { zh: "在岗（全天）", en: "on shift (all day)" };
  const name = shiftName(start.hour);
  // Whose hours are not the desk's are told with the zone they are of.
  const isDesks = zone === pass.roster.timezone;
  const [zh, en] = isDesks
    ? ["", ""]
    : [` ${zoneInWords(zone, "zh-CN", shift.start)}`, `, ${zoneInWords(zone, "en", shift.start)}`];
  return { zh: `在岗（${name.zh} ${from}–${to}${zh}）`, en: `on shift (${name.en}, ${from}–${to}${en})` };
}

function shiftName(startHour: number): Bilingual {
  if (startHour >= 5 && startHour < 12) return { zh: "早班", en: "early" };
  if (startHour >= 12 && startHour < 18) return { zh: "中班", en: "middle" };
  return { zh: "晚班", en: "late" };
}

function skillOf(person: OnDesk, escalation: RoutableEscalation): Bilingual {
  const name = skillName(escalation.skill);
  const level = statedLevelOf(person.agent, escalation.skill);
  return level === undefined
    ? { zh: `会${name.zh}`, en: name.en }
    : { zh: `${name.zh} ${level} 级`, en: `${name.en} level ${level}` };
}

function roomOf(person: OnDesk): Bilingual {
  const room = `${person.agent.capacity - inUnits(person.load)}/${person.agent.capacity}`;
  return { zh: `空余 ${room}`, en: `${room} places free` };
}

function tieBreakOf(pass: Pass, said: { readonly person: OnDesk; readonly tieBreak: TieBreak }): Bilingual {
  switch (said.tieBreak) {
    case "only-one":
      return { zh: "只有这一位能接", en: "the only one who can" };
    case "previous-agent":
      return { zh: "之前接待过这位顾客", en: "has helped this shopper before" };
    case "language":
      return { zh: "会顾客的语言", en: "speaks the shopper's language" };
    case "level":
      return pass.policy.spareExperts === true
        ? { zh: "熟练度正合适，高手留给难题", en: "good enough, so that experts stay free" }
        : { zh: "熟练度最高", en: "highest level" };
    case "load":
      return { zh: "负荷最轻", en: "lightest load" };
    case "employer-share":
      return { zh: "按约定比例轮到这一方", en: "the agreed share gives it to this side" };
    case "longest-idle":
      return idleOf(pass, said.person);
    case "id":
      return { zh: "其余条件相同，按工号", en: "all else equal, by id" };
    case "supervisor-on-call":
      return { zh: "值班主管", en: "supervisor on call" };
  }
}

function idleOf(pass: Pass, person: OnDesk): Bilingual {
  if (person.lastAssignedAt === undefined) return { zh: "最久未接（还没接过）", en: "idle longest (had none yet)" };
  const seconds = Math.max(0, Math.floor((pass.now - person.lastAssignedAt) / 1000));
  const minutes = Math.floor(seconds / 60);
  return {
    zh: `最久未接 ${minutes} 分 ${seconds % 60} 秒`,
    en: `idle longest, ${minutes} min ${seconds % 60} s`,
  };
}

function languageMissing(escalation: RoutableEscalation): Bilingual {
  return { zh: `没有人会顾客的语言（${escalation.language}）`, en: `nobody free speaks ${escalation.language}` };
}

/** In order of interest to who asks “why not her?”. Those of other stores are none of it. */
const OBSTACLES: readonly (readonly [IneligibleReason, Bilingual])[] = [
  ["at-capacity", { zh: "已满", en: "is full" }],
  ["not-ready", { zh: "未就绪", en: "is not ready" }],
  ["shift-ending", { zh: "快下班", en: "ends the shift soon" }],
  ["trainee-limit", { zh: "实习，今天不能再接", en: "is a trainee without room today" }],
  ["excluded", { zh: "刚才没接", en: "did not take it just now" }],
  ["level-too-low", { zh: "熟练度不够", en: "has too low a level" }],
  ["other-employer", { zh: "不是先派的一方", en: "is of the side asked later" }],
  ["skill-missing", { zh: "技能不足", en: "lacks the skill" }],
  ["off-shift", { zh: "不在班", en: "is off shift" }],
];

function othersOf(missing: readonly Missing[]): Bilingual {
  const told = OBSTACLES.flatMap(([reason, words]) => {
    const { first = [] } = missing.find((one) => one.reason === reason) ?? {};
    return first.slice(0, NAMED_OTHERS).map(({ agent: { name } }) => ({ zh: `${name}${words.zh}`, en: `${name} ${words.en}` }));
  });
  const named = told.slice(0, NAMED_OTHERS);
  let more = -named.length;
  for (const { count } of missing) more += count;
  return {
    zh: [...named.map((one) => one.zh), ...(more > 0 ? [`另有 ${more} 人不能接`] : [])].join("，"),
    en: [...named.map((one) => one.en), ...(more > 0 ? [`${more} more cannot`] : [])].join(", "),
  };
}

const SKILL_NAMES: ReadonlyMap<string, Bilingual> = new Map(
  Object.entries({
    presale: { zh: "售前", en: "pre-sale" },
    aftersale: { zh: "售后", en: "after-sale" },
    refund: { zh: "退款", en: "refunds" },
    complaint: { zh: "投诉", en: "complaints" },
    technical: { zh: "技术", en: "technical" },
    any: { zh: "接待", en: "any matter" },
  }),
);

function skillName(skill: string): Bilingual {
  return SKILL_NAMES.get(skill) ?? { zh: `「${skill}」`, en: `“${skill}”` };
}
