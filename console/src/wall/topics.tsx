import { Skeleton } from "antd";
import { useEffect } from "react";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { wallWords } from "./words.ts";

/** What rises, rises over hours. */
const REFRESHED_EVERY_MS = 60_000;
/** With fewer days the server compares nothing. */
const LEAST_DAYS = 3;

/** What is asked clearly more than usual, with the way to its article. */
export function Topics({ store }: { readonly store: string | undefined }) {
  const words = useWords(wallWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const { value, failure, reload } = useLoaded(addressTo("/api/console/wall/topics", { query: { store } }));
  useEffect(() => {
    const timer = setInterval(reload, REFRESHED_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const mean = (count: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(count);
  return (
    <section className="panel stack" aria-label={words.topics.title}>
      <h2>{words.topics.title}</h2>
      <p className="muted">{words.topics.lead}</p>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {value?.rising.length === 0 && (
        <p>{value.comparedDays < LEAST_DAYS ? words.topics.tooNew(value.comparedDays) : words.topics.none}</p>
      )}
      {value && value.rising.length > 0 && (
        <ul className="rising">
          {value.rising.map((topic) => (
            <li key={`${topic.store.id} ${topic.articleId}`}>
              <Link to={{ page: "knowledge", query: topic.title, at: 1, store: topic.store.id }}>{topic.title}</Link>
              {me.stores.length > 1 && <span className="muted">{topic.store.name}</span>}
              <span className="number">{words.topics.today(topic.today)}</span>
              <span className="muted number">{words.topics.before(mean(topic.before))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
