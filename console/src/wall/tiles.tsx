import type { ReactNode } from "react";
import type { ServiceLevel, WallAnswer } from "../../../src/wall/api.ts";
import { durationText } from "../home/days.ts";
import { useNow } from "../shared/clock.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { Link } from "../shared/router.tsx";
import { waitLevel, waitText } from "../shared/time.ts";
import type { WallRoute } from "./page.tsx";
import { wallWords } from "./words.ts";

interface Props {
  readonly wall: WallAnswer;
  readonly route: WallRoute;
}

/** The figures of this moment, each with what it means and the way to what is behind it. */
export function Tiles({ wall, route }: Props) {
  const words = useWords(wallWords);
  const percent = usePercent();
  const store = route.store === undefined ? {} : { store: route.store };
  const { serviceLevel: level, bot } = wall;
  return (
    <dl className="wall-tiles" aria-label={words.figures}>
      <Tile label={words.waiting.label} means={words.waiting.means} value={wall.waiting.count}>
        {wall.waiting.longest === undefined ? words.waiting.nobody : <Longest {...wall.waiting.longest} store={store} />}
      </Tile>
      <Tile label={words.overdue.label} means={words.overdue.means} value={wall.overdue} isBad={wall.overdue > 0}>
        {wall.overdue === 0 ? (
          words.overdue.nobody
        ) : (
          <Link to={{ page: "wall", overdue: "now", at: 1, ...store }}>{words.see}</Link>
        )}
      </Tile>
      <Tile
        label={words.level.label}
        means={words.level.means(useLimits(level))}
        value={level.share === undefined ? undefined : percent(level.share)}
      >
        {level.share !== undefined && words.level.counts(level.within, level.late)}
        {level.pending > 0 && level.best !== undefined && <span>{words.level.best(percent(level.best))}</span>}
        {level.late > 0 && <Link to={{ page: "wall", overdue: "today", at: 1, ...store }}>{words.see}</Link>}
      </Tile>
      <Tile label={words.bot.label} means={words.bot.means} value={bot.share === undefined ? undefined : percent(bot.share)}>
        {bot.opened > 0 && words.bot.counts(bot.alone, bot.opened)}
      </Tile>
      <Tile label={words.proposals.label} means={words.proposals.means} value={wall.proposals}>
        {wall.proposals === 0 ? (
          words.proposals.none
        ) : (
          <Link to={{ page: "proposals", status: "open", at: 1, ...store }}>{words.proposals.open}</Link>
        )}
      </Tile>
    </dl>
  );
}

interface LongestProps {
  readonly conversationId: string;
  readonly since: string;
  readonly store: { readonly store?: string };
}

function Longest({ conversationId, since, store }: LongestProps) {
  const words = useWords(wallWords);
  const waited = useNow() - Date.parse(since);
  return (
    <>
      <span className={`waiting waiting-${waitLevel(waited)} number`} role="timer">
        {words.longest(waitText(waited))}
      </span>
      <Link to={{ page: "desk", list: "waiting", conversation: conversationId, ...store }} label={words.openLongest}>
        {words.see}
      </Link>
    </>
  );
}

function usePercent(): (share: number) => string {
  const { language } = useLanguage();
  return (share) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

function useLimits({ limits }: ServiceLevel): string {
  const words = useWords(wallWords);
  return limits.map(({ seconds, hours }) => words.level.limit(durationText(seconds, words), hours)).join(" / ");
}

interface TileProps {
  readonly label: string;
  readonly means: string;
  /** Absent: there is nothing to compute it from. */
  readonly value: ReactNode;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

function Tile({ label, means, value, isBad = false, children }: TileProps) {
  const words = useWords(wallWords);
  return (
    <div className="wall-tile panel">
      <dt>{label}</dt>
      <dd className={`wall-value number ${isBad ? "wall-bad" : ""}`}>
        {value === undefined ? <span className="muted">{words.none}</span> : value}
      </dd>
      <dd className="wall-more">{children}</dd>
      <dd className="wall-means">{means}</dd>
    </div>
  );
}
