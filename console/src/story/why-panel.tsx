import type { ConversationDetail, ConversationRow, StoryStep } from "../../../src/desk/api.ts";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { momentText } from "../shared/time.ts";
import { Candidates } from "./candidates.tsx";
import { whyNow } from "./why-now.ts";
import { storyWords } from "./words.ts";

interface Props {
  readonly row: ConversationRow;
  readonly why: ConversationDetail["why"];
  readonly steps: readonly StoryStep[];
  readonly timezone: string;
}

/** “为什么在她手上？”: the answer first, before everything that happened. */
export function WhyNowPanel({ row, why, steps, timezone }: Props) {
  const words = useWords(storyWords);
  const say = useSay();
  const { language } = useLanguage();
  const now = whyNow(row.status, why, steps);
  if (now === undefined) return undefined;
  const title = row.agent === undefined ? words.whyWaits : words.whyWith(row.agent.name);
  return (
    <section className="panel stack why-now" aria-label={title}>
      <h2>{title}</h2>
      <ol className="why">
        {now.sentences.map((sentence, at) => (
          <li key={`${at} ${sentence.code}`}>{say(sentence)}</li>
        ))}
      </ol>
      {now.compared === undefined ? (
        <p className="muted">{words.nobodyCompared}</p>
      ) : (
        <div>
          <p className="muted">{words.comparedAt(momentText({ at: now.compared.at, timezone, language }))}</p>
          <Candidates step={now.compared} />
        </div>
      )}
    </section>
  );
}
