import { useEffect } from "react";
import { onDecision } from "../proposals/open.ts";
import { Proposals } from "../proposals/page.tsx";
import { proposalWords } from "../proposals/words.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { homeWords } from "./words.ts";

/** What a merchant decides about, of all the stores they may: first of all on their page, as others wait for it. */
export function ToDecide() {
  const words = useWords(homeWords);
  const proposals = useWords(proposalWords);
  const { value, failure, reload } = useLoaded(
    addressTo("/api/console/proposals", { query: { whose: "others", status: "open" } }),
  );
  useEffect(() => onDecision(reload), [reload]);
  return (
    <section className="stack" aria-label={proposals.toDecide}>
      <h2>{proposals.toDecide}</h2>
      {failure && <FailureNote failure={failure} title={proposals.failed} onRetry={reload} />}
      {value?.total === 0 ? (
        <p className="muted">{proposals.noneToDecide.next}</p>
      ) : (
        <Proposals page={value} isFailed={failure !== undefined} onChanged={reload} />
      )}
      {value && value.total > value.items.length && (
        <Link to={{ page: "proposals", status: "open", at: 1 }}>{words.all(value.total)}</Link>
      )}
    </section>
  );
}
