import type { PageLanguage } from "../../api.ts";

const DAY_MS = 86_400_000;

interface Stamp {
  readonly at: string;
  readonly now: number;
  readonly language: PageLanguage;
  /** The device's own unless named. */
  readonly timeZone?: string | undefined;
}

/** A time stamp between messages, in the visitor's own zone: 14:05, 昨天 14:05, 11月20日 14:05. */
export function stampText({ at, now, language, timeZone }: Stamp): string {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return "";
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone }).format(
    moment,
  );
  const days = dayNumber(now, timeZone) - dayNumber(moment, timeZone);
  if (days === 0) return time;
  if (days === 1) return `${language === "en" ? "Yesterday" : "昨天"} ${time}`;
  const isLongAgo = days > 300;
  const day = new Intl.DateTimeFormat(language, {
    month: language === "en" ? "short" : "long",
    day: "numeric",
    ...(isLongAgo ? { year: "numeric" as const } : {}),
    ...zone,
  }).format(moment);
  return `${day} ${time}`;
}

/** When somebody will be there, in the store's zone and with the zone named: 11月22日周日 09:00（北京时间）. */
export function promiseText(at: string, timeZone: string, language: PageLanguage): string {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return "";
  const zone = isKnownZone(timeZone) ? timeZone : "Asia/Shanghai";
  const text = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    month: language === "en" ? "short" : "long",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(moment);
  const name = zoneName(zone, language, moment);
  return language === "en" ? `${text} (${name})` : `${text}（${name}）`;
}

function zoneName(zone: string, language: PageLanguage, moment: number): string {
  if (zone === "Asia/Shanghai") return { "zh-CN": "北京时间", "zh-TW": "北京時間", en: "Beijing time" }[language];
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "long" }).formatToParts(moment);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Days since 1970 on the calendar of a zone. */
function dayNumber(moment: number, timeZone: string | undefined): number {
  const options = timeZone === undefined ? {} : { timeZone };
  const parts = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "numeric", day: "numeric", ...options }).formatToParts(
    moment,
  );
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Math.round(Date.UTC(value("year"), value("month") - 1, value("day")) / DAY_MS);
}
