import { Alert, App, Button, Checkbox, Drawer, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { PatternAnswer, PatternRequest, PlannedAgent, ShiftPatternRow } from "../../../src/planning/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { entryWords } from "./entry-words.ts";
import { isEnd, isStart, padded } from "./plan.ts";

interface Props {
  readonly agent: PlannedAgent;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Somebody's weekly shifts: several a day, over midnight, by a clock of their own. */
export function PatternEditor({ agent, onSaved, onClose }: Props) {
  const words = useWords(entryWords);
  const ids = { agentId: agent.id };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/planning/patterns/{agentId}", { ids }));
  return (
    <Drawer open size={520} title={words.title(agent.name)} onClose={onClose}>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 6 }} />}
      {value && <Form agent={agent.id} pattern={value} onSaved={onSaved} onClose={onClose} />}
    </Drawer>
  );
}

interface FormProps {
  readonly agent: string;
  readonly pattern: PatternAnswer;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const USUAL: ShiftPatternRow = { days: ["Mon", "Tue", "Wed", "Thu", "Fri"], start: "09:00", end: "18:00" };

function Form({ agent, pattern, onSaved, onClose }: FormProps) {
  const api = useApi();
  const words = useWords(entryWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [shifts, setShifts] = useState(pattern.shifts);
  const [timezone, setTimezone] = useState(pattern.timezone ?? "");
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const meant = shifts.map(({ days, start, end }) => ({ days, start: padded(start), end: padded(end) }));
    if (meant.some(({ days, start, end }) => days.length === 0 || !isStart(start) || !isEnd(end)))
      return setTrouble(words.timeMissing);
    const request: PatternRequest = { shifts: meant, version: pattern.version, ...(timezone === "" ? {} : { timezone }) };
    setBusy(true);
    const answer = await api.send("put /api/console/planning/patterns/{agentId}", { ids: { agentId: agent }, body: request });
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    message.success(words.saved);
    onSaved();
  }

  const set = (at: number, part: Partial<ShiftPatternRow>): void =>
    setShifts(shifts.map((shift, i) => (i === at ? { ...shift, ...part } : shift)));
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <p className="muted">{words.lead}</p>
      <div role="alert">
        {trouble !== undefined && <Alert type="error" showIcon title={words.refused} description={trouble} />}
      </div>
      {shifts.length === 0 && <p className="muted">{words.none}</p>}
      {shifts.map((shift, i) => (
        <Shift
          key={i}
          shift={shift}
          number={i + 1}
          onChange={(part) => set(i, part)}
          onRemove={() => setShifts(shifts.filter((_shift, j) => j !== i))}
        />
      ))}
      <Button onClick={() => setShifts([...shifts, USUAL])}>{words.add}</Button>
      <label className="field">
        {words.zone}
        <Select
          aria-label={words.zone}
          value={timezone}
          showSearch
          options={[
            { value: "", label: words.zoneOfRoster(pattern.rosterTimezone) },
            ...Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone })),
          ]}
          onChange={setTimezone}
        />
      </label>
      <div className="page-tools">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

interface ShiftProps {
  readonly shift: ShiftPatternRow;
  readonly number: number;
  readonly onChange: (part: Partial<ShiftPatternRow>) => void;
  readonly onRemove: () => void;
}

function Shift({ shift, number, onChange, onRemove }: ShiftProps) {
  const words = useWords(entryWords);
  const calendar = useWords(calendarWords);
  return (
    <fieldset className="calendar-move pattern-shift">
      <legend>{words.shift(number)}</legend>
      <Checkbox.Group
        aria-label={words.days}
        value={[...shift.days]}
        options={DAYS.map((day) => ({ value: day, label: calendar.days[day] }))}
        onChange={(days) => onChange({ days: DAYS.filter((day) => days.includes(day)) })}
      />
      <div className="calendar-fields">
        <label>
          {words.start}
          <Input
            className="number"
            value={shift.start}
            maxLength={5}
            onChange={({ target }) => onChange({ start: target.value })}
          />
        </label>
        <label>
          {words.end}
          <Input className="number" value={shift.end} maxLength={5} onChange={({ target }) => onChange({ end: target.value })} />
        </label>
        <Button aria-label={words.remove(number)} onClick={onRemove}>
          {words.removeShort}
        </Button>
      </div>
    </fieldset>
  );
}
