import type { Route } from "../../infra/http.ts";
import { copy, exportShifts, importShifts } from "./bulk.ts";
import { changeDays } from "./days.ts";
import { acceptHolidays, readHolidays } from "./holidays.ts";
import { answerSwap, askForLeave, askForSwap, readMine, withdrawLeave } from "./mine.ts";
import { PLANNERS as roles, type PlanningParts } from "./parts.ts";
import { changePattern, readPattern } from "./patterns.ts";
import { decideLeave, decideSwap, enterLeave, readRequests } from "./requests.ts";
import { readWeek } from "./week.ts";

const BASE = "/api/console/planning";
const PATTERN = `${BASE}/patterns/:agentId`;
const MINE = `${BASE}/mine`;
const WORKERS = ["agent", "supervisor", "admin"] as const;
const FILE = { maxBytes: 4 * 1024 * 1024 };

/** Planning over HTTP, as api.ts describes it: supervisors and admins for the people of their stores, everybody who works for themselves. */
export function planningRoutes(parts: PlanningParts): readonly Route[] {
  return [
    { method: "get", path: `${BASE}/week`, roles, run: (call) => readWeek(parts, call) },
    { method: "put", path: `${BASE}/days`, roles, run: (call) => changeDays(parts, call) },
    { method: "post", path: `${BASE}/copy`, roles, run: (call) => copy(parts, call) },
    { method: "get", path: `${BASE}/file`, roles, run: (call) => exportShifts(parts, call) },
    { method: "post", path: `${BASE}/file`, roles, rawBody: FILE, run: (call) => importShifts(parts, call) },
    { method: "get", path: `${BASE}/holidays`, roles, run: (call) => readHolidays(parts, call) },
    { method: "post", path: `${BASE}/holidays`, roles, run: (call) => acceptHolidays(parts, call) },
    { method: "get", path: `${BASE}/requests`, roles, run: (call) => readRequests(parts, call) },
    { method: "post", path: `${BASE}/leave`, roles, audit: "own", run: (call) => enterLeave(parts, call) },
    { method: "get", path: PATTERN, roles, run: (call) => readPattern(parts, call) },
    { method: "put", path: PATTERN, roles, audit: "own", run: (call) => changePattern(parts, call) },
    { method: "post", path: `${BASE}/leave/:leaveId/decide`, roles, run: (call) => decideLeave(parts, call) },
    { method: "post", path: `${BASE}/swaps/:swapId/decide`, roles, run: (call) => decideSwap(parts, call) },
    { method: "get", path: MINE, roles: WORKERS, run: (call) => readMine(parts, call) },
    { method: "post", path: `${MINE}/leave`, roles: WORKERS, run: (call) => askForLeave(parts, call) },
    { method: "post", path: `${MINE}/leave/:leaveId/withdraw`, roles: WORKERS, run: (call) => withdrawLeave(parts, call) },
    { method: "post", path: `${MINE}/swaps`, roles: WORKERS, run: (call) => askForSwap(parts, call) },
    { method: "post", path: `${MINE}/swaps/:swapId/answer`, roles: WORKERS, run: (call) => answerSwap(parts, call) },
  ];
}
