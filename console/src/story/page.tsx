import { Skeleton } from "antd";
import type { StoryStep } from "../../../src/desk/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import { useLoaded } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { momentText, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { Candidates } from "./candidates.tsx";
import { WhyNowPanel } from "./why-panel.tsx";
import { storyWords } from "./words.ts";
import "./story.css";

/** Everything that happened in a conversation, and why. */
export function StoryPage({ conversation }: { readonly conversation: string }) {
  const words = useWords(storyWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { me, live } = useSession();
  const ids = { id: conversation };
  const detail = useLoaded(addressTo("/api/console/conversations/{id}", { ids }));
  const story = useLoaded(addressTo("/api/console/conversations/{id}/story", { ids }));
  useLive(live, (event) => {
    if (event.type !== "connected" && !(event.type === "conversation" && event.conversationId === conversation)) return;
    story.reload();
    detail.reload();
  });
  const row = detail.value?.conversation;
  const timezone = me.stores.find((store) => store.id === row?.store.id)?.timezone ?? "Asia/Shanghai";
  return (
    <div className="page story">
      <Link to={{ page: "desk", list: row?.status === "closed" ? "closed" : "open", conversation }}>← {words.back}</Link>
      <h1>{row === undefined ? words.untitled : words.title(row.shopper.name || words.visitor(row.shopper.number))}</h1>
      <p className="muted">
        {words.lead} {shared.timesIn(zoneText(timezone, language))}
      </p>
      {story.failure && <FailureNote failure={story.failure} title={words.failed} onRetry={story.reload} />}
      {story.value === undefined && story.failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
      {story.value?.steps.length === 0 && <EmptyNote {...words.none} />}
      {story.value?.hasEarlier === true && <p className="muted">{words.cut(story.value.steps.length)}</p>}
      {row !== undefined && detail.value !== undefined && story.value !== undefined && (
        <WhyNowPanel row={row} why={detail.value.why} steps={story.value.steps} timezone={timezone} />
      )}
      <ol className="steps">
        {story.value?.steps.map((step) => (
          <Step key={step.incomingId} step={step} timezone={timezone} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step, timezone }: { readonly step: StoryStep; readonly timezone: string }) {
  const words = useWords(storyWords);
  const shared = useWords(sharedWords);
  const say = useSay();
  const { language } = useLanguage();
  const isRefused = step.effects.includes("refuse");
  // What was said stands there in its own words.
  const done = step.effects.filter((effect) => effect !== "say");
  return (
    <li className={`step ${isRefused ? "step-refused" : ""}`}>
      <div className="step-head">
        <h2>
          {named(shared.events, step.event)}
          {isRefused && <span className="step-tag">{words.refused}</span>}
        </h2>
        <time dateTime={step.at} className="number muted">
          {momentText({ at: step.at, timezone, language })}
        </time>
      </div>
      <Said step={step} />
      {step.reasons.length === 0 ? (
        <p className="muted">{words.noReason}</p>
      ) : (
        <ul aria-label={words.why}>
          {step.reasons.map((reason, at) => (
            <li key={`${at} ${reason.code}`}>{say(reason)}</li>
          ))}
        </ul>
      )}
      {step.candidates.length > 0 && <Candidates step={step} />}
      <p className="step-foot muted">
        {step.effects.length === 0 && words.silent}
        {done.length > 0 && words.did(effectsInWords(done, words.effects).join(" · "))}
        <span>
          {words.rule} <code>{step.rule}</code>
        </span>
      </p>
    </li>
  );
}

/** The words of this step, and whose they are. */
function Said({ step }: { readonly step: StoryStep }) {
  const words = useWords(storyWords);
  if (step.said.length === 0) return undefined;
  return (
    <dl className="step-said">
      {step.said.map(({ author, text, internal }, at) => (
        <div key={`${at} ${author.type}`} className={internal ? "said-inside" : ""}>
          <dt dir="auto">
            {author.name || words.authors[author.type]}
            {internal && <span className="step-tag">{words.inside}</span>}
          </dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each effect once, with how often it was, in the order in which they came. */
function effectsInWords(effects: readonly string[], names: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(effects)].map((effect) => {
    const times = effects.filter((other) => other === effect).length;
    return times === 1 ? named(names, effect) : `${named(names, effect)} ×${times}`;
  });
}
