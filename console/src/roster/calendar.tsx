import { App, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import type { DaysAnswer, PlannedAgent, ShiftHours, WeekAnswer } from "../../../src/planning/api.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useApi } from "../shared/session.tsx";
import { zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { DayCell } from "./day-cell.tsx";
import { DayEditor } from "./day-editor.tsx";
import { Heat } from "./heat.tsx";
import { daysAfter, mondayOf, moveOf, shortDate, type DayEdit, type Place } from "./plan.ts";
import { Tools } from "./tools.tsx";
import { rosterWords } from "./words.ts";
import "./calendar.css";

type RosterRoute = Extract<Route, { page: "roster" }>;

/** A week of everybody's shifts, to be changed, and its hours against what comes in. */
export function Calendar({ route, onChanged }: { readonly route: RosterRoute; readonly onChanged: () => void }) {
  const words = useWords(calendarWords);
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(1);
  const asked = new URLSearchParams({ page: String(page), search, ...(route.from === undefined ? {} : { from: route.from }) });
  const { value, failure, reload } = useLoaded<WeekAnswer>(`/api/console/planning/week?${asked.toString()}`);
  // The last week stays on the page while the next one is read: nothing jumps.
  const [last, setLast] = useState<WeekAnswer>();
  if (value !== undefined && value !== last) setLast(value);
  const week = value ?? last;
  const changed = (): void => {
    reload();
    onChanged();
  };
  return (
    <div className="stack">
      {week && <Head week={week} onChanged={changed} />}
      <Input.Search
        className="calendar-search"
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        onSearch={(text) => {
          setPage(1);
          setSearch(text.trim());
        }}
      />
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {week === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 10 }} />}
      {week && (week.agents.length === 0 ? <EmptyNote {...words.nobody} /> : <Week week={week} onChanged={changed} />)}
      {week && <Pages week={week} onPage={setPage} />}
      {week && <Heat week={week} />}
    </div>
  );
}

function Head({ week, onChanged }: { readonly week: WeekAnswer; readonly onChanged: () => void }) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const from = week.days[0]?.date ?? week.today;
  const to = (date: string) => go({ page: "roster", from: date });
  return (
    <div className="page-head calendar-head">
      <div>
        <h2 className="number">{words.week(from, daysAfter(from, 6))}</h2>
        <p className="muted">
          {words.zone(zoneText(week.timezone, language))} · {words.people(week.total)}
        </p>
      </div>
      <div className="page-tools">
        <Button onClick={() => to(daysAfter(mondayOf(from), -7))}>{words.previous}</Button>
        <Button onClick={() => to(mondayOf(week.today))} disabled={from === mondayOf(week.today)}>
          {words.thisWeek}
        </Button>
        <Button onClick={() => to(daysAfter(mondayOf(from), 7))}>{words.next}</Button>
        <Tools from={from} onChanged={onChanged} />
      </div>
    </div>
  );
}

function Week({ week, onChanged }: { readonly week: WeekAnswer; readonly onChanged: () => void }) {
  const words = useWords(calendarWords);
  const [edited, setEdited] = useState<Edited>();
  const [carried, setCarried] = useState<{ readonly shift: ShiftHours; readonly from: Place }>();
  const change = useChange(onChanged);
  const place = edited && placeIn(week, edited);

  async function drop(to: Place): Promise<void> {
    if (carried === undefined || !to.agent.mayChange) return;
    const edits = moveOf(carried.shift, carried.from, to);
    setCarried(undefined);
    if (edits.length > 0) await change(edits);
  }

  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.agent}>
      <table className="week calendar">
        <DayHeads week={week} />
        <tbody>
          {week.agents.map((agent) => (
            <tr key={agent.id}>
              <AgentHead agent={agent} />
              {agent.days.map((day) => (
                <DayCell
                  key={day.date}
                  place={{ agent, day }}
                  onEdit={(isAdding) => setEdited({ agent: agent.id, date: day.date, isAdding })}
                  onCarry={(shift) => setCarried({ shift, from: { agent, day } })}
                  onDrop={() => void drop({ agent, day })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {place && edited && (
        <DayEditor
          key={`${place.agent.id} ${place.day.date}`}
          place={place}
          isAdding={edited.isAdding}
          week={week}
          onSave={change}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

interface Edited {
  readonly agent: string;
  readonly date: string;
  readonly isAdding: boolean;
}

function placeIn({ agents }: WeekAnswer, asked: Edited): Place | undefined {
  const agent = agents.find(({ id }) => id === asked.agent);
  const day = agent?.days.find(({ date }) => date === asked.date);
  return agent && day && { agent, day };
}

/** Sends changes; tells what went wrong in a sentence, or that it holds. */
function useChange(onChanged: () => void): (changes: readonly DayEdit[]) => Promise<string | undefined> {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(calendarWords);
  const { message } = App.useApp();
  return async (changes) => {
    const answer = await api.send<DaysAnswer>("PUT", "/api/console/planning/days", { changes });
    // Also when it failed: perhaps somebody else changed what we see.
    onChanged();
    if (answer.type === "answer") {
      message.success(words.saved);
      return undefined;
    }
    const why = explain(answer.failure);
    message.error(why);
    return why;
  };
}

function DayHeads({ week }: { readonly week: WeekAnswer }) {
  const words = useWords(calendarWords);
  return (
    <thead>
      <tr>
        <th scope="col">{words.agent}</th>
        {week.days.map(({ date, weekday, isHoliday, runsAs }) => (
          <th scope="col" key={date} className={date === week.today ? "calendar-today" : ""}>
            <span className="number">
              {named(words.days, weekday)} {shortDate(date)}
            </span>
            {date === week.today && <span className="tag">{words.today}</span>}
            {isHoliday && <span className="tag tag-warm">{words.holiday}</span>}
            {runsAs !== undefined && <span className="tag tag-warm">{words.runsAs(named(words.days, runsAs))}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function AgentHead({ agent }: { readonly agent: PlannedAgent }) {
  const words = useWords(calendarWords);
  const roster = useWords(rosterWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  return (
    <th scope="row">
      {agent.name}
      <span className="muted">
        {named(roster.employer, agent.employer)} · {agent.skills.map((skill) => named(shared.skills, skill)).join(" · ")}
      </span>
      {agent.timezone !== undefined && <span className="tag">{zoneText(agent.timezone, language)}</span>}
      {!agent.mayChange && <span className="muted">{words.readOnly}</span>}
    </th>
  );
}

function Pages({ week, onPage }: { readonly week: WeekAnswer; readonly onPage: (page: number) => void }) {
  const words = useWords(calendarWords);
  const pages = Math.ceil(week.total / week.pageSize);
  if (pages <= 1) return undefined;
  return (
    <div className="page-tools">
      <Button disabled={week.page <= 1} onClick={() => onPage(week.page - 1)}>
        {words.before}
      </Button>
      <span className="number">{words.page(week.page, pages)}</span>
      <Button disabled={week.page >= pages} onClick={() => onPage(week.page + 1)}>
        {words.after}
      </Button>
    </div>
  );
}
