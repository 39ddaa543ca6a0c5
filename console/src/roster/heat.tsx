import type { WeekAnswer } from "../../../src/planning/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { zoneText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { shortDate } from "./plan.ts";

type Hour = WeekAnswer["hours"][number];

const HOURS = Array.from({ length: 24 }, (_none, hour) => hour);
/** Shades of one colour, so that the busiest hour is the darkest. */
const SHADES = 4;

/** Every hour of the week: who is there, and what usually comes in; red where somebody asks and nobody is there. */
export function Heat({ week }: { readonly week: WeekAnswer }) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const busiest = Math.max(1, ...week.hours.map(({ opened }) => opened));
  const uncovered = week.hours.filter(isUncovered).length;
  const calm = week.hours.some(({ opened }) => opened > 0) ? words.covered : words.noInquiries;
  const told = uncovered > 0 ? words.uncovered(uncovered) : calm;
  return (
    <div className="stack">
      <h2>{words.hours}</h2>
      <p className="muted">{words.hoursLead(zoneText(week.timezone, language))}</p>
      <p className={uncovered > 0 ? "heat-told heat-red" : "heat-told"}>{told}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.hours}>
        <table className="heat number">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.day}</span>
              </th>
              {HOURS.map((hour) => (
                <th scope="col" key={hour}>
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {week.days.map(({ date, weekday }, i) => (
              <tr key={date}>
                <th scope="row">
                  {named(words.days, weekday)} {shortDate(date)}
                </th>
                {week.hours.slice(i * HOURS.length, (i + 1) * HOURS.length).map((hour, at) => (
                  <HourCell
                    key={at}
                    hour={hour}
                    busiest={busiest}
                    head={{ day: named(words.days, weekday), clock: `${at}:00` }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface CellProps {
  readonly hour: Hour;
  readonly busiest: number;
  readonly head: { readonly day: string; readonly clock: string };
}

function HourCell({ hour, busiest, head }: CellProps) {
  const words = useWords(calendarWords);
  const shade = Math.ceil((hour.opened / busiest) * SHADES);
  return (
    <td className={isUncovered(hour) ? "heat-red" : `heat-${shade}`} title={words.hour({ ...head, ...hour })}>
      {hour.staff}
      <span className="visually-hidden">{words.hour({ ...head, ...hour })}</span>
    </td>
  );
}

/** Somebody usually asks in this hour, and nobody would be there. */
export const isUncovered = ({ staff, opened }: Hour): boolean => staff === 0 && opened > 0;
