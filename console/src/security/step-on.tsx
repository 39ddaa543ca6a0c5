import { Alert, App, Button, Input, Modal, QRCode } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { SecondStepBegun } from "../../../src/accounts/api.ts";
import type { Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { PasswordField } from "./password-field.tsx";
import { securityWords } from "./words.ts";

/** Switches the second step on: the password, the code to scan with the backup codes, the first six digits. */
export function StepOn({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const explain = useExplainStep();
  const { message } = App.useApp();
  const [begun, setBegun] = useState<SecondStepBegun>();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function begin(): Promise<void> {
    const answer = await api.send("post /api/auth/second-step/begin", { body: { password: typed } });
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    setBegun(answer.value);
    setTyped("");
    setTrouble(undefined);
  }

  async function confirm(): Promise<void> {
    const answer = await api.send("post /api/auth/second-step/confirm", { body: { code: typed } });
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    message.success(words.done);
    onClose();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed === "") return setTrouble(begun === undefined ? words.passwordMissing : words.codeWrong);
    setBusy(true);
    await (begun === undefined ? begin() : confirm());
    setBusy(false);
  }

  return (
    <Modal
      open
      title={words.step}
      onCancel={onClose}
      okText={begun === undefined ? words.next : words.confirm}
      cancelText={shared.cancel}
      confirmLoading={busy}
      okButtonProps={{ htmlType: "submit", form: "step-on" }}
      // A stray click beside the dialog must not lose the backup codes.
      mask={{ closable: false }}
    >
      <form id="step-on" className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {begun === undefined && <p className="muted">{words.passwordAsk}</p>}
        {begun !== undefined && <Secret begun={begun} />}
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
        {begun === undefined ? (
          <PasswordField value={typed} onChange={setTyped} />
        ) : (
          <CodeField value={typed} onChange={setTyped} />
        )}
      </form>
    </Modal>
  );
}

function useExplainStep(): (failure: Failure) => string {
  const words = useWords(securityWords);
  const explain = useExplain();
  return (failure) => {
    const field = failure.type === "problem" ? failure.problem.field : undefined;
    if (field === "currentPassword") return words.passwordWrong;
    return field === "code" ? words.codeWrong : explain(failure);
  };
}

function Secret({ begun }: { readonly begun: SecondStepBegun }) {
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const [copied, setCopied] = useState(false);
  const key = new URL(begun.uri).searchParams.get("secret") ?? "";

  async function copy(): Promise<void> {
    // The clipboard needs https; without it the codes can still be selected by hand.
    await navigator.clipboard?.writeText(begun.backupCodes.join("\n")).then(
      () => setCopied(true),
      () => undefined,
    );
  }

  return (
    <>
      <p>{words.scan}</p>
      <div role="img" aria-label={words.scanAlt}>
        {/* Its own picture has no name. */}
        <div aria-hidden="true">
          <QRCode value={begun.uri} type="svg" size={184} />
        </div>
      </div>
      <p className="muted security-small">
        {words.byHand} <code className="security-key">{key}</code>
      </p>
      <p>{words.backup}</p>
      <ul className="security-codes">
        {begun.backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => void copy()}>{copied ? shared.copied : shared.copyThe(words.backupCopy)}</Button>
      </div>
    </>
  );
}

interface CodeProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function CodeField({ value, onChange }: CodeProps) {
  const words = useWords(securityWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.code}</label>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="one-time-code"
        ref={takesFocus}
        autoFocus
        maxLength={20}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
