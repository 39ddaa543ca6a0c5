import type { RequestConflictRow } from "../../../src/planning/api.ts";
import { useWords } from "../shared/language.tsx";
import { named, sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { requestsWords } from "./requests-words.ts";

/** What speaks against leave or a swap, a line each. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly RequestConflictRow[] }) {
  const words = useWords(requestsWords);
  const calendar = useWords(calendarWords);
  const shared = useWords(sharedWords);
  return (
    <>
      {conflicts.map((conflict) => (
        <span key={JSON.stringify(conflict)} className="calendar-conflict">
          {conflict.type === "nobody-left"
            ? words.nobodyLeft(conflict.date, named(shared.skills, conflict.skill))
            : `${conflict.name} · ${conflict.date}: ${calendar.conflicts[conflict.type]}`}
        </span>
      ))}
    </>
  );
}
