import { Select, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go, Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, zoneText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { Agents } from "./agents.tsx";
import { calmly } from "./calm.ts";
import { LevelHours } from "./hours.tsx";
import { OverdueList } from "./overdue.tsx";
import { Tiles } from "./tiles.tsx";
import { Topics } from "./topics.tsx";
import { Who } from "./who.tsx";
import { wallWords } from "./words.ts";
import "./wall.css";

export type WallRoute = Extract<Route, { page: "wall" }>;

/** However much happens, the page is read again this often at most. */
const AT_MOST_EVERY_MS = 5_000;
/** Time alone makes conversations late and ends shifts: read again this often when nothing else happens. */
const AT_LEAST_EVERY_MS = 20_000;

/** How the desk stands at this moment: for a screen on the wall, and one click from what needs somebody. */
export function WallPage({ route }: { readonly route: WallRoute }) {
  const words = useWords(wallWords);
  const { me } = useSession();
  const wall = useLoaded(addressTo("/api/console/wall", { query: { store: route.store } }));
  useCalmReload(wall.reload);
  if (me.stores.length === 0) return <EmptyNote {...words.noStores} />;
  const timezone = (me.stores.find(({ id }) => id === route.store) ?? me.stores[0])?.timezone ?? "Asia/Shanghai";
  return (
    <div className="page wall">
      <Head route={route} now={wall.value?.now} timezone={timezone} />
      <div className="stack">
        {wall.failure && (
          <FailureNote
            failure={wall.failure}
            title={wall.value === undefined ? words.failed : `${words.failed} · ${words.stale}`}
            onRetry={wall.reload}
          />
        )}
        {wall.value === undefined && wall.failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
        {wall.value && <Tiles wall={wall.value} route={route} />}
        <OverdueList route={route} changed={wall.value} />
        {wall.value && <Agents agents={wall.value.agents} timezone={timezone} />}
        {wall.value && <LevelHours hours={wall.value.serviceLevel.hours} />}
        <Topics store={route.store} />
        <Who store={route.store} />
      </div>
    </div>
  );
}

/** Reads again when something happened, calmly; and from time to time when nothing did. */
function useCalmReload(reload: () => void): void {
  const { live } = useSession();
  const calm = useRef<ReturnType<typeof calmly>>(undefined);
  useEffect(() => {
    const own = calmly(reload, AT_MOST_EVERY_MS);
    calm.current = own;
    const timer = setInterval(own.ask, AT_LEAST_EVERY_MS);
    return () => {
      clearInterval(timer);
      own.stop();
    };
  }, [reload]);
  useLive(live, (event) => {
    if (event.type === "conversation" || event.type === "connected") calm.current?.ask();
  });
}

interface HeadProps {
  readonly route: WallRoute;
  readonly now: string | undefined;
  readonly timezone: string;
}

function Head({ route, now, timezone }: HeadProps) {
  const words = useWords(wallWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { me } = useSession();
  return (
    <div className="page-head">
      <div>
        <h1>{words.title}</h1>
        {now !== undefined && (
          <p className="muted">{words.asOf(clockText({ at: now, timezone, language }), zoneText(timezone, language))}</p>
        )}
      </div>
      <div className="page-tools">
        <Link to={{ page: "levels", at: 1, ...(route.store === undefined ? {} : { store: route.store }) }}>{words.byDay}</Link>
        {me.stores.length > 1 && (
          <Select
            className="filter-store"
            aria-label={words.store}
            value={route.store ?? ""}
            options={[{ value: "", label: shared.allStores }, ...me.stores.map(({ id, name }) => ({ value: id, label: name }))]}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(store: string) => go({ page: "wall", at: 1, ...(store === "" ? {} : { store }) })}
          />
        )}
      </div>
    </div>
  );
}
