import { useState } from "react";
import type { PlannedDayRow, ShiftHours } from "../../../src/planning/api.ts";
import { useWords } from "../shared/language.tsx";
import { calendarWords } from "./calendar-words.ts";
import { crossesMidnight, type Place } from "./plan.ts";

interface Props {
  readonly place: Place;
  readonly onEdit: (isAdding: boolean) => void;
  /** A shift is dragged from here. */
  readonly onCarry: (shift: ShiftHours) => void;
  readonly onDrop: () => void;
}

/** One person's day: its shifts, why there are none, and what is wrong with it. */
export function DayCell({ place, onEdit, onCarry, onDrop }: Props) {
  const words = useWords(calendarWords);
  const [isOver, setOver] = useState(false);
  const { agent, day } = place;
  const mayChange = agent.mayChange;
  return (
    <td
      className={`calendar-day ${isOver ? "calendar-over" : ""} ${day.conflicts.length > 0 ? "calendar-trouble" : ""}`}
      onDragOver={(event) => {
        if (!mayChange) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      {day.shifts.map((shift) => (
        <Shift
          key={`${shift.start} ${shift.end}`}
          place={place}
          shift={shift}
          onEdit={() => onEdit(false)}
          onCarry={() => onCarry(shift)}
        />
      ))}
      {day.idle.map((shift) => (
        <Idle key={`${shift.start} ${shift.end}`} shift={shift} />
      ))}
      <Nothing day={day} />
      {day.conflicts.map((conflict) => (
        <span key={conflict} className="calendar-conflict">
          {words.conflicts[conflict]}
        </span>
      ))}
      {mayChange && day.source !== "not-employed" && (
        <button type="button" className="calendar-add" aria-label={words.add(agent.name, day.date)} onClick={() => onEdit(true)}>
          +
        </button>
      )}
    </td>
  );
}

function Idle({ shift }: { readonly shift: ShiftHours }) {
  return <s className="calendar-idle number">{useHours(shift)}</s>;
}

interface ShiftProps {
  readonly place: Place;
  readonly shift: ShiftHours;
  readonly onEdit: () => void;
  readonly onCarry: () => void;
}

function Shift({ place: { agent, day }, shift, onEdit, onCarry }: ShiftProps) {
  const words = useWords(calendarWords);
  const hours = useHours(shift);
  const source = sourceOf(day.source, words);
  if (!agent.mayChange) return <span className="calendar-shift number">{hours}</span>;
  return (
    <button
      type="button"
      className={`calendar-shift calendar-${day.source} number`}
      draggable
      onDragStart={(event) => {
        // Firefox drags nothing that carries no words.
        event.dataTransfer.setData("text/plain", hours);
        event.dataTransfer.effectAllowed = "move";
        onCarry();
      }}
      onClick={onEdit}
    >
      <span className="visually-hidden">{words.of(agent.name, day.date)} </span>
      {hours}
      {source !== undefined && <small>{source}</small>}
    </button>
  );
}

function sourceOf(source: PlannedDayRow["source"], words: typeof calendarWords.en): string | undefined {
  if (source === "planned") return words.planned;
  return source === "duty" ? words.duty : undefined;
}

/** `18:00–次日 02:00`. */
export function useHours(shift: ShiftHours): string {
  const words = useWords(calendarWords);
  return `${shift.start}–${crossesMidnight(shift) ? `${words.nextDay} ` : ""}${shift.end}`;
}

function Nothing({ day }: { readonly day: PlannedDayRow }) {
  const words = useWords(calendarWords);
  if (day.source === "leave") return <span className="tag tag-warm">{words.leave}</span>;
  if (day.source === "not-employed") return <span className="muted">{words.notEmployed}</span>;
  return day.shifts.length === 0 ? <span className="muted">{words.off}</span> : undefined;
}
