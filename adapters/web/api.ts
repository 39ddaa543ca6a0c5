/**
 * What the widget and the server say to each other, as JSON. Types only: the browser code imports this file too.
 *
 * Every request but `POST /sessions` carries `Authorization: Bearer <token>`. Errors are `application/problem+json`.
 * Streams are read with `fetch`, not `EventSource`, so that the token never stands in an address.
 */

export type PageLanguage = "zh-CN" | "zh-TW" | "en";

/** `POST /api/widget/sessions` → 201 new, 200 when `token` was still good. */
export interface SessionRequest {
  /** The store's public key, from the script tag. */
  readonly store: string;
  readonly language?: PageLanguage;
  /** The token of an earlier visit, to go on where it ended. */
  readonly token?: string;
  /** A shopper whom the store signed in: hex HMAC-SHA256 of `id` with the store's identity secret. */
  readonly identity?: { readonly id: string; readonly name?: string; readonly hmac: string };
}

export interface SessionAnswer {
  readonly token: string;
  readonly visitorId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly store: {
    readonly key: string;
    readonly name: string;
    readonly timezone: string;
    readonly languages: readonly PageLanguage[];
    readonly greeting: string;
    readonly quickChoices: readonly WidgetChoice[];
  };
  readonly limits: {
    /** UTF-16 units. */
    readonly textLength: number;
    readonly fileBytes: number;
    readonly fileTypes: readonly string[];
  };
}

/** `POST /api/widget/messages` → 202 stored, 200 it was there already, 409 the clientId was used for other words. */
export interface MessageRequest {
  /** Chosen by the client, 8 to 64 of [A-Za-z0-9_-]; sending twice stores once. */
  readonly clientId: string;
  readonly text: string;
  /** The id of the pressed choice; `text` is then its label. */
  readonly choice?: string;
  /** Ids of files sent before with `POST /api/widget/files`. */
  readonly attachments?: readonly string[];
}

export interface StoredAnswer {
  readonly clientId: string;
  readonly state: "stored" | "duplicate";
}

/** `POST /api/widget/human` → as messages. */
export interface HumanRequest {
  readonly clientId: string;
}

/** `POST /api/widget/rating` → as messages. */
export interface RatingRequest {
  readonly clientId: string;
  /** 1 (bad) to 5 (good), whole. */
  readonly score: number;
  readonly comment?: string;
}

/**
 * `POST /api/widget/signs` → 204, while a person is to answer: that the shopper writes (at most every 3 s; shown for 6 s, stored
 * nowhere), and up to which line this page has everything and shows it to somebody who looks.
 */
export interface SignRequest {
  readonly typing?: boolean;
  readonly got?: number;
  readonly read?: number;
}

/** `POST /api/widget/files` (multipart/form-data, one field `file`) → 201. `GET /api/widget/files/:id` gives the bytes. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

export interface WidgetChoice {
  readonly id: string;
  readonly label: string;
}

/** One line of the talk. On the stream: `event: message`, `id: <seq>`. */
export interface WidgetMessage {
  /** Rises by at least 1 with each message of this visitor, also across conversations; the only cursor. */
  readonly seq: number;
  readonly id: string;
  /** For the visitor's own messages: the clientId it was sent with. */
  readonly clientId?: string;
  readonly conversationId: string;
  readonly author: { readonly type: "shopper" | "bot" | "agent" | "system"; readonly name?: string };
  readonly text: string;
  readonly source?: { readonly title: string; readonly phase: "presale" | "insale" | "aftersale" };
  readonly choices?: readonly WidgetChoice[];
  readonly attachments?: readonly FileAnswer[];
  readonly asksRating?: boolean;
  /** ISO 8601. */
  readonly at: string;
}

/** How the talk stands. On the stream: `event: state`, sent at the start and when it changes. */
export interface WidgetState {
  /** `none`: nothing was said yet. */
  readonly status: "none" | "bot" | "queued" | "offered" | "assigned" | "closed";
  readonly agentName?: string;
  /** Place in the queue, 1 = next. */
  readonly position?: number;
  /** Honest waiting band in whole minutes from the staff's measured rate; absent when too little is known. */
  readonly waitMinutes?: { readonly from: number; readonly to: number };
  /** ISO 8601: when somebody will be there, if nobody is on shift. */
  readonly promisedAt?: string;
  readonly timezone: string;
  readonly rating?: number;
}

/** On the stream: `event: typing`. Passes after 6 s without another one. */
export interface WidgetTyping {
  readonly who: "bot" | "agent";
  readonly name?: string;
}

/** On the stream: `event: bye`, before it ends on purpose. */
export interface WidgetBye {
  /** `too-many-streams`: this visitor opened newer ones. */
  readonly because: "stopping" | "too-many-streams" | "expired";
}

/** `GET /api/widget/messages?since=&wait=` (seconds, 0..25) → at once when there is something after `since`. */
export interface PollAnswer {
  readonly messages: readonly WidgetMessage[];
  readonly state: WidgetState;
  /** Where to go on: the last seq, or `since` when there was nothing. */
  readonly next: number;
}

/** RFC 9457. `field` names what is wrong, `remedy` what to do; both also stand in `detail`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
  readonly remedy?: string;
  /** Seconds, on 429 and 503. */
  readonly retryAfter?: number;
  /** Why, in words for people; only from the console's API. */
  readonly reason?: { readonly zh: string; readonly en: string };
}
