import { Button } from "antd";
import { Fragment } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { EarlierConversations } from "./earlier.tsx";
import { FeelingFact } from "./feeling.tsx";
import { InForce } from "./in-force.tsx";
import { useTimezone } from "./messages.tsx";
import { Hidden } from "./reveal.tsx";
import { nowAndBefore } from "./why.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  /** On narrow screens it covers the talk; on wide ones it always stands. */
  readonly shown: boolean;
  readonly onClose: () => void;
}

/** The right pane: why it is with whom it is, and what is known about the shopper's matter. */
export function Side({ detail, shown, onClose }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const { conversation, why } = detail;
  const isMine = conversation.agent !== undefined && conversation.agent.id === me.agent?.id;
  return (
    <aside className={`side ${shown ? "side-shown" : ""}`} aria-label={words.sideLabel} tabIndex={0}>
      <Button type="text" className="side-close" onClick={onClose} aria-label={shared.close}>
        <Icon name="back" />
      </Button>
      <h3>{isMine ? words.why : words.whyThem}</h3>
      {why.length === 0 ? <p className="muted">{words.whyNone}</p> : <Why sentences={why} />}
      <Named slots={detail.slots} conversation={conversation.id} />
      <InForce conversation={conversation} />
      <Facts detail={detail} />
      <EarlierConversations conversation={conversation} />
      <p>
        <Link to={{ page: "story", conversation: conversation.id }}>{words.toStory}</Link>
      </p>
    </aside>
  );
}

/** How it came to whoever has it, in a sentence; how it came to others before, for who asks. */
function Why({ sentences }: { readonly sentences: ConversationDetail["why"] }) {
  const words = useWords(deskWords);
  const say = useSay();
  const { now, before } = nowAndBefore(sentences);
  const items = (some: ConversationDetail["why"]) =>
    some.map((sentence, at) => <li key={`${at} ${sentence.code}`}>{say(sentence)}</li>);
  return (
    <div className="why">
      <ul>{items(now)}</ul>
      {before.length > 0 && (
        <details>
          <summary>{words.whyBefore(before.length)}</summary>
          <ul>{items(before)}</ul>
        </details>
      )}
    </div>
  );
}

/** 顾客提到的: what the shopper named, so that nobody has to look for the order number in the talk. */
function Named({ slots, conversation }: Pick<ConversationDetail, "slots"> & { readonly conversation: string }) {
  const words = useWords(deskWords);
  if (slots.length === 0) return undefined;
  return (
    <>
      <h3>{words.named}</h3>
      <dl className="facts">
        {slots.map(({ kind, value, hidden }) => (
          <Fragment key={kind}>
            <dt>{named(words.slots, kind)}</dt>
            <dd dir="auto">
              {hidden === true ? <Hidden conversation={conversation} thing={{ slot: "phone" }} text={value} /> : value}
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function Facts({ detail }: { readonly detail: ConversationDetail }) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { conversation } = detail;
  const timezone = useTimezone(conversation.store.id);
  return (
    <dl className="facts">
      <dt>{words.shopper}</dt>
      <dd>
        <span dir="auto">{conversation.shopper.name || words.visitor(conversation.shopper.number)}</span>
        {conversation.shopper.verified && <span className="verified">{words.verified}</span>}
      </dd>
      <dt>{words.store}</dt>
      <dd>{conversation.store.name}</dd>
      <dt>{words.channel}</dt>
      <dd>{named(words.channels, conversation.channel)}</dd>
      {conversation.skill !== undefined && (
        <>
          <dt>{words.skill}</dt>
          <dd>{named(shared.skills, conversation.skill)}</dd>
        </>
      )}
      <FeelingFact row={conversation} />
      <dt>{words.language}</dt>
      <dd>{named(shared.languages, conversation.language)}</dd>
      <dt>{words.opened}</dt>
      <dd className="number">{momentText({ at: conversation.openedAt, timezone, language })}</dd>
    </dl>
  );
}
