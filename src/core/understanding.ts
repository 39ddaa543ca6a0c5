import type { ArticleId, StoreId } from "./ids.ts";
import type { Instant, Language, Phase, Skill, Urgency } from "./words.ts";

/** One knowledge entry as the intent layer sees it. */
export interface KnownArticle {
  readonly id: ArticleId;
  /** Whose it is: the store's own, or the layer all stores share. Where both answer, the store's wins. */
  readonly layer: "store" | "shared";
  readonly phase: Phase;
  readonly question: string;
  readonly alternatives: readonly string[];
  readonly answer: string;
  /** The catalogue's intents that people linked it to, by id; an empty list: to none on purpose. Absent: as suggested. */
  readonly topics?: readonly string[] | undefined;
  /** Used from this moment; absent: always. */
  readonly validFrom?: Instant | undefined;
  /** Used before this moment; absent: for ever. */
  readonly validUntil?: Instant | undefined;
}

/** What is read of an article to see what it is about. */
export type ArticleTexts = Pick<KnownArticle, "question" | "alternatives" | "answer">;

/** An intent of the catalogue that articles may be linked to: something shoppers ask and a text may answer. */
export interface LinkableTopic {
  readonly id: string;
  readonly phase: Phase;
  /** As people read and write it. */
  readonly name: { readonly zh: string; readonly en: string };
}

/** An intent that an article seems to be about, with the probability that it is, 0..1. */
export interface SuggestedTopic {
  readonly id: string;
  readonly confidence: number;
}

export const SLOT_KINDS = [
  "order-number",
  "tracking-number",
  "phone",
  "carrier",
  "size",
  "height",
  "weight",
  "money",
  "date",
  "time",
  "colour",
  "quantity",
  "product",
] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Something a shopper named, in words for people: `773206518840227`, `165cm`, `红色`. */
export interface Slot {
  readonly kind: SlotKind;
  readonly value: string;
}

/** What a conversation was about before: what “那红色的呢” goes on with. */
export interface QuestionContext {
  /** The last full question, as it was read. */
  readonly topic?: string | undefined;
  /** The latest of each kind. */
  readonly slots: readonly Slot[];
}

/** What is asked of the intent layer. */
export interface Question {
  readonly storeId: StoreId;
  readonly text: string;
  readonly at: Instant;
  readonly language?: Language | undefined;
  /** Absent: nothing was said before. */
  readonly context?: QuestionContext | undefined;
}

export interface Candidate {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly answer: string;
  readonly phase: Phase;
  /** Probability that this article answers the question, 0..1. */
  readonly confidence: number;
  /** The same without what people's links add, where they add something: a link alone is worth asking back, never an answer. */
  readonly withoutLink?: number | undefined;
}

export const ACTS = [
  "greeting",
  "thanks",
  "bye",
  "human-please",
  "complaint",
  "angry",
  "repeat",
  "yes",
  "no",
  "gives-number",
  "small-talk",
  "unclear",
] as const;
/** What a text does in the conversation, beside what it asks. */
export type Act = (typeof ACTS)[number];

export const FEELINGS = ["calm", "annoyed", "angry"] as const;
/** How a shopper feels, rising. */
export type FeelingLevel = (typeof FEELINGS)[number];

/** How somebody feels who writes like this. It changes no answer, only who is served first. */
export interface Feeling {
  readonly level: FeelingLevel;
  /** Probability that it is so, 0..1. */
  readonly confidence: number;
  /** What gave it away, strongest first: `threat:12315`, `tone:什么破店`; empty when calm. */
  readonly signs: readonly string[];
}

/** What the intent layer makes of a text. Stored with the decision: `replay` uses the stored one. */
export interface Reading {
  /** The language the text is written in. */
  readonly language: "zh" | "en" | "other";
  /** The text is written in Traditional characters. */
  readonly isTraditional: boolean;
  readonly act?: Act | undefined;
  /** 0..1; 0 without an act. */
  readonly actConfidence: number;
  /** Best first, at most 5. */
  readonly candidates: readonly Candidate[];
  /** Probability that the text is the shop's business at all, 0..1. */
  readonly inScope: number;
  /** Who should take it when a human must; absent when the text gives no hint. */
  readonly skill?: Skill | undefined;
  readonly phase?: Phase | undefined;
  /** High: fire, electric shock, injury, food safety, self-harm; never answered from a merely similar article. */
  readonly urgency: Urgency;
  /** What was noticed, for people who ask why: short codes such as `danger:冒烟`, `agree:question`. */
  readonly signs: readonly string[];
  /** Which fit of the confidences it is, see `Workbench.confidenceModel`. Absent: one from before fits had names. */
  readonly confidenceModel?: string | undefined;
  /** What the text names. Absent in readings of earlier versions. */
  readonly slots?: readonly Slot[] | undefined;
  /** Absent: the text says nothing about it, or it is a reading of an earlier version. */
  readonly feeling?: Feeling | undefined;
  /** The whole question, where the text was only a part of one: a follow-up with its topic, or what a correction meant. */
  readonly readAs?: { readonly text: string; readonly because: "follow-up" | "correction" } | undefined;
  /** The readings of its parts in order, where the text may hold two questions. */
  readonly parts?: readonly Reading[] | undefined;
}

/** The intent layer, as the desk needs it. */
export interface Understanding {
  /**
   * Replaces what is known for a store (its own articles and the shared ones). It works in short turns; when it resolves, the
   * next `read` uses it, and until then what was known before. Several at once take effect in the order they were called in.
   */
  learn(store: StoreId, articles: readonly KnownArticle[]): Promise<void>;
  /** One article as it stands at a moment, for a choice that was pressed; undefined when it is unknown or not valid then. */
  article(store: StoreId, id: ArticleId, at: Instant): Candidate | undefined;
  /** What articles may be linked to, by phase. What only people may answer is not among them. */
  readonly topics: readonly LinkableTopic[];
  /** What an article seems to be about, likeliest first, at most 3; none below a floor. Used where its `topics` are absent. */
  suggestTopics(article: ArticleTexts): readonly SuggestedTopic[];
  /** Whether `learn` was called for this store. */
  knows(store: StoreId): boolean;
  /** Never throws for any text of at most 10,000 characters. */
  read(question: Question): Promise<Reading>;
}
