import { Alert, App, Button } from "antd";
import { useCallback, useId, useState } from "react";
import type { AnsweringPage, AnsweringStyle, AnsweringWish } from "../../../src/answering/api.ts";
import type { Api, Failure } from "../shared/api.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useRead } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { Becomes } from "./becomes.tsx";
import { isAsNow, NUMBERS, ownWish, typedOf, type Typed } from "./ends.ts";
import { OwnNumbers, type Wrong } from "./own.tsx";
import { answeringWords } from "./words.ts";

interface Props {
  /** Its id. */
  readonly store: string;
  readonly page: AnsweringPage;
  /** The style in use is focused at once. */
  readonly takesFocus: boolean;
  readonly onChanged: () => void;
}

type Chosen = AnsweringStyle | "own";
const CHOICES: readonly Chosen[] = ["cautious", "balanced", "bold", "own"];

/** One understandable choice, with what it would do to the store's questions; numbers for experts below. */
export function Choose({ store, page, takesFocus, onChanged }: Props) {
  const words = useWords(answeringWords);
  const [chosen, setChosen] = useState<Chosen>(page.setting.style);
  const [typed, setTyped] = useState<Typed>(typedOf(page.setting.numbers));
  const own = ownWish(typed, page.ranges);
  const wish = chosen === "own" ? own : { style: chosen };
  const isWish = !("wrong" in wish);
  const isNow = isWish && isAsNow(wish, page);
  const preview = usePreview(store, page.version, isWish ? wish : undefined);
  const typedWrong = "wrong" in wish ? { field: wish.wrong, text: words.range(wish.from, wish.to) } : undefined;
  const refused = useWrong(preview.failure);
  const wrong = refused ?? typedWrong;
  const isCounting = isWish && !isNow && preview.value === undefined && preview.failure === undefined;
  const { busy, failure, save } = useSave({ store, version: page.version, onChanged });
  return (
    <section className="panel stack" aria-label={words.choose}>
      <Styles chosen={chosen} page={page} takesFocus={takesFocus} onChoose={setChosen} />
      <details className="answering-expert" open={chosen === "own" || undefined}>
        <summary>{words.expert}</summary>
        <OwnNumbers
          typed={typed}
          wrong={chosen === "own" ? wrong : undefined}
          onTyped={(next) => {
            setTyped(next);
            setChosen("own");
          }}
        />
      </details>
      <Becomes page={page} chosen={chosen} preview={isNow ? undefined : preview.value} isCounting={isCounting} />
      {preview.failure && refused === undefined && <FailureNote failure={preview.failure} onRetry={preview.reload} />}
      <div role="alert">{failure && <Alert type="error" showIcon title={words.notSaved} description={failure} />}</div>
      <div className="page-tools">
        <Button
          type="primary"
          disabled={isNow || !isWish || wrong !== undefined}
          loading={busy && { delay: SHOWN_AFTER_MS }}
          onClick={() => isWish && save(wish)}
        >
          {chosen === "own" ? words.saveOwn : words.save}
        </Button>
        {isNow && <span className="muted">{words.asNow}</span>}
      </div>
    </section>
  );
}

/** A sign of waiting that came and went at once would stay in the button's spoken name. */
const SHOWN_AFTER_MS = 400;

function usePreview(storeId: string, version: number, wish: AnsweringWish | undefined) {
  const said = wish === undefined ? undefined : JSON.stringify(wish);
  const read = useCallback(
    (api: Api) => {
      const body: AnsweringWish = JSON.parse(said ?? "");
      return api.send("post /api/console/stores/{storeId}/answering/preview", { ids: { storeId }, body });
    },
    [storeId, said],
  );
  return useRead(said === undefined ? undefined : `${storeId} ${version} ${said}`, read);
}

/** What the server says is wrong with a number, to stand beside it; nothing when it is about something else. */
function useWrong(failure: Failure | undefined): Wrong | undefined {
  const say = useSay();
  const explain = useExplain();
  if (failure?.type !== "problem") return undefined;
  const field = NUMBERS.find((one) => one === failure.problem.field);
  const [fault] = failure.faults;
  return field && { field, text: fault === undefined ? explain(failure) : say(fault) };
}

interface Saving {
  readonly store: string;
  readonly version: number;
  readonly onChanged: () => void;
}

function useSave({ store, version, onChanged }: Saving) {
  const api = useApi();
  const words = useWords(answeringWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function run(wish: AnsweringWish): Promise<void> {
    setBusy(true);
    const given = { ids: { storeId: store }, body: { ...wish, version } };
    const answer = await api.send("put /api/console/stores/{storeId}/answering", given);
    setBusy(false);
    if (answer.type === "failure") return setFailure(explain(answer.failure));
    setFailure(undefined);
    message.success(words.saved);
    onChanged();
  }

  return { busy, failure, save: (wish: AnsweringWish): void => void run(wish) };
}

interface StylesProps extends Pick<Props, "page" | "takesFocus"> {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function Styles({ chosen, page, takesFocus, onChoose }: StylesProps) {
  const words = useWords(answeringWords);
  const id = useId();
  const { type, labels } = page.basis;
  return (
    <fieldset className="answering-styles">
      <legend>
        <h2>{words.choose}</h2>
      </legend>
      <div className="answering-cards">
        {CHOICES.map((one) => {
          const offer = page.styles.find(({ style }) => style === one);
          return (
            <label key={one} className={one === chosen ? "answering-card answering-card-chosen" : "answering-card"}>
              <span className="answering-card-head">
                <input
                  type="radio"
                  name={`${id}style`}
                  value={one}
                  checked={one === chosen}
                  autoFocus={takesFocus && one === chosen}
                  aria-describedby={`${id}${one}`}
                  onChange={() => onChoose(one)}
                />
                <strong>{words.styles[one]}</strong>
                {one === page.setting.style && <span className="answering-now">{words.now}</span>}
              </span>
              <span id={`${id}${one}`} className="muted">
                {words.styleHints[one]}
                {offer && <span className="answering-aim"> {words.atMost(offer.wrongAtMost)}</span>}
              </span>
            </label>
          );
        })}
      </div>
      <p className="muted">
        {words.basis[type](labels)} {nightOf(words, page)}
      </p>
    </fieldset>
  );
}

/** What the night will do, as it really will: numbers of one's own and what was taken back are left alone. */
function nightOf({ nights }: typeof answeringWords.en, { nightly, basis: { type, enough } }: AnsweringPage): string {
  if (nightly !== "learns") return nights[nightly];
  return type === "fixed" ? nights.later(enough) : nights.learns;
}
