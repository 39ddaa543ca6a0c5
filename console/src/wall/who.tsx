import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import type { WhoAnswer, WhoRequest } from "../../../src/wall/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { instantOf, momentText, zoneText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { wallWords } from "./words.ts";

const SKILLS = ["presale", "aftersale", "refund", "complaint", "technical"] as const;
const LANGUAGES = ["zh", "en"] as const;

type Result = { readonly type: "answer"; readonly value: WhoAnswer } | { readonly type: "failure"; readonly failure: Failure };

/** Who would get something, now or at any moment, and why. */
export function Who({ store }: { readonly store: string | undefined }) {
  const words = useWords(wallWords);
  const api = useApi();
  const { me } = useSession();
  const first = me.stores[0]?.id ?? "";
  const [asked, setAsked] = useState<WhoRequest>({ store: store ?? first, skill: "presale", language: "", urgency: "normal" });
  const [wall, setWall] = useState("");
  const [result, setResult] = useState<Result>();
  const [busy, setBusy] = useState(false);
  const timezone = me.stores.find(({ id }) => id === asked.store)?.timezone ?? "Asia/Shanghai";

  async function ask(): Promise<void> {
    setBusy(true);
    const at = wall === "" ? undefined : instantOf(wall, timezone);
    setResult(await api.send("post /api/console/who", { body: { ...asked, at } }));
    setBusy(false);
  }

  return (
    <section className="panel stack" aria-label={words.who.title}>
      <h2>{words.who.title}</h2>
      <p className="muted">{words.who.lead}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <Fields asked={asked} onChange={setAsked} wall={wall} onWall={setWall} timezone={timezone} />
        <span>
          <Button type="primary" htmlType="submit" loading={busy}>
            {words.who.ask}
          </Button>
        </span>
      </form>
      <div role="status" className="stack">
        {result?.type === "failure" && (
          <FailureNote failure={result.failure} title={words.who.failed} onRetry={() => void ask()} />
        )}
        {result?.type === "answer" && <Told answer={result.value} timezone={timezone} />}
      </div>
    </section>
  );
}

interface FieldsProps {
  readonly asked: WhoRequest;
  readonly onChange: (asked: WhoRequest) => void;
  readonly wall: string;
  readonly onWall: (wall: string) => void;
  readonly timezone: string;
}

function Fields({ asked, onChange, wall, onWall, timezone }: FieldsProps) {
  const words = useWords(wallWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const id = useId();
  const languages = [{ value: "", label: words.who.anyLanguage }, ...LANGUAGES.map((value) => ({ value, label: shared.languages[value] }))]; // prettier-ignore
  return (
    <div className="columns">
      {me.stores.length > 1 && (
        <Field label={words.who.store} id={`${id}store`}>
          <Select
            id={`${id}store`}
            value={asked.store}
            options={me.stores.map((store) => ({ value: store.id, label: store.name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(store: string) => onChange({ ...asked, store })}
          />
        </Field>
      )}
      <Field label={words.who.skill} id={`${id}skill`}>
        <Select
          id={`${id}skill`}
          value={asked.skill}
          options={SKILLS.map((value) => ({ value, label: shared.skills[value] }))}
          onChange={(skill: string) => onChange({ ...asked, skill })}
        />
      </Field>
      <Field label={words.who.language} id={`${id}language`}>
        <Select
          id={`${id}language`}
          value={asked.language}
          options={languages}
          onChange={(spoken: string) => onChange({ ...asked, language: spoken })}
        />
      </Field>
      <Field label={words.who.urgency} id={`${id}urgency`}>
        <Select<WhoRequest["urgency"]>
          id={`${id}urgency`}
          value={asked.urgency}
          options={(["normal", "high"] as const).map((value) => ({ value, label: words.who.urgencies[value] }))}
          onChange={(urgency) => onChange({ ...asked, urgency })}
        />
      </Field>
      <Field label={words.who.at} id={`${id}at`} hint={words.who.atHint(zoneText(timezone, language))}>
        <Input id={`${id}at`} type="datetime-local" value={wall} onChange={({ target }) => onWall(target.value)} />
      </Field>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly id: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Field({ label, id, hint, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}

function Told({ answer, timezone }: { readonly answer: WhoAnswer; readonly timezone: string }) {
  const words = useWords(wallWords);
  const { language } = useLanguage();
  const say = useSay();
  const next = answer.next === undefined ? undefined : momentText({ at: answer.next, timezone, language });
  return (
    <>
      <p className="who-answer">
        <strong>
          {words.who.outcomes[answer.outcome]} {answer.agent?.name}
        </strong>
        {answer.flags.includes("language-mismatch") && <span className="tag tag-warm">{words.who.mismatch}</span>}
        {next !== undefined && <span>{words.who.next(next)}</span>}
      </p>
      <p>{say(answer.why)}</p>
      {answer.candidates.length === 0 ? (
        <p className="muted">{words.who.nobody}</p>
      ) : (
        <details open>
          <summary>{words.who.candidates}</summary>
          <ul className="candidates">
            {answer.candidates.map(({ id, name, standing }) => (
              <li key={id}>
                <span>{name}</span>
                <span className={`tag ${standing.code === "eligible" ? "standing-ready" : ""}`}>{say(standing)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {answer.others > 0 && <p className="muted">{words.who.others(answer.others)}</p>}
    </>
  );
}
