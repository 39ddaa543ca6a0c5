import type { z } from "zod";

/** One thing found in a roster file: where, and what to do about it. */
export interface Finding {
  /** `agents[0].shifts[1].start`; empty for the whole file. */
  readonly path: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

type Path = readonly PropertyKey[];

export function finding(path: Path, zh: string, en: string): Finding {
  return { path: pathText(path), reason: { zh, en } };
}

/** What zod found, in people's words. */
export function findingsOf(error: z.ZodError): readonly Finding[] {
  return error.issues.flatMap((issue) => findingsOfIssue(issue));
}

function findingsOfIssue(issue: z.core.$ZodIssue): readonly Finding[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        finding([...path, key], "没有这个字段，请删掉或改正拼写", "No such field: delete it or mend its spelling"),
      );
    case "invalid_type":
      return [wrongType(path, issue.expected, issue.input)];
    case "invalid_value": {
      const allowed = issue.values.map(String).join(" / ");
      return [finding(path, `只能是：${allowed}`, `Write one of: ${allowed}`)];
    }
    case "too_small":
      return [finding(path, `太小或太短，至少 ${issue.minimum}`, `Too small or too short: at least ${issue.minimum}`)];
    case "too_big":
      return [finding(path, `太大或太长，最多 ${issue.maximum}`, `Too big or too long: at most ${issue.maximum}`)];
    case "custom":
      return [finding(path, textOf(issue.params?.["zh"]), textOf(issue.params?.["en"]))];
    case "invalid_key":
      // What is wrong with a key is said by the issues inside.
      return issue.issues.flatMap((inner) => findingsOfIssue({ ...inner, path: [...path] }));
    default:
      return [finding(path, `不符合要求（${issue.message}）`, issue.message)];
  }
}

const TYPE_NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ["文字", "a text"],
  number: ["数字", "a number"],
  int: ["整数", "a whole number"],
  array: ["列表 […]", "a list […]"],
  object: ["对象 {…}", "an object {…}"],
  record: ["对象 {…}", "an object {…}"],
};

function wrongType(path: Path, expected: string, input: unknown): Finding {
  const [zh, en] = TYPE_NAMES[expected] ?? [expected, expected];
  if (input === undefined) return finding(path, `缺少这个字段，请补上，应为${zh}`, `This field is missing: add it as ${en}`);
  return finding(path, `类型不对，应为${zh}`, `Wrong type: write ${en}`);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function pathText(path: Path): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else text += text === "" ? String(part) : `.${String(part)}`;
  }
  return text;
}
