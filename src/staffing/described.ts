import type { Descriptions } from "../infra/described.ts";
import { rosterQuery, statusRequest } from "./routes.ts";
import { rosterFileShape } from "./rules/roster-file-shape.ts";

export const staffingDescribed: Descriptions = {
  "GET /api/console/me": { summary: "Tell who I am, how I stand and which stores I see.", answer: "Me" },
  "PUT /api/console/me/status": { summary: "Say how I stand: ready, on a break, away.", body: statusRequest, answer: "Me" },
  "GET /api/console/roster": { summary: "Read who works when, and who is on shift now.", answer: "RosterAnswer" },
  "PUT /api/console/roster": {
    summary: "Replace the roster by a file; all of it or nothing.",
    query: rosterQuery,
    body: rosterFileShape,
    answer: "RosterAnswer",
    refusals: [409, 422],
    more: { 409: "RosterMovedOn", 422: "RosterRefused" },
  },
};
