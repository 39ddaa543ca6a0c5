import { Alert } from "antd";
import type { GoldenChange, GoldenReport } from "../../../src/knowledge/api.ts";
import type { Failure } from "../shared/api.ts";
import type { ProblemTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { goldenWords } from "./golden-words.ts";

/** What the golden questions said against a proposal, if it was refused for them. */
export function goldenIn(failure: Failure<AcceptRefusal>): GoldenReport | undefined {
  return failure.type === "problem" ? failure.told?.golden : undefined;
}

/** How accepting may be refused. */
export type AcceptRefusal = ProblemTo<"post /api/console/stores/{storeId}/proposals/{id}/accept">;

/** Which golden questions would end worse and which better, and what to do. */
export function GoldenNote({ report }: { readonly report: GoldenReport }) {
  const words = useWords(goldenWords);
  const { breaks, mends, total } = report;
  return (
    <Alert
      type="error"
      showIcon
      title={words.refused}
      description={
        <div className="stack">
          <p>{words.counts(breaks.length, mends.length, total)}</p>
          <Changes title={words.breaks} changes={breaks} />
          <Changes title={words.mends} changes={mends} />
          <p>{words.what}</p>
        </div>
      }
    />
  );
}

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly GoldenChange[] }) {
  const words = useWords(goldenWords);
  if (changes.length === 0) return undefined;
  const ended = ({ outcome, article }: GoldenChange["before"]): string => words.ended(words.outcomes[outcome], article);
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul className="golden-changes">
        {changes.map((change) => (
          <li key={change.id}>
            <span dir="auto">{change.text}</span>{" "}
            <span className="muted">
              {ended(change.before)} → {ended(change.after)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
