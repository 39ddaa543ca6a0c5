import { Alert, Button } from "antd";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { Me } from "../../src/desk/api.ts";
import { linkTo } from "./shared/calls.ts";
import { EmptyNote } from "./shared/empty.tsx";
import { browserKeeper } from "./shared/browser-keeper.ts";
import { useWords } from "./shared/language.tsx";
import { openLive, useLive } from "./shared/live.ts";
import type { Live } from "./shared/live.ts";
import { homeOf, isSettingUp, maySee } from "./shared/pages.ts";
import type { Route } from "./shared/route.ts";
import { go, useRoute } from "./shared/router.tsx";
import { SessionContext, useApi } from "./shared/session.tsx";
import { sharedWords } from "./shared/words.ts";
import { Header } from "./header.tsx";
import { Palette } from "./palette/palette.tsx";
import { SettingsFrame } from "./settings/frame.tsx";
import { useOpenProposals } from "./proposals/open.ts";
import { useOpenWishes } from "./roster/open-wishes.ts";
import { Watch, WatchRequests } from "./watch.tsx";

const DeskPage = lazy(async () => ({ default: (await import("./desk/page.tsx")).DeskPage }));
const StoryPage = lazy(async () => ({ default: (await import("./story/page.tsx")).StoryPage }));
const KnowledgePage = lazy(async () => ({ default: (await import("./knowledge/page.tsx")).KnowledgePage }));
const WallPage = lazy(async () => ({ default: (await import("./wall/page.tsx")).WallPage }));
const LevelsPage = lazy(async () => ({ default: (await import("./levels/page.tsx")).LevelsPage }));
const HomePage = lazy(async () => ({ default: (await import("./home/page.tsx")).HomePage }));
const ProposalsPage = lazy(async () => ({ default: (await import("./proposals/page.tsx")).ProposalsPage }));
const PhrasesPage = lazy(async () => ({ default: (await import("./phrases/page.tsx")).PhrasesPage }));
const RosterPage = lazy(async () => ({ default: (await import("./roster/page.tsx")).RosterPage }));
const ShiftsPage = lazy(async () => ({ default: (await import("./shifts/page.tsx")).ShiftsPage }));
const PlacesPage = lazy(async () => ({ default: (await import("./places/page.tsx")).PlacesPage }));
const AnsweringPage = lazy(async () => ({ default: (await import("./answering/page.tsx")).AnsweringPage }));
const PeoplePage = lazy(async () => ({ default: (await import("./people/page.tsx")).PeoplePage }));
const AuditPage = lazy(async () => ({ default: (await import("./audit/page.tsx")).AuditPage }));
const WebhooksPage = lazy(async () => ({ default: (await import("./webhooks/page.tsx")).WebhooksPage }));
const SettingsPage = lazy(async () => ({ default: (await import("./settings/page.tsx")).SettingsPage }));
const SecurityPage = lazy(async () => ({ default: (await import("./security/page.tsx")).SecurityPage }));
const ParkedPage = lazy(async () => ({ default: (await import("./parked/page.tsx")).ParkedPage }));

interface Props {
  readonly me: Me;
  readonly onMe: (me: Me) => void;
  readonly reloadMe: () => void;
  readonly onSignedOut: () => void;
}

const SHIFT_LOOKED_AT_EVERY_MS = 60_000;
const SOUND_KEPT_AS = "counterbell.sound";

