import { z } from "zod";
import { articleId, conversationId, proposalId, storeId, type ProposalId, type StoreId } from "../../core/ids.ts";
import { PHASES, type Instant } from "../../core/words.ts";
import type { Snapshot } from "../rules/plan.ts";
import {
  PROPOSAL_KINDS,
  PROPOSAL_ORIGINS,
  PROPOSAL_STATUSES,
  type Evidence,
  type Proposed,
  type ProposalOrigin,
  type ProposalStatus,
} from "../rules/proposal.ts";
import { asSnapshot } from "./rows.ts";

/** Somebody of the console, as a proposal names them: their id, and their name at that time. */
export interface Proposer {
  readonly id: string;
  readonly name: string;
}

/** A proposal as it stands. */
export interface Proposal {
  readonly id: ProposalId;
  readonly storeId: StoreId;
  readonly proposed: Proposed;
  readonly evidence: readonly Evidence[];
  readonly origin: ProposalOrigin;
  readonly note: string;
  readonly status: ProposalStatus;
  readonly createdAt: Instant;
  readonly createdBy: Proposer;
  /** Absent while it is open. */
  readonly decided?: Decided | undefined;
  /** The version of the article that says what was accepted. */
  readonly articleVersion?: number | undefined;
}

interface Decided {
  readonly at: Instant;
  readonly by: Proposer;
  readonly note?: string | undefined;
}

/** How an article stands, with its version. */
export type Standing = Snapshot & { readonly version: number };

/** A row of the table as both drivers give it. */
export const PROPOSAL_ROW = z.object({
  id: z.string(),
  storeId: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  articleId: z.string().nullable(),
  baseVersion: z.number().nullable(),
  content: z.unknown(),
  evidence: z.unknown(),
  origin: z.enum(PROPOSAL_ORIGINS),
  note: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  createdAt: z.date(),
  createdBy: z.string(),
  createdByName: z.string(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string().nullable(),
  articleVersion: z.number().nullable(),
});
type ProposalRow = z.infer<typeof PROPOSAL_ROW>;

/** A row as a plain value; its JSON columns checked. */
export function asProposal(row: ProposalRow): Proposal {
  return {
    id: proposalId(row.id),
    storeId: storeId(row.storeId),
    proposed: asProposed(row),
    evidence: EVIDENCE.parse(row.evidence),
    origin: row.origin,
    note: row.note,
    status: row.status,
    createdAt: row.createdAt.getTime(),
    createdBy: { id: row.createdBy, name: row.createdByName },
    decided: decidedOf(row),
    articleVersion: row.articleVersion ?? undefined,
  };
}

function decidedOf({ decidedAt, decidedBy, decidedByName, decisionNote }: ProposalRow): Decided | undefined {
  if (decidedAt === null || decidedBy === null) return undefined;
  return { at: decidedAt.getTime(), by: { id: decidedBy, name: decidedByName ?? "" }, note: decisionNote ?? undefined };
}

function asProposed({ id, kind, articleId: named, baseVersion, content }: ProposalRow): Proposed {
  if (kind === "new-article") {
    const { id: wanted, ...words } = NEW_ARTICLE.parse(content);
    return { kind, articleId: named === null ? wanted : articleId(named), words };
  }
  if (named === null || baseVersion === null)
    throw new Error(`The proposal ${id} changes an article but names none, or not its version; mend the table Proposal.`);
  const of = { articleId: articleId(named), baseVersion };
  if (kind === "change-article") return { kind, ...of, words: WORDS.parse(content) };
  return { kind, ...of, ...PHRASINGS.parse(content) };
}

/** What goes into the column `content`. */
export function contentOf(proposed: Proposed): unknown {
  switch (proposed.kind) {
    case "new-article":
      return { id: proposed.articleId, ...proposed.words };
    case "change-article":
      return proposed.words;
    case "phrasings":
      return { phrasings: proposed.phrasings };
  }
}

const STANDING_ROW = z.object({ version: z.number().nullable(), snapshot: z.unknown() });

/** An article's version and snapshot as columns give them; undefined when there is none. */
export function asStanding(columns: unknown): Standing | undefined {
  const { version, snapshot } = STANDING_ROW.parse(columns);
  return version === null || snapshot === null ? undefined : { ...asSnapshot(snapshot), version };
}

const WORDS = z.object({
  phase: z.enum(PHASES),
  question: z.string(),
  alternatives: z.array(z.string()),
  answer: z.string(),
  topics: z.array(z.string()).optional(),
  validFrom: z.number().optional(),
  validUntil: z.number().optional(),
});
const NEW_ARTICLE = WORDS.extend({ id: z.string().transform(articleId) });
const PHRASINGS = z.object({ phrasings: z.array(z.string()) });
const EVIDENCE = z.array(z.object({ conversationId: z.string().transform(conversationId).optional(), text: z.string() }));
