import { Button, Input, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { FiguresAnswer } from "../../../src/figures/api.ts";
import { SHARED_STORE, useKnowledgeStore } from "../knowledge/store.ts";
import type { KnowledgeStore } from "../knowledge/store.ts";
import { canPropose, ProposeDrawer } from "../proposals/form.tsx";
import { Proposals } from "../proposals/page.tsx";
import { proposalWords } from "../proposals/words.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go, Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, dayText, zoneText } from "../shared/time.ts";
import { dayAfter, isDay } from "./days.ts";
import { Hours } from "./hours.tsx";
import { StoresTable } from "./stores.tsx";
import { Tiles } from "./tiles.tsx";
import { ToDecide } from "./to-decide.tsx";
import { homeWords } from "./words.ts";
import "./home.css";

type HomeRoute = Extract<Route, { page: "home" }>;

const REFRESHED_EVERY_MS = 60_000;

/** A store's day at a glance; for merchants also what they proposed, and the way to propose more. */
export function HomePage({ route }: { readonly route: HomeRoute }) {
  const words = useWords(homeWords);
  const store = useKnowledgeStore(route.store === SHARED_STORE ? undefined : route.store);
  if (store === undefined) return <EmptyNote {...words.noStores} />;
  return <StoreDay key={store.id} route={route} store={store} />;
}

interface DayProps {
  readonly route: HomeRoute;
  readonly store: KnowledgeStore;
}

function StoreDay({ route, store }: DayProps) {
  const words = useWords(homeWords);
  const proposals = useWords(proposalWords);
  const { me } = useSession();
  const [proposes, setProposes] = useState(false);
  const figures = useLoaded(addressTo("/api/console/figures", { query: { store: store.id, day: route.day } }));
  const isProposer = canPropose(me.user.role);
  const query = { whose: "mine", store: store.id } as const;
  const mine = useLoaded(isProposer ? addressTo("/api/console/proposals", { query }) : undefined);
  // An earlier day is looked at store by store.
  const isOfMany = route.day === undefined && me.stores.filter(({ id }) => id !== SHARED_STORE).length > 1;
  const today = useLoaded(isOfMany ? addressTo("/api/console/figures/stores") : undefined);
  useOften(figures.reload);
  useOften(today.reload);
  return (
    <div className="page">
      <div className="page-head">
        <Heading figures={figures.value} />
        {isProposer && (
          <Button type="primary" onClick={() => setProposes(true)}>
            {proposals.propose}
          </Button>
        )}
      </div>
      <div className="stack">
        {me.stores.some(({ approves }) => approves === true) && <ToDecide />}
        {isOfMany && <StoresTable today={today} />}
        <Choices route={route} store={store} figures={figures.value} />
        {figures.failure && <FailureNote failure={figures.failure} title={words.failed} onRetry={figures.reload} />}
        {figures.value === undefined && figures.failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
        {figures.value && <Tiles figures={figures.value} />}
        {figures.value && <Hours hours={figures.value.hours} />}
        {isProposer && (
          <section className="stack" aria-label={words.mine}>
            <h2>{words.mine}</h2>
            {mine.failure && <FailureNote failure={mine.failure} title={proposals.failed} onRetry={mine.reload} />}
            <Proposals page={mine.value} isFailed={mine.failure !== undefined} onChanged={mine.reload} />
            {mine.value && mine.value.total > mine.value.items.length && (
              <Link to={{ page: "proposals", at: 1, store: store.id }}>{words.all(mine.value.total)}</Link>
            )}
          </section>
        )}
      </div>
      {proposes && <ProposeDrawer store={store} onMade={mine.reload} onClose={() => setProposes(false)} />}
    </div>
  );
}

function useOften(reload: () => void): void {
  useEffect(() => {
    const timer = setInterval(reload, REFRESHED_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
}

function Heading({ figures }: { readonly figures: FiguresAnswer | undefined }) {
  const words = useWords(homeWords);
  const { language } = useLanguage();
  if (figures === undefined) return <h1>{words.title}</h1>;
  const { timezone } = figures.store;
  // Noon of that date is on that date in every zone when it is told in UTC.
  const day = dayText({ at: `${figures.day}T12:00:00Z`, timezone: "UTC", language });
  return (
    <div>
      <h1>{figures.isToday ? words.title : words.titlePast}</h1>
      <p className="muted">
        {words.lead(day, zoneText(timezone, language))}
        {figures.isToday && <> · {words.asOf(clockText({ at: figures.now, timezone, language }))}</>}
      </p>
    </div>
  );
}

function Choices({ route, store, figures }: DayProps & { readonly figures: FiguresAnswer | undefined }) {
  const words = useWords(homeWords);
  const { me } = useSession();
  const day = figures?.day ?? route.day;
  const show = (next: string | undefined): void =>
    go({ page: "home", store: store.id, ...(next === undefined ? {} : { day: next }) });
  return (
    <div className="filters">
      {me.stores.length > 1 && (
        <Select
          className="filter-store"
          aria-label={words.store}
          value={store.id}
          options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(id: string) => go({ page: "home", store: id, ...(route.day === undefined ? {} : { day: route.day }) })}
        />
      )}
      {day !== undefined && isDay(day) && (
        <>
          <Button aria-label={words.before} title={words.before} onClick={() => show(dayAfter(day, -1))}>
            ‹
          </Button>
          <Input
            className="home-day"
            type="date"
            aria-label={words.day}
            value={day}
            onChange={({ target }) => isDay(target.value) && show(target.value)}
          />
          <Button
            aria-label={words.after}
            title={words.after}
            disabled={figures?.isToday !== false}
            onClick={() => show(dayAfter(day, 1))}
          >
            ›
          </Button>
        </>
      )}
      {figures?.isToday === false && <Button onClick={() => show(undefined)}>{words.today}</Button>}
    </div>
  );
}
