import { Alert, Button, Input } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import { useExplain } from "../shared/failure.tsx";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { signinWords } from "./words.ts";

interface Props {
  readonly onSignedIn: () => void;
  /** With why, when the sign-in must begin again. */
  readonly onStartAgain: (why: string | undefined) => void;
}

/** The second step of a sign-in: a code of the phone. */
export function StepForm({ onSignedIn, onStartAgain }: Props) {
  const api = useApi();
  const words = useWords(signinWords);
  const explain = useExplain();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (code.trim() === "") return setTrouble(words.codeMissing);
    setBusy(true);
    const answer = await api.send("post /api/auth/second-step/verify", { body: { code: code.trim() } });
    setBusy(false);
    if (answer.type === "answer") return onSignedIn();
    const { failure } = answer;
    if (failure.type === "problem" && failure.problem.status === 401) return onStartAgain(words.tookTooLong);
    const isCode = failure.type === "problem" && failure.problem.field === "code";
    const codeTrouble = isDigits(code) ? words.codeWrong : words.backupWrong;
    setTrouble(isCode ? codeTrouble : explain(failure));
  }

  return (
    <main className="signin">
      <form onSubmit={(event) => void submit(event)} className="signin-card" noValidate>
        <span className="signin-mark">
          <Icon name="lock" />
        </span>
        <h1>{words.step}</h1>
        <p className="muted">{words.stepLead}</p>
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
        <label htmlFor="code">{words.code}</label>
        <Input
          id="code"
          size="large"
          autoComplete="one-time-code"
          autoFocus
          maxLength={20}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {words.submit}
        </Button>
        <Button type="link" onClick={() => onStartAgain(undefined)}>
          {words.startAgain}
        </Button>
      </form>
    </main>
  );
}

/** What an app shows is digits alone; a backup code has letters. */
function isDigits(code: string): boolean {
  return /^[\d\s]+$/.test(code);
}
