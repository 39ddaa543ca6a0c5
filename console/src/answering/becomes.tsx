import type { AnsweringEnding, AnsweringPage, AnsweringPreview, AnsweringTally } from "../../../src/answering/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { useWords } from "../shared/language.tsx";
import { endsOf } from "./ends.ts";
import { answeringWords } from "./words.ts";

interface Props {
  readonly page: AnsweringPage;
  readonly chosen: keyof typeof answeringWords.en.styles;
  /** Of what is chosen; absent while it is counted, and when it is as now. */
  readonly preview: AnsweringPreview | undefined;
  /** The preview is on its way. */
  readonly isCounting: boolean;
}

/** Fewer questions make a rough picture only. */
const FEW = 30;

/** What becomes of the store's questions: now, and with what is chosen; a bar to look at and a sentence to read. */
export function Becomes({ page, chosen, preview, isCounting }: Props) {
  const words = useWords(answeringWords);
  const { now, evidence } = page;
  if (now === undefined)
    return (
      <>
        <EmptyNote {...words.none} />
        <LeftAside evidence={evidence} />
      </>
    );
  const { turns, golden, phrasings, shown } = evidence;
  return (
    <section className="stack answering-becomes" aria-label={words.becomes}>
      <h2>{words.becomes}</h2>
      <Bar title={words.becomesNow} tally={now} />
      <div aria-live="polite" className="stack">
        {preview?.tally && <Bar title={words.becomesThen(words.styles[chosen])} tally={preview.tally} />}
        {isCounting && <p className="muted">{words.checking}</p>}
        {preview && <Switched preview={preview} />}
      </div>
      <p className="muted">
        {shown === "phrasings" ? words.countedPhrasings(phrasings) : words.counted(turns + golden, turns, golden)}
      </p>
      <LeftAside evidence={evidence} />
      {now.questions < FEW && <p className="muted">{words.few}</p>}
      <p className="muted">{words.howLabelled}</p>
    </section>
  );
}

/** What was not counted, and why. */
function LeftAside({ evidence }: Pick<AnsweringPage, "evidence">) {
  const words = useWords(answeringWords);
  const { olderTurns, goldenLeft, conversations, isCut } = evidence;
  return (
    <>
      {isCut && <p className="muted">{words.cut(conversations)}</p>}
      {olderTurns > 0 && <p className="muted">{words.older(olderTurns)}</p>}
      {goldenLeft > 0 && <p className="muted">{words.goldenLeft(goldenLeft)}</p>}
    </>
  );
}

const PARTS = ["right", "wrong", "asked", "handed", "left"] as const;

function Bar({ title, tally }: { readonly title: string; readonly tally: AnsweringTally }) {
  const words = useWords(answeringWords);
  const ends = endsOf(tally);
  const counts = {
    right: tally.answeredRight,
    wrong: tally.answeredWrong,
    asked: tally.askedBack,
    handed: tally.handedOver,
    left: tally.leftAlone,
  };
  return (
    <div>
      <strong>{title}</strong>
      <div className="answering-bar" aria-hidden="true">
        {PARTS.filter((part) => counts[part] > 0).map((part) => (
          <span
            key={part}
            className={`answering-part answering-${part}`}
            style={{ flexGrow: counts[part] }}
            title={`${words.legend[part]} ${counts[part]} / ${tally.questions}`}
          >
            {counts[part] / tally.questions >= 0.08 && words.legend[part]}
          </span>
        ))}
      </div>
      <p className="answering-sentence">{words.ends(ends)}</p>
    </div>
  );
}

function Switched({ preview: { switched, switchedTotal } }: { readonly preview: AnsweringPreview }) {
  const words = useWords(answeringWords);
  const ended = ({ action, isRight, title }: AnsweringEnding): string => {
    if (action !== "answer") return words.actions[action];
    const how = isRight ? words.answerRight : words.answerWrong;
    return title === undefined ? how : `${how}（${title}）`;
  };
  if (switchedTotal === 0) return <p className="muted">{words.switchedNone}</p>;
  return (
    <section aria-label={words.switched(switchedTotal)}>
      <strong>{words.switched(switchedTotal)}</strong>
      <ul className="answering-switched">
        {switched.map(({ source, text, before, after }, at) => (
          <li key={`${at} ${text}`}>
            <span>“{text}”</span> <span className="muted">{words.sources[source]}</span>
            <br />
            {ended(before)} <span aria-label={words.becomesWord}>→</span> {ended(after)}
          </li>
        ))}
      </ul>
    </section>
  );
}
