import { Alert, App, Button } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { GuardAnswer } from "../../../src/guard/api.ts";
import type { SettingPage, SettingRequest, SettingSaved } from "../../../src/settings/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { SettingsTopic } from "../shared/route.ts";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { Field } from "./field.tsx";
import type { AllKeys } from "./keys.ts";
import { differing, SPECS, type Value } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly topic: SettingsTopic;
  readonly path: string;
  readonly page: SettingPage<Value>;
  readonly keys: AllKeys;
  readonly onSaved: () => void;
}

/** All fields of a setting, saved as a whole. */
export function SettingForm({ topic, path, page, keys, onSaved }: Props) {
  const api = useApi();
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const [wanted, setWanted] = useState<Value>(page.value);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const wrong = useWrong(failure);
  const changed = differing(page.value, wanted).length;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const request: SettingRequest<Value> = { version: page.version, value: wanted };
    const answer = await api.send<SettingSaved>("PUT", path, request);
    setBusy(false);
    if (answer.type === "failure") return setFailure(answer.failure);
    setFailure(undefined);
    message.success(words.saved);
    onSaved();
  }

  const isTold = SPECS[topic].some(({ name }) => wrong(name) !== undefined);
  return (
    <form className="panel" onSubmit={(event) => void save(event)} noValidate>
      {!page.mayChange && <Alert type="info" showIcon title={words.readOnly} />}
      {SPECS[topic].map((spec) => (
        <Field
          key={spec.name}
          spec={spec}
          keys={keys}
          value={wanted[spec.name]}
          disabled={!page.mayChange}
          wrong={wrong(spec.name)}
          onChange={(next) => setWanted((before) => ({ ...before, [spec.name]: next }))}
        />
      ))}
      {topic === "guard" && <Shipped path={path} />}
      {failure !== undefined && !isTold && <FailureNote failure={failure} title={words.notSaved} />}
      {
        page.mayChange &&
        <Bar changed={changed} busy={busy} onDiscard={() => { setWanted(page.value); setFailure(undefined); }} /> // prettier-ignore
      }
    </form>
  );
}

interface BarProps {
  readonly changed: number;
  readonly busy: boolean;
  readonly onDiscard: () => void;
}

function Bar({ changed, busy, onDiscard }: BarProps) {
  const words = useWords(settingsWords);
  const shared = useWords(sharedWords);
  return (
    <div className="settings-bar">
      {changed > 0 && (
        <>
          <Button type="primary" htmlType="submit" loading={busy}>
            {shared.save}
          </Button>
          <Button disabled={busy} onClick={onDiscard}>
            {words.discard}
          </Button>
        </>
      )}
      <span className="muted" role="status">
        {changed === 0 ? words.unchanged : words.changed(changed)}
      </span>
    </div>
  );
}

/** What the server says of a field, by its name. */
function useWrong(failure: Failure | undefined): (name: string) => string | undefined {
  const say = useSay();
  return (name) => {
    if (failure?.type !== "problem") return undefined;
    const fault = failure.faults.find(({ where }) => where === name || where.startsWith(`${name}.`));
    return fault === undefined ? undefined : say(fault);
  };
}

function Shipped({ path }: { readonly path: string }) {
  const words = useWords(settingsWords);
  const { value } = useLoaded<GuardAnswer>(path.replace("/settings/guard", "/guard"));
  if (value === undefined) return undefined;
  return (
    <details>
      <summary>{words.shippedCount(value.words.length)}</summary>
      <p className="muted">{value.words.join("、")}</p>
    </details>
  );
}
