import { App } from "antd";
import { useState } from "react";
import type { PlannedAgent } from "../../../src/planning/api.ts";
import type { Answer } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { calendarWords } from "./calendar-words.ts";
import { undoOf, type DayEdit } from "./plan.ts";

/** Takes one change back: asks the server, which refuses when something newer stands there. */
export type TakeBack = () => Promise<Answer<unknown>>;

/** What a planner does, and how the last of it is taken back. */
export interface Planning {
  /** Undefined when it holds, else why not. */
  readonly change: (edits: readonly DayEdit[]) => Promise<string | undefined>;
  /** Something else was done that can be taken back in this way. */
  readonly remember: (takeBack: TakeBack) => void;
  /** Days were changed elsewhere than in the calendar: as above, by what they were. */
  readonly rememberDays: (edits: readonly DayEdit[]) => void;
  /** Takes the last change back; absent: there is none. */
  readonly undo?: (() => Promise<void>) | undefined;
}

type Last = { readonly edits: readonly DayEdit[] } | { readonly takeBack: TakeBack };

/** So many days are sent at once. */
const MOST_AT_ONCE = 500;

/** Sends changes; tells what went wrong in a sentence, or that it holds; and knows how to take the last one back. */
export function usePlanning(agents: readonly PlannedAgent[], onChanged: () => void): Planning {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(calendarWords);
  const { message } = App.useApp();
  const [last, setLast] = useState<Last>();
  const sendDays = (changes: readonly DayEdit[]) => api.send("put /api/console/planning/days", { body: { changes } });

  async function change(edits: readonly DayEdit[]): Promise<string | undefined> {
    const answer = await sendDays(edits);
    // Also when it failed: perhaps somebody else changed what we see.
    onChanged();
    if (answer.type === "answer") {
      message.success(words.saved);
      rememberDays(edits);
      return undefined;
    }
    const why = explain(answer.failure);
    message.error(why);
    return why;
  }

  const rememberDays = (edits: readonly DayEdit[]): void =>
    // More at once the server does not take, and a half would be worse than none.
    setLast(edits.length > MOST_AT_ONCE ? undefined : { edits });

  async function undo(done: Last): Promise<void> {
    setLast(undefined);
    const answer = "edits" in done ? await sendDays(undoOf(done.edits, agents)) : await done.takeBack();
    onChanged();
    if (answer.type === "answer") return void message.success(words.undone);
    const { failure } = answer;
    const isNewer = failure.type === "problem" && failure.problem.status === 409;
    message.error(isNewer ? words.undoNewer : explain(failure));
  }

  return {
    change,
    remember: (takeBack) => setLast({ takeBack }),
    rememberDays,
    undo: last === undefined ? undefined : () => undo(last),
  };
}
