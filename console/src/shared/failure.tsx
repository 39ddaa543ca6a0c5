import { Alert, Button } from "antd";
import type { Failure } from "./api.ts";
import { useWords } from "./language.tsx";
import { sharedWords } from "./words.ts";

/** A failure as a sentence: what happened and what to do. */
export function useExplain(): (failure: Failure) => string {
  const words = useWords(sharedWords);
  return (failure) => {
    if (failure.type === "unconfirmed") return words.offline;
    if (failure.type === "signed-out") return words.signedOut;
    const { problem } = failure;
    if (problem.status === 429 && problem.retryAfter !== undefined) return words.tooMany(problem.retryAfter);
    const said = [problem.detail || problem.title, problem.remedy].filter((text) => text !== undefined && text !== "");
    if (problem.remedy !== undefined && problem.detail.includes(problem.remedy)) said.pop();
    if (said.length > 0) return said.join(" ");
    return problem.status === 404 ? words.notFound : words.unreadable;
  };
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
