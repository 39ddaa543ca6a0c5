import { App } from "antd";
import { useState } from "react";
import type { PlannedAgent } from "../../../src/planning/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { calendarWords } from "./calendar-words.ts";
import { undoOf, type DayEdit } from "./plan.ts";

/** What a planner does to days. */
export interface Planning {
  /** Undefined when it holds, else why not. */
  readonly change: (edits: readonly DayEdit[]) => Promise<string | undefined>;
  /** Takes the last change back; absent: there is none. */
  readonly undo?: (() => Promise<void>) | undefined;
}

/** Sends changes; tells what went wrong in a sentence, or that it holds; and knows how to take the last one back. */
export function usePlanning(agents: readonly PlannedAgent[], onChanged: () => void): Planning {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(calendarWords);
  const { message } = App.useApp();
  const [last, setLast] = useState<readonly DayEdit[]>();

  async function send(changes: readonly DayEdit[], done: string): Promise<string | undefined> {
    const answer = await api.send("put /api/console/planning/days", { body: { changes } });
    // Also when it failed: perhaps somebody else changed what we see.
    onChanged();
    if (answer.type === "answer") {
      message.success(done);
      return undefined;
    }
    const why = explain(answer.failure);
    message.error(why);
    return why;
  }

  async function change(edits: readonly DayEdit[]): Promise<string | undefined> {
    const why = await send(edits, words.saved);
    if (why === undefined) setLast(edits);
    return why;
  }

  async function undo(edits: readonly DayEdit[]): Promise<void> {
    setLast(undefined);
    await send(undoOf(edits, agents), words.undone);
  }

  return { change, undo: last === undefined ? undefined : () => undo(last) };
}
