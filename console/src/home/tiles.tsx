import type { ReactNode } from "react";
import type { FiguresAnswer } from "../../../src/figures/api.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { durationText } from "./days.ts";
import { homeWords } from "./words.ts";

/** A day's figures, each with what it means. What cannot be computed says so; no zero is invented for it. */
export function Tiles({ figures }: { readonly figures: FiguresAnswer }) {
  const words = useWords(homeWords);
  const { language } = useLanguage();
  const { opened, botAlone, handedOver, waiting, open, firstReply, serviceLevel: level, ratings } = figures;
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const percent = (share: number) =>
    new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share);
  const shared = ({ share }: FiguresAnswer["botAlone"]) => (share === undefined ? undefined : words.share(percent(share)));
  const median = firstReply.medianSeconds;
  return (
    <dl className="tiles">
      <Tile
        label={words.level.label}
        means={words.level.means(durationText(level.limitSeconds, words), level.limitHours)}
        value={level.share === undefined ? undefined : percent(level.share)}
        more={words.level.counts(level.within, level.late)}
      />
      {waiting !== undefined && (
        <Tile
          label={words.waiting.label}
          means={words.waiting.means}
          value={number(waiting.count)}
          more={
            waiting.longestSeconds === undefined ? undefined : words.waiting.longest(durationText(waiting.longestSeconds, words))
          }
        />
      )}
      {open !== undefined && (
        <>
          <Tile {...words.withAgent} value={number(open.withAgent)} />
          <Tile {...words.overdue} value={number(open.overdue)} />
        </>
      )}
      <Tile {...words.opened} value={number(opened)} />
      <Tile {...words.botAlone} value={number(botAlone.count)} more={shared(botAlone)} />
      <Tile {...words.handedOver} value={number(handedOver.count)} more={shared(handedOver)} />
      <Tile
        label={words.firstReply.label}
        means={words.firstReply.means}
        value={median === undefined ? undefined : durationText(median, words)}
        more={words.firstReply.count(firstReply.count)}
      />
      <Tile
        label={words.ratings.label}
        means={words.ratings.means}
        value={ratings.mean === undefined ? undefined : words.outOfFive(number(ratings.mean, 1))}
        more={words.ratings.count(ratings.count)}
      />
    </dl>
  );
}

interface TileProps {
  readonly label: string;
  /** One sentence: how it is counted. */
  readonly means: string;
  /** Absent: there is nothing to compute it from. */
  readonly value: ReactNode;
  readonly more?: string | undefined;
}

function Tile({ label, means, value, more }: TileProps) {
  const words = useWords(homeWords);
  return (
    <div className="tile panel">
      <dt>{label}</dt>
      <dd className="tile-value number">
        {value === undefined ? <span className="muted">{words.none}</span> : value}
        {value !== undefined && more !== undefined && <span className="tile-more">{more}</span>}
      </dd>
      <dd className="tile-means">{means}</dd>
    </div>
  );
}
