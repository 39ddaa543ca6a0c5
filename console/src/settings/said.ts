import { useWords } from "../shared/language.tsx";
import { named, sharedWords } from "../shared/words.ts";
import type { AllKeys, Key } from "./keys.ts";
import { asRecord, SPECS, type Spec } from "./specs.ts";
import type { SettingsTopic } from "../shared/route.ts";
import { settingsWords } from "./words.ts";

/** A field's value as a short text; what is not set is as by default. */
export function useSaid(topic: SettingsTopic, keys: AllKeys): (name: string, value: unknown) => string {
  const words = useWords(settingsWords);
  const shared = useWords(sharedWords);
  const specs = SPECS[topic];

  function said(spec: Spec, value: unknown): string {
    switch (spec.kind) {
      case "number":
        return `${String(value)} ${words.units[spec.unit]}`;
      case "switch":
        return value === true ? shared.yes : shared.no;
      case "choice":
        return named(words[spec.options], String(value));
      case "names":
        return listed(value, keys[spec.of]);
      case "words":
        return listed(value, []);
      case "numbers":
        return entries(value, keys[spec.by], (one) => `${String(one)} ${words.units[spec.unit]}`);
      case "lists":
      case "choices":
        return entries(value, keys[spec.by], (one) => listed(Array.isArray(one) ? one : [one], keys[spec.of]));
      case "silence":
        return (Array.isArray(value) ? value : [])
          .map(asRecord)
          .map(({ afterMinutes, percent }) => `${String(afterMinutes)} ${words.units.minutes} → ${String(percent)}%`)
          .join(" · ");
      case "ageing": {
        const { everyMinutes, most } = asRecord(value);
        return `${words.everyMinutes} ${String(everyMinutes)} ${words.mostSteps} ${String(most)} ${words.levels}`;
      }
    }
  }

  return (name, value) => {
    const spec = specs.find((one) => one.name === name);
    if (spec === undefined) return JSON.stringify(value);
    const text = value === undefined ? "" : said(spec, value);
    return text === "" ? words.fields[spec.name].usual : text;
  };
}

function labelOf(keys: readonly Key[], key: string): string {
  return keys.find((one) => one.key === key)?.label ?? key;
}

function listed(value: unknown, keys: readonly Key[]): string {
  return Array.isArray(value) ? value.map((one) => labelOf(keys, String(one))).join("、") : "";
}

function entries(value: unknown, keys: readonly Key[], say: (one: unknown) => string): string {
  return Object.entries(asRecord(value)).map(([key, one]) => `${labelOf(keys, key)} ${say(one)}`).join(" · "); // prettier-ignore
}
