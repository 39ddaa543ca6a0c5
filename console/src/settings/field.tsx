import { Segmented, Select, Switch } from "antd";
import { useId } from "react";
import { useWords } from "../shared/language.tsx";
import type { AllKeys } from "./keys.ts";
import { NumberOf } from "./number.tsx";
import { Choices, Lists, Numbers } from "./records.tsx";
import { asNumber, asText, asTexts, type Spec } from "./specs.ts";
import { Ageing, Silence } from "./steps.tsx";
import { settingsWords } from "./words.ts";

interface Props {
  readonly spec: Spec;
  readonly value: unknown;
  readonly keys: AllKeys;
  readonly disabled: boolean;
  /** What the server says is wrong with it. */
  readonly wrong?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** One setting: what it is called, what it does, what it is by default, and the means to set it. */
export function Field(props: Props) {
  const words = useWords(settingsWords);
  const id = useId();
  const { name, does, usual } = words.fields[props.spec.name];
  return (
    <section className="settings-field" aria-labelledby={id}>
      <div className="settings-say">
        <h2 id={id}>{name}</h2>
        <p id={`${id}does`}>
          {does} <span className="settings-usual">{words.byDefault(usual)}</span>
        </p>
      </div>
      <div className="settings-rows">
        <Means {...props} label={name} />
        {props.wrong !== undefined && (
          <p className="settings-wrong" role="alert">
            {props.wrong}
          </p>
        )}
      </div>
    </section>
  );
}

function Means({ spec, value, keys, disabled, onChange, label }: Props & { readonly label: string }) {
  const words = useWords(settingsWords);
  const common = { label, disabled, onChange };
  switch (spec.kind) {
    case "number":
      return <NumberOf {...common} spec={spec} value={asNumber(value)} />;
    case "switch":
      // Off is what it is by default: then nothing is kept.
      return <SwitchOf {...common} checked={value === true} onChange={(on) => onChange(on ? true : undefined)} />;
    case "choice":
      return (
        <Segmented<string>
          vertical={spec.options !== "hours"}
          aria-label={label}
          disabled={disabled}
          value={asText(value) ?? ""}
          options={Object.entries<string>(words[spec.options]).map(([key, said]) => ({ value: key, label: said }))}
          onChange={onChange}
        />
      );
    case "names":
      return <Names {...common} value={asTexts(value)} options={keys[spec.of].map(({ key, label: said }) => ({ value: key, label: said }))} />; // prettier-ignore
    case "words":
      return <Words {...common} value={asTexts(value)} />;
    case "numbers":
      return <Numbers {...common} spec={spec} keys={keys[spec.by]} value={value} />;
    case "lists":
      return <Lists {...common} keys={keys[spec.by]} options={keys[spec.of]} value={value} />;
    case "choices":
      return <Choices {...common} keys={keys[spec.by]} options={keys[spec.of]} value={value} />;
    case "silence":
      return <Silence {...common} value={value} />;
    case "ageing":
      return <Ageing {...common} value={value} />;
  }
}

interface SwitchProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function SwitchOf({ label, disabled, checked, onChange }: SwitchProps) {
  return (
    <span>
      <Switch aria-label={label} disabled={disabled} checked={checked} onChange={onChange} />
    </span>
  );
}

interface NamesProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly value: readonly string[];
  readonly onChange: (value: unknown) => void;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

function Names({ label, disabled, value, onChange, options = [] }: NamesProps) {
  const words = useWords(settingsWords);
  return (
    <Select
      mode="multiple"
      aria-label={label}
      disabled={disabled}
      placeholder={words.noNames}
      value={[...value]}
      options={[...options]}
      showSearch={{ optionFilterProp: "label" }}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}

function Words({ label, disabled, value, onChange }: NamesProps) {
  const words = useWords(settingsWords);
  return (
    <Select
      mode="tags"
      open={false}
      suffixIcon={null}
      aria-label={label}
      disabled={disabled}
      placeholder={words.addWords}
      tokenSeparators={["\n", "，", ",", "、"]}
      value={[...value]}
      onChange={(next: string[]) => onChange(next.map((word) => word.trim()).filter(Boolean))}
    />
  );
}
