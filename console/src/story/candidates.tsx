import type { StoryStep } from "../../../src/desk/api.ts";
import { useSay, useWords } from "../shared/language.tsx";
import { storyWords } from "./words.ts";

/** So many are shown at once; a whole roster is opened by a click. */
const SHOWN_AT_ONCE = 8;

/** Who was considered, and why the others did not get it. */
export function Candidates({ step }: { readonly step: StoryStep }) {
  const words = useWords(storyWords);
  const say = useSay();
  const { candidates, others, leftOut } = step;
  const able = candidates.filter(({ standing }) => standing.code === "eligible").length;
  return (
    <details className="considered" open={candidates.length <= SHOWN_AT_ONCE}>
      <summary>{words.considered(candidates.length, able)}</summary>
      <ul aria-label={words.consideredLabel}>
        {candidates.map(({ agent, standing, chosen }) => (
          <li key={agent.id} className={`standing-${standing.code} ${chosen ? "considered-chosen" : ""}`}>
            <span dir="auto">{agent.name}</span>: {say(standing)}
            {chosen && <span className="step-tag">{words.chosen}</span>}
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p className="muted">{words.leftOut(leftOut)}</p>}
      {others > 0 && <p className="muted">{words.others(others)}</p>}
    </details>
  );
}
