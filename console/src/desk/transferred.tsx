import { Icon } from "../shared/icons.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { clockText } from "../shared/time.ts";
import { useTimezone } from "./messages.tsx";
import { transferWords } from "./transfer-words.ts";

interface Props {
  readonly detail: ConversationDetail;
}

/** What whoever got it reads first: why it was passed on and how things stand, until they have answered. */
export function TransferredNote({ detail }: Props) {
  const words = useWords(transferWords);
  const { language } = useLanguage();
  const say = useSay();
  const timezone = useTimezone(detail.conversation.store.id);
  const { transfer, messages, conversation } = detail;
  if (transfer === undefined || conversation.status === "closed" || conversation.status === "bot") return undefined;
  const isAnswered = messages.some(({ author, internal, at }) => author.type === "agent" && !internal && at > transfer.at);
  if (isAnswered) return undefined;
  return (
    <section className="transferred" aria-label={words.transfer}>
      <p className="transferred-who">
        <Icon name="lock" />
        <strong>{words.bannerTitle(transfer.from, say(transfer.to))}</strong>
        <time dateTime={transfer.at} className="number">
          {clockText({ at: transfer.at, timezone, language })}
        </time>
      </p>
      <p>{words.bannerReason(transfer.reason)}</p>
      <p className="transferred-summary" dir="auto">
        {transfer.summary}
      </p>
    </section>
  );
}
