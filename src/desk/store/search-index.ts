import type { Database } from "../../infra/database.ts";
import { giveWay } from "../../infra/slices.ts";
import { gramsOf } from "../rules/grams.ts";
import { shopperNames } from "../rules/visitor-number.ts";

/** So many lanes with new lines are taken at once, and so many of their lines: others wait no longer than that takes. */
const LANES_AT_ONCE = 100;
const LINES_AT_ONCE = 200;

/**
 * Brings the index of what was said up to date, in small pieces; returns how many lines were new to it. Nothing is written beside
 * the lines themselves: what is not in the index yet is looked through as it stands (`search.ts`). By one process at a time.
 */
export async function indexLines(db: Database, giveUp: () => boolean = () => false): Promise<number> {
  const done = await db.ifAlone(
    "search-index",
    async () => {
      let lines = 0;
      for (;;) {
        const lanes = giveUp() ? [] : await lanesBehind(db);
        for (const lane of lanes) lines += await indexLane(db, lane, giveUp);
        if (lanes.length < LANES_AT_ONCE) return lines;
      }
    },
    "own",
  );
  return done.type === "done" ? done.result : 0;
}

interface LaneBehind {
  readonly id: string;
  readonly storeId: string;
  readonly personId: string;
  readonly names: readonly string[];
  /** In the index up to here. */
  readonly after: number;
}

async function lanesBehind({ pool }: Database): Promise<readonly LaneBehind[]> {
  const { rows } = await pool.query<LaneBehind>({ name: "search-lanes", text: BEHIND, values: [LANES_AT_ONCE] });
  return rows;
}

const BEHIND = `
  SELECT l."id", l."storeId", coalesce(k."seq", 0) AS after, person."personId", person."names"
  FROM "Lane" l LEFT JOIN "SearchMark" k ON k."laneId" = l."id",
    LATERAL (
      SELECT min(c."personId") AS "personId",
        array_remove(array_agg(DISTINCT c."personName") || array_agg(DISTINCT c."verifiedId"), NULL) AS "names"
      FROM "Conversation" c WHERE c."laneId" = l."id") AS person
  WHERE l."storeId" IS NOT NULL AND l."seq" > coalesce(k."seq", 0) LIMIT $1`;

async function indexLane(db: Database, lane: LaneBehind, giveUp: () => boolean): Promise<number> {
  const { id, storeId, personId, after } = lane;
  const names = shopperNames(personId, lane.names);
  let from = after;
  let lines = 0;
  while (!giveUp()) {
    const { rows } = await db.pool.query<Line>({ name: "search-lines", text: LINES, values: [id, from, LINES_AT_ONCE] });
    const last = rows.at(-1);
    if (last === undefined) break;
    const grams = rows.filter(({ text }) => text.length > 1).map(({ seq, text }) => ({ seq, grams: gramsOf(text) }));
    const values = [id, storeId, JSON.stringify(grams), last.seq, names, gramsOf(names)];
    await db.pool.query({ name: "search-write", text: WRITE, values });
    from = last.seq;
    lines += rows.length;
    await giveWay();
    if (rows.length < LINES_AT_ONCE) break;
  }
  return lines;
}

interface Line {
  readonly seq: number;
  readonly text: string;
}

// What the desk itself says is the same everywhere, and nobody looks for it.
const LINES = `
  SELECT "seq", CASE WHEN "author" = 'system' THEN '' ELSE "body"->>'text' END AS text
  FROM "Message" WHERE "laneId" = $1 AND "seq" > $2 ORDER BY "seq" LIMIT $3`;

const WRITE = `
  WITH lines AS (
    INSERT INTO "SearchLine" ("laneId", "seq", "storeId", "grams")
    SELECT $1, line."seq", $2, line."grams" FROM jsonb_to_recordset($3::jsonb) AS line("seq" int, "grams" int[])
    ON CONFLICT DO NOTHING)
  INSERT INTO "SearchMark" ("laneId", "storeId", "seq", "names", "grams") VALUES ($1, $2, $4, $5, $6)
  ON CONFLICT ("laneId") DO UPDATE SET "seq" = excluded."seq", "names" = excluded."names", "grams" = excluded."grams"`;

/** What was said is in the index so soon, as a rule; until then it costs a search a little more. */
const EVERY_MS = 10_000;

/** Brings the index up to date now and then, until `close`, which waits for what is under way. */
export function keepIndexed(db: Database, report: (error: unknown) => void): { close(): Promise<void> } {
  let isClosed = false;
  let underWay: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    underWay ??= indexLines(db, () => isClosed)
      .catch(report)
      .finally(() => (underWay = undefined));
  }, EVERY_MS);
  timer.unref();
  return {
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
