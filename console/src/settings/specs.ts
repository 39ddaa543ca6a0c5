import type { SettingsTopic } from "../shared/route.ts";
import type { settingsWords } from "./words.ts";

export type FieldName = keyof (typeof settingsWords)["zh-CN"]["fields"];
export type Unit = keyof (typeof settingsWords)["zh-CN"]["units"];
/** What the entries of a field are named after. */
export type Keys = "skills" | "employers" | "steps" | "phases" | "stores";

/** How a field is set. Bounds are the server's. */
export type Spec =
  | { readonly kind: "number"; readonly name: FieldName; readonly unit: Unit; readonly min: number; readonly max: number }
  | { readonly kind: "switch" | "silence" | "ageing" | "words"; readonly name: FieldName }
  | { readonly kind: "choice"; readonly name: FieldName; readonly options: "shippedLevels" | "hours" }
  | { readonly kind: "names"; readonly name: FieldName; readonly of: Keys }
  | { readonly kind: "numbers"; readonly name: FieldName; readonly by: Keys; readonly unit: Unit; readonly min: number; readonly max: number } // prettier-ignore
  | { readonly kind: "lists" | "choices"; readonly name: FieldName; readonly by: Keys; readonly of: Keys };

const DAY_S = 86_400;

/** The fields of each page, in their order. */
export const SPECS: Readonly<Record<SettingsTopic, readonly Spec[]>> = {
  routing: [
    { kind: "choices", name: "employerFirst", by: "stores", of: "employers" },
    { kind: "numbers", name: "employerShare", by: "employers", unit: "share", min: 0, max: 1_000 },
    { kind: "numbers", name: "preferredLevels", by: "skills", unit: "level", min: 1, max: 5 },
    { kind: "switch", name: "spareExperts" },
    { kind: "lists", name: "secondarySkills", by: "skills", of: "skills" },
    { kind: "numbers", name: "waitSeconds", by: "steps", unit: "seconds", min: 0, max: DAY_S },
    { kind: "names", name: "longWork", of: "skills" },
    { kind: "number", name: "shiftEndingMinutes", unit: "minutes", min: 0, max: 240 },
    { kind: "numbers", name: "weights", by: "phases", unit: "units", min: 1, max: 100 },
    { kind: "silence", name: "silence" },
    { kind: "ageing", name: "ageing" },
    { kind: "number", name: "excludedMinutes", unit: "minutes", min: 0, max: 1_440 },
  ],
  waits: [
    { kind: "number", name: "offerSeconds", unit: "seconds", min: 10, max: 600 },
    { kind: "number", name: "handOverBeforeMinutes", unit: "minutes", min: 1, max: 120 },
    { kind: "number", name: "graceMinutes", unit: "minutes", min: 1, max: 240 },
    { kind: "number", name: "presenceSeconds", unit: "seconds", min: 30, max: 3_600 },
    { kind: "number", name: "missedOffers", unit: "times", min: 1, max: 10 },
  ],
  replies: [
    { kind: "number", name: "firstReplySeconds", unit: "seconds", min: 10, max: DAY_S },
    { kind: "number", name: "nextReplySeconds", unit: "seconds", min: 10, max: DAY_S },
    { kind: "number", name: "slowReplySeconds", unit: "seconds", min: 10, max: 3_600 },
    { kind: "number", name: "warnAtPercent", unit: "percent", min: 1, max: 99 },
    { kind: "choice", name: "hours", options: "hours" },
  ],
  closing: [{ kind: "number", name: "closeAfterSilenceMinutes", unit: "minutes", min: 1, max: 10_080 }],
  guard: [
    { kind: "choice", name: "shipped", options: "shippedLevels" },
    { kind: "words", name: "confirm" },
    { kind: "words", name: "block" },
    { kind: "words", name: "allow" },
    { kind: "words", name: "products" },
  ],
};

/** A setting as the form holds it: what is not set is not there. */
export type Value = Readonly<Record<string, unknown>>;

/** With one entry more, fewer or otherwise; `undefined` takes it away, and what holds nothing any more goes too. */
export function withEntry(value: Value, name: string, entry: unknown): Value {
  const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  return entry === undefined || isEmpty(entry) ? rest : { ...rest, [name]: entry };
}

function isEmpty(entry: unknown): boolean {
  return typeof entry === "object" && entry !== null && Object.keys(entry).length === 0;
}

/** Names of the fields in which two differ. */
export function differing(a: object, b: object): readonly string[] {
  const [one, other] = [asRecord(a), asRecord(b)];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => said(one[name]) !== said(other[name]));
}

function said(value: unknown): string {
  if (value === undefined || isEmpty(value)) return "";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([name, entry]) => `${name} ${said(entry)}`).join("\n");
}

export const asRecord = (value: unknown): Value =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
export const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => (typeof one === "string" ? [one] : [])) : [];
