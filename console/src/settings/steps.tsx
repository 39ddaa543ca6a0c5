import { Button, InputNumber } from "antd";
import { useWords } from "../shared/language.tsx";
import { asNumber, asRecord } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly label: string;
  readonly disabled: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const MOST_STEPS = 10;
const WEEK_MIN = 10_080;
const FIRST_STEP = { afterMinutes: 10, percent: 50 };
const FIRST_AGEING = { everyMinutes: 5, most: 2 };

/** Steps by which a silent conversation counts less. */
export function Silence({ label, disabled, value, onChange }: Props) {
  const words = useWords(settingsWords);
  const steps = (Array.isArray(value) ? value : []).map(asRecord);
  const replace = (at: number, part: object) => onChange(steps.map((step, i) => (i === at ? { ...step, ...part } : step)));
  return (
    <>
      {steps.map(({ afterMinutes, percent }, at) => (
        <div className="settings-pair" key={at}>
          <span>{words.afterMinutes}</span>
          <Whole
            label={`${label} ${at + 1}: ${words.units.minutes}`}
            disabled={disabled}
            max={WEEK_MIN}
            value={afterMinutes}
            onChange={(next) => replace(at, { afterMinutes: next })}
          />
          <span>{words.keepPercent}</span>
          <Whole
            label={`${label} ${at + 1}: ${words.units.percent}`}
            disabled={disabled}
            max={100}
            value={percent}
            onChange={(next) => replace(at, { percent: next })}
          />
          <span>%</span>
          <Button
            size="small"
            disabled={disabled}
            aria-label={`${words.removeStep} ${label} ${at + 1}`}
            onClick={() => onChange(steps.filter((_step, i) => i !== at))}
          >
            {words.removeStep}
          </Button>
        </div>
      ))}
      <span>
        <Button
          size="small"
          disabled={disabled || steps.length >= MOST_STEPS}
          aria-label={`${words.addStep} ${label}`}
          onClick={() => onChange([...steps, FIRST_STEP])}
        >
          {words.addStep}
        </Button>
      </span>
    </>
  );
}

/** How a priority rises while somebody waits. */
export function Ageing({ label, disabled, value, onChange }: Props) {
  const words = useWords(settingsWords);
  if (value === undefined)
    return (
      <span>
        <Button size="small" disabled={disabled} aria-label={`${words.addStep} ${label}`} onClick={() => onChange(FIRST_AGEING)}>
          {words.addStep}
        </Button>
      </span>
    );
  const { everyMinutes, most } = asRecord(value);
  return (
    <div className="settings-pair">
      <span>{words.everyMinutes}</span>
      <Whole
        label={`${label}: ${words.units.minutes}`}
        disabled={disabled}
        max={WEEK_MIN}
        value={everyMinutes}
        onChange={(next) => onChange({ everyMinutes: next, most })}
      />
      <span>{words.mostSteps}</span>
      <Whole
        label={`${label}: ${words.levels}`}
        disabled={disabled}
        max={10}
        value={most}
        onChange={(next) => onChange({ everyMinutes, most: next })}
      />
      <span>{words.levels}</span>
      <Button size="small" disabled={disabled} aria-label={`${words.removeStep} ${label}`} onClick={() => onChange(undefined)}>
        {words.removeStep}
      </Button>
    </div>
  );
}

interface WholeProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly max: number;
  readonly value: unknown;
  readonly onChange: (value: number | undefined) => void;
}

function Whole({ label, disabled, max, value, onChange }: WholeProps) {
  return (
    <InputNumber<number>
      aria-label={label}
      disabled={disabled}
      min={0}
      max={max}
      precision={0}
      value={asNumber(value) ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
