import { Button } from "antd";
import { Fragment, memo } from "react";
import type { ConversationDetail, ConversationMessage } from "../../../src/desk/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { Icon } from "../shared/icons.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, dayOf, dayText, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { PendingMessage } from "./pending-message.tsx";
import { FileLine } from "./file-line.tsx";
import { Hidden } from "./reveal.tsx";
import type { Pending } from "./outbox.ts";
import { useKeptPlace } from "./use-scroll.ts";
import type { Earlier } from "./use-talk.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly earlier: Earlier;
  readonly pending: readonly Pending[];
  readonly onRetry: (pending: Pending) => void;
  readonly onPutBack: (pending: Pending) => void;
  readonly onDrop: (pending: Pending) => void;
}

/** Who said what, oldest first; then what is still on its way. Times are the store's. */
export function Messages({ detail, earlier, pending, onRetry, onPutBack, onDrop }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const timezone = useTimezone(detail.conversation.store.id);
  const log = useKeptPlace(detail.messages[0]?.seq ?? 0, detail.messages.length + pending.length);
  const mayLoad = detail.hasEarlier && !earlier.busy && earlier.failure === undefined;
  return (
    <div
      className="log"
      role="log"
      aria-label={words.log}
      tabIndex={0}
      ref={log}
      onScroll={({ currentTarget }) => mayLoad && currentTarget.scrollTop < NEAR_TOP && earlier.load()}
    >
      {detail.hasEarlier && <EarlierButton earlier={earlier} />}
      <p className="zone-note">{shared.timesIn(zoneText(timezone, language))}</p>
      {detail.messages.map((message, at) => {
        const before = detail.messages[at - 1];
        const isNewDay = before === undefined || dayOf(before.at, timezone) !== dayOf(message.at, timezone);
        return (
          <Fragment key={message.id}>
            {isNewDay && <p className="day">{dayText({ at: message.at, timezone, language })}</p>}
            <Message message={message} timezone={timezone} conversation={detail.conversation.id} />
          </Fragment>
        );
      })}
      {pending.map((each) => (
        <PendingMessage
          key={each.clientId}
          pending={each}
          onRetry={() => onRetry(each)}
          onPutBack={() => onPutBack(each)}
          onDrop={() => onDrop(each)}
        />
      ))}
    </div>
  );
}

/** The time zone of a store, Shanghai's when it is not known. */
export function useTimezone(store: string): string {
  return useSession().me.stores.find((each) => each.id === store)?.timezone ?? "Asia/Shanghai";
}

/** So near the top (in pixels) the page before is asked for. */
const NEAR_TOP = 120;

function EarlierButton({ earlier }: { readonly earlier: Earlier }) {
  const words = useWords(deskWords);
  const explain = useExplain();
  return (
    <div className="earlier">
      <Button size="small" onClick={earlier.load} loading={earlier.busy}>
        {words.earlier}
      </Button>
      {earlier.failure && <p role="alert">{words.earlierFailed(explain(earlier.failure))}</p>}
    </div>
  );
}

interface MessageProps {
  readonly message: ConversationMessage;
  readonly timezone: string;
  readonly conversation: string;
}

// A long talk is not drawn anew for each word that is added.
const Message = memo(function Message({ message, timezone, conversation }: MessageProps) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { author, source, internal } = message;
  return (
    <article className={`message message-${author.type} ${internal ? "message-internal" : ""}`}>
      <p className="message-who">
        {internal && <Icon name="lock" />}
        {author.type === "bot" && <Icon name="bot" />}
        <span dir="auto">{author.name || words.authors[author.type]}</span>
        {internal && <span className="internal-tag">{words.toColleagues}</span>}
        <time dateTime={message.at} className="number">
          {clockText({ at: message.at, timezone, language })}
        </time>
      </p>
      <div className="bubble">
        {message.text !== "" && (
          <p dir="auto">
            {message.hidden === true ? (
              <Hidden conversation={conversation} thing={{ seq: message.seq }} text={message.text} />
            ) : (
              message.text
            )}
          </p>
        )}
        {message.choices !== undefined && message.choices.length > 0 && (
          <ul className="choices" aria-label={words.offeredChoices}>
            {message.choices.map((choice) => (
              <li key={choice.id}>{choice.label}</li>
            ))}
          </ul>
        )}
        {message.attachments?.map((file) => (
          <FileLine key={file.id} file={file} conversation={conversation} />
        ))}
      </div>
      {source !== undefined && <p className="source">{words.source(named(shared.phases, source.phase), source.title)}</p>}
      {message.delivery !== undefined && message.delivery !== "delivered" && (
        <p className="delivery">{named(words.deliveries, message.delivery)}</p>
      )}
    </article>
  );
});
