import { Button, Skeleton } from "antd";
import { useState } from "react";
import type { RosterAnswer } from "../../../src/staffing/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { useSession } from "../shared/session.tsx";
import { clockText, dayOf, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { Calendar } from "./calendar.tsx";
import { RecentChanges } from "./recent.tsx";
import { recentWords } from "./recent-words.ts";
import { Requests } from "./requests.tsx";
import { RosterUpload } from "./upload.tsx";
import { rosterWords } from "./words.ts";
import "./roster.css";

/** The calendar shows the others in their weeks. */
const HOLIDAYS_TOLD = 8;

type RosterAgent = RosterAnswer["agents"][number];

type RosterRoute = Extract<Route, { page: "roster" }>;

/** Who works when, who is there now, a calendar to plan in, and a way to put another roster in its place. */
export function RosterPage({ route }: { readonly route: RosterRoute }) {
  const words = useWords(rosterWords);
  const { language } = useLanguage();
  const { value: roster, failure, reload } = useLoaded(addressTo("/api/console/roster"));
  // Counts the rosters put in place here: each is another calendar.
  const [replacedCount, setReplacedCount] = useState(0);
  const [isRecentOpen, setRecent] = useState(false);
  const recent = useWords(recentWords);
  const replace = (): void => {
    setReplacedCount((count) => count + 1);
    reload();
  };
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          {roster && <p className="muted">{words.lead(zoneText(roster.timezone, language))}</p>}
        </div>
        <div className="page-tools">
          <Button onClick={() => setRecent(true)}>{recent.open}</Button>
          <RosterUpload version={roster?.version} onReplaced={replace} />
        </div>
      </div>
      {isRecentOpen && <RecentChanges onChanged={replace} onClose={() => setRecent(false)} />}
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {roster === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {roster && (roster.agents.length === 0 ? <EmptyNote {...words.none} /> : <Roster roster={roster} />)}
      {roster && roster.agents.length > 0 && <Requests onDecided={replace} />}
      {roster && roster.agents.length > 0 && <Calendar key={replacedCount} route={route} onChanged={reload} />}
    </div>
  );
}

function Roster({ roster }: { readonly roster: RosterAnswer }) {
  const words = useWords(rosterWords);
  const { language } = useLanguage();
  const onShift = roster.agents.filter((agent) => agent.onShift);
  const today = dayOf(roster.now, roster.timezone);
  const next = roster.holidays.filter((date) => date >= today).slice(0, HOLIDAYS_TOLD);
  return (
    <div className="stack">
      <h2>{words.now(clockText({ at: roster.now, timezone: roster.timezone, language }))}</h2>
      {onShift.length === 0 ? (
        <EmptyNote {...words.nobody} />
      ) : (
        <ul className="on-shift">
          {onShift.map((agent) => (
            <Card key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
      {next.length > 0 && (
        <p className="muted">
          {words.holidays}: <span className="number">{next.join(" · ")}</span>
        </p>
      )}
    </div>
  );
}

function Card({ agent }: { readonly agent: RosterAgent }) {
  const words = useWords(rosterWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const stores = agent.stores.map((id) => me.stores.find((store) => store.id === id)?.name ?? id);
  return (
    <li className="panel">
      <div className="page-tools">
        <strong>{agent.name}</strong>
        <span className={`tag ${agent.status === "ready" ? "" : "tag-warm"}`}>{shared.statuses[agent.status]}</span>
      </div>
      <p className="number">{words.load(agent.load, agent.capacity)}</p>
      <p className="muted">{agent.skills.map((skill) => named(shared.skills, skill)).join(" · ")}</p>
      <p className="muted">{stores.length === 0 ? words.allStores : stores.join(" · ")}</p>
    </li>
  );
}
