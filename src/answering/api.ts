/** What the console and the server say to each other about when a store's bot answers itself, as JSON. Types only. */

/** `GET /api/console/stores/:storeId/answering` (supervisor: own stores, admin). 503 while the store is being asked elsewhere. */
export interface AnsweringPage {
  readonly setting: AnsweringSetting;
  /** Of the newest change, to be sent back with the next one; 0 before the first. */
  readonly version: number;
  readonly basis: AnsweringBasis;
  /** What happens by night: it is learned anew; or left alone, because numbers are somebody's own, or somebody restored an earlier setting. */
  readonly nightly: "learns" | "own" | "restored";
  readonly evidence: AnsweringEvidence;
  /** How the evidence's questions end as it is set now. Absent: there is no evidence. */
  readonly now?: AnsweringTally | undefined;
  readonly styles: readonly AnsweringOffer[];
  /** Saving the numbers in use as one's own would change no decision. */
  readonly isOwnAsNow: boolean;
  /** By rising threshold to answer, all else as it is set now. */
  readonly curve: readonly AnsweringPoint[];
  /** The newest first. */
  readonly history: readonly AnsweringChangeRow[];
  /** What each number may be. */
  readonly ranges: Readonly<Record<keyof AnsweringNumbers, { readonly from: number; readonly to: number }>>;
}

export type AnsweringStyle = "cautious" | "balanced" | "bold";

/** In steps of 0.0001. Probabilities 0..1, but for `lead`, which is between two of them. */
export interface AnsweringNumbers {
  readonly answer: number;
  readonly askBack: number;
  readonly lead: number;
  readonly inScope: number;
}

export interface AnsweringSetting {
  readonly style: AnsweringStyle | "own";
  readonly numbers: AnsweringNumbers;
  /** Whether confidences are read as the store's questions taught. */
  readonly isCalibrated: boolean;
}

/** What the styles' numbers come from: shipped with the program, this store's labelled questions, or those of all stores. */
export interface AnsweringBasis {
  readonly type: "fixed" | "store" | "desk";
  readonly labels: number;
  /** From so many on they are learned from. */
  readonly enough: number;
}

/** How many questions there are of which it is known how they should end; `turns` and `golden` are learned from. `shown`: those that are counted here. */
export interface AnsweringEvidence {
  readonly turns: number;
  readonly golden: number;
  readonly phrasings: number;
  readonly shown: "labelled" | "phrasings" | "none";
  /** Turns that an earlier version of the understanding read: left out, their confidences mean something else. */
  readonly olderTurns: number;
  /** Golden questions left out, because the store has too many articles to be learned anew. */
  readonly goldenLeft: number;
  /** So many of the newest conversations were looked at; `isCut`: there are more. */
  readonly conversations: number;
  readonly isCut: boolean;
}

export interface AnsweringTally {
  readonly questions: number;
  readonly answeredRight: number;
  readonly answeredWrong: number;
  readonly askedBack: number;
  readonly handedOver: number;
  readonly leftAlone: number;
}

export interface AnsweringOffer {
  readonly style: AnsweringStyle;
  /** Of 100 questions, so many may be answered wrongly: what the style aims at, on average over stores. */
  readonly wrongAtMost: number;
  readonly numbers: AnsweringNumbers;
  /** Choosing it would change no decision. */
  readonly isAsNow: boolean;
  readonly tally?: AnsweringTally | undefined;
}

export interface AnsweringPoint {
  readonly answer: number;
  /** Shares of all questions, 0..1. */
  readonly right: number;
  readonly wrong: number;
}

export interface AnsweringChangeRow {
  readonly version: number;
  readonly change: "set" | "restore" | "learned" | "file";
  readonly before: AnsweringSetting;
  readonly after: AnsweringSetting;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
}

/** A style, or numbers of one's own. */
export type AnsweringWish = { readonly style: AnsweringStyle } | ({ readonly style: "own" } & AnsweringNumbers);

/** `POST …/answering/preview` AnsweringWish → AnsweringPreview; nothing changes. 400 names the number that cannot be. */
export interface AnsweringPreview {
  readonly numbers: AnsweringNumbers;
  readonly tally?: AnsweringTally | undefined;
  /** Questions that would end otherwise than now, at most 8, of `switchedTotal`. */
  readonly switched: readonly AnsweringSwitched[];
  readonly switchedTotal: number;
}

export interface AnsweringSwitched {
  readonly source: "turn" | "golden" | "phrasing";
  readonly text: string;
  readonly before: AnsweringEnding;
  readonly after: AnsweringEnding;
}

export interface AnsweringEnding {
  readonly action: "answer" | "clarify" | "handover" | "smalltalk" | "decline";
  readonly isRight: boolean;
  /** Title of the article that is answered with. */
  readonly title?: string | undefined;
}

/**
 * What `PUT …/answering` answers to an AnsweringWish with the `version` that was seen, 409 when somebody changed it meanwhile; and
 * `POST …/answering/restore` {version, to}: as it was after change `to`; 0: before the first.
 */
export interface AnsweringSaved {
  readonly version: number;
}
