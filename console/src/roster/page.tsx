import { Skeleton } from "antd";
import { useState } from "react";
import type { RosterAnswer } from "../../../src/staffing/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useSession } from "../shared/session.tsx";
import { clockText, zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { RosterUpload } from "./upload.tsx";
import { barsOf, DAYS } from "./week.ts";
import type { Bar } from "./week.ts";
import { rosterWords } from "./words.ts";
import "./roster.css";

type RosterAgent = RosterAnswer["agents"][number];

/** Who works when, who is there now, and a way to put another roster in its place. */
export function RosterPage() {
  const words = useWords(rosterWords);
  const { language } = useLanguage();
  const { value, failure, reload } = useLoaded<RosterAnswer>("/api/console/roster");
  const [replaced, setReplaced] = useState<RosterAnswer>();
  const roster = replaced ?? value;
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{words.title}</h1>
          {roster && <p className="muted">{words.lead(zoneText(roster.timezone, language))}</p>}
        </div>
        <RosterUpload onReplaced={setReplaced} />
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {roster === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {roster && (roster.agents.length === 0 ? <EmptyNote {...words.none} /> : <Roster roster={roster} />)}
    </div>
  );
}

function Roster({ roster }: { readonly roster: RosterAnswer }) {
  const words = useWords(rosterWords);
  const { language } = useLanguage();
  const onShift = roster.agents.filter((agent) => agent.onShift);
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
      <h2>{words.week}</h2>
      <Week agents={roster.agents} />
      {roster.holidays.length > 0 && (
        <p className="muted">
          {words.holidays}: <span className="number">{roster.holidays.join(" · ")}</span>
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

function Week({ agents }: { readonly agents: readonly RosterAgent[] }) {
  const words = useWords(rosterWords);
  const shared = useWords(sharedWords);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.week}>
      <table className="week">
        <thead>
          <tr>
            <th scope="col">{words.agent}</th>
            {DAYS.map((day) => (
              <th scope="col" key={day}>
                {words.days[day]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => {
            const bars = barsOf(agent.shifts);
            return (
              <tr key={agent.id}>
                <th scope="row">
                  {agent.name}
                  <span className="muted">
                    {named(words.employer, agent.employer)} ·{" "}
                    {agent.skills.map((skill) => named(shared.skills, skill)).join(" · ")}
                  </span>
                </th>
                {DAYS.map((day) => (
                  <td key={day}>
                    <Bars bars={bars[day]} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const words = useWords(rosterWords);
  if (bars.length === 0) return <span className="visually-hidden">{words.off}</span>;
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return (
    <>
      <div className="bars" aria-hidden="true">
        {bars.map((bar) => (
          <span
            key={`${bar.from} ${bar.text}`}
            className={bar.continued ? "bar-continued" : ""}
            style={{ left: percent(bar.from), width: percent(bar.to - bar.from) }}
          />
        ))}
      </div>
      {bars.map((bar) => (
        <span key={`${bar.from} ${bar.text}`} className={bar.continued ? "visually-hidden" : "bar-text number"}>
          {bar.text}
          {bar.continued && words.continued}
        </span>
      ))}
    </>
  );
}
