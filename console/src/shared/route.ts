/** The lists of the desk. */
export const LISTS = ["waiting", "mine", "open", "closed"] as const;
export type List = (typeof LISTS)[number];

/** Where one is: everything that must survive a reload and can be pasted to a colleague. `store` absent: all stores. */
export type Route =
  | { readonly page: "desk"; readonly list: List; readonly store?: string; readonly conversation?: string }
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
  | { readonly page: "wall"; readonly store?: string; readonly overdue?: string; readonly at: number }
  | { readonly page: "roster" }
  | { readonly page: "places"; readonly store?: string }
  | { readonly page: "answering"; readonly store?: string }
  | { readonly page: "people" }
  | { readonly page: "parked" }
  | { readonly page: "unknown" };

export type Page = Route["page"];

/** Reads an address such as `/console/conversations/v_1?list=mine`; never fails. */
export function routeOf(pathname: string, search: string): Route {
  const [root, first, second, third, ...rest] = pathname.split("/").filter((part) => part !== "");
  const asked = new URLSearchParams(search);
  if (root !== "console" || rest.length > 0) return { page: "unknown" };
  if (first === undefined) return desk(asked, undefined);
  if (first === "conversations" && second !== undefined) {
    const conversation = decoded(second);
    if (third === undefined) return desk(asked, conversation);
    return third === "story" ? { page: "story", conversation } : { page: "unknown" };
  }
  if (second !== undefined) return { page: "unknown" };
  if (first === "knowledge") return knowledge(asked);
  if (first === "today") return { page: "home", ...storeOf(asked), ...fieldOf(asked, "day") };
  if (first === "proposals") return { page: "proposals", at: pageOf(asked), ...storeOf(asked), ...fieldOf(asked, "status") };
  if (first === "wall") return { page: "wall", at: pageOf(asked), ...storeOf(asked), ...fieldOf(asked, "overdue") };
  if (first === "places" || first === "answering") return { page: first, ...storeOf(asked) };
  if (first === "roster" || first === "people" || first === "parked") return { page: first };
  return { page: "unknown" };
}

/** The address of a route; `routeOf` gives the route back. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case "desk": {
      const path =
        route.conversation === undefined ? "/console/" : `/console/conversations/${encodeURIComponent(route.conversation)}`;
      return path + searchOf({ list: route.list === "waiting" ? undefined : route.list, store: route.store });
    }
    case "story":
      return `/console/conversations/${encodeURIComponent(route.conversation)}/story`;
    case "knowledge":
      return `/console/knowledge${searchOf({
        store: route.store,
        query: route.query === "" ? undefined : route.query,
        phase: route.phase,
        links: route.links,
        page: route.at === 1 ? undefined : String(route.at),
      })}`;
    case "places":
    case "answering":
      return `/console/${route.page}${searchOf({ store: route.store })}`;
    case "home":
      return `/console/today${searchOf({ store: route.store, day: route.day })}`;
    case "proposals": {
      const page = route.at === 1 ? undefined : String(route.at);
      return `/console/proposals${searchOf({ store: route.store, status: route.status, page })}`;
    }
    case "wall": {
      const page = route.at === 1 ? undefined : String(route.at);
      return `/console/wall${searchOf({ store: route.store, overdue: route.overdue, page })}`;
    }
    case "roster":
    case "people":
    case "parked":
      return `/console/${route.page}`;
    case "unknown":
      return "/console/";
  }
}

function desk(asked: URLSearchParams, conversation: string | undefined): Route {
  const list = LISTS.find((known) => known === asked.get("list")) ?? "waiting";
  return { page: "desk", list, ...storeOf(asked), ...(conversation === undefined ? {} : { conversation }) };
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
