import type { RequestConflictRow } from "../../../src/planning/api.ts";
import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { named, sharedWords } from "../shared/words.ts";
import { calendarWords } from "./calendar-words.ts";
import { requestsWords } from "./requests-words.ts";

type Gap = Extract<RequestConflictRow, { readonly type: "nobody-left" }>;

/** What speaks against leave or a swap, a line each; skills that lack at the same hours in one. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly RequestConflictRow[] }) {
  const words = useWords(requestsWords);
  const calendar = useWords(calendarWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const storeName = (id: string): string => me.stores.find((store) => store.id === id)?.name ?? id;
  const others = conflicts.flatMap((conflict) => (conflict.type === "nobody-left" ? [] : [conflict]));
  const gaps = conflicts.flatMap((conflict) => (conflict.type === "nobody-left" ? [conflict] : []));
  const lines = [
    ...others.map(({ name, date, type }) => `${name} · ${date}: ${calendar.conflicts[type]}`),
    ...gapsByHours(gaps).map(({ skills, stores, elsewhere, date, start, end }) =>
      words.nobodyLeft({
        when: `${date} ${start}–${end}`,
        stores: [...stores.map(storeName), ...(elsewhere ? [words.elsewhere] : [])],
        skills: skills.map((skill) => named(shared.skills, skill)),
      }),
    ),
  ];
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="calendar-conflict">
          {line}
        </span>
      ))}
    </>
  );
}

function gapsByHours(gaps: readonly Gap[]): readonly (Omit<Gap, "skill"> & { readonly skills: readonly string[] })[] {
  const keyOf = ({ date, start, end, stores, elsewhere }: Gap): string => JSON.stringify([date, start, end, stores, elsewhere]);
  const keys = [...new Set(gaps.map(keyOf))];
  return keys.flatMap((key) => {
    const same = gaps.filter((gap) => keyOf(gap) === key);
    const [first] = same;
    return first === undefined ? [] : [{ ...first, skills: same.map(({ skill }) => skill) }];
  });
}
