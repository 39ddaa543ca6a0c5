import { Skeleton } from "antd";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { RulesInForce } from "../../../src/desk/workspace/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { momentText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import { useTimezone } from "./messages.tsx";
import { sideWords } from "./side-words.ts";

/** What holds in the store today: the day, how soon to reply, what is said for a time, what not to say. */
export function InForce({ conversation }: Pick<ConversationDetail, "conversation">) {
  const words = useWords(sideWords);
  const ids = { id: conversation.id };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/conversations/{id}/rules", { ids }));
  return (
    <section aria-label={words.rules} className="side-part">
      <h3>{words.rules}</h3>
      {failure !== undefined && <FailureNote failure={failure} title={words.rulesFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {value !== undefined && <Rules rules={value} store={conversation.store.id} />}
    </section>
  );
}

function Rules({ rules, store }: { readonly rules: RulesInForce; readonly store: string }) {
  const words = useWords(sideWords);
  const timeOf = useTimeText();
  const { replies, dated, isHoliday, worksAs } = rules;
  return (
    <>
      {isHoliday === true && <p className="day-note">{words.holiday}</p>}
      {worksAs !== undefined && <p className="day-note">{words.workday(named(words.days, worksAs))}</p>}
      <p>
        {words.limits(timeOf(replies.firstReplyMs), timeOf(replies.nextReplyMs))}
        <span className="muted"> · {words[replies.hours]}</span>
      </p>
      <WordsToMind words={rules.words} />
      {dated.length === 0 ? <p className="muted">{words.datedNone}</p> : <Dated dated={dated} store={store} />}
    </>
  );
}

function Dated({ dated, store }: { readonly dated: RulesInForce["dated"]; readonly store: string }) {
  const words = useWords(sideWords);
  const { language } = useLanguage();
  const timezone = useTimezone(store);
  return (
    <ul className="dated" aria-label={words.dated}>
      {dated.map(({ articleId, title, answer, until }) => (
        <li key={articleId}>
          <details>
            <summary>
              <span dir="auto">{title}</span>
              {until !== undefined && <span className="muted">{words.until(momentText({ at: until, timezone, language }))}</span>}
            </summary>
            <p dir="auto">{answer}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}

function WordsToMind({ words: given }: { readonly words: RulesInForce["words"] }) {
  const words = useWords(sideWords);
  const { shipped, confirm, block } = given;
  const never = shipped === "block" ? [...block, words.shipped] : block;
  const careful = shipped === "confirm" ? [...confirm, words.shipped] : confirm;
  return (
    <dl className="facts minded">
      {never.length > 0 && (
        <>
          <dt>{words.blocked}</dt>
          <dd>{never.join("、")}</dd>
        </>
      )}
      {careful.length > 0 && (
        <>
          <dt>{words.careful}</dt>
          <dd>{careful.join("、")}</dd>
        </>
      )}
    </dl>
  );
}

function useTimeText(): (ms: number) => string {
  const words = useWords(sideWords);
  return (ms) => (ms % 60_000 === 0 ? words.minutes(ms / 60_000) : words.seconds(Math.round(ms / 1_000)));
}
