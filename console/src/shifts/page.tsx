import { App, Button, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { LeaveAsk, MineAnswer, PlannedDayRow, ShiftHours, SwapAsk, SwapRow } from "../../../src/planning/api.ts";
import { hoursIn } from "../roster/wishes.ts";
import type { Answer, Api } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { dayText, zoneText } from "../shared/time.ts";
import { shiftsWords } from "./words.ts";
import "./shifts.css";

type Send = (sent: (api: Api) => Promise<Answer<MineAnswer>>, done: string) => Promise<boolean>;

/** One's own next two weeks, leave and swaps: asked for here, decided by others. */
export function ShiftsPage() {
  const words = useWords(shiftsWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const { value, failure, reload } = useLoaded(me.agent === undefined ? undefined : addressTo("/api/console/planning/mine"));
  const send = useSend(reload);
  if (me.agent === undefined) return <EmptyNote {...words.noAgent} />;
  return (
    <div className="page stack">
      <div>
        <h1>{words.title}</h1>
        {value && <p className="muted">{words.lead(zoneText(value.timezone, language))}</p>}
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 14 }} />}
      {value && <Days mine={value} />}
      {value && <Leave mine={value} send={send} />}
      {value && <Swaps mine={value} send={send} />}
    </div>
  );
}

function useSend(reload: () => void): Send {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(shiftsWords);
  const { message, modal } = App.useApp();
  return async (sent, done) => {
    const answer = await sent(api);
    reload();
    if (answer.type === "answer") message.success(done);
    else modal.error({ title: words.failedAct, content: explain(answer.failure) });
    return answer.type === "answer";
  };
}

