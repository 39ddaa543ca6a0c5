// Written by `npm run generate:api` from the description of the API; changed there, never here.

export interface paths {
  readonly "/api/widget/events": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Hear what is said, as server-sent events.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetEvents"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/files": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Keep a file for a message, in the field `file`.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetFiles"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/files/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get a file of the conversation.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetFilesId"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/human": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask for a person; 200 when it was asked already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetHuman"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/messages": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what was said after a message, waiting for it if wanted.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetMessages"];
    readonly put?: never;
    /**
     * Say something; 200 when it was there already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetMessages"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/rating": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Rate the conversation; 200 when it was rated already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetRating"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/sessions": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Begin or go on with a visit; 200 when the token was still good.
     * @description For everybody.
     */
    readonly post: operations["postWidgetSessions"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/signs": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tell that the shopper types, and how far they have read.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetSigns"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description RFC 9457. `field` names what is wrong, `remedy` what to do; both also stand in `detail`. */
    readonly Problem: {
      readonly type: string;
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly field?: string;
      readonly remedy?: string;
      /** @description Seconds, on 429 and 503. */
      readonly retryAfter?: number;
      /** @description Why, in words for people; only from the console's API. */
      readonly reason?: {
        readonly zh: string;
        readonly en: string;
      };
    };
    /**
     * @description What a webhook can be told of.
     * @enum {string}
     */
    readonly WebhookKind:
      | "conversation.opened"
      | "conversation.answered"
      | "conversation.escalated"
      | "conversation.assigned"
      | "conversation.promised"
      | "conversation.replied"
      | "conversation.transferred"
      | "conversation.breached"
      | "conversation.rated"
      | "conversation.closed"
      | "request.asked"
      | "request.answered";
    /** @description What is sent: POST, `application/json`, signed as the Standard Webhooks say. */
    readonly WebhookMessage: {
      readonly type: components["schemas"]["WebhookKind"];
      /** @description When it happened. */
      readonly timestamp: string;
      readonly data: {
        readonly store: {
          readonly id: string;
        };
        readonly conversation: {
          readonly id: string;
          /**
           * @description As it is after what happened.
           * @enum {string}
           */
          readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
          readonly channel: string;
          /** @description Four hexadecimal digits that tell anonymous shoppers apart; nothing else of them is told. */
          readonly shopper: {
            readonly number: string;
          };
          readonly language: string;
          readonly openedAt: string;
          readonly agent?: {
            readonly id: string;
            readonly name: string;
          };
        };
        /** @description `answered`, `replied`: with telephone numbers and doors hidden. */
        readonly text?: string;
        /** @description `escalated`, `transferred`. */
        readonly skill?: string;
        /**
         * @description `escalated`.
         * @enum {string}
         */
        readonly urgency?: "normal" | "high";
        readonly priority?: number;
        /** @description `transferred`: who gave it up. */
        readonly from?: {
          readonly id: string;
          readonly name: string;
        };
        /** @description `promised`: when somebody will be there. */
        readonly until?: string;
        /**
         * @description `breached`: which reply came too late, and how long the shopper has waited by now.
         * @enum {string}
         */
        readonly reply?: "first" | "next";
        readonly waitedSeconds?: number;
        /** @description `rated`: 1 (bad) to 5 (good). */
        readonly score?: number;
        /** @description `request.asked`, `request.answered`: what an agent asks the supervisor or the merchant, with telephone numbers and doors hidden. */
        readonly request?: {
          readonly id: string;
          /** @enum {string} */
          readonly kind: "compensation" | "other";
          /** @description With compensation, in fen: how much is asked for, and how much was granted. */
          readonly sumFen?: number;
          readonly grantedFen?: number;
          readonly words: string;
          readonly askedBy: {
            readonly id: string;
            readonly name: string;
          };
          readonly deciders: readonly ("supervisor" | "merchant")[];
          readonly dueAt: string;
          /** @enum {string} */
          readonly state: "open" | "granted" | "refused";
          /** @description Who answered, and why they refused. */
          readonly answeredBy?: string;
          readonly reason?: string;
        };
      };
    };
    readonly WidgetChoice: {
      readonly id: string;
      readonly label: string;
    };
    /** @description `POST /api/widget/files` (multipart/form-data, one field `file`) → 201. `GET /api/widget/files/:id` gives the bytes. */
    readonly WidgetFileAnswer: {
      readonly id: string;
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
    };
    /** @description One line of the talk. On the stream: `event: message`, `id: <seq>`. */
    readonly WidgetMessage: {
      /** @description Rises by at least 1 with each message of this visitor, also across conversations; the only cursor. */
      readonly seq: number;
      readonly id: string;
      /** @description For the visitor's own messages: the clientId it was sent with. */
      readonly clientId?: string;
      readonly conversationId: string;
      readonly author: {
        /** @enum {string} */
        readonly type: "shopper" | "bot" | "agent" | "system";
        readonly name?: string;
      };
      readonly text: string;
      readonly source?: {
        readonly title: string;
        /** @enum {string} */
        readonly phase: "presale" | "insale" | "aftersale";
      };
      readonly choices?: readonly components["schemas"]["WidgetChoice"][];
      readonly attachments?: readonly components["schemas"]["WidgetFileAnswer"][];
      readonly asksRating?: boolean;
      /** @description ISO 8601. */
      readonly at: string;
    };
    /**
     * @description What the widget and the server say to each other, as JSON. Types only: the browser code imports this file too.
     *
     *     Every request but `POST /sessions` carries `Authorization: Bearer <token>`. Errors are `application/problem+json`. Streams are read with `fetch`, not `EventSource`, so that the token never stands in an address.
     * @enum {string}
     */
    readonly WidgetPageLanguage: "zh-CN" | "zh-TW" | "en";
    /** @description `GET /api/widget/messages?since=&wait=` (seconds, 0..25) → at once when there is something after `since`. */
    readonly WidgetPollAnswer: {
      readonly messages: readonly components["schemas"]["WidgetMessage"][];
      readonly state: components["schemas"]["WidgetState"];
      /** @description Where to go on: the last seq, or `since` when there was nothing. */
      readonly next: number;
    };
    readonly WidgetSessionAnswer: {
      readonly token: string;
      readonly visitorId: string;
      /** @description ISO 8601. */
      readonly expiresAt: string;
      readonly store: {
        readonly key: string;
        readonly name: string;
        readonly timezone: string;
        readonly languages: readonly components["schemas"]["WidgetPageLanguage"][];
        readonly greeting: string;
        readonly quickChoices: readonly components["schemas"]["WidgetChoice"][];
      };
      readonly limits: {
        /** @description UTF-16 units. */
        readonly textLength: number;
        readonly fileBytes: number;
        readonly fileTypes: readonly string[];
      };
    };
    /** @description How the talk stands. On the stream: `event: state`, sent at the start and when it changes. */
    readonly WidgetState: {
      /**
       * @description `none`: nothing was said yet.
       * @enum {string}
       */
      readonly status: "none" | "bot" | "queued" | "offered" | "assigned" | "closed";
      readonly agentName?: string;
      /** @description Place in the queue, 1 = next. */
      readonly position?: number;
      /** @description Honest waiting band in whole minutes from the staff's measured rate; absent when too little is known. */
      readonly waitMinutes?: {
        readonly from: number;
        readonly to: number;
      };
      /** @description ISO 8601: when somebody will be there, if nobody is on shift. */
      readonly promisedAt?: string;
      readonly timezone: string;
      readonly rating?: number;
    };
    readonly WidgetStoredAnswer: {
      readonly clientId: string;
      /** @enum {string} */
      readonly state: "stored" | "duplicate";
    };
  };
  responses: {
    /** @description Something in the request is wrong: `field` and `remedy` say what. */
    readonly Refused400: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Nobody is signed in. */
    readonly Refused401: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description This person or token may not do it. */
    readonly Refused403: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description There is no such thing for this person. */
    readonly Refused404: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body came in too slowly. */
    readonly Refused408: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description It was changed meanwhile, or is taken. */
    readonly Refused409: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too large. */
    readonly Refused413: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not a type that is taken. */
    readonly Refused415: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too often; `retryAfter` says when again. */
    readonly Refused429: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Busy or away; `retryAfter` says when again. */
    readonly Refused503: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getWidgetEvents: {
    readonly parameters: {
      readonly query?: {
        readonly since?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/event-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetFiles: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "multipart/form-data": string;
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetFileAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getWidgetFilesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/octet-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetHuman: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getWidgetMessages: {
    readonly parameters: {
      readonly query?: {
        readonly since?: string;
        readonly wait?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetPollAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetMessages: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly text: string;
          readonly choice?: string;
          readonly attachments?: readonly string[];
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetRating: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly score: number;
          readonly comment?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetSessions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly store: string;
          /** @enum {string} */
          readonly language?: "zh-CN" | "zh-TW" | "en";
          readonly token?: string;
          readonly identity?: {
            readonly id: string;
            readonly name?: string;
            readonly hmac: string;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetSessionAnswer"];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetSessionAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetSigns: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @default false */
          readonly typing?: boolean;
          /** @default 0 */
          readonly got?: number;
          /** @default 0 */
          readonly read?: number;
        };
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
}
