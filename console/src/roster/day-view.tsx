import { useState } from "react";
import type { PlannedAgent, ShiftHours, WeekAnswer } from "../../../src/planning/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { zoneText } from "../shared/time.ts";
import { calendarWords } from "./calendar-words.ts";
import { barsOf, minutesAhead, type Bar } from "./day-bars.ts";
import { useHours } from "./day-cell.tsx";
import { isUncovered } from "./heat.tsx";
import type { Place } from "./plan.ts";

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);
const DAY_MINUTES = 1440;

interface Props {
  readonly week: WeekAnswer;
  readonly date: string;
  readonly onEdit: (place: Place, isAdding: boolean) => void;
  readonly onMove: (shift: ShiftHours, from: Place, to: Place) => void;
}

/** One day, hour by hour: who is there when, above how many are there and what usually comes in. */
export function DayView({ week, date, onEdit, onMove }: Props) {
  const words = useWords(calendarWords);
  const [carried, setCarried] = useState<{ readonly shift: ShiftHours; readonly from: Place }>();
  const at = week.days.findIndex((day) => day.date === date);
  const hours = week.hours.slice(at * HOURS.length, (at + 1) * HOURS.length);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.dayView(date)}>
      <table className="day-view">
        <thead>
          <tr>
            <th scope="col">{words.agent}</th>
            <th scope="col">
              <span className="visually-hidden">{words.shifts}</span>
              <span className="day-hours number" aria-hidden="true">
                {HOURS.map((hour) => (
                  <span key={hour}>{hour}</span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {week.agents.map((agent) => (
            <Row
              key={agent.id}
              agent={agent}
              week={week}
              date={date}
              onEdit={onEdit}
              onCarry={(shift, from) => setCarried({ shift, from })}
              onDrop={(to) => {
                setCarried(undefined);
                if (carried !== undefined) onMove(carried.shift, carried.from, to);
              }}
            />
          ))}
        </tbody>
        <tfoot>
          <Counts label={words.onDuty} hours={hours.map((hour) => ({ count: hour.staff, isBad: isUncovered(hour) }))} />
          <Counts label={words.usualIn} hours={hours.map(({ opened }) => ({ count: opened, isBad: false }))} />
          <Counts label={words.usualWaiting} hours={hours.map(({ handedOver }) => ({ count: handedOver, isBad: false }))} />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly agent: PlannedAgent;
  readonly week: WeekAnswer;
  readonly date: string;
  readonly onEdit: (place: Place, isAdding: boolean) => void;
  readonly onCarry: (shift: ShiftHours, from: Place) => void;
  readonly onDrop: (to: Place) => void;
}

function Row({ agent, week, date, onEdit, onCarry, onDrop }: RowProps) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const today = agent.days.find((day) => day.date === date);
  const ahead = agent.timezone === undefined ? 0 : minutesAhead(date, week.timezone, agent.timezone);
  const bars = barsOf(agent, date, ahead);
  return (
    <tr>
      <th scope="row">
        {agent.name}
        {agent.timezone !== undefined && <span className="tag">{zoneText(agent.timezone, language)}</span>}
        {today?.source === "leave" && <span className="tag tag-warm">{words.leave}</span>}
      </th>
      <td>
        <div
          className="day-line"
          onDragOver={(event) => {
            if (agent.mayChange) event.preventDefault();
          }}
          onDrop={(event) => {
            event.preventDefault();
            if (today !== undefined && agent.mayChange) onDrop({ agent, day: today });
          }}
        >
          {bars.map((bar) => (
            <ShiftBar
              key={`${bar.day.date} ${bar.shift.start}`}
              bar={bar}
              agent={agent}
              onEdit={() => onEdit({ agent, day: bar.day }, false)}
              onCarry={() => onCarry(bar.shift, { agent, day: bar.day })}
            />
          ))}
          {bars.length === 0 && <span className="muted day-off">{words.off}</span>}
          {agent.mayChange && today !== undefined && today.source !== "not-employed" && (
            <button
              type="button"
              className="calendar-add day-add"
              aria-label={words.add(agent.name, date)}
              onClick={() => onEdit({ agent, day: today }, true)}
            >
              +
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

interface BarProps {
  readonly bar: Bar;
  readonly agent: PlannedAgent;
  readonly onEdit: () => void;
  readonly onCarry: () => void;
}

function ShiftBar({ bar, agent, onEdit, onCarry }: BarProps) {
  const words = useWords(calendarWords);
  const hours = useHours(bar.shift);
  const style = { left: share(bar.from), width: share(bar.until - bar.from) };
  if (!agent.mayChange)
    return (
      <span className="day-bar number" style={style}>
        {hours}
      </span>
    );
  return (
    <button
      type="button"
      className={`day-bar calendar-${bar.day.source} number`}
      style={style}
      draggable
      onDragStart={(event) => {
        // Firefox drags nothing that carries no words.
        event.dataTransfer.setData("text/plain", hours);
        event.dataTransfer.effectAllowed = "move";
        onCarry();
      }}
      onClick={onEdit}
    >
      <span className="visually-hidden">{words.of(agent.name, bar.day.date)} </span>
      {hours}
    </button>
  );
}

const share = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

interface CountsProps {
  readonly label: string;
  readonly hours: readonly { readonly count: number; readonly isBad: boolean }[];
}

function Counts({ label, hours }: CountsProps) {
  const words = useWords(calendarWords);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <ol className="day-hours day-counts number">
          {hours.map(({ count, isBad }, hour) => (
            <li key={hour} className={isBad ? "heat-red" : ""} title={words.atHour(`${hour}:00`, count)}>
              <span className="visually-hidden">{words.atHour(`${hour}:00`, count)}</span>
              <span aria-hidden="true">{count}</span>
            </li>
          ))}
        </ol>
      </td>
    </tr>
  );
}
