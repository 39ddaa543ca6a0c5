import { Button } from "antd";
import { useState } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { browserKeeper } from "../shared/browser-keeper.ts";
import { useWords } from "../shared/language.tsx";
import { RequestItem } from "./item.tsx";
import { keptSeen, seenWith, shownInTalk } from "./seen.ts";
import { requestWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly onChanged: () => void;
}

const SEEN_KEPT_AS = "counterbell.requests-seen";

/**
 * How the requests of this conversation stand: the open ones, else what was answered last, until somebody put it away or told the
 * shopper. What was answered stays among the lines and in the story.
 */
export function RequestsInTalk({ detail, onChanged }: Props) {
  const words = useWords(requestWords);
  const [seen, setSeen] = useState(() => keptSeen(browserKeeper().read(SEEN_KEPT_AS)));
  const shown = shownInTalk(detail, seen);
  const putAway = (id: string): void => {
    const all = seenWith(keptSeen(browserKeeper().read(SEEN_KEPT_AS)), id);
    browserKeeper().write(SEEN_KEPT_AS, all.join(" "));
    setSeen(all);
  };
  if (shown.length === 0) return undefined;
  return (
    <section className="requests-in-talk" aria-label={words.title}>
      <ul className="requests">
        {shown.map((request) => (
          <RequestItem key={request.id} request={request} onChanged={onChanged} isInTalk>
            {request.state !== "open" && (
              <Button size="small" onClick={() => putAway(request.id)}>
                {words.gotIt}
              </Button>
            )}
          </RequestItem>
        ))}
      </ul>
    </section>
  );
}
