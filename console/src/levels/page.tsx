import { Button, Input, Select, Skeleton } from "antd";
import { dayAfter, isDay } from "../home/days.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { LevelsRoute } from "../shared/route.ts";
import { go, Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { Behind } from "./behind.tsx";
import { LevelTable } from "./table.tsx";
import { Trend } from "./trend.tsx";
import { levelWords } from "./words.ts";
import "../home/home.css";
import "../wall/wall.css";
import "./levels.css";

const DAYS = 7;

/** Reply limits kept and missed, by store and day: each number opens the conversations behind it. */
export function LevelsPage({ route }: { readonly route: LevelsRoute }) {
  const words = useWords(levelWords);
  const { me } = useSession();
  const query = { store: route.store, until: route.until };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/levels", { query }));
  if (me.stores.length === 0) return <EmptyNote {...words.noStores} />;
  const [from, until] = [value?.days[0], value?.days.at(-1)];
  return (
    <div className="page levels">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          {from !== undefined && until !== undefined && <p className="muted">{words.lead(from, until)}</p>}
        </div>
        <Link to={{ page: "wall", at: 1, ...(route.store === undefined ? {} : { store: route.store }) }}>{words.toWall}</Link>
      </div>
      <Choices route={route} until={until ?? route.until} />
      <div className="stack">
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
        {value && <LevelTable levels={value} route={route} />}
        <p className="muted levels-means">{words.means}</p>
        <Behind route={route} />
        {value && <Trend days={value.all} />}
      </div>
    </div>
  );
}

function Choices({ route, until }: { readonly route: LevelsRoute; readonly until: string | undefined }) {
  const words = useWords(levelWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const show = (more: { readonly store?: string | undefined; readonly until?: string | undefined }): void => {
    const { store = route.store, until: day = route.until } = more;
    go({
      page: "levels",
      at: 1,
      ...(store === undefined || store === "" ? {} : { store }),
      ...(day === undefined ? {} : { until: day }),
    });
  };
  return (
    <div className="filters">
      {me.stores.length > 1 && (
        <Select
          className="filter-store"
          aria-label={words.store}
          value={route.store ?? ""}
          options={[{ value: "", label: shared.allStores }, ...me.stores.map(({ id, name }) => ({ value: id, label: name }))]}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(store: string) => show({ store })}
        />
      )}
      {until !== undefined && isDay(until) && (
        <>
          <Button onClick={() => show({ until: dayAfter(until, -DAYS) })}>{words.earlier}</Button>
          <Input
            className="home-day"
            type="date"
            aria-label={words.until}
            value={until}
            onChange={({ target }) => isDay(target.value) && show({ until: target.value })}
          />
          <Button disabled={route.until === undefined} onClick={() => show({ until: dayAfter(until, DAYS) })}>
            {words.later}
          </Button>
        </>
      )}
    </div>
  );
}
