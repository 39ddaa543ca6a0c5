import { App, Button, Drawer, Select, Skeleton } from "antd";
import { useState } from "react";
import type { HolidaysAnswer } from "../../../src/planning/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useSay, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { named } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";

interface Props {
  readonly year: number;
  readonly onTaken: () => void;
  readonly onClose: () => void;
}

/** A year's public holidays and working days as a proposal; only a person's confirmation writes them. */
export function Holidays({ year: first, onTaken, onClose }: Props) {
  const words = useWords(calendarWords);
  const [year, setYear] = useState(first);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/planning/holidays", { query: { year } }));
  return (
    <Drawer open size={520} title={words.holidaysTitle(year)} onClose={onClose}>
      <div className="stack">
        <p className="muted">{words.holidaysLead}</p>
        <Select
          aria-label={words.year}
          value={year}
          options={[first, first + 1].map((one) => ({ value: one, label: String(one) }))}
          onChange={setYear}
        />
        {failure && <FailureNote failure={failure} onRetry={reload} />}
        {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
        {value && <Proposal proposal={value} onTaken={onTaken} onStale={reload} />}
      </div>
    </Drawer>
  );
}

interface ProposalProps {
  readonly proposal: HolidaysAnswer;
  readonly onTaken: () => void;
  /** Somebody changed the roster meanwhile. */
  readonly onStale: () => void;
}

function Proposal({ proposal, onTaken, onStale }: ProposalProps) {
  const api = useApi();
  const say = useSay();
  const explain = useExplain();
  const words = useWords(calendarWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  if (!proposal.isKnown) return <p>{words.unknownYear(proposal.year)}</p>;
  const fresh = proposal.days.filter(({ isThere }) => !isThere).length;

  async function take(): Promise<void> {
    setBusy(true);
    const body = { year: proposal.year, version: proposal.version };
    const answer = await api.send("post /api/console/planning/holidays", { body });
    setBusy(false);
    if (answer.type === "failure") {
      message.error(explain(answer.failure));
      return onStale();
    }
    message.success(words.taken);
    onTaken();
  }

  return (
    <>
      <Button type="primary" disabled={busy || fresh === 0} onClick={() => void take()}>
        {fresh === 0 ? words.allThere : words.take(fresh)}
      </Button>
      <ul className="calendar-list calendar-year number">
        {proposal.days.map(({ date, name, type, as, isThere }) => (
          <li key={date}>
            {date} · {say(name)} · {type === "holiday" ? words.rest : words.workday(named(words.days, as ?? ""))}{" "}
            <span className={isThere ? "muted" : "tag"}>{isThere ? words.isThere : words.isNew}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