/** What stands around every page: header, stream, title, and the page itself. */
export function Shell({ me, onMe, reloadMe, onSignedOut }: Props) {
  const api = useApi();
  const words = useWords(sharedWords);
  const route = useRoute();
  const seesDesk = maySee(me.user.role, "desk");
  const live = useMemo(() => openLive(eventsAfter), []);
  const [sound, setSound] = useState(() => browserKeeper().read(SOUND_KEPT_AS) === "on");
  const lost = useLost(live);
  const parked = useParked(live);
  const openProposals = useOpenProposals(me);
  const openWishes = useOpenWishes(me.user.role);
  const session = useMemo(() => ({ api, me, live, reloadMe }), [api, me, live, reloadMe]);
  const home = homeOf(me.user.role);
  const isLost = route.page === "desk" && route.conversation === undefined && !seesDesk;
  const isAgent = me.agent !== undefined;
  const isStart = route.page === "start" || isLost;

  useEffect(() => {
    if (isStart) go(homeOf(me.user.role), "replace");
  }, [isStart, me.user.role]);

  // A shift begins and ends by the clock alone: nothing on the desk moves with it.
  useEffect(() => {
    if (!isAgent) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && reloadMe(), SHIFT_LOOKED_AT_EVERY_MS);
    return () => clearInterval(timer);
  }, [isAgent, reloadMe]);

  function toggleSound(): void {
    browserKeeper().write(SOUND_KEPT_AS, sound ? "off" : "on");
    setSound(!sound);
  }

  return (
    <SessionContext.Provider value={session}>
      <div className="shell">
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <Header
          route={route}
          parked={parked}
          openProposals={openProposals}
          openWishes={openWishes}
          sound={sound}
          onSound={toggleSound}
          onMe={onMe}
          onSignedOut={onSignedOut}
        />
        {seesDesk ? <Watch route={route} sound={sound} /> : <WatchRequests route={route} sound={sound} />}
        <Palette />
        <div role="status">{lost && <Alert type="warning" banner title={words.reconnecting} />}</div>
        <main id="content" tabIndex={-1} className={`content content-${route.page}`}>
          <Suspense fallback={<p className="page-wait">{words.loading}</p>}>
            {maySee(me.user.role, route.page) || isStart ? <Placed route={route} parked={parked} /> : <NoPage home={home} />}
          </Suspense>
        </main>
      </div>
    </SessionContext.Provider>
  );
}

function Placed({ route, parked }: { readonly route: Route; readonly parked: number }) {
  const page = <PageOf route={route} />;
  return isSettingUp(route.page) ? (
    <SettingsFrame route={route} parked={parked}>
      {page}
    </SettingsFrame>
  ) : (
    page
  );
}

function PageOf({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "desk":
      return <DeskPage route={route} />;
    case "story":
      return <StoryPage conversation={route.conversation} />;
    case "knowledge":
      return <KnowledgePage route={route} />;
    case "wall":
      return <WallPage route={route} />;
    case "levels":
      return <LevelsPage route={route} />;
    case "home":
      return <HomePage route={route} />;
    case "proposals":
      return <ProposalsPage route={route} />;
    case "phrases":
      return <PhrasesPage route={route} />;
    case "roster":
      return <RosterPage route={route} />;
    case "shifts":
      return <ShiftsPage />;
    case "places":
      return <PlacesPage route={route} />;
    case "answering":
      return <AnsweringPage route={route} />;
    case "people":
      return <PeoplePage route={route} />;
    case "audit":
      return <AuditPage route={route} />;
    case "settings":
      return <SettingsPage route={route} />;
    case "security":
      return <SecurityPage />;
    case "webhooks":
      return <WebhooksPage route={route} />;
    case "parked":
      return <ParkedPage />;
    case "start":
    case "unknown":
      return undefined;
  }
}

function NoPage({ home }: { readonly home: Route }) {
  const words = useWords(sharedWords);
  return (
    <EmptyNote title={words.noPage} next={words.noPageNext}>
      <Button type="primary" onClick={() => go(home)}>
        {wordsTo(home, words)}
      </Button>
    </EmptyNote>
  );
}

function wordsTo({ page }: Route, words: typeof sharedWords.en): string {
  if (page === "wall") return words.toWall;
  return page === "desk" ? words.toDesk : words.toHome;
}

function eventsAfter(after: string | undefined): string {
  return linkTo("/api/console/events", { query: { after } });
}

/** How many events are set aside, as the stream tells those responsible. */
function useParked(live: Live): number {
  const [parked, setParked] = useState(0);
  useLive(live, (event) => {
    if (event.type === "connected") setParked(0);
    if (event.type === "parked") setParked(event.count);
  });
  return parked;
}

const SHOWN_AFTER_MS = 3_000;

/** True once the stream has been away for a few seconds; a connection that comes back at once is not worth a word. */
function useLost(live: Live): boolean {
  const [lost, setLost] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(live, (event) => {
    if (event.type === "lost") timer.current ??= setTimeout(() => setLost(true), SHOWN_AFTER_MS);
    if (event.type !== "connected") return;
    clearTimeout(timer.current);
    timer.current = undefined;
    setLost(false);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return lost;
}