function Days({ mine }: { readonly mine: MineAnswer }) {
  const words = useWords(shiftsWords);
  const { language } = useLanguage();
  return (
    <table className="my-days" aria-label={words.days}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.work}</th>
        </tr>
      </thead>
      <tbody>
        {mine.days.map((day) => (
          <tr key={day.date}>
            <th scope="row">{dayText({ at: `${day.date}T12:00:00Z`, timezone: "UTC", language })}</th>
            <td className="number">
              {day.date === mine.today && mine.overnight && <p>{words.overnight(mine.overnight.end)}</p>}
              <Hours day={day} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hours({ day }: { readonly day: PlannedDayRow }) {
  const words = useWords(shiftsWords);
  if (day.source === "leave") return <span className="tag tag-warm">{words.leaveDay}</span>;
  if (day.source === "not-employed") return words.notEmployed;
  if (day.shifts.length === 0) return <span className="muted">{words.off}</span>;
  const said = ({ start, end }: ShiftHours) => `${start}–${end <= start && end !== "00:00" ? `${words.nextDay} ` : ""}${end}`;
  return day.shifts.map(said).join(", ");
}

interface PartProps {
  readonly mine: MineAnswer;
  readonly send: Send;
}

function Leave({ mine, send }: PartProps) {
  const words = useWords(shiftsWords);
  const withdraw = (leaveId: string): void =>
    void send(
      (api) => api.send("post /api/console/planning/mine/leave/{leaveId}/withdraw", { ids: { leaveId } }),
      words.answered,
    );
  return (
    <section className="panel stack" aria-label={words.leave}>
      <h2>{words.leave}</h2>
      {mine.leave.length === 0 && <p className="muted">{words.noLeave}</p>}
      <ul className="my-list">
        {mine.leave.map(({ id, from, until, kind, note, state }) => (
          <li key={id}>
            <span className="number">
              {from} – {until}
            </span>
            <span>{words.kinds[kind]}</span>
            <span className="tag">{words.states[state]}</span>
            {note !== "" && <span className="muted">{note}</span>}
            {state === "asked" && (
              <Button size="small" onClick={() => withdraw(id)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LeaveForm key={mine.leave.length} today={mine.today} send={send} />
    </section>
  );
}

function LeaveForm({ today, send }: { readonly today: string; readonly send: Send }) {
  const words = useWords(shiftsWords);
  const [filled, setFilled] = useState<LeaveAsk>({ from: today, until: today, kind: "annual", note: "" });
  const set = (part: Partial<LeaveAsk>): void => setFilled({ ...filled, ...part });
  function submit(event: FormEvent): void {
    event.preventDefault();
    void send((api) => api.send("post /api/console/planning/mine/leave", { body: filled }), words.asked);
  }
  return (
    <form className="my-form" aria-label={words.askLeave} onSubmit={submit}>
      <Labelled label={words.from}>
        <Input type="date" value={filled.from} min={today} onChange={(event) => set({ from: event.target.value })} />
      </Labelled>
      <Labelled label={words.until}>
        <Input type="date" value={filled.until} min={filled.from} onChange={(event) => set({ until: event.target.value })} />
      </Labelled>
      <Select
        aria-label={words.kind}
        value={filled.kind}
        options={(["annual", "sick", "personal", "other"] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind: LeaveAsk["kind"]) => set({ kind })}
      />
      <Labelled label={words.note}>
        <Input value={filled.note} maxLength={500} onChange={(event) => set({ note: event.target.value })} />
      </Labelled>
      <Button type="primary" htmlType="submit">
        {words.askLeave}
      </Button>
    </form>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label>
      {label}
      {children}
    </label>
  );
}

function Swaps({ mine, send }: PartProps) {
  const words = useWords(shiftsWords);
  return (
    <section className="panel stack" aria-label={words.swaps}>
      <h2>{words.swaps}</h2>
      {mine.swaps.length === 0 && <p className="muted">{words.noSwaps}</p>}
      <ul className="my-list">
        {mine.swaps.map((swap) => (
          <Swap key={swap.id} swap={swap} send={send} />
        ))}
      </ul>
      <SwapForm key={mine.swaps.length} mine={mine} send={send} />
    </section>
  );
}

function Swap({ swap, send }: { readonly swap: SwapRow; readonly send: Send }) {
  const words = useWords(shiftsWords);
  const { me } = useSession();
  const isMine = swap.agentId === me.agent?.id;
  const hours = hoursIn(swap);
  const said = (answer: "accepted" | "refused" | "withdrawn") => (api: Api) =>
    api.send("post /api/console/planning/mine/swaps/{swapId}/answer", {
      ids: { swapId: swap.id },
      body: { answer, hours: swap.hours },
    });
  const answer = (what: "accepted" | "refused" | "withdrawn") => void send(said(what), words.answered);
  return (
    <li>
      <span>
        {isMine ? words.iAsk(swap.withName, swap.date) : words.asksMe(swap.name, swap.date)} {hours.day}
        {swap.withDate !== undefined && `${words.back(swap.withDate)} ${hours.inReturn}`}
      </span>
      <span className="tag">{words.states[swap.state]}</span>
      {swap.note !== "" && <span className="muted">{swap.note}</span>}
      {isMine && (swap.state === "asked" || swap.state === "accepted") && (
        <Button size="small" onClick={() => answer("withdrawn")}>
          {words.withdraw}
        </Button>
      )}
      {!isMine && swap.state === "asked" && (
        <>
          <Button size="small" type="primary" onClick={() => answer("accepted")}>
            {words.accept}
          </Button>
          <Button size="small" onClick={() => answer("refused")}>
            {words.refuse}
          </Button>
        </>
      )}
    </li>
  );
}

function SwapForm({ mine, send }: PartProps) {
  const words = useWords(shiftsWords);
  const days = mine.days.filter(({ shifts }) => shifts.length > 0);
  const [date, setDate] = useState(days[0]?.date);
  const [withId, setWith] = useState(mine.colleagues[0]?.id);
  const [withDate, setWithDate] = useState("");
  if (date === undefined || withId === undefined) return <p className="muted">{words.noShifts}</p>;
  const asked: SwapAsk = { date, withId, note: "", ...(withDate === "" ? {} : { withDate }) };
  return (
    <form
      className="my-form"
      aria-label={words.askSwap}
      onSubmit={(event) => {
        event.preventDefault();
        void send((api) => api.send("post /api/console/planning/mine/swaps", { body: asked }), words.sentSwap);
      }}
    >
      <Select
        aria-label={words.swapDay}
        value={date}
        options={days.map((day) => ({ value: day.date, label: day.date }))}
        onChange={setDate}
      />
      <Select
        aria-label={words.swapWith}
        value={withId}
        options={mine.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        showSearch={{ optionFilterProp: "label" }}
        onChange={setWith}
      />
      <Labelled label={words.swapBack}>
        <Input type="date" value={withDate} min={mine.today} onChange={(event) => setWithDate(event.target.value)} />
      </Labelled>
      <Button type="primary" htmlType="submit">
        {words.askSwap}
      </Button>
    </form>
  );
}
