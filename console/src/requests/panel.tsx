import { Pagination, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useLive } from "../shared/live.ts";
import { useSession } from "../shared/session.tsx";
import { RequestItem } from "./item.tsx";
import { requestWords } from "./words.ts";
import "./requests.css";

interface Props {
  /** Of one store; absent: of all of mine. */
  readonly store?: string | undefined;
  /** Read again with the rest of the page. */
  readonly changed: unknown;
}

type Which = "open" | "answered";

const PAGE_SIZE = 20;

/** What agents ask: the oldest open request first, with what one may answer answered on the spot. */
export function RequestsPanel({ store, changed }: Props) {
  const words = useWords(requestWords);
  const { me, live } = useSession();
  const [which, setWhich] = useState<Which>("open");
  const [at, setAt] = useState(1);
  const address = addressTo("/api/console/requests", { query: { store, state: which, page: at } });
  const { value, failure, reload } = useLoaded(address);
  useEffect(() => reload(), [changed, reload]);
  useLive(live, (event) => {
    if (event.type === "requests") reload();
  });
  // Nothing to answer takes one line, and leaves the room to the figures.
  const isFolded = which === "open" && value?.total === 0;
  const isMerchant = me.user.role === "merchant";
  const cannotAnswer = isMerchant && value !== undefined && value.open > 0 && !value.items.some(({ mayAnswer }) => mayAnswer);
  return (
    <section className={isFolded ? "panel requests-folded" : "panel stack"} aria-label={words.title}>
      <div className="page-tools">
        <h2>
          {words.title}
          {isFolded && <span className="request-count muted">{words.none}</span>}
          {value !== undefined && value.open > 0 && (
            <span className={value.late > 0 ? "request-late request-count" : "request-count muted"}>
              {words.count(value.open, value.late)}
            </span>
          )}
        </h2>
        <Segmented<Which>
          aria-label={words.title}
          value={which}
          options={(["open", "answered"] as const).map((each) => ({ value: each, label: words.which[each] }))}
          onChange={(next) => {
            setWhich(next);
            setAt(1);
          }}
        />
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 2 }} />}
      {value?.items.length === 0 && !isFolded && <EmptyNote {...words.emptyAnswered} />}
      {which === "open" && cannotAnswer && <p className="muted">{words.needsApproval}</p>}
      {value !== undefined && value.items.length > 0 && (
        <ul className="requests">
          {value.items.map((request) => (
            <RequestItem key={request.id} request={request} onChanged={reload} />
          ))}
        </ul>
      )}
      {value !== undefined && value.total > PAGE_SIZE && (
        <nav aria-label={words.pages}>
          <Pagination current={at} total={value.total} pageSize={PAGE_SIZE} showSizeChanger={false} onChange={setAt} />
        </nav>
      )}
    </section>
  );
}
