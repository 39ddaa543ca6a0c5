import type { Descriptions } from "../infra/described.ts";
import { COPY, EXPORT, IMPORT } from "./routes/bulk.ts";
import { UNDO } from "./routes/changes.ts";
import { REQUEST } from "./routes/days.ts";
import { BODY, QUERY as HOLIDAYS } from "./routes/holidays.ts";
import { ANSWER, LEAVE, SWAP } from "./routes/mine.ts";
import { REQUEST as PATTERN } from "./routes/patterns.ts";
import { DECISION, ENTRY } from "./routes/requests.ts";
import { QUERY as WEEK } from "./routes/week.ts";

const BASE = "/api/console/planning";
const MINE = `${BASE}/mine`;
const CSV = ["text/csv", "application/octet-stream"] as const;

export const planningDescribed: Descriptions = {
  [`GET ${BASE}/week`]: { summary: "Read a week of the roster.", query: WEEK, answer: "WeekAnswer" },
  [`PUT ${BASE}/days`]: {
    summary: "Plan single days; all of it or nothing.",
    body: REQUEST,
    answer: "DaysAnswer",
    refusals: [409],
  },
  [`POST ${BASE}/copy`]: {
    summary: "Copy a week; without version, tell what would change.",
    body: COPY,
    answer: "ChangesAnswer",
    refusals: [409],
  },
  [`GET ${BASE}/file`]: { summary: "Export shifts as CSV.", query: EXPORT, answer: ["text/csv"] },
  [`POST ${BASE}/file`]: {
    summary: "Import shifts from CSV; without version, tell what would change.",
    query: IMPORT,
    body: CSV,
    answer: "ChangesAnswer",
    refusals: [409, 422],
    more: { 422: "ShiftsFileRefused" },
  },
  [`GET ${BASE}/holidays`]: { summary: "Read a year's holidays, and those proposed.", query: HOLIDAYS, answer: "HolidaysAnswer" },
  [`POST ${BASE}/holidays`]: { summary: "Take the proposed holidays.", body: BODY, answer: "HolidaysAnswer", refusals: [409] },
  [`GET ${BASE}/requests`]: { summary: "List leave and swaps that wait for a decision.", answer: "RequestsAnswer" },
  [`POST ${BASE}/leave`]: {
    summary: "Enter leave for somebody; it holds at once.",
    body: ENTRY,
    answer: "RequestsAnswer",
    refusals: [409],
    more: { 409: "RequestAgainst" },
  },
  [`GET ${BASE}/changes`]: { summary: "List my newest changes of the roster.", answer: "ChangesMade" },
  [`POST ${BASE}/changes/:changeId/undo`]: {
    summary: "Take a change of the roster back, if nothing newer stands there.",
    body: UNDO,
    answer: "ChangesMade",
    refusals: [409],
    more: { 409: "RosterMovedOn" },
  },
  [`GET ${BASE}/patterns/:agentId`]: { summary: "Read somebody's weekly shifts.", answer: "PatternAnswer" },
  [`PUT ${BASE}/patterns/:agentId`]: {
    summary: "Change somebody's weekly shifts.",
    body: PATTERN,
    answer: "PatternAnswer",
    refusals: [409],
  },
  [`POST ${BASE}/leave/:leaveId/decide`]: {
    summary: "Decide about leave.",
    body: DECISION,
    answer: "RequestsAnswer",
    refusals: [409],
    more: { 409: "RequestAgainst" },
  },
  [`POST ${BASE}/swaps/:swapId/decide`]: {
    summary: "Decide about a swap of shifts.",
    body: DECISION,
    answer: "RequestsAnswer",
    refusals: [409],
    more: { 409: "RequestAgainst" },
  },
  [`GET ${MINE}`]: { summary: "Read my next 14 days, leave and swaps.", answer: "MineAnswer" },
  [`POST ${MINE}/leave`]: { summary: "Ask for leave.", body: LEAVE, answer: "MineAnswer", refusals: [409] },
  [`POST ${MINE}/leave/:leaveId/withdraw`]: { summary: "Withdraw a wish for leave.", answer: "MineAnswer", refusals: [409] },
  [`POST ${MINE}/swaps`]: { summary: "Ask a colleague to swap a shift.", body: SWAP, answer: "MineAnswer", refusals: [409] },
  [`POST ${MINE}/swaps/:swapId/answer`]: {
    summary: "Answer a colleague's wish to swap, or withdraw my own.",
    body: ANSWER,
    answer: "MineAnswer",
    refusals: [409],
  },
};
