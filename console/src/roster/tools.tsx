import { App, Button, Dropdown } from "antd";
import { useRef, useState } from "react";
import type { ChangesAnswer } from "../../../src/planning/api.ts";
import type { Answer } from "../shared/api.ts";
import { linkTo } from "../shared/calls.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { entryWords } from "./entry-words.ts";
import { LeaveEntryDrawer } from "./leave-entry.tsx";
import { Holidays } from "./holidays.tsx";
import { daysAfter } from "./plan.ts";
import { Preview } from "./preview.tsx";

interface Props {
  readonly from: string;
  readonly onChanged: () => void;
}

/** What is done to many days at once: copy a week, CSV out and in, a year's holidays. Nothing before it was shown. */
export function Tools({ from, onChanged }: Props) {
  const api = useApi();
  const words = useWords(calendarWords);
  const picker = useRef<HTMLInputElement>(null);
  const [holidays, setHolidays] = useState(false);
  const [leave, setLeave] = useState(false);
  const entry = useWords(entryWords);
  const ask = useAsk(onChanged);

  const next = daysAfter(from, 7);
  const copy = (version?: number): Promise<Answer<ChangesAnswer>> =>
    api.send("post /api/console/planning/copy", { body: { from, to: next, version } });
  const take =
    (file: File) =>
    (version?: number): Promise<Answer<ChangesAnswer>> =>
      api.send("post /api/console/planning/file", { query: { version }, file });

  const written = linkTo("/api/console/planning/file", { query: { from, days: 7 } });
  const items = [
    { key: "copy", label: words.copy, onClick: () => void ask(words.copyAsk(from, next), copy) },
    { key: "export", label: words.exportFile, onClick: () => location.assign(written) },
    { key: "import", label: words.importFile, onClick: () => picker.current?.click() },
    { key: "holidays", label: words.holidays, onClick: () => setHolidays(true) },
    { key: "leave", label: entry.leave, onClick: () => setLeave(true) },
  ];
  return (
    <div className="calendar-tools">
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button>{words.tools}</Button>
      </Dropdown>
      <input
        ref={picker}
        type="file"
        accept=".csv,text/csv"
        aria-label={words.importFile}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was mended.
          event.target.value = "";
          if (file !== undefined) void ask(words.importAsk, take(file));
        }}
      />
      {leave && (
        <LeaveEntryDrawer
          onClose={() => setLeave(false)}
          onEntered={() => {
            setLeave(false);
            onChanged();
          }}
        />
      )}
      {holidays && (
        <Holidays
          year={Number(from.slice(0, 4))}
          onClose={() => setHolidays(false)}
          onTaken={() => {
            setHolidays(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

type Attempt = (version?: number) => Promise<Answer<ChangesAnswer>>;

/** Shows what an act would change, and does exactly that when it is confirmed. */
function useAsk(onChanged: () => void): (title: string, attempt: Attempt) => Promise<void> {
  const words = useWords(calendarWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  return async (title, attempt) => {
    const preview = await attempt();
    if (preview.type === "failure") return void modal.error({ title: words.refused, content: explain(preview.failure) });
    const { version, count } = preview.value;
    const content = <Preview answer={preview.value} />;
    if (count === 0) return void modal.info({ title, content });
    modal.confirm({
      title,
      content,
      width: 560,
      okText: words.apply,
      cancelText: shared.cancel,
      onOk: async () => {
        const done = await attempt(version);
        onChanged();
        if (done.type === "answer") message.success(words.saved);
        else modal.error({ title: words.refused, content: explain(done.failure) });
      },
    });
  };
}
