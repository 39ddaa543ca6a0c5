import type { PageLanguage } from "../../api.ts";

/** The first of the wishes that names a language we speak; 简体中文 when none does. A wish is a BCP 47 tag such as `zh-Hant-HK`. */
export function pickLanguage(...wishes: readonly (string | undefined)[]): PageLanguage {
  for (const wish of wishes) {
    const language = languageOf(wish);
    if (language !== undefined) return language;
  }
  return "zh-CN";
}

function languageOf(wish: string | undefined): PageLanguage | undefined {
  const parts = (wish ?? "").trim().toLowerCase().split(/[-_]/);
  if (parts[0] === "en") return "en";
  if (parts[0] !== "zh") return undefined;
  const isTraditional = parts.includes("hant") || (!parts.includes("hans") && parts.some((part) => /^(tw|hk|mo)$/.test(part)));
  return isTraditional ? "zh-TW" : "zh-CN";
}
