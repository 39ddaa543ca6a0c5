import type { RequestRow } from "../../../src/requests/api.ts";
import { useNow } from "../shared/clock.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, momentText } from "../shared/time.ts";
import { RequestActs } from "./decide.tsx";
import { yuanText } from "./money.ts";
import { requestWords } from "./words.ts";
import "./requests.css";

interface Props {
  readonly request: RequestRow;
  readonly onChanged: () => void;
  /** In its own conversation nobody needs the way there. */
  readonly isInTalk?: true;
  /** What else may be done about it. */
  readonly children?: React.ReactNode;
}

const TAGS: Readonly<Record<RequestRow["state"], string>> = {
  open: "tag tag-warm",
  granted: "tag request-granted",
  refused: "tag",
  withdrawn: "tag",
  expired: "tag",
};

/** One request: what is asked and why, by when, what was answered, and what one may do about it. */
export function RequestItem({ request, onChanged, isInTalk, children }: Props) {
  const words = useWords(requestWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const { store, state, sumFen, askedAt, askedBy, conversationId } = request;
  const { timezone } = store;
  return (
    <li className="request">
      <div className="request-head">
        <span className={TAGS[state]}>{words.states[state]}</span>
        <strong>{sumFen === undefined ? words.askedOther : words.askedFor(yuanText(sumFen))}</strong>
        {isInTalk !== true && me.stores.length > 1 && <span className="muted">{store.name}</span>}
        {state === "open" && <Due request={request} />}
      </div>
      <p dir="auto">{request.words}</p>
      <p className="muted">
        {words.by(askedBy, momentText({ at: askedAt, timezone, language }))}
        {state === "open" && <> · {words.to(request.deciders.map((each) => words.deciders[each]).join(words.or))}</>}
      </p>
      <Outcome request={request} />
      <RequestActs request={request} onChanged={onChanged} />
      {children !== undefined && <span>{children}</span>}
      {isInTalk !== true && conversationId !== undefined && (
        <Link to={{ page: "desk", list: "open", conversation: conversationId }}>{words.toTalk}</Link>
      )}
    </li>
  );
}

function Due({ request: { dueAt, store } }: Pick<Props, "request">) {
  const words = useWords(requestWords);
  const { language } = useLanguage();
  const isLate = Date.parse(dueAt) <= useNow();
  const time = clockText({ at: dueAt, timezone: store.timezone, language });
  return <span className={isLate ? "request-late number" : "muted number"}>{isLate ? words.late(time) : words.due(time)}</span>;
}

function Outcome({ request: { state, decision } }: Pick<Props, "request">) {
  const words = useWords(requestWords);
  if (decision === undefined) return undefined;
  const { by, reason = "", sumFen } = decision;
  if (state === "refused") return <p dir="auto">{words.refused(by, reason)}</p>;
  return <p>{words.granted(by, sumFen === undefined ? undefined : yuanText(sumFen))}</p>;
}
