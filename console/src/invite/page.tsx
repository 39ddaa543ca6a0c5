import { Alert, Button, Input } from "antd";
import { useCallback, useEffect, useState } from "react";
import type { FormEvent } from "react";
import type { InvitationShown } from "../../../src/accounts/api.ts";
import type { Failure } from "../shared/api.ts";
import { SHORTEST } from "../password/fault.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { Icon } from "../shared/icons.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { inviteWords } from "./words.ts";
import "../signin/signin.css";

/** Where an invitation's link leads; its token stands behind the `#`, which browsers send to no server. */
export const INVITE_PATH = "/console/invite";
const HOME = "/console/";

/** For whoever comes with an invitation: they choose name and password, and are in. */
export function InvitePage() {
  const api = useApi();
  const words = useWords(inviteWords);
  const [token] = useState(() => location.hash.slice(1));
  const [shown, setShown] = useState<InvitationShown>();
  const [failure, setFailure] = useState<Failure>();

  const look = useCallback(() => {
    void api.send("post /api/auth/invitation/look", { body: { token } }).then((answer) => {
      if (answer.type === "answer") setShown(answer.value);
      setFailure(answer.type === "failure" ? answer.failure : undefined);
    });
  }, [api, token]);
  useEffect(look, [look]);
  useEffect(() => {
    document.title = words.title;
  }, [words]);

  return (
    <main className="signin">
      {shown === undefined && failure === undefined && <Waiting />}
      {failure !== undefined &&
        (isGone(failure) ? <Gone /> : <FailureNote failure={failure} title={words.failed} onRetry={look} />)}
      {shown !== undefined && failure === undefined && <Acceptance token={token} shown={shown} onGone={setFailure} />}
    </main>
  );
}

/** Used, revoked, run out, or no link at all. */
function isGone(failure: Failure): boolean {
  return failure.type === "problem" && (failure.problem.status === 404 || failure.problem.field === "token");
}

function Waiting() {
  return <p className="page-wait">{useWords(sharedWords).loading}</p>;
}

function Gone() {
  const words = useWords(inviteWords);
  return (
    <EmptyNote {...words.gone}>
      <Button type="primary" href={HOME}>
        {words.toSignIn}
      </Button>
    </EmptyNote>
  );
}

interface AcceptanceProps {
  readonly token: string;
  readonly shown: InvitationShown;
  readonly onGone: (failure: Failure) => void;
}

function Acceptance({ token, shown, onGone }: AcceptanceProps) {
  const api = useApi();
  const words = useWords(inviteWords);
  const shared = useWords(sharedWords);
  const { language, choose } = useLanguage();
  const explain = useExplain();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function accept(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === "") return setTrouble(words.missing);
    if (password.length < SHORTEST) return setTrouble(words.short);
    setBusy(true);
    const answer = await api.send("post /api/auth/invitation/accept", { body: { token, name: name.trim(), password } });
    if (answer.type === "answer") return location.replace(HOME);
    setBusy(false);
    if (isGone(answer.failure)) onGone(answer.failure);
    else setTrouble(explain(answer.failure));
  }

  return (
    <form onSubmit={(event) => void accept(event)} className="signin-card" noValidate>
      <span className="signin-mark">
        <Icon name="bell" />
      </span>
      <h1>{words.title}</h1>
      <p className="muted">
        {words.lead(shown.invitedBy)}
        <br />
        {words.as(shared.roles[shown.role], shown.stores.join("、"))}
      </p>
      <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
      <label htmlFor="email">{words.email}</label>
      <Input id="email" size="large" type="email" autoComplete="username" value={shown.email} readOnly />
      <label htmlFor="name">{words.name}</label>
      <Input
        id="name"
        size="large"
        autoComplete="name"
        autoFocus
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <span className="muted">{words.nameHint}</span>
      <label htmlFor="password">{words.password}</label>
      <Input.Password
        id="password"
        size="large"
        autoComplete="new-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <span className="muted">{words.passwordHint}</span>
      <Button type="primary" size="large" htmlType="submit" loading={busy} block>
        {words.submit}
      </Button>
      <Button type="link" onClick={() => choose(language === "en" ? "zh-CN" : "en")} lang={language === "en" ? "zh-CN" : "en"}>
        {shared.otherLanguage}
      </Button>
    </form>
  );
}
