import type { DayLevel } from "../../../src/levels/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { dayText } from "../shared/time.ts";
import { percentText } from "./percent.ts";
import { levelWords } from "./words.ts";

const HEIGHT = 110;
const WIDTH = 92;
const BAR = 44;

// Where not all days fit, today is what one came for.
const showNewest = (chart: HTMLDivElement | null): void => {
  if (chart !== null) chart.scrollLeft = chart.scrollWidth;
};

/** The days as bars, for a look; the table above has the numbers for readers. */
export function Trend({ days }: { readonly days: readonly DayLevel[] }) {
  const words = useWords(levelWords);
  const { language } = useLanguage();
  const most = Math.max(1, ...days.map(({ within, late }) => within + late));
  if (days.every(({ share }) => share === undefined)) return undefined;
  return (
    <div className="panel stack">
      <h2>{words.trend}</h2>
      <div className="wall-chart" ref={showNewest} tabIndex={0} role="region" aria-label={words.trend}>
        <svg width={days.length * WIDTH} height={HEIGHT + 44} aria-hidden="true" className="level-trend">
          {days.map(({ day, within, late, share }, at) => {
            const x = at * WIDTH + (WIDTH - BAR) / 2;
            const [good, bad] = [(within / most) * HEIGHT, (late / most) * HEIGHT];
            return (
              <g key={day}>
                <rect x={x} y={20 + HEIGHT - good} width={BAR} height={good} className="level-good-bar" />
                <rect x={x} y={20 + HEIGHT - good - bad} width={BAR} height={bad} className="level-bad-bar" />
                <text x={x + BAR / 2} y={14 + HEIGHT - good - bad} textAnchor="middle">
                  {share === undefined ? "" : percentText(share, language)}
                </text>
                <text x={x + BAR / 2} y={HEIGHT + 38} textAnchor="middle">
                  {dayText({ at: `${day}T12:00:00Z`, timezone: "UTC", language })}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}
