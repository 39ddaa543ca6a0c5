import type { Role } from "../../../src/desk/api.ts";
import type { Page, Route } from "./route.ts";

const SEEN_BY: Readonly<Record<Exclude<Page, "unknown" | "start">, readonly Role[]>> = {
  desk: ["agent", "supervisor", "admin"],
  home: ["supervisor", "merchant", "admin"],
  story: ["agent", "supervisor", "admin"],
  knowledge: ["agent", "supervisor", "merchant", "admin"],
  proposals: ["agent", "supervisor", "merchant", "admin"],
  phrases: ["agent", "supervisor", "admin"],
  wall: ["supervisor", "admin"],
  levels: ["supervisor", "admin"],
  roster: ["supervisor", "admin"],
  shifts: ["agent", "supervisor"],
  places: ["supervisor", "admin"],
  answering: ["supervisor", "admin"],
  people: ["supervisor", "admin"],
  audit: ["supervisor", "admin"],
  settings: ["supervisor", "admin"],
  security: ["agent", "supervisor", "merchant", "admin"],
  webhooks: ["admin"],
  parked: ["supervisor", "admin"],
};

/** What is set up now and then, under one entry of the menu. */
const SETTING_UP: readonly Page[] = ["settings", "answering", "places", "people", "audit", "parked", "webhooks"];

/** Whether a page stands under the settings. */
export function isSettingUp(page: Page): boolean {
  return SETTING_UP.includes(page);
}

/** Whether a role sees a page. The server decides what it may do; this only keeps dead ends out of the menu. */
export function maySee(role: Role, page: Page): boolean {
  return page !== "unknown" && page !== "start" && SEEN_BY[page].includes(role);
}

/** Where a role begins: supervisors with how the desk stands, merchants with their day, everybody else at work. */
export function homeOf(role: Role): Route {
  if (role === "supervisor") return { page: "wall", at: 1 };
  return maySee(role, "desk") ? { page: "desk", list: "waiting" } : { page: "home" };
}
