import type { ChangesAnswer, ShiftHours } from "../../../src/planning/api.ts";
import { useWords } from "../shared/language.tsx";
import { calendarWords } from "./calendar-words.ts";
import { crossesMidnight } from "./plan.ts";

/** What would change, day by day, and what would not, and why. */
export function Preview({ answer }: { readonly answer: ChangesAnswer }) {
  const words = useWords(calendarWords);
  const { changes, count, left } = answer;
  const said = (shifts: readonly ShiftHours[]): string =>
    shifts.length === 0
      ? words.off
      : shifts.map((shift) => `${shift.start}–${crossesMidnight(shift) ? `${words.nextDay} ` : ""}${shift.end}`).join(", ");
  return (
    <div>
      <p>{count === 0 ? words.noChanges : words.changes(count)}</p>
      {count > 0 && (
        <ul className="calendar-list number" tabIndex={0} aria-label={words.changes(count)}>
          {changes.map(({ agentId, name, date, before, after }) => (
            <li key={`${agentId} ${date}`}>
              {name} · {date}: {said(before)} → {said(after)}
            </li>
          ))}
          {count > changes.length && <li>{words.moreChanges(count - changes.length)}</li>}
        </ul>
      )}
      {left.length > 0 && <p>{words.left}</p>}
      {left.length > 0 && (
        <ul className="calendar-list number" tabIndex={0} aria-label={words.left}>
          {left.map(({ name, date, why }) => (
            <li key={`${name} ${date} ${why}`}>
              {name} · {date}: {words.why[why]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
