import { App, Button } from "antd";
import type { DecideRequest, RequestConflictRow, RequestsAnswer } from "../../../src/planning/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { Conflicts } from "./conflicts.tsx";
import { announceWish } from "./open-wishes.ts";
import { hoursIn } from "./wishes.ts";
import { requestsWords } from "./requests-words.ts";

interface Wish {
  readonly of: "leave" | "swap";
  readonly id: string;
  readonly text: string;
  readonly note: string;
  readonly state: "asked" | "accepted" | "granted";
  readonly mayDecide: boolean;
  readonly conflicts: readonly RequestConflictRow[];
}

/** Leave and swaps that wait for a supervisor, with what speaks against them; nothing at all where nobody asks. */
export function Requests({ onDecided }: { readonly onDecided: () => void }) {
  const words = useWords(requestsWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/planning/requests"));
  const wishes = useWishes(value);
  if (failure) return <FailureNote failure={failure} title={words.failed} onRetry={reload} />;
  if (wishes.length === 0) return undefined;
  const decided = (): void => {
    reload();
    onDecided();
  };
  return (
    <section className="panel stack roster-requests" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="calendar-list">
        {wishes.map((wish) => (
          <Item key={`${wish.of} ${wish.id}`} wish={wish} onDecided={decided} />
        ))}
      </ul>
    </section>
  );
}

function useWishes(answer: RequestsAnswer | undefined): readonly Wish[] {
  const words = useWords(requestsWords);
  const leave = (answer?.leave ?? []).flatMap((one): readonly Wish[] =>
    one.state === "asked" || one.state === "granted"
      ? [
          {
            ...one,
            state: one.state,
            of: "leave",
            text: words.leave(one.name, one.from, one.until) + words.kinds[one.kind],
          },
        ]
      : [],
  );
  const swaps = (answer?.swaps ?? []).flatMap((one): readonly Wish[] =>
    one.state === "asked" || one.state === "accepted"
      ? [
          {
            ...one,
            state: one.state,
            of: "swap",
            text:
              `${words.swap(one.name, one.date, one.withName)} ${hoursIn(one).day}` +
              (one.withDate === undefined ? "" : `${words.back(one.withDate)} ${hoursIn(one).inReturn}`),
          },
        ]
      : [],
  );
  return [...leave, ...swaps];
}

function Item({ wish, onDecided }: { readonly wish: Wish; readonly onDecided: () => void }) {
  const words = useWords(requestsWords);
  const decide = useDecide(wish, onDecided);
  const isOpen = wish.state !== "granted" && wish.mayDecide;
  return (
    <li>
      <span className="number">{wish.text}</span> <span className="tag">{words.states[wish.state]}</span>{" "}
      {wish.note !== "" && <span className="muted">{wish.note}</span>}
      <Conflicts conflicts={wish.conflicts} />
      <div className="page-tools">
        {isOpen && (
          <Button size="small" type="primary" onClick={() => void decide({ decision: "yes", anyway: wish.conflicts.length > 0 })}>
            {wish.conflicts.length > 0 ? words.yesAnyway : words.yes}
          </Button>
        )}
        {isOpen && (
          <Button size="small" onClick={() => void decide({ decision: "no" })}>
            {words.no}
          </Button>
        )}
        {wish.state === "granted" && wish.mayDecide && (
          <Button size="small" onClick={() => void decide({ decision: "no" })}>
            {words.takeBack}
          </Button>
        )}
      </div>
    </li>
  );
}

function useDecide({ of, id }: Wish, onDecided: () => void): (request: DecideRequest) => Promise<void> {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(requestsWords);
  const { message } = App.useApp();
  return async (request) => {
    const answer =
      of === "leave"
        ? await api.send("post /api/console/planning/leave/{leaveId}/decide", { ids: { leaveId: id }, body: request })
        : await api.send("post /api/console/planning/swaps/{swapId}/decide", { ids: { swapId: id }, body: request });
    onDecided();
    announceWish();
    if (answer.type === "answer") message.success(words.done);
    else message.error(explain(answer.failure));
  };
}
