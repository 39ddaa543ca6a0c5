/** The lists of the desk. */
export const LISTS = ["waiting", "mine", "open", "closed"] as const;
export type List = (typeof LISTS)[number];

/** Where one is: everything that must survive a reload and can be pasted to a colleague. `store` absent: all stores. */
export type Route =
  /** The console's bare address: everybody begins at the page of their role. */
  | { readonly page: "start" }
  | {
      readonly page: "desk";
      readonly list: List;
      readonly store?: string;
      readonly conversation?: string;
      /** What is looked for in place of a list. */
      readonly query?: string;
    }
  | { readonly page: "story"; readonly conversation: string }
  | {
      readonly page: "knowledge";
      readonly store?: string;
      readonly query: string;
      readonly phase?: string;
      readonly links?: string;
      readonly at: number;
    }
  | { readonly page: "home"; readonly store?: string; readonly day?: string }
  | { readonly page: "proposals"; readonly store?: string; readonly status?: string; readonly at: number }
  | { readonly page: "phrases"; readonly store?: string; readonly query: string; readonly layer?: string; readonly at: number }
  /** `day`: one day hour by hour, instead of a week. */
  | { readonly page: "roster"; readonly from?: string; readonly day?: string }
  | { readonly page: "shifts" }
  | { readonly page: "wall"; readonly store?: string; readonly overdue?: string; readonly at: number }
  | LevelsRoute
  | { readonly page: "places"; readonly store?: string }
  | { readonly page: "answering"; readonly store?: string }
  | { readonly page: "people"; readonly tab?: string }
  | { readonly page: "settings"; readonly topic: SettingsTopic; readonly store?: string }
  | AuditRoute
  | { readonly page: "security" }
  /** `hook`: whose deliveries are looked at. */
  | { readonly page: "webhooks"; readonly hook?: string; readonly state?: string; readonly at: number }
  | { readonly page: "parked" }
  | { readonly page: "unknown" };

/** What the settings pages are about, in their order. */
export const SETTINGS_TOPICS = ["routing", "waits", "replies", "requests", "closing", "guard"] as const;
export type SettingsTopic = (typeof SETTINGS_TOPICS)[number];

/** Reply limits kept and missed, with what stands behind one of the numbers. */
export interface LevelsRoute {
  readonly page: "levels";
  readonly store?: string;
  /** The last of the seven days: `2026-10-01`. */
  readonly until?: string;
  /** Which number is opened: of which day and store, and what it counts. */
  readonly day?: string;
  readonly of?: string;
  readonly what?: string;
  readonly at: number;
}

/** The audit log with what is looked for. */
export interface AuditRoute {
  readonly page: "audit";
  readonly store?: string;
  /** A part of a name. */
  readonly who?: string;
  /** A kind of thing, or one act. */
  readonly act?: string;
  /** Days, both included: `2026-10-01`. */
  readonly from?: string;
  readonly to?: string;
}

export type Page = Route["page"];

/** Reads an address such as `/console/conversations/v_1?list=mine`; never fails. */
export function routeOf(pathname: string, search: string): Route {
  const [root, first, second, third, ...rest] = pathname.split("/").filter((part) => part !== "");
  const asked = new URLSearchParams(search);
  if (root !== "console" || rest.length > 0) return { page: "unknown" };
  if (first === undefined) return asked.size === 0 ? { page: "start" } : desk(asked, undefined);
  if (first === "conversations" && second !== undefined) {
    const conversation = decoded(second);
    if (third === undefined) return desk(asked, conversation);
    return third === "story" ? { page: "story", conversation } : { page: "unknown" };
  }
  if (first === "settings" && third === undefined) return settings(second ?? "routing", asked);
  if (second !== undefined) return { page: "unknown" };
  if (first === "knowledge") return knowledge(asked);
  if (first === "today") return { page: "home", ...storeOf(asked), ...fieldOf(asked, "day") };
  if (first === "phrases") return phrases(asked);
  if (first === "proposals") return { page: "proposals", at: pageOf(asked), ...storeOf(asked), ...fieldOf(asked, "status") };
  if (first === "wall") return { page: "wall", at: pageOf(asked), ...storeOf(asked), ...fieldOf(asked, "overdue") };
  if (first === "levels") return levels(asked);
  if (first === "places" || first === "answering") return { page: first, ...storeOf(asked) };
  if (first === "people") return { page: "people", ...fieldOf(asked, "tab") };
  if (first === "audit") return audit(asked);
  if (first === "my-shifts") return { page: "shifts" };
  if (first === "roster") return { page: "roster", ...fieldOf(asked, "from"), ...fieldOf(asked, "day") };
  if (first === "webhooks") return { page: "webhooks", at: pageOf(asked), ...fieldOf(asked, "hook"), ...fieldOf(asked, "state") };
  if (first === "parked" || first === "security") return { page: first };
  return { page: "unknown" };
}

