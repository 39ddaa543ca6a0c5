import type { AgentId, ArticleId } from "./ids.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export const LANGUAGES = ["zh-CN", "zh-TW", "en"] as const;
/** A language Counterbell has its own texts in. Agents may speak others. */
export type Language = (typeof LANGUAGES)[number];

export const PHASES = ["presale", "insale", "aftersale"] as const;
/** Before, during, after the purchase: 售前 / 售中 / 售后. A knowledge file calls the column `stage`. */
export type Phase = (typeof PHASES)[number];

export const SKILLS = ["presale", "aftersale", "refund", "complaint", "technical"] as const;
/** What the hand-over asks for. A roster may name further skills; the skill `any` matches every agent. */
export type Skill = (typeof SKILLS)[number];

export type Urgency = "normal" | "high";

/** Where words are said: a channel and a room that only that channel's adapter understands. */
export interface Place {
  readonly channel: string;
  readonly room: string;
}

export interface Person {
  readonly id: string;
  readonly name?: string | undefined;
  /** The store's own id of this shopper, proven by HMAC; absent for anonymous visitors. */
  readonly verifiedId?: string | undefined;
}

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
}

/** A file that a person sent, already stored; `id` names it in `infra/files`. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Sniffed media type, never the one the sender claimed. */
  readonly type: string;
  readonly bytes: number;
}

/** The knowledge an answer came from, as the shopper sees it: “来自:退换货 · 七天无理由”. */
export interface Source {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly phase: Phase;
}

export interface Choice {
  /** What comes back when it is chosen: an article's id, or `human`. */
  readonly id: string;
  readonly label: string;
}

/** What is said, before an adapter puts it in its platform's words. */
export interface Body {
  readonly text: string;
  readonly source?: Source | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** Asks for satisfaction, 1 to 5. */
  readonly asksRating?: true | undefined;
}

export type Author =
  | { readonly type: "shopper"; readonly name?: string | undefined }
  | { readonly type: "bot" }
  | { readonly type: "agent"; readonly id: AgentId; readonly name: string }
  | { readonly type: "system" };
