import { Button } from "antd";
import { Icon } from "../shared/icons.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import type { Pending } from "./outbox.ts";
import { deskWords } from "./words.ts";

interface PendingProps {
  readonly pending: Pending;
  readonly onRetry: () => void;
  readonly onPutBack: () => void;
  readonly onDrop: () => void;
}

/** Words on their way, or what became of them. */
export function PendingMessage({ pending, onRetry, onPutBack, onDrop }: PendingProps) {
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
          {words.unconfirmed}
          <Button size="small" onClick={onRetry}>
            {shared.retry}
          </Button>
          <Button size="small" onClick={onDrop}>
            {words.discard}
          </Button>
        </p>
      )}
      {pending.state === "refused" && (
        <p className="delivery delivery-bad">
          <span>
            {words.refused}
            {pending.reason !== undefined && `：${say(pending.reason)}`}
          </span>
          <Button size="small" onClick={onPutBack}>
            {words.putBack}
          </Button>
          <Button size="small" onClick={onDrop}>
            {words.discard}
          </Button>
        </p>
      )}
    </article>
  );
}
