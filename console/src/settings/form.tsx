import { Alert, App, Button } from "antd";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { SettingPage } from "../../../src/settings/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import type { SettingsTopic } from "../shared/route.ts";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import type { SettingCalls } from "./calls.ts";
import { Field } from "./field.tsx";
import type { AllKeys } from "./keys.ts";
import { asRecord, differing, SPECS } from "./specs.ts";
import { settingsWords } from "./words.ts";

interface Props<Setting> {
  readonly topic: SettingsTopic;
  readonly calls: SettingCalls<Setting>;
  readonly page: SettingPage<Setting>;
  readonly keys: AllKeys;
  readonly onSaved: () => void;
  /** Below its fields. */
  readonly below?: ReactNode;
}

/** All fields of a setting, saved as a whole. */
export function SettingForm<Setting extends object>({ topic, calls, page, keys, onSaved, below }: Props<Setting>) {
  const api = useApi();
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const [wanted, setWanted] = useState(page.value);
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const wrong = useWrong(failure);
  const changed = differing(page.value, wanted).length;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const answer = await calls.save(api, { version: page.version, value: wanted });
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
          value={asRecord(wanted)[spec.name]}
          disabled={!page.mayChange}
          wrong={wrong(spec.name)}
          onChange={(next) => setWanted((before) => ({ ...before, [spec.name]: next }))}
        />
      ))}
      {below}
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
