import type { ServiceLevel } from "../../../src/wall/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { wallWords } from "./words.ts";

type Hour = ServiceLevel["hours"][number];

const HEIGHT = 96;
const WIDTH = 34;
const GAP = 10;

/** The service level by the hour: bars to look at, a sentence and a table to read. */
export function LevelHours({ hours }: { readonly hours: readonly Hour[] }) {
  const words = useWords(wallWords);
  const { language } = useLanguage();
  const worst = hours.toSorted((a, b) => shareOf(a) - shareOf(b))[0];
  const percent = (share: number) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share);
  return (
    <section className="panel stack" aria-label={words.hours.title}>
      <h2>{words.hours.title}</h2>
      <p className="muted">{worst === undefined ? words.hours.quiet : words.hours.worst(worst.clock, percent(shareOf(worst)))}</p>
      {hours.length > 0 && <Bars hours={hours} />}
      {hours.length > 0 && <Numbers hours={hours} />}
    </section>
  );
}

const shareOf = ({ within, late }: Hour): number => within / Math.max(1, within + late);

function Bars({ hours }: { readonly hours: readonly Hour[] }) {
  const words = useWords(wallWords);
  const most = Math.max(1, ...hours.map(({ within, late }) => within + late));
  const width = hours.length * (WIDTH + GAP);
  return (
    <div className="wall-chart">
      <svg width={width} height={HEIGHT + 38} viewBox={`0 0 ${width} ${HEIGHT + 38}`} aria-hidden="true">
        {hours.map((hour, at) => {
          const [within, late] = [(hour.within / most) * HEIGHT, (hour.late / most) * HEIGHT];
          const x = at * (WIDTH + GAP);
          const base = HEIGHT + 18;
          return (
            <g key={`${at} ${hour.clock}`}>
              <title>{words.hours.bar(hour.clock, hour.within, hour.late)}</title>
              <rect className="bar-within" x={x} y={base - within} width={WIDTH} height={within} />
              <rect className="bar-late" x={x} y={base - within - late} width={WIDTH} height={late} />
              <text className="bar-count" x={x + WIDTH / 2} y={base - within - late - 5}>
                {hour.within + hour.late}
              </text>
              <text className="bar-clock" x={x + WIDTH / 2} y={base + 16}>
                {hour.clock}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="wall-legend muted" aria-hidden="true">
        <span className="legend-within" /> {words.hours.within}
        <span className="legend-late" /> {words.hours.late}
      </p>
    </div>
  );
}

function Numbers({ hours }: { readonly hours: readonly Hour[] }) {
  const words = useWords(wallWords);
  return (
    <details>
      <summary>{words.hours.numbers}</summary>
      <table className="wall-numbers">
        <thead>
          <tr>
            <th scope="col">{words.hours.hour}</th>
            <th scope="col">{words.hours.within}</th>
            <th scope="col">{words.hours.late}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ clock, within, late }, at) => (
            <tr key={`${at} ${clock}`}>
              <th scope="row" className="number">
                {clock}
              </th>
              <td className="number">{within}</td>
              <td className="number">{late}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
