import { App } from "antd";
import { useState } from "react";
import { useExplain } from "../shared/failure.tsx";
import { addressTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { calendarWords } from "./calendar-words.ts";
import type { DayEdit } from "./plan.ts";

/** What a planner does, and how the last of it is taken back: the server keeps that, so that it outlives the page. */
export interface Planning {
  /** Undefined when it holds, else why not. */
  readonly change: (edits: readonly DayEdit[]) => Promise<string | undefined>;
  /** Something was changed elsewhere than in the calendar's cells. */
  readonly changed: () => void;
  /** Takes one's last change back; absent: there is none that may be. */
  readonly undo?: (() => Promise<void>) | undefined;
}

/** Sends changes; tells what went wrong in a sentence, or that it holds; and takes the last one back. */
export function usePlanning(onChanged: () => void): Planning {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(calendarWords);
  const { message } = App.useApp();
  const { value: made, reload } = useLoaded(addressTo("/api/console/planning/changes"));
  // Taken back just now: no second click reaches the server before the list is read again.
  const [gone, setGone] = useState<string>();
  const changed = (): void => {
    reload();
    onChanged();
  };

  async function change(edits: readonly DayEdit[]): Promise<string | undefined> {
    const answer = await api.send("put /api/console/planning/days", { body: { changes: edits } });
    // Also when it failed: perhaps somebody else changed what we see.
    changed();
    if (answer.type === "answer") {
      message.success(words.saved);
      return undefined;
    }
    const why = explain(answer.failure);
    message.error(why);
    return why;
  }

  async function undo(changeId: string): Promise<void> {
    setGone(changeId);
    const answer = await api.send("post /api/console/planning/changes/{changeId}/undo", { ids: { changeId }, body: {} });
    changed();
    if (answer.type === "answer") return void message.success(words.undone);
    const { failure } = answer;
    const isNewer = failure.type === "problem" && failure.problem.status === 409;
    message.error(isNewer ? words.undoNewer : explain(failure));
  }

  const last = made?.last;
  return { change, changed, undo: last === undefined || last === gone ? undefined : () => undo(last) };
}
