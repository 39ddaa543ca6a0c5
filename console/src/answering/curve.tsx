import type { AnsweringPage, AnsweringPoint } from "../../../src/answering/api.ts";
import { useWords } from "../shared/language.tsx";
import { answeringWords } from "./words.ts";

const WIDTH = 560;
const HEIGHT = 200;
const LEFT = 56;
const BOTTOM = 24;
const TOP = 16;

/** Right and wrong answers at each threshold: a picture to look at, a table to read. */
export function Curve({ page }: { readonly page: AnsweringPage }) {
  const words = useWords(answeringWords);
  const { curve, setting } = page;
  const most = Math.max(0.1, ...curve.map(({ right }) => right), ...curve.map(({ wrong }) => wrong));
  const x = (answer: number): number => LEFT + answer * (WIDTH - LEFT);
  const y = (share: number): number => TOP + (1 - share / most) * (HEIGHT - TOP - BOTTOM);
  const line = (of: (point: AnsweringPoint) => number): string =>
    curve.map((point) => `${x(point.answer).toFixed(1)},${y(of(point)).toFixed(1)}`).join(" ");
  return (
    <section className="panel stack" aria-label={words.curve}>
      <h2>{words.curve}</h2>
      <p className="muted">{words.curveLead}</p>
      <svg className="answering-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, most / 2, most].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH} y1={y(share)} y2={y(share)} className="answering-grid" />
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {Math.round(100 * share)}%
            </text>
          </g>
        ))}
        {[0.2, 0.4, 0.6, 0.8].map((answer) => (
          <text key={answer} x={x(answer)} y={HEIGHT - 6} textAnchor="middle">
            {Math.round(100 * answer)}%
          </text>
        ))}
        <line
          x1={x(setting.numbers.answer)}
          x2={x(setting.numbers.answer)}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
          className="answering-at"
        />
        <polyline points={line(({ right }) => right)} className="answering-line-right" />
        <polyline points={line(({ wrong }) => wrong)} className="answering-line-wrong" />
      </svg>
      <CurveTable curve={curve} />
    </section>
  );
}

function CurveTable({ curve }: Pick<AnsweringPage, "curve">) {
  const words = useWords(answeringWords);
  const percent = (share: number): string => `${Math.round(100 * share)}%`;
  return (
    <details>
      <summary>{words.curveNumbers}</summary>
      <table className="answering-table">
        <thead>
          <tr>
            <th scope="col">{words.threshold}</th>
            <th scope="col">{words.legend.right}</th>
            <th scope="col">{words.legend.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {curve.map(({ answer, right, wrong }) => (
            <tr key={answer}>
              <th scope="row" className="number">
                {percent(answer)}
              </th>
              <td className="number">{percent(right)}</td>
              <td className="number">{percent(wrong)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
