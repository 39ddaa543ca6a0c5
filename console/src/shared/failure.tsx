import { Alert, Button } from "antd";
import type { Failure } from "./api.ts";
import { useLanguage, useSay, useWords } from "./language.tsx";
import { sharedWords } from "./words.ts";

/** More faults than these are counted, not told: one mends a file step by step. */
const TOLD_AT_MOST = 5;

/** A failure as a sentence: what happened and what to do. */
export function useExplain(): (failure: Failure) => string {
  const words = useWords(sharedWords);
  const say = useSay();
  const { language } = useLanguage();
  return (failure) => {
    if (failure.type === "unconfirmed") return words.offline;
    if (failure.type === "signed-out") return words.signedOut;
    const { problem, faults } = failure;
    if (problem.status === 404) return words.notFound;
    if (problem.status === 429 && problem.retryAfter !== undefined) return words.tooMany(words.wait(problem.retryAfter));
    if (faults.length > 0) {
      const told = faults.slice(0, TOLD_AT_MOST).map((fault) => {
        const place = [fault.line === undefined ? "" : words.line(fault.line), fault.where]
          .filter((part) => part !== "")
          .join(" ");
        return place === "" ? say(fault) : words.fault(place, say(fault));
      });
      // A line each: the style of the page keeps them apart.
      return [...told, ...(faults.length > TOLD_AT_MOST ? [words.moreFaults(faults.length - TOLD_AT_MOST)] : [])].join("\n");
    }
    const known = language === "en" ? undefined : words.byStatus[problem.status];
    const said = [known, detailOf(failure)].filter((text) => text !== undefined && text !== "");
    return said.length > 0 ? said.join(" ") : words.unreadable;
  };
}

function detailOf({ problem }: Extract<Failure, { type: "problem" }>): string {
  const { detail, title, remedy } = problem;
  const said = detail === "" ? title : detail;
  return remedy === undefined || said.includes(remedy) ? said : `${said} ${remedy}`;
}

interface Props {
  readonly failure: Failure;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A failure in the place where the thing should have been. */
export function FailureNote({ failure, title, onRetry }: Props) {
  const words = useWords(sharedWords);
  const explain = useExplain();
  const usual = failure.type === "unconfirmed" ? words.offlineTitle : words.failedTitle;
  return (
    <Alert
      type="error"
      showIcon
      title={title ?? usual}
      description={explain(failure)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        )
      }
    />
  );
}
