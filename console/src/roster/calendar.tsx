import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import type { PlannedAgent, ShiftHours, WeekAnswer } from "../../../src/planning/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import type { Route } from "../shared/route.ts";
import { go, Link } from "../shared/router.tsx";
import { zoneText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { dayBefore } from "./day-bars.ts";
import { DayCell } from "./day-cell.tsx";
import { DayEditor } from "./day-editor.tsx";
import { DayView } from "./day-view.tsx";
import { Heat } from "./heat.tsx";
import { PatternEditor } from "./pattern-editor.tsx";
import { daysAfter, mondayOf, moveOf, shortDate, type Place } from "./plan.ts";
import { Tools } from "./tools.tsx";
import { usePlanning, type Planning } from "./use-planning.ts";
import { rosterWords } from "./words.ts";
import "./calendar.css";

type RosterRoute = Extract<Route, { page: "roster" }>;

/** A week of everybody's shifts, to be changed, and its hours against what comes in. */
export function Calendar({ route, onChanged }: { readonly route: RosterRoute; readonly onChanged: () => void }) {
  const words = useWords(calendarWords);
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(1);
  const from = route.day === undefined ? route.from : dayBefore(route.day);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/planning/week", { query: { page, search, from } }));
  // The last week stays on the page while the next one is read: nothing jumps.
  const [last, setLast] = useState<WeekAnswer>();
  if (value !== undefined && value !== last) setLast(value);
  const week = value ?? last;
  const changed = (): void => {
    reload();
    onChanged();
  };
  const planning = usePlanning(changed);
  const isReady = week !== undefined && (route.day === undefined || week.days.some(({ date }) => date === route.day));
  return (
    <div className="stack">
      {week && <Head week={week} day={route.day} planning={planning} />}
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
      {isReady && week.agents.length === 0 && <EmptyNote {...words.nobody} />}
      {isReady && week.agents.length > 0 && <Plan week={week} day={route.day} planning={planning} />}
      {week && <Pages week={week} onPage={setPage} />}
      {week && route.day === undefined && <Heat week={week} />}
    </div>
  );
}

interface HeadProps {
  readonly week: WeekAnswer;
  readonly day: string | undefined;
  readonly planning: Planning;
}

function Head({ week, day, planning }: HeadProps) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const first = week.days[0]?.date ?? week.today;
  const from = day === undefined ? first : mondayOf(day);
  const to = (date: string) => go({ page: "roster", from: date });
  const toDay = (date: string) => go({ page: "roster", from: mondayOf(date), day: date });
  return (
    <div className="page-head calendar-head">
      <div>
        <h2 className="number">{day === undefined ? words.week(from, daysAfter(from, 6)) : words.dayView(day)}</h2>
        <p className="muted">
          {words.zone(zoneText(week.timezone, language))} · {words.people(week.total)}
        </p>
      </div>
      <div className="page-tools">
        {planning.undo !== undefined && <Button onClick={() => void planning.undo?.()}>{words.undo}</Button>}
        {day !== undefined && (
          <>
            <Button onClick={() => toDay(daysAfter(day, -1))}>{words.previousDay}</Button>
            <Button onClick={() => toDay(daysAfter(day, 1))}>{words.nextDayButton}</Button>
            <Button onClick={() => to(from)}>{words.toWeek}</Button>
          </>
        )}
        {day === undefined && (
          <>
            <Button onClick={() => to(daysAfter(mondayOf(from), -7))}>{words.previous}</Button>
            <Button onClick={() => to(mondayOf(week.today))} disabled={from === mondayOf(week.today)}>
              {words.thisWeek}
            </Button>
            <Button onClick={() => to(daysAfter(mondayOf(from), 7))}>{words.next}</Button>
          </>
        )}
        <Tools from={from} onChanged={planning.changed} />
      </div>
    </div>
  );
}

interface PlanProps {
  readonly week: WeekAnswer;
  readonly day: string | undefined;
  readonly planning: Planning;
}

/** A week or a day, with the editors over it. */
function Plan({ week, day, planning }: PlanProps) {
  const [edited, setEdited] = useState<Edited>();
  const [patternOf, setPatternOf] = useState<PlannedAgent>();
  const place = edited && placeIn(week, edited);
  const edit = ({ agent, day: on }: Place, isAdding: boolean): void => setEdited({ agent: agent.id, date: on.date, isAdding });

  async function move(shift: ShiftHours, from: Place, to: Place): Promise<void> {
    const edits = to.agent.mayChange ? moveOf(shift, from, to) : [];
    if (edits.length > 0) await planning.change(edits);
  }

  const shown = { week, onEdit: edit, onMove: (...what: Parameters<typeof move>) => void move(...what) };
  return (
    <>
      {day === undefined ? <Week {...shown} onPattern={setPatternOf} /> : <DayView {...shown} date={day} />}
      {place && edited && (
        <DayEditor
          key={`${place.agent.id} ${place.day.date}`}
          place={place}
          isAdding={edited.isAdding}
          week={week}
          onSave={planning.change}
          onClose={() => setEdited(undefined)}
        />
      )}
      {patternOf && (
        <PatternEditor
          key={patternOf.id}
          agent={patternOf}
          onSaved={() => {
            setPatternOf(undefined);
            planning.changed();
          }}
          onClose={() => setPatternOf(undefined)}
        />
      )}
    </>
  );
}

interface WeekProps {
  readonly week: WeekAnswer;
  readonly onEdit: (place: Place, isAdding: boolean) => void;
  readonly onMove: (shift: ShiftHours, from: Place, to: Place) => void;
  readonly onPattern: (agent: PlannedAgent) => void;
}

function Week({ week, onEdit, onMove, onPattern }: WeekProps) {
  const words = useWords(calendarWords);
  const [carried, setCarried] = useState<{ readonly shift: ShiftHours; readonly from: Place }>();

  function drop(to: Place): void {
    setCarried(undefined);
    if (carried !== undefined) onMove(carried.shift, carried.from, to);
  }

  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.agent}>
      <table className="week calendar">
        <DayHeads week={week} />
        <tbody>
          {week.agents.map((agent) => (
            <tr key={agent.id}>
              <AgentHead agent={agent} onPattern={() => onPattern(agent)} />
              {agent.days.map((day) => (
                <DayCell
                  key={day.date}
                  place={{ agent, day }}
                  onEdit={(isAdding) => onEdit({ agent, day }, isAdding)}
                  onCarry={(shift) => setCarried({ shift, from: { agent, day } })}
                  onDrop={() => drop({ agent, day })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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

function DayHeads({ week }: { readonly week: WeekAnswer }) {
  const words = useWords(calendarWords);
  return (
    <thead>
      <tr>
        <th scope="col">{words.agent}</th>
        {week.days.map(({ date, weekday, isHoliday, runsAs }) => (
          <th scope="col" key={date} className={date === week.today ? "calendar-today" : ""}>
            <span className="number">
              <Link
                to={{ page: "roster", from: mondayOf(date), day: date }}
                label={words.openDay(`${named(words.days, weekday)} ${shortDate(date)}`)}
              >
                {named(words.days, weekday)} {shortDate(date)}
              </Link>
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

function AgentHead({ agent, onPattern }: { readonly agent: PlannedAgent; readonly onPattern: () => void }) {
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
      {agent.mayChange && (
        <Button
          type="link"
          size="small"
          className="calendar-pattern"
          aria-label={words.pattern7Of(agent.name)}
          onClick={onPattern}
        >
          {words.pattern7}
        </Button>
      )}
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
