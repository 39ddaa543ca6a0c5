import type { ConversationRow } from "../../../src/desk/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import type { Route } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { clockText, dayOf, dayText } from "../shared/time.ts";
import { named, sharedWords } from "../shared/words.ts";
import { FeelingMark } from "./feeling.tsx";
import { missedWords } from "./missed-words.ts";
import { Waiting } from "./waiting.tsx";
import { deskWords } from "./words.ts";

type DeskRoute = Extract<Route, { page: "desk" }>;

interface RowProps {
  readonly row: ConversationRow;
  readonly route: DeskRoute;
  readonly now: number;
  /** It changed while the connection was lost. */
  readonly isMissed?: boolean;
}

/** A conversation in a list: who, since when, what was said last, with whom. */
export function Row({ row, route, now, isMissed = false }: RowProps) {
  const missedTexts = useWords(missedWords);
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  return (
    <Link to={{ ...route, conversation: row.id }} current={row.id === route.conversation} className="row">
      <span className="row-top">
        <span className="row-name" dir="auto">
          {row.shopper.name || words.visitor(row.shopper.number)}
        </span>
        {row.urgency === "high" && <span className="urgent">{words.urgent}</span>}
        <FeelingMark row={row} />
        {row.waitingSince === undefined ? <LastAt row={row} now={now} /> : <Waiting row={row} now={now} />}
      </span>
      <span className="row-text" dir="auto">
        {row.lastText}
      </span>
      <span className="row-foot">
        <span>{row.store.name}</span>
        {row.skill !== undefined && <span>{named(shared.skills, row.skill)}</span>}
        <Standing row={row} />
        {isMissed && <span className="row-missed">{missedTexts.row}</span>}
      </span>
    </Link>
  );
}

/** With whom a conversation is, in a word or two. */
export function Standing({ row }: { readonly row: ConversationRow }) {
  const words = useWords(deskWords);
  const { me } = useSession();
  if (row.status === "offered" && row.agent !== undefined) {
    const mine = row.agent.id === me.agent?.id;
    return <span className={mine ? "to-me" : ""}>{mine ? words.offeredToMe : words.offeredTo(row.agent.name)}</span>;
  }
  if (row.status === "assigned" && row.agent !== undefined) return <span>{words.with(row.agent.name)}</span>;
  return <span>{words.statuses[row.status]}</span>;
}

function LastAt({ row, now }: { readonly row: ConversationRow; readonly now: number }) {
  const { language } = useLanguage();
  const { me } = useSession();
  const timezone = me.stores.find((store) => store.id === row.store.id)?.timezone ?? "Asia/Shanghai";
  const moment = { at: row.lastAt, timezone, language };
  const isToday = dayOf(row.lastAt, timezone) === dayOf(new Date(now).toISOString(), timezone);
  return <time dateTime={row.lastAt}>{isToday ? clockText(moment) : dayText(moment)}</time>;
}
