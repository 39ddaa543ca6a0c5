import type { ConversationDetail } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { RequestItem } from "./item.tsx";
import { requestWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly onChanged: () => void;
}

/** How the requests of this conversation stand: the open ones, else the last one that was answered, until it closes. */
export function RequestsInTalk({ detail, onChanged }: Props) {
  const words = useWords(requestWords);
  const { requests, conversation } = detail;
  if (conversation.status === "closed") return undefined;
  const open = requests.filter(({ state }) => state === "open");
  const answered = requests.filter(({ decision }) => decision !== undefined);
  const shown = open.length > 0 ? open : answered.slice(-1);
  if (shown.length === 0) return undefined;
  return (
    <section className="requests-in-talk" aria-label={words.title}>
      <ul className="requests">
        {shown.map((request) => (
          <RequestItem key={request.id} request={request} onChanged={onChanged} isInTalk />
        ))}
      </ul>
    </section>
  );
}
