import type { ConversationDetail } from "../../../src/desk/api.ts";
import { useWords } from "../shared/language.tsx";
import { RequestItem } from "./item.tsx";
import { requestWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly onChanged: () => void;
}

/** How the requests of this conversation stand: the open ones, else what was answered last, until the agent told the shopper. */
export function RequestsInTalk({ detail, onChanged }: Props) {
  const words = useWords(requestWords);
  const { requests, conversation, messages } = detail;
  if (conversation.status === "closed") return undefined;
  const open = requests.filter(({ state }) => state === "open");
  const told = messages.findLast(({ author, internal }) => author.type === "agent" && !internal)?.at ?? "";
  const answered = requests.filter(({ decision }) => decision !== undefined && decision.at > told);
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