/** The address of a route; `routeOf` gives the route back. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case "start":
      return "/console/";
    case "desk":
      return deskAddress(route);
    case "story":
      return `/console/conversations/${encodeURIComponent(route.conversation)}/story`;
    case "knowledge":
      return knowledgeAddress(route);
    case "phrases": {
      const { store, layer } = route;
      return `/console/phrases${searchOf({ store, query: named(route.query), layer, page: later(route.at) })}`;
    }
    case "places":
    case "answering":
      return `/console/${route.page}${searchOf({ store: route.store })}`;
    case "settings":
      return `/console/settings/${route.topic}${searchOf({ store: route.store })}`;
    case "home":
      return `/console/today${searchOf({ store: route.store, day: route.day })}`;
    case "proposals":
      return `/console/proposals${searchOf({ store: route.store, status: route.status, page: later(route.at) })}`;
    case "shifts":
      return "/console/my-shifts";
    case "wall":
      return `/console/wall${searchOf({ store: route.store, overdue: route.overdue, page: later(route.at) })}`;
    case "levels":
      return levelsAddress(route);
    case "roster":
      return `/console/roster${searchOf({ from: route.from, day: route.day })}`;
    case "people":
      return `/console/people${searchOf({ tab: route.tab })}`;
    case "audit":
      return auditAddress(route);
    case "webhooks":
      return `/console/webhooks${searchOf({ hook: route.hook, state: route.state, page: later(route.at) })}`;
    case "parked":
    case "security":
      return `/console/${route.page}`;
    case "unknown":
      return "/console/";
  }
}

function auditAddress({ store, who, act, from, to }: AuditRoute): string {
  return `/console/audit${searchOf({ store, who, act, from, to })}`;
}

function levelsAddress({ store, until, day, of, what, at }: LevelsRoute): string {
  return `/console/levels${searchOf({ store, until, day, of, what, page: later(at) })}`;
}

function deskAddress({ list, store, conversation, query }: Extract<Route, { page: "desk" }>): string {
  const path = conversation === undefined ? "/console/" : `/console/conversations/${encodeURIComponent(conversation)}`;
  // Without a conversation the list is always named: the bare address is everybody's own beginning.
  const isPlain = list === "waiting" && conversation !== undefined;
  return path + searchOf({ list: isPlain ? undefined : list, store, query });
}

function knowledgeAddress({ store, query, phase, links, at }: Extract<Route, { page: "knowledge" }>): string {
  return `/console/knowledge${searchOf({ store, query: named(query), phase, links, page: later(at) })}`;
}

/** The first page has no number, an empty search no words. */
function later(at: number): string | undefined {
  return at === 1 ? undefined : String(at);
}

function named(query: string): string | undefined {
  return query === "" ? undefined : query;
}

function desk(asked: URLSearchParams, conversation: string | undefined): Route {
  const list = LISTS.find((known) => known === asked.get("list")) ?? "waiting";
  const found = conversation === undefined ? {} : { conversation };
  return { page: "desk", list, ...storeOf(asked), ...fieldOf(asked, "query"), ...found };
}

function knowledge(asked: URLSearchParams): Route {
  return {
    page: "knowledge",
    query: asked.get("query") ?? "",
    at: pageOf(asked),
    ...storeOf(asked),
    ...fieldOf(asked, "phase"),
    ...fieldOf(asked, "links"),
  };
}

function phrases(asked: URLSearchParams): Route {
  const query = asked.get("query") ?? "";
  return { page: "phrases", query, at: pageOf(asked), ...storeOf(asked), ...fieldOf(asked, "layer") };
}

function settings(named: string, asked: URLSearchParams): Route {
  const topic = SETTINGS_TOPICS.find((known) => known === named);
  return topic === undefined ? { page: "unknown" } : { page: "settings", topic, ...storeOf(asked) };
}

function levels(asked: URLSearchParams): Route {
  const fields = { ...storeOf(asked), ...fieldOf(asked, "until"), ...fieldOf(asked, "day"), ...fieldOf(asked, "of") };
  return { page: "levels", at: pageOf(asked), ...fields, ...fieldOf(asked, "what") };
}

function audit(asked: URLSearchParams): Route {
  return {
    page: "audit",
    ...storeOf(asked),
    ...fieldOf(asked, "who"),
    ...fieldOf(asked, "act"),
    ...fieldOf(asked, "from"),
    ...fieldOf(asked, "to"),
  };
}

function pageOf(asked: URLSearchParams): number {
  const at = Number(asked.get("page") ?? "1");
  return Number.isSafeInteger(at) && at > 0 ? at : 1;
}

function storeOf(asked: URLSearchParams): { readonly store?: string } {
  return fieldOf(asked, "store");
}

function fieldOf<Name extends string>(asked: URLSearchParams, name: Name): Partial<Record<Name, string>> {
  const value = asked.get(name);
  const field: Partial<Record<Name, string>> = {};
  if (value !== null && value !== "") field[name] = value;
  return field;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function searchOf(fields: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
