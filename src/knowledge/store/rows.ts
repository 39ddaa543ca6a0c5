import { z } from "zod";
import { articleId } from "../../core/ids.ts";
import { PHASES } from "../../core/words.ts";
import type { Article } from "../rules/article.ts";
import type { Snapshot } from "../rules/plan.ts";

/** A row of the table as both drivers give it. */
export const ARTICLE_ROW = z.object({
  storeId: z.string(),
  id: z.string(),
  phase: z.string(),
  question: z.string(),
  alternatives: z.array(z.string()),
  answer: z.string(),
  topics: z.unknown(),
  validFrom: z.date().nullable(),
  validUntil: z.date().nullable(),
  status: z.string(),
  version: z.number(),
  updatedAt: z.date(),
  updatedBy: z.string(),
});

export function asArticle(row: z.infer<typeof ARTICLE_ROW>): Article {
  const { question, alternatives, answer, version, updatedBy } = row;
  return {
    id: articleId(row.id),
    phase: PHASE.parse(row.phase),
    question,
    alternatives,
    answer,
    topics: TOPICS.parse(row.topics),
    validFrom: row.validFrom?.getTime(),
    validUntil: row.validUntil?.getTime(),
    status: STATUS.parse(row.status),
    version,
    updatedAt: row.updatedAt.getTime(),
    updatedBy,
  };
}

const PHASE = z.enum(PHASES);
const TOPICS = z
  .array(z.string())
  .nullable()
  .transform((topics) => topics ?? undefined);
const STATUS = z.enum(["active", "withdrawn"]);

const SNAPSHOT = z.object({
  id: z.string().transform(articleId),
  phase: PHASE,
  question: z.string(),
  alternatives: z.array(z.string()),
  answer: z.string(),
  topics: z.array(z.string()).optional(),
  validFrom: z.number().optional(),
  validUntil: z.number().optional(),
  status: STATUS,
});

/** The JSON column of a version, checked. */
export function asSnapshot(json: unknown): Snapshot {
  return SNAPSHOT.parse(json);
}
