/** What the console and the server say to each other about knowledge, as JSON. Types only: the console imports this file. */

/**
 * `GET /api/console/stores/:storeId/articles?query=&phase=&status=&links=&page=` (page from 1, 50 a page; the store's own first,
 * then the shared ones; `links`: set by people, as suggested, or none on purpose). The shared layer itself is the store `shared`: readable by all, edited by admins.
 */
export interface ArticlePage {
  readonly items: readonly ArticleRow[];
  readonly total: number;
}

export interface ArticleRow {
  readonly id: string;
  /** `shared`: of the layer all stores share; seen here, edited by admins only. */
  readonly layer: "store" | "shared";
  readonly phase: "presale" | "insale" | "aftersale";
  readonly question: string;
  readonly alternatives: readonly string[];
  readonly answer: string;
  /** Ids of the intents that people linked it to; none: to none on purpose. Absent: as suggested. */
  readonly topics?: readonly string[];
  /** In lists, where `topics` is absent. */
  readonly suggested?: readonly SuggestedLink[];
  /** ISO 8601. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly status: "active" | "withdrawn";
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** An intent that an article seems to be about, and how sure that is, 0..1. */
export interface SuggestedLink {
  readonly id: string;
  readonly confidence: number;
}

/** `GET /api/console/topics`: what articles may be linked to, by phase. */
export interface TopicList {
  readonly items: readonly {
    readonly id: string;
    readonly phase: ArticleRow["phase"];
    readonly name: { readonly zh: string; readonly en: string };
  }[];
}

/** `POST /api/console/topics/suggest` {question, alternatives, answer}: likeliest first, at most 3. Nothing is stored. */
export interface SuggestionAnswer {
  readonly suggested: readonly SuggestedLink[];
}

/** `PUT /api/console/stores/:storeId/articles/:id` (create or edit; `version` is the one that was edited, 0 for a new one) → ArticleRow, 409 with `current` when it moved on. */
export interface ArticleRequest {
  readonly version: number;
  readonly phase: "presale" | "insale" | "aftersale";
  readonly question: string;
  readonly alternatives: readonly string[];
  readonly answer: string;
  /** At most 5; absent: as suggested. */
  readonly topics?: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly why?: string;
}

/** `GET …/articles/:id/history`, newest first. `POST …/articles/:id/undo` {version, why?}: as it was before the newest change. `POST …/articles/:id/withdraw` {version, why?}. */
export interface ArticleHistory {
  readonly versions: readonly {
    readonly version: number;
    readonly change: string;
    readonly at: string;
    readonly by: string;
    readonly why?: string;
    readonly article: Omit<ArticleRow, "layer" | "version" | "updatedAt" | "updatedBy" | "suggested">;
  }[];
}

/**
 * `POST /api/console/stores/:storeId/articles/preview` (body: the file's bytes, text/csv or application/octet-stream, ≤ 10 MB) → 200
 * `POST /api/console/stores/:storeId/articles/import?digest=&why=` (same body; digest from the preview) → 200 ImportAnswer; 422 with the same `errors`;
 * 409 when the file or the articles are not what the preview showed.
 * `GET /api/console/stores/:storeId/articles/export` → text/csv; charset=utf-8 with BOM; active articles only.
 * A file withdraws nothing by leaving it out; it brings back what it names.
 */
export interface ImportPreview {
  /** Of the file and of what it would change; an import with another one is refused: look again. */
  readonly digest: string;
  readonly encoding: "utf-8" | "gb18030";
  readonly rows: number;
  readonly errors: readonly ImportError[];
  readonly created: readonly ArticleChange[];
  readonly changed: readonly ArticleChange[];
  readonly unchanged: number;
}

export interface ImportError {
  /** 1 = the header. */
  readonly line: number;
  readonly column: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** 422 of a knowledge file. @public Named in `described.ts`. */
export interface FileRefused {
  readonly errors: readonly ImportError[];
}

/** 409 of a change, and of a proposal, when the article is not what was seen: how it is now. @public Named in `described.ts`. */
export interface ArticleMovedOn {
  readonly current?: ArticleRow;
}

/** 409 of a decision: the proposal as it is now, and whether it was decided meanwhile, or its article changed. @public Named in `described.ts`. */
export interface ProposalMovedOn {
  readonly proposal?: ProposalRow;
  readonly because?: "decided" | "moved-on";
}

/** 422 of accepting what breaks more golden questions than it mends. @public Named in `described.ts`. */
export interface GoldenBroken {
  readonly because: "golden";
  readonly golden: GoldenReport;
}

export interface ArticleChange {
  readonly id: string;
  readonly question: string;
  /** Names of the columns that differ (of a new article: that are filled); `status` when a withdrawn one comes back. */
  readonly columns: readonly string[];
  readonly before?: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** Of the first 200 new and the first 200 changed ones: what would be suggested, where nobody links it by hand. */
  readonly suggested?: readonly SuggestedLink[];
}

export interface ImportAnswer {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What an article would say; its links stay as they are. Times as ISO 8601. */
export type ProposedWords = Pick<ArticleRow, "phase" | "question" | "alternatives" | "answer" | "validFrom" | "validUntil">;

/**
 * `POST /api/console/stores/:storeId/proposals` (merchant, agent) → 201 ProposalRow, 200 when this `clientId` made it before.
 * `version` is the article's one that was seen; 409 with `current` when it moved on. A change of a shared article becomes a
 * new one of this store, which then stands before the shared one.
 */
export type ProposalRequest = { readonly clientId: string; readonly note?: string } & (
  | { readonly kind: "new-article"; readonly words: ProposedWords }
  | { readonly kind: "change-article"; readonly articleId: string; readonly version: number; readonly words: ProposedWords }
  | {
      readonly kind: "phrasings";
      readonly articleId: string;
      readonly version: number;
      readonly phrasings: readonly string[];
    }
);

/**
 * `GET /api/console/proposals?store=&status=open|accepted|refused|withdrawn&page=` &whose=mine|others (20 a page): agents see
 * their own, merchants also those of the stores for which they decide, supervisors and admins all of their stores; open ones first.
 */
export interface ProposalPage {
  readonly items: readonly ProposalRow[];
  readonly total: number;
  /** How many are open, whatever status was asked for. */
  readonly open: number;
  /** How many open ones of others wait for somebody like me to decide. */
  readonly toDecide: number;
}

export interface ProposalRow {
  readonly id: string;
  readonly store: { readonly id: string; readonly name: string; readonly timezone: string };
  readonly kind: "new-article" | "change-article" | "phrasings";
  readonly articleId: string;
  /** The whole article as it would be. */
  readonly after: ProposedWords;
  /** As the proposer saw it; absent for a new one. */
  readonly before?: ProposedWords;
  /** Only of an open one whose article is no longer what the proposer saw: how it is now. */
  readonly current?: ProposedWords & { readonly version: number; readonly status: "active" | "withdrawn" };
  /** Only of an open one: what the article would be linked to. */
  readonly links?: Pick<ArticleRow, "topics" | "suggested">;
  readonly evidence: readonly { readonly conversationId?: string; readonly text: string }[];
  readonly origin: "merchant" | "agent" | "learned";
  readonly note: string;
  readonly status: "open" | "accepted" | "refused" | "withdrawn";
  readonly createdAt: string;
  readonly createdBy: string;
  /** Made by the person who asks. */
  readonly isMine: boolean;
  /** I may accept or refuse it. */
  readonly mayDecide: boolean;
  readonly decided?: { readonly at: string; readonly by: string; readonly note?: string };
  /** The version of the article that says what was accepted. */
  readonly articleVersion?: number;
}

/**
 * `POST …/stores/:storeId/proposals/:id/accept` (supervisor, admin; a merchant who may, with `note` and `over` only; 403 for who may
 * not) → AcceptAnswer; once, however often. 409 with `proposal` when
 * the article changed since (send `over` with the version that was looked at to accept all the same), or it was decided otherwise.
 */
export interface AcceptRequest {
  readonly note?: string;
  readonly over?: number;
  /** Another id for a new article. */
  readonly articleId?: string;
  /** What the article is to say instead of what was proposed: the supervisor's last hand at it. */
  readonly words?: ProposedWords;
  /** What the article is to be linked to: at most 5, none on purpose, or, without `topics`, as suggested. Absent: as `links` of the row says. */
  readonly links?: Pick<ArticleRow, "topics">;
}

/** What accepting answers: with how the store's golden questions end, if it has any. */
export type AcceptAnswer = ProposalRow & { readonly golden?: GoldenReport };

/**
 * What a change does to the store's golden questions. Accepting answers 422 with it (`because: "golden"`), and changes nothing,
 * when more of them would end worse than better.
 */
export interface GoldenReport {
  readonly total: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly breaks: readonly GoldenChange[];
  readonly mends: readonly GoldenChange[];
}

export interface GoldenChange extends GoldenRequest {
  readonly id: string;
  readonly before: GoldenEnd;
  readonly after: GoldenEnd;
}

export interface GoldenEnd {
  readonly outcome: "right" | "wrong" | "asked back" | "handed over" | "out-of-scope answered";
  /** What was answered with. */
  readonly article?: string | undefined;
}

/**
 * `GET /api/console/stores/:storeId/golden` → GoldenPage (supervisor, admin). `PUT …/golden/:id` GoldenRequest → GoldenRow, made or
 * changed. `DELETE …/golden/:id` → 204. `POST …/golden/run` {} → GoldenRun: how they end today.
 */
export interface GoldenPage {
  readonly items: readonly GoldenRow[];
  /** A store keeps no more. */
  readonly most: number;
}

export interface GoldenRequest {
  readonly text: string;
  /** Ids of articles that would be right, or `handover`, or `none`. */
  readonly gold: readonly string[];
}

export interface GoldenRow extends GoldenRequest {
  readonly id: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface GoldenRun {
  readonly total: number;
  readonly right: number;
  readonly items: readonly (GoldenRow & { readonly end: GoldenEnd })[];
}

/** `POST …/proposals/:id/refuse` (supervisor, admin) → ProposalRow. `POST …/proposals/:id/withdraw` {} (who made it) → ProposalRow. */
export interface RefuseRequest {
  readonly note: string;
}

/** `POST /api/console/stores/:storeId/try` {text} (everybody who sees the store): what the bot would do with this as a first question, by what is saved. */
export interface TryAnswer {
  readonly action: "answer" | "clarify" | "handover" | "smalltalk" | "decline";
  /** That the action is right, 0..1. */
  readonly confidence: number;
  readonly reasons: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  /** What it would answer with, or ask back; what is nearest, where a person would take it. At most 3. */
  readonly candidates: readonly {
    readonly articleId: string;
    readonly title: string;
    readonly answer: string;
    readonly confidence: number;
  }[];
}
