import { Alert, Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { ShiftHours, WeekAnswer } from "../../../src/planning/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { useHours } from "./day-cell.tsx";
import { editOf, inOrder, isEnd, isStart, moveOf, padded, type DayEdit, type Place } from "./plan.ts";

interface Props {
  readonly place: Place;
  /** One more shift than the day has. */
  readonly isAdding: boolean;
  readonly week: WeekAnswer;
  /** Undefined when it holds, else why not. */
  readonly onSave: (changes: readonly DayEdit[]) => Promise<string | undefined>;
  readonly onClose: () => void;
}

const USUAL: ShiftHours = { start: "09:00", end: "18:00" };
const LATER: ShiftHours = { start: "18:00", end: "22:00" };

/** The shifts of one person's day, to be changed with the keyboard alone; a shift can go to another day or person. */
export function DayEditor({ place, isAdding, week, onSave, onClose }: Props) {
  const words = useWords(calendarWords);
  const shared = useWords(sharedWords);
  // As it was when it was opened: what others changed since must be seen before it is written over.
  const [opened] = useState(place);
  const { agent, day } = opened;
  const [shifts, setShifts] = useState(() => shownFirst(day.shifts, isAdding ? 1 : 0));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function save(changes: readonly DayEdit[]): Promise<void> {
    setBusy(true);
    const why = await onSave(changes);
    setBusy(false);
    if (why === undefined) onClose();
    else setTrouble(why);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const meant = shifts.map(({ start, end }) => ({ start: padded(start), end: padded(end) }));
    if (meant.some(({ start, end }) => !isStart(start) || !isEnd(end))) return setTrouble(words.timeMissing);
    void save([editOf(opened, inOrder(meant))]);
  }

  const set = (at: number, part: Partial<ShiftHours>): void =>
    setShifts(shifts.map((shift, i) => (i === at ? { ...shift, ...part } : shift)));
  return (
    <Drawer open size={440} title={words.editor(agent.name, day.date)} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.refused} description={trouble} />}
        </div>
        {isHoliday(week, day.date) && <p>{words.dutyHint}</p>}
        {shifts.length === 0 && <p className="muted">{words.none}</p>}
        {shifts.map((shift, i) => (
          <HoursFields
            key={i}
            shift={shift}
            onChange={(part) => set(i, part)}
            onRemove={() => setShifts(shifts.filter((_shift, j) => j !== i))}
          />
        ))}
        <p className="muted">{words.endHint}</p>
        <div className="page-tools">
          <Button onClick={() => setShifts([...shifts, USUAL])}>{words.addShift}</Button>
          {day.source === "planned" && (
            <Button disabled={busy} onClick={() => void save([editOf(opened, null)])}>
              {words.pattern}
            </Button>
          )}
        </div>
        <div className="page-tools">
          <Button type="primary" htmlType="submit" disabled={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
        {day.shifts.map((shift) => (
          <Move key={`${shift.start} ${shift.end}`} shift={shift} place={place} week={week} onMove={(to) => void save(to)} />
        ))}
      </form>
    </Drawer>
  );
}

/** What the editor opens with. */
function shownFirst(shifts: readonly ShiftHours[], more: number): readonly ShiftHours[] {
  return more === 0 ? shifts : [...shifts, shifts.length === 0 ? USUAL : LATER];
}

const isHoliday = ({ days }: WeekAnswer, asked: string): boolean =>
  days.some(({ date, isHoliday: holds }) => date === asked && holds);

interface FieldsProps {
  readonly shift: ShiftHours;
  readonly onChange: (part: Partial<ShiftHours>) => void;
  readonly onRemove: () => void;
}

// Text, not a time field: that one shows AM and PM wherever the browser likes it.
function HoursFields({ shift, onChange, onRemove }: FieldsProps) {
  const words = useWords(calendarWords);
  const hours = useHours(shift);
  return (
    <div className="calendar-fields">
      <label>
        {words.start}
        <Input
          className="number"
          value={shift.start}
          maxLength={5}
          onChange={(event) => onChange({ start: event.target.value })}
        />
      </label>
      <label>
        {words.end}
        <Input className="number" value={shift.end} maxLength={5} onChange={(event) => onChange({ end: event.target.value })} />
      </label>
      <Button aria-label={words.remove(hours)} onClick={onRemove}>
        {words.removeShort}
      </Button>
    </div>
  );
}

interface MoveProps {
  readonly shift: ShiftHours;
  readonly place: Place;
  readonly week: WeekAnswer;
  readonly onMove: (changes: readonly DayEdit[]) => void;
}

/** What dragging does, by keyboard. */
function Move({ shift, place, week, onMove }: MoveProps) {
  const words = useWords(calendarWords);
  const hours = useHours(shift);
  const [date, setDate] = useState(place.day.date);
  const [agentId, setAgent] = useState(place.agent.id);
  const agent = week.agents.find(({ id }) => id === agentId);
  const day = agent?.days.find((one) => one.date === date);
  const changes = agent && day ? moveOf(shift, place, { agent, day }) : [];
  return (
    <fieldset className="calendar-move">
      <legend>{words.moveTo(hours)}</legend>
      <Select
        aria-label={words.moveDate}
        value={date}
        options={week.days.map((one) => ({ value: one.date, label: one.date }))}
        onChange={setDate}
      />
      <Select
        aria-label={words.moveAgent}
        value={agentId}
        options={week.agents.filter(({ mayChange }) => mayChange).map(({ id, name }) => ({ value: id, label: name }))}
        showSearch={{ optionFilterProp: "label" }}
        onChange={setAgent}
      />
      <Button disabled={changes.length === 0} onClick={() => onMove(changes)}>
        {words.move}
      </Button>
    </fieldset>
  );
}
