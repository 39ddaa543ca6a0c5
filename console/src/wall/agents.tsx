import type { AgentNow, AgentsNow, AgentStanding } from "../../../src/wall/api.ts";
import { useNow } from "../shared/clock.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { clockText, waitText } from "../shared/time.ts";
import { wallWords } from "./words.ts";

interface Props {
  readonly agents: AgentsNow;
  readonly timezone: string;
}

const STANDINGS: readonly AgentStanding[] = ["ready", "full", "break", "away", "offline", "off-shift"];

/** Who is there, in what state since when, and how much they hold. */
export function Agents({ agents, timezone }: Props) {
  const words = useWords(wallWords);
  const counted = STANDINGS.filter((standing) => agents.counts[standing] > 0);
  return (
    <section className="panel stack" aria-label={words.agents.title}>
      <h2>{words.agents.title}</h2>
      <p className="wall-standings">
        {counted.map((standing) => (
          <span key={standing} className={`tag standing-${standing}`}>
            {words.agents.counts(agents.counts[standing], words.standings[standing])}
          </span>
        ))}
      </p>
      {agents.items.length === 0 ? <EmptyNote {...words.agents.none} /> : <Table agents={agents.items} timezone={timezone} />}
      {agents.more > 0 && <p className="muted">{words.agents.more(agents.more)}</p>}
    </section>
  );
}

function Table({ agents, timezone }: { readonly agents: readonly AgentNow[]; readonly timezone: string }) {
  const words = useWords(wallWords);
  return (
    <div className="wall-table" tabIndex={0} role="group" aria-label={words.agents.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.agents.name}</th>
            <th scope="col">{words.agents.state}</th>
            <th scope="col">{words.agents.since}</th>
            <th scope="col">{words.agents.load}</th>
            <th scope="col">{words.agents.until}</th>
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => (
            <Row key={agent.id} agent={agent} timezone={timezone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ agent, timezone }: { readonly agent: AgentNow; readonly timezone: string }) {
  const words = useWords(wallWords);
  const { language } = useLanguage();
  const now = useNow();
  const { load, capacity, since, shiftUntil } = agent;
  return (
    <tr>
      <th scope="row">{agent.name}</th>
      <td>
        <span className={`tag standing-${agent.standing}`}>{words.standings[agent.standing]}</span>
      </td>
      <td className="number">
        {since === undefined || agent.standing === "off-shift" ? "–" : waitText(now - Date.parse(since))}
      </td>
      <td className="number">
        <span className="load" aria-hidden="true">
          <span style={{ width: `${Math.min(100, (load / Math.max(1, capacity)) * 100)}%` }} />
        </span>
        {words.agents.loadOf(load, capacity)}
      </td>
      <td className="number">{shiftUntil === undefined ? "–" : clockText({ at: shiftUntil, timezone, language })}</td>
    </tr>
  );
}
