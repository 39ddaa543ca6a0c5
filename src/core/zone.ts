import type { Instant, Language } from "./words.ts";

const CHINA = "Asia/Shanghai";

const BEIJING_TIME: Readonly<Record<Language, string>> = { "zh-CN": "北京时间", "zh-TW": "北京時間", en: "Beijing time" };

/** Whose clock a time is told by, as people call it: 北京时间, 日本时间, “Japan Time”. `zone` is an IANA name; `at` is the time told. */
export function zoneInWords(zone: string, language: Language, at: Instant): string {
  if (zone === CHINA) return BEIJING_TIME[language];
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** Who reads simplified Chinese goes by Beijing time unless they are known to live elsewhere: a time of it needs no zone for them. */
export function isOwnZone(zone: string, language: Language): boolean {
  return zone === CHINA && language === "zh-CN";
}
