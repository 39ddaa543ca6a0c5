import { SHARED_STORE, storeId, type StoreId } from "../../core/ids.ts";
import type { Instant } from "../../core/words.ts";
import { loadGuardSetting } from "../../guard/store.ts";
import type { Database } from "../../infra/database.ts";
import { readable } from "../../infra/scope.ts";
import { dateOf, dayOf, wallTimeAt } from "../../staffing/rules/wall-clock.ts";
import { readReplyLimits } from "../../stores/rules/reply-limits.ts";
import type { RulesInForce } from "../workspace/api.ts";

/** More than that nobody reads beside a talk. */
const MOST_DATED = 20;

/** What holds in a store at this moment: what is only said for a time, how soon to reply, which words not to say, and what day it is. */
export async function rulesInForce(db: Database, id: StoreId, now: Instant): Promise<RulesInForce> {
  const store = await db.scoped([id]).store.findUniqueOrThrow({ where: { id }, select: { timezone: true, replyLimits: true } });
  const { firstReplyMs, nextReplyMs, hours } = readReplyLimits(store.replyLimits);
  const guard = await loadGuardSetting(db, id);
  const date = dateOf(dayOf(wallTimeAt(store.timezone, now)));
  const holiday = await db.prisma.holiday.findUnique({ where: { date } });
  const workday = await db.prisma.workday.findUnique({ where: { date } });
  return {
    dated: await datedArticles(db, id, new Date(now)),
    replies: { firstReplyMs, nextReplyMs, hours },
    words: { shipped: guard?.shipped ?? "confirm", confirm: guard?.confirm ?? [], block: guard?.block ?? [] },
    date,
    ...(holiday === null ? {} : { isHoliday: true as const }),
    ...(workday === null ? {} : { worksAs: workday.as }),
  };
}

async function datedArticles(db: Database, id: StoreId, now: Date): Promise<RulesInForce["dated"]> {
  const rows = await db.scoped(readable([id])).article.findMany({
    where: {
      status: "active",
      NOT: { validFrom: null, validUntil: null },
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: now } }] },
        { OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
      ],
    },
    orderBy: [{ validUntil: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: MOST_DATED,
  });
  const own = new Set(rows.filter((row) => row.storeId === id).map((row) => row.id));
  return rows
    .filter((row) => storeId(row.storeId) !== SHARED_STORE || !own.has(row.id))
    .map((row) => ({
      articleId: row.id,
      title: row.question,
      answer: row.answer,
      ...(row.validUntil === null ? {} : { until: row.validUntil.toISOString() }),
    }));
}
