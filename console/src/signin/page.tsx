import { Alert, Button, Input } from "antd";
import { useEffect, useState } from "react";
import type { FormEvent } from "react";
import type { Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { Icon } from "../shared/icons.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { StepForm } from "./step.tsx";
import { signinWords } from "./words.ts";
import "./signin.css";

interface Props {
  /** The session ended while somebody was working. */
  readonly expired: boolean;
  readonly onSignedIn: () => void;
}

/** Sign-in by email and password. */
export function SignIn({ expired, onSignedIn }: Props) {
  const api = useApi();
  const words = useWords(signinWords);
  const shared = useWords(sharedWords);
  const { language, choose } = useLanguage();
  const explainSignIn = useExplainSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  const [atStep, setAtStep] = useState(false);

  useEffect(() => {
    document.title = words.title;
  }, [words]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (email.trim() === "" || password === "") return setTrouble(words.missing);
    setBusy(true);
    const answer = await api.send("post /api/auth/sign-in/email", { body: { email: email.trim(), password } });
    setBusy(false);
    if (answer.type === "failure") setTrouble(explainSignIn(answer.failure));
    else if ("needsSecondStep" in answer.value) setAtStep(true);
    else onSignedIn();
  }

  function startAgain(why: string | undefined): void {
    setAtStep(false);
    setPassword("");
    setTrouble(why);
  }

  if (atStep) return <StepForm onSignedIn={onSignedIn} onStartAgain={startAgain} />;
  return (
    <main className="signin">
      <form onSubmit={(event) => void submit(event)} className="signin-card" noValidate>
        <span className="signin-mark">
          <Icon name="bell" />
        </span>
        <h1>{words.title}</h1>
        <p className="muted">{words.lead}</p>
        {expired && <Alert type="info" showIcon title={shared.signedOut} />}
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
        <label htmlFor="email">{words.email}</label>
        <Input
          id="email"
          size="large"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <label htmlFor="password">{words.password}</label>
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {words.submit}
        </Button>
        <Button type="link" onClick={() => choose(language === "en" ? "zh-CN" : "en")} lang={language === "en" ? "zh-CN" : "en"}>
          {shared.otherLanguage}
        </Button>
      </form>
    </main>
  );
}

function useExplainSignIn(): (failure: Failure) => string {
  const words = useWords(signinWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  return (failure) => {
    if (failure.type === "problem" && failure.problem.status === 401) return words.wrong;
    if (failure.type === "problem" && failure.problem.status === 403) return words.forbidden;
    if (failure.type === "problem" && failure.problem.field === "email") return words.badEmail;
    if (failure.type === "problem" && failure.problem.retryAfter !== undefined)
      return words.tooMany(shared.wait(failure.problem.retryAfter));
    return explain(failure);
  };
}
