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
import { TickLine } from "./tick-line.tsx";
import { tickOf } from "./ticks.ts";
import type { Tick } from "./ticks.ts";
import { tickWords } from "./tick-words.ts";
import type { useShopper } from "./use-shopper.ts";
import { useKeptPlace } from "./use-scroll.ts";
import { missedWords } from "./missed-words.ts";
import { useMissedLines } from "./use-missed.ts";
import type { Earlier } from "./use-talk.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly earlier: Earlier;
  readonly pending: readonly Pending[];
  readonly onRetry: (pending: Pending) => void;
  readonly onPutBack: (pending: Pending) => void;
  readonly onDrop: (pending: Pending) => void;
  /** How far the shopper's page is, and whether they write. */
  readonly shopper: ReturnType<typeof useShopper>;
  /** Says again what the platform refused; absent: it is not mine to say. */
  readonly onAgain: ((message: ConversationMessage) => void) | undefined;
}

/** Who said what, oldest first; then what is still on its way. Times are the store's. */
export function Messages({ detail, earlier, pending, onRetry, onPutBack, onDrop, shopper, onAgain }: Props) {
  const words = useWords(deskWords);
  const tickTexts = useWords(tickWords);
  const missedTexts = useWords(missedWords);
  const missed = useMissedLines(detail);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const timezone = useTimezone(detail.conversation.store.id);
  const log = useKeptPlace(detail.messages[0]?.seq ?? 0, detail.messages.length + pending.length + Number(shopper.isTyping));
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
        const tick = tickOf(message, shopper.seen);
        const isNewDay = before === undefined || dayOf(before.at, timezone) !== dayOf(message.at, timezone);
        return (
          <Fragment key={message.id}>
            {isNewDay && <p className="day">{dayText({ at: message.at, timezone, language })}</p>}
            {message.seq === missed?.seq && <p className="missed-line">{missedTexts.lines(missed.count)}</p>}
            <Message
              message={message}
              timezone={timezone}
              conversation={detail.conversation.id}
              tick={tick}
              onAgain={canSayAgain(message, tick) ? onAgain : undefined}
            />
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
      {shopper.isTyping && (
        <p className="shopper-typing">
          <span aria-hidden="true" className="dots" />
          {tickTexts.typing}
        </p>
      )}
    </div>
  );
}

// Only where it failed: what is the same for all others is not drawn anew while one writes.
function canSayAgain({ author, hidden }: ConversationMessage, tick: Tick | undefined): boolean {
  return (tick === "failed" || tick === "unclear") && author.type === "agent" && hidden !== true;
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
  readonly tick: Tick | undefined;
  readonly onAgain: ((message: ConversationMessage) => void) | undefined;
}

// A long talk is not drawn anew for each word that is added.
const Message = memo(function Message({ message, timezone, conversation, tick, onAgain }: MessageProps) {
  const words = useWords(deskWords);
  const tickTexts = useWords(tickWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { author, source, internal, whisper } = message;
  return (
    <article
      className={`message message-${author.type} ${internal ? "message-internal" : ""} ${whisper === true ? "message-whisper" : ""}`}
    >
      <p className="message-who">
        {internal && <Icon name={whisper === true ? "whisper" : "lock"} />}
        {author.type === "bot" && <Icon name="bot" />}
        <span dir="auto">{author.name || words.authors[author.type]}</span>
        {internal && (
          <span className="internal-tag" title={tickTexts.whisperHint}>
            {whisper === true ? tickTexts.whisper : words.toColleagues}
          </span>
        )}
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
      {tick !== undefined && <TickLine tick={tick} onAgain={onAgain === undefined ? undefined : () => onAgain(message)} />}
      {message.delivery === "superseded" && <p className="delivery">{named(words.deliveries, message.delivery)}</p>}
    </article>
  );
});
