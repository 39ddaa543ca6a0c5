import { Button } from "antd";
import { Fragment, useLayoutEffect, useRef } from "react";
import type { ConversationDetail, ConversationMessage } from "../../../src/desk/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, dayOf, dayText, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { FileLine } from "./file-line.tsx";
import type { Pending } from "./outbox.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly pending: readonly Pending[];
  readonly onRetry: (pending: Pending) => void;
  readonly onPutBack: (pending: Pending) => void;
  readonly onDrop: (pending: Pending) => void;
}

/** Who said what, oldest first; then what is still on its way. Times are the store's. */
export function Messages({ detail, pending, onRetry, onPutBack, onDrop }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const timezone = useTimezone(detail.conversation.store.id);
  const log = useScrolledToEnd(detail.messages.length + pending.length);
  return (
    <div className="log" role="log" aria-label={words.log} tabIndex={0} ref={log}>
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

// Follows the talk while one reads its end; leaves one in peace who reads further up.
function useScrolledToEnd(count: number) {
  const log = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const box = log.current;
    if (box === null) return;
    const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 240;
    if (isFirst.current || isNearEnd) box.scrollTop = box.scrollHeight;
    isFirst.current = false;
  }, [count]);
  return log;
}

interface MessageProps {
  readonly message: ConversationMessage;
  readonly timezone: string;
  readonly conversation: string;
}

function Message({ message, timezone, conversation }: MessageProps) {
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
        {message.text !== "" && <p dir="auto">{message.text}</p>}
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
}

interface PendingProps {
  readonly pending: Pending;
  readonly onRetry: () => void;
  readonly onPutBack: () => void;
  readonly onDrop: () => void;
}

function PendingMessage({ pending, onRetry, onPutBack, onDrop }: PendingProps) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  const say = useSay();
  return (
    <article className={`message message-agent message-pending ${pending.internal ? "message-internal" : ""}`}>
      <div className="bubble">
        {pending.text !== "" && <p dir="auto">{pending.text}</p>}
        {pending.attachments?.map((file) => (
          <p key={file.id} className="file">
            <Icon name="file" /> {file.name}
          </p>
        ))}
      </div>
      {pending.state === "sending" && <p className="delivery">{words.sending}</p>}
      {pending.state === "unconfirmed" && (
        <p className="delivery delivery-bad">
          {words.unconfirmed}{" "}
          <Button size="small" onClick={onRetry}>
            {shared.retry}
          </Button>{" "}
          <Button size="small" onClick={onDrop}>
            {words.discard}
          </Button>
        </p>
      )}
      {pending.state === "refused" && (
        <p className="delivery delivery-bad">
          {words.refused}
          {pending.reason !== undefined && `：${say(pending.reason)}`}{" "}
          <Button size="small" onClick={onPutBack}>
            {words.putBack}
          </Button>{" "}
          <Button size="small" onClick={onDrop}>
            {words.discard}
          </Button>
        </p>
      )}
    </article>
  );
}
