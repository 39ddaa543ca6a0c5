/** What the console and the server say to each other about webhooks, as JSON. Types only: the console imports this file. */
import type { Sentence } from "../desk/api.ts";

/** What a webhook can be told of. */
export type WebhookKind =
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

/** `GET /api/console/webhooks` (admin). `DELETE …/:id` → 204. */
export interface WebhookList {
  readonly items: readonly WebhookRow[];
  /** What there is to be told of. */
  readonly kinds: readonly WebhookKind[];
}

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  /** Empty: all. */
  readonly stores: readonly string[];
  readonly kinds: readonly WebhookKind[];
  readonly createdAt: string;
  readonly createdBy: string;
  /** Absent: it is on. */
  readonly off?: { readonly since: string; readonly because: "person" | "failing" | "gone" };
  /** Since when no delivery has succeeded, and how many failed since. */
  readonly failing?: { readonly since: string; readonly failures: number };
  /** The secret before the present one signs beside it until then. */
  readonly earlierSecret?: { readonly until: string };
  /** Deliveries that wait for their first or another try. */
  readonly waiting: number;
}

/** `POST /api/console/webhooks` (admin) → 201 WebhookCreated; `PUT …/:id` → WebhookRow. 400 says which address is not taken, and why. */
export interface WebhookRequest {
  readonly url: string;
  readonly stores: readonly string[];
  readonly kinds: readonly WebhookKind[];
  /** Of a known one: whether it is told anything. */
  readonly isOn?: boolean;
}

export interface WebhookCreated {
  readonly row: WebhookRow;
  /** `whsec_…`, by which what is sent is known to be ours; shown this once. */
  readonly secret: string;
}

/**
 * `POST …/:id/secret` → 201 WebhookCreated: a new secret, told this once. The one before signs beside it for `overlapHours`
 * (0 to 168; 24 when nothing is said), so that a message has two signatures and no receiver misses any. 409 while an earlier one
 * still signs; `DELETE …/:id/earlier-secret` → WebhookRow ends it now.
 */
export interface SecretRequest {
  readonly overlapHours?: number;
}

/** `GET /api/console/webhooks/:id/deliveries?state=&page=`, the newest first, 50 a page; kept for 30 days. */
export interface DeliveryPage {
  readonly items: readonly DeliveryRow[];
  readonly total: number;
}

/** `POST …/:id/test` → 202 DeliveryRow; `POST …/:id/deliveries/:deliveryId/again` → DeliveryRow, which waits again. */
export interface DeliveryRow {
  readonly id: string;
  /** Sent as `webhook-id`: the same at every try. */
  readonly eventId: string;
  /** A `WebhookKind`, or `test`. */
  readonly kind: string;
  readonly store?: string;
  readonly state: "waiting" | "delivered" | "failed";
  readonly tries: number;
  readonly createdAt: string;
  readonly nextTryAt?: string;
  /** Of the last try. */
  readonly last?: {
    readonly at: string;
    readonly ms: number;
    readonly status?: number;
    /** How the answer began. */
    readonly answer?: string;
    /** Why there was no answer. */
    readonly fault?: Sentence;
  };
  /** What is sent. */
  readonly payload: string;
}

/** What is sent: POST, `application/json`, signed as the Standard Webhooks say. */
export interface WebhookMessage {
  readonly type: WebhookKind;
  /** When it happened. */
  readonly timestamp: string;
  readonly data: {
    readonly store: { readonly id: string };
    readonly conversation: {
      readonly id: string;
      /** As it is after what happened. */
      readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
      readonly channel: string;
      /** Four hexadecimal digits that tell anonymous shoppers apart; nothing else of them is told. */
      readonly shopper: { readonly number: string };
      readonly language: string;
      readonly openedAt: string;
      readonly agent?: { readonly id: string; readonly name: string };
    };
    /** `answered`, `replied`: with telephone numbers and doors hidden. */
    readonly text?: string;
    /** `escalated`, `transferred`. */
    readonly skill?: string;
    /** `escalated`. */
    readonly urgency?: "normal" | "high";
    readonly priority?: number;
    /** `transferred`: who gave it up. */
    readonly from?: { readonly id: string; readonly name: string };
    /** `promised`: when somebody will be there. */
    readonly until?: string;
    /** `breached`: which reply came too late, and how long the shopper has waited by now. */
    readonly reply?: "first" | "next";
    readonly waitedSeconds?: number;
    /** `rated`: 1 (bad) to 5 (good). */
    readonly score?: number;
    /** `request.asked`, `request.answered`: what an agent asks the supervisor or the merchant, with telephone numbers and doors hidden. */
    readonly request?: {
      readonly id: string;
      readonly kind: "compensation" | "other";
      /** With compensation, in fen: how much is asked for, and how much was granted. */
      readonly sumFen?: number;
      readonly grantedFen?: number;
      readonly words: string;
      readonly askedBy: { readonly id: string; readonly name: string };
      readonly deciders: readonly ("supervisor" | "merchant")[];
      readonly dueAt: string;
      readonly state: "open" | "granted" | "refused";
      /** Who answered, and why they refused. */
      readonly answeredBy?: string;
      readonly reason?: string;
    };
  };
}
