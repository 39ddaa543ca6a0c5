import { Button, Skeleton } from "antd";
import { useCallback, useState } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { EarlierConversation, EarlierPage } from "../../../src/desk/workspace/api.ts";
import type { Answer, Api } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useRead } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { momentText } from "../shared/time.ts";
import { useTimezone } from "./messages.tsx";
import { sideWords } from "./side-words.ts";

/** More pages than anybody reads beside a talk. */
const PAGES_AT_MOST = 10;

/** What the same shopper talked about before; each opens in place, to be read. */
export function EarlierConversations({ conversation }: Pick<ConversationDetail, "conversation">) {
  const words = useWords(sideWords);
  const [pages, setPages] = useState(1);
  const { id } = conversation;
  const read = useCallback((api: Api) => readPages(api, id, pages), [id, pages]);
  const { value, failure, reload } = useRead(`${id} ${pages}`, read);
  return (
    <section aria-label={words.earlier} className="side-part">
      <h3>{words.earlier}</h3>
      {failure !== undefined && <FailureNote failure={failure} title={words.earlierFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {value !== undefined && value.items.length === 0 && <p className="muted">{words.earlierNone}</p>}
      {value !== undefined && value.items.length > 0 && (
        <ul className="earlier-list">
          {value.items.map((each) => (
            <li key={each.id}>
              <Earlier earlier={each} />
            </li>
          ))}
        </ul>
      )}
      {value?.hasMore === true && pages < PAGES_AT_MOST && (
        <Button size="small" type="link" onClick={() => setPages(pages + 1)}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function Earlier({ earlier }: { readonly earlier: EarlierConversation }) {
  const words = useWords(sideWords);
  const { language } = useLanguage();
  const timezone = useTimezone(earlier.store.id);
  const { began, agentName, rating, openedAt, store } = earlier;
  return (
    <Link to={{ page: "desk", list: earlier.status === "closed" ? "closed" : "open", conversation: earlier.id }}>
      <span className="earlier-began" dir="auto">
        {began === "" ? words.wordless : began}
      </span>
      <span className="earlier-foot">
        <time dateTime={openedAt} className="number">
          {momentText({ at: openedAt, timezone, language })}
        </time>
        <span>{store.name}</span>
        <span>{agentName === undefined ? words.byBot : words.withAgent(agentName)}</span>
        {rating !== undefined && <span>{words.stars(rating)}</span>}
      </span>
    </Link>
  );
}

async function readPages(api: Api, id: string, pages: number): Promise<Answer<EarlierPage>> {
  const items: EarlierConversation[] = [];
  let hasMore = true;
  for (let page = 1; page <= pages && hasMore; page += 1) {
    const query = { after: items.at(-1)?.id };
    const answer = await api.get(addressTo("/api/console/conversations/{id}/earlier", { ids: { id }, query }));
    if (answer.type === "failure") return answer;
    items.push(...answer.value.items);
    hasMore = answer.value.hasMore;
  }
  return { type: "answer", value: { items, hasMore } };
}
