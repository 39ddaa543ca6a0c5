import { InputNumber } from "antd";
import { useWords } from "../shared/language.tsx";
import type { Unit } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly label: string;
  readonly disabled: boolean;
  readonly spec: { readonly unit: Unit; readonly min: number; readonly max: number };
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number with its unit; empty: not set. */
export function NumberOf({ label, disabled, spec: { unit, min, max }, value, onChange }: Props) {
  const words = useWords(settingsWords);
  return (
    <InputNumber<number>
      aria-label={`${label}, ${words.units[unit]}`}
      disabled={disabled}
      min={min}
      max={max}
      precision={0}
      placeholder={words.none}
      suffix={words.units[unit]}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
