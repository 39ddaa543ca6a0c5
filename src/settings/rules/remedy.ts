import type { Issue } from "../../core/problem.ts";

/** What is wrong with a value, and what to do, in both languages. */
export interface Remedy {
  readonly field: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** A whole number within bounds, both allowed; the message is read by `remedyOf`. */
export const range = (least: number, most: number): string => `a whole number from ${least} to ${most}`;

/** The first thing that is wrong, by its field. Messages of settings are written here in Chinese too. */
export function remedyOf(issues: readonly Issue[]): Remedy {
  const issue = issues[0];
  const extra = issue?.code === "unrecognized_keys" ? issue.keys?.[0] : undefined;
  const field = [...(issue?.path ?? []), ...(extra === undefined ? [] : [extra])].map(String).join(".") || "value";
  const en = extra === undefined ? (issue?.message ?? "a value of this setting") : "leave this out: it is not known here";
  return { field, reason: { zh: inChinese(en), en } };
}

function inChinese(en: string): string {
  const numbers = /^a whole number from (\d+) to (\d+)$/.exec(en);
  if (numbers !== null) return `请填 ${numbers[1] ?? ""} 到 ${numbers[2] ?? ""} 之间的整数`;
  const most = /^at most (\d+) (?:entries|words)$/.exec(en);
  if (most !== null) return `最多 ${most[1] ?? ""} 个，请删掉一些`;
  const words = /^(\d+) to (\d+) characters$/.exec(en);
  if (words !== null) return `每个要有 ${words[1] ?? ""} 到 ${words[2] ?? ""} 个字`;
  const choice = /^one of (.+)$/.exec(en);
  if (choice !== null) return `请从 ${(choice[1] ?? "").replaceAll(", ", "、")} 里选一个`;
  return CHINESE[en] ?? "请改成允许的值";
}

const CHINESE: Readonly<Record<string, string>> = {
  "leave this out: it is not known here": "不认识这一项，请去掉",
  "true or false": "请填是或否",
  "a name of 1 to 100 characters": "请填 1 到 100 个字的名称",
  "the id of a store": "请选一家店铺",
  "each number of minutes once": "同样的分钟数只能写一次，请合并",
  "at least one share above 0": "至少有一方的份额大于 0",
  "a skill other than itself": "请选别的技能，不能是它自己",
  "the version you saw": "请刷新后再改",
};
