import { Select } from "antd";
import { useWords } from "../shared/language.tsx";
import type { Key } from "./keys.ts";
import { NumberOf } from "./number.tsx";
import { asNumber, asRecord, asText, asTexts, withEntry, type Unit } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly label: string;
  readonly disabled: boolean;
  /** What entries are named after; those that are set come too, whatever they are called. */
  readonly keys: readonly Key[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

interface OfKeys extends Props {
  readonly options: readonly Key[];
}

function rowsOf(keys: readonly Key[], value: unknown): readonly Key[] {
  const more = Object.keys(asRecord(value)).filter((name) => !keys.some(({ key }) => key === name));
  return [...keys, ...more.map((key) => ({ key, label: key }))];
}

/** A number for each. */
export function Numbers({
  label,
  disabled,
  keys,
  value,
  onChange,
  spec,
}: Props & { readonly spec: { readonly unit: Unit; readonly min: number; readonly max: number } }) {
  // prettier-ignore
  const entries = asRecord(value);
  return rowsOf(keys, value).map(({ key, label: name }) => (
    <div className="settings-row" key={key}>
      <span>{name}</span>
      <NumberOf
        label={`${label}: ${name}`}
        disabled={disabled}
        spec={spec}
        value={asNumber(entries[key])}
        onChange={(next) => onChange(withEntry(entries, key, next))}
      />
    </div>
  ));
}

/** A list for each. */
export function Lists({ label, disabled, keys, options, value, onChange }: OfKeys) {
  const words = useWords(settingsWords);
  const entries = asRecord(value);
  return rowsOf(keys, value).map(({ key, label: name }) => (
    <div className="settings-row settings-row-wide" key={key}>
      <span>{name}</span>
      <Select
        mode="multiple"
        aria-label={`${label}: ${name}`}
        disabled={disabled}
        placeholder={words.noNames}
        value={[...asTexts(entries[key])]}
        options={options.filter((option) => option.key !== key).map((option) => ({ value: option.key, label: option.label }))}
        onChange={(next: string[]) => onChange(withEntry(entries, key, next))}
      />
    </div>
  ));
}

/** One choice for each. */
export function Choices({ label, disabled, keys, options, value, onChange }: OfKeys) {
  const words = useWords(settingsWords);
  const entries = asRecord(value);
  return rowsOf(keys, value).map(({ key, label: name }) => (
    <div className="settings-row" key={key}>
      <span>{name}</span>
      <Select
        aria-label={`${label}: ${name}`}
        disabled={disabled}
        popupMatchSelectWidth={false}
        value={asText(entries[key]) ?? ""}
        options={[{ value: "", label: words.none }, ...options.map((option) => ({ value: option.key, label: option.label }))]}
        onChange={(next: string) => onChange(withEntry(entries, key, next === "" ? undefined : next))}
      />
    </div>
  ));
}
