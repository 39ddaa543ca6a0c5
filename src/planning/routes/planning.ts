import type { Route } from "../../infra/http.ts";
import { copy, exportShifts, importShifts } from "./bulk.ts";
import { changeDays } from "./days.ts";
import { acceptHolidays, readHolidays } from "./holidays.ts";
import { PLANNERS as roles, type PlanningParts } from "./parts.ts";
import { readWeek } from "./week.ts";

const BASE = "/api/console/planning";
const FILE = { maxBytes: 4 * 1024 * 1024 };

/** Planning over HTTP, as api.ts describes it: supervisors and admins, each for the people of their stores. */
export function planningRoutes(parts: PlanningParts): readonly Route[] {
  return [
    { method: "get", path: `${BASE}/week`, roles, run: (call) => readWeek(parts, call) },
    { method: "put", path: `${BASE}/days`, roles, run: (call) => changeDays(parts, call) },
    { method: "post", path: `${BASE}/copy`, roles, run: (call) => copy(parts, call) },
    { method: "get", path: `${BASE}/file`, roles, run: (call) => exportShifts(parts, call) },
    { method: "post", path: `${BASE}/file`, roles, rawBody: FILE, run: (call) => importShifts(parts, call) },
    { method: "get", path: `${BASE}/holidays`, roles, run: (call) => readHolidays(parts, call) },
    { method: "post", path: `${BASE}/holidays`, roles, run: (call) => acceptHolidays(parts, call) },
  ];
}
