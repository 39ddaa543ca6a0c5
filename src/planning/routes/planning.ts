import type { Route } from "../../infra/http.ts";
import { copy, exportShifts, importShifts } from "./bulk.ts";
import { readChanges, takeBack } from "./changes.ts";
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
    { method: "put", path: `${BASE}/days`, roles, audit: "own", run: (call) => changeDays(parts, call) },
    { method: "post", path: `${BASE}/copy`, roles, audit: "own", run: (call) => copy(parts, call) },
    { method: "get", path: `${BASE}/file`, roles, run: (call) => exportShifts(parts, call) },
    { method: "post", path: `${BASE}/file`, roles, audit: "own", rawBody: FILE, run: (call) => importShifts(parts, call) },
    { method: "get", path: `${BASE}/holidays`, roles, run: (call) => readHolidays(parts, call) },
    { method: "post", path: `${BASE}/holidays`, roles, audit: "own", run: (call) => acceptHolidays(parts, call) },
    { method: "get", path: `${BASE}/requests`, roles, run: (call) => readRequests(parts, call) },
    { method: "post", path: `${BASE}/leave`, roles, audit: "own", run: (call) => enterLeave(parts, call) },
    { method: "get", path: `${BASE}/changes`, roles, run: (call) => readChanges(parts, call) },
    { method: "post", path: `${BASE}/changes/:changeId/undo`, roles, audit: "own", run: (call) => takeBack(parts, call) },
    { method: "get", path: PATTERN, roles, run: (call) => readPattern(parts, call) },
    { method: "put", path: PATTERN, roles, audit: "own", run: (call) => changePattern(parts, call) },
    { method: "post", path: `${BASE}/leave/:leaveId/decide`, roles, audit: "own", run: (call) => decideLeave(parts, call) },
    { method: "post", path: `${BASE}/swaps/:swapId/decide`, roles, audit: "own", run: (call) => decideSwap(parts, call) },
    { method: "get", path: MINE, roles: WORKERS, run: (call) => readMine(parts, call) },
    { method: "post", path: `${MINE}/leave`, roles: WORKERS, audit: "own", run: (call) => askForLeave(parts, call) },
    {
      method: "post",
      path: `${MINE}/leave/:leaveId/withdraw`,
      roles: WORKERS,
      audit: "own",
      run: (call) => withdrawLeave(parts, call),
    },
    { method: "post", path: `${MINE}/swaps`, roles: WORKERS, audit: "own", run: (call) => askForSwap(parts, call) },
    {
      method: "post",
      path: `${MINE}/swaps/:swapId/answer`,
      roles: WORKERS,
      audit: "own",
      run: (call) => answerSwap(parts, call),
    },
  ];
}
