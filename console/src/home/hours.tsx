import type { FiguresAnswer } from "../../../src/figures/api.ts";
import { useWords } from "../shared/language.tsx";
import { homeWords } from "./words.ts";

/** How many conversations each hour opened: bars to look at, a sentence and a table to read. */
export function Hours({ hours }: Pick<FiguresAnswer, "hours">) {
  const words = useWords(homeWords);
  const most = Math.max(0, ...hours.map(({ opened }) => opened));
  const busiest = hours.find(({ opened }) => opened === most);
  return (
    <section className="panel hours" aria-label={words.hours}>
      <h2>{words.hours}</h2>
      <p className="muted">{most === 0 || busiest === undefined ? words.quiet : words.busiest(busiest.clock, busiest.opened)}</p>
      <div className="hour-bars" aria-hidden="true">
        {hours.map(({ clock, opened }, at) => (
          <div key={`${at} ${clock}`} className="hour" title={`${clock} · ${opened}`}>
            <span className="hour-count number">{opened > 0 ? opened : ""}</span>
            <span className="hour-bar" style={{ height: `calc((100% - 36px) * ${most === 0 ? 0 : opened / most})` }} />
            <span className="hour-clock number">{at % 3 === 0 ? clock.slice(0, 2) : ""}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>{words.numbers}</summary>
        <table className="hour-table">
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ clock, opened }, at) => (
              <tr key={`${at} ${clock}`}>
                <th scope="row" className="number">
                  {clock}
                </th>
                <td className="number">{opened}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
