/** What the console and the server say to each other about settings, as JSON. Types only: the console imports this file. */
import type { RoutingPolicy } from "../staffing/rules/routing-policy.ts";
import type { GuardRequest } from "../guard/api.ts";

/**
 * Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a
 * SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved.
 * Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it,
 * admin).
 * 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages.
 */
export interface SettingPage<Value> {
  /** As it holds now, defaults filled in; of `routing` only what is said. */
  readonly value: Value;
  readonly defaults: Value;
  /** Of the newest change; 0 before the first. */
  readonly version: number;
  /** The newest first, at most 50. */
  readonly history: readonly SettingChangeRow<Value>[];
  readonly mayChange: boolean;
}

export interface SettingChangeRow<Value> {
  readonly version: number;
  readonly change: "set" | "restore" | "file";
  readonly before: Value;
  readonly after: Value;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
}

export interface SettingRequest<Value> {
  /** The version that was seen. */
  readonly version: number;
  readonly value: Value;
}

export interface RestoreRequest {
  readonly version: number;
  /** As it was after this change; 0: before the first. */
  readonly to: number;
}

export interface SettingSaved {
  readonly version: number;
}

/** How work is given out. */
export type RoutingSetting = RoutingPolicy;

/** How long the desk waits for its people. */
export interface WaitsSetting {
  readonly offerSeconds: number;
  readonly handOverBeforeMinutes: number;
  readonly graceMinutes: number;
  readonly presenceSeconds: number;
  /** So many offers in a row an agent lets pass, and they count as away. */
  readonly missedOffers: number;
}

/** How soon a person must have replied. */
export interface RepliesSetting {
  readonly firstReplySeconds: number;
  readonly nextReplySeconds: number;
  /** So long after a shopper wrote an agent is reminded. */
  readonly slowReplySeconds: number;
  /** 1..99, of the limit. */
  readonly warnAtPercent: number;
  readonly hours: "working" | "always";
}

/** Who answers what agents ask (请示), and how soon. */
export interface RequestsSetting {
  /** Whether the merchant decides about sums above `upToYuan`: the supervisor alone, both (whoever is first), or the merchant alone. */
  readonly merchant: "never" | "may" | "must";
  /** Up to this sum the merchant need not be asked. */
  readonly upToYuan: number;
  readonly dueMinutes: number;
  /** What agents without a limit of their own may promise; absent: as much as they like. */
  readonly agentLimitYuan?: number;
}

/** When a conversation ends by itself. */
export interface ClosingSetting {
  /** Of the shopper, while the bot has it. */
  readonly closeAfterSilenceMinutes: number;
}

/** What agents may not say. */
export type GuardSettingValue = GuardRequest;

/** @public Named in `described.ts`. */
export type RoutingSettingPage = SettingPage<RoutingSetting>;
/** @public Named in `described.ts`. */
export type WaitsSettingPage = SettingPage<WaitsSetting>;
/** @public Named in `described.ts`. */
export type RepliesSettingPage = SettingPage<RepliesSetting>;
/** @public Named in `described.ts`. */
export type ClosingSettingPage = SettingPage<ClosingSetting>;
/** @public Named in `described.ts`. */
export type GuardSettingPage = SettingPage<GuardSettingValue>;
/** @public Named in `described.ts`. */
export type RequestsSettingPage = SettingPage<RequestsSetting>;
