import { Button } from "antd";
import type { AlertList, AlertMatter, AlertRow } from "../../../src/alerts/api.ts";
import type { Failure } from "../shared/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useSay, useWords } from "../shared/language.tsx";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { deskWords } from "../desk/words.ts";
import { alertWords } from "./words.ts";
import "./alerts.css";

interface Props {
  readonly list: AlertList | undefined;
  readonly failure: Failure | undefined;
  readonly onRetry: () => void;
  readonly onSee: (id: string) => void;
  readonly onGo: () => void;
}

/** What is to be handed over first, then the others, newest first. */
export function Alerts({ list, failure, onRetry, onSee, onGo }: Props) {
  const words = useWords(alertWords);
  const shared = useWords(sharedWords);
  if (list === undefined && failure === undefined) return <p className="alerts muted">{shared.loading}</p>;
  const items = list?.items ?? [];
  const over = items.filter(({ reason }) => reason.code === "alert-hand-over");
  const others = items.filter(({ reason }) => reason.code !== "alert-hand-over");
  const more = (list?.count ?? 0) - items.length;
  return (
    <div className="alerts">
      {failure !== undefined && <FailureNote failure={failure} title={words.failed} onRetry={onRetry} />}
      {list !== undefined && items.length === 0 && <EmptyNote {...words.none} />}
      <Group title={over.length > 0 ? words.handOver : undefined} items={over} onSee={onSee} onGo={onGo} />
      <Group title={over.length > 0 && others.length > 0 ? words.others : undefined} items={others} onSee={onSee} onGo={onGo} />
      {more > 0 && <p className="muted">{words.more(more)}</p>}
    </div>
  );
}

interface GroupProps extends Pick<Props, "onSee" | "onGo"> {
  readonly title: string | undefined;
  readonly items: readonly AlertRow[];
}

function Group({ title, items, onSee, onGo }: GroupProps) {
  if (items.length === 0) return undefined;
  return (
    <section aria-label={title}>
      {title !== undefined && <h3>{title}</h3>}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <One item={item} onSee={onSee} onGo={onGo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ item, onSee, onGo }: Pick<Props, "onSee" | "onGo"> & { readonly item: AlertRow }) {
  const words = useWords(alertWords);
  const say = useSay();
  const { language } = useLanguage();
  const { me } = useSession();
  const { reason, store, at, about } = item;
  const timezone = me.stores.find(({ id }) => id === store.id)?.timezone ?? "Asia/Shanghai";
  return (
    <article className="alert">
      <p className="alert-says">{say(reason)}</p>
      {about !== undefined && <About about={about} />}
      <p className="muted">
        {store.name} · <time dateTime={at}>{clockText({ at, timezone, language })}</time>
      </p>
      <div className="alert-acts">
        {about !== undefined && (
          <span onClick={onGo}>
            <Link
              to={{
                page: "desk",
                list: about.conversation.status === "assigned" ? "mine" : "waiting",
                conversation: about.conversation.id,
              }}
            >
              {words.go}
            </Link>
          </span>
        )}
        <Button size="small" onClick={() => onSee(item.id)}>
          {words.seen}
        </Button>
      </div>
    </article>
  );
}

/** Enough to hand a conversation over: who it is, what they asked, what they named, what was said last. */
function About({ about }: { readonly about: AlertMatter }) {
  const words = useWords(alertWords);
  const desk = useWords(deskWords);
  const { conversation, topic, slots } = about;
  return (
    <div className="alert-about" dir="auto">
      <strong>{conversation.shopper.name || desk.visitor(conversation.shopper.number)}</strong>
      {topic !== undefined && <p>{words.asked(topic)}</p>}
      {slots.length > 0 && <p>{words.named(slots.map(({ value }) => value).join(" · "))}</p>}
      {conversation.lastText !== "" && <p className="alert-last">{words.said(conversation.lastText)}</p>}
    </div>
  );
}
