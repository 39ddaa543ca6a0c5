import type { DayLevel, LevelsAnswer, StoreLevels } from "../../../src/levels/api.ts";
import { durationText } from "../home/days.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { LevelsRoute } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { dayText } from "../shared/time.ts";
import { percentText } from "./percent.ts";
import { weekOf } from "./week.ts";
import { levelWords } from "./words.ts";

interface Props {
  readonly levels: LevelsAnswer;
  readonly route: LevelsRoute;
}

/** Stores down, days across; where there are several stores, all of them together in the last line. */
export function LevelTable({ levels, route }: Props) {
  const words = useWords(levelWords);
  const { language } = useLanguage();
  const { stores } = levels;
  // The newest first: on a phone that is what one sees.
  const [days, all] = [levels.days.toReversed(), levels.all.toReversed()];
  return (
    <div className="panel">
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.table}>
        <table className="level-table">
          <thead>
            <tr>
              <th scope="col">{words.store}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {dayText({ at: `${day}T12:00:00Z`, timezone: "UTC", language })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <tr key={store.id}>
                <StoreHead store={store} />
                {store.days.toReversed().map((level) => (
                  <Cell key={level.day} level={level} of={store} route={route} />
                ))}
              </tr>
            ))}
            {stores.length > 1 && (
              <tr className="level-all">
                <th scope="row">{words.total}</th>
                {all.map((level) => (
                  <Cell key={level.day} level={level} of={undefined} route={route} />
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function StoreHead({ store: { name, limits } }: { readonly store: StoreLevels }) {
  const words = useWords(levelWords);
  const { firstSeconds, nextSeconds } = limits;
  return (
    <th scope="row">
      {name}
      <span className="level-limits">{words.limits(durationText(firstSeconds, words), durationText(nextSeconds, words))}</span>
    </th>
  );
}

interface CellProps {
  readonly level: DayLevel;
  /** Absent: all stores. */
  readonly of: StoreLevels | undefined;
  readonly route: LevelsRoute;
}

const NUMBERS = [
  { what: "within", word: "inTime", of: ({ within }: DayLevel) => within },
  { what: "late", word: "late", of: ({ late }: DayLevel) => late },
  { what: "pending", word: "pending", of: ({ pending }: DayLevel) => pending },
  { what: "next", word: "next", of: ({ nextLate }: DayLevel) => nextLate },
] as const;

function Cell({ level, of, route }: CellProps) {
  const words = useWords(levelWords);
  const { language } = useLanguage();
  const { day, share } = level;
  const isQuiet = NUMBERS.every((number) => number.of(level) === 0);
  if (isQuiet) return <td className="muted">{words.none}</td>;
  return (
    <td>
      <span className="level-share number">{share === undefined ? "–" : percentText(share, language)}</span>
      {NUMBERS.map((number) => {
        const count = number.of(level);
        if (count === 0) return undefined;
        const text = words[number.word](count);
        return (
          <Link
            key={number.what}
            className={`level-number ${number.what === "late" || number.what === "next" ? "level-bad" : ""}`}
            to={{ ...weekOf(route), day, what: number.what, ...(of === undefined ? {} : { of: of.id }) }}
            label={`${text} · ${words.of(of?.name ?? words.total, day)}`}
          >
            {text}
          </Link>
        );
      })}
    </td>
  );
}
