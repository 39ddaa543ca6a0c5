import type { Descriptions } from "../infra/described.ts";
import { overdueQuery, wallQuery } from "./routes.ts";
import { whoBody } from "./routes/who.ts";

export const wallDescribed: Descriptions = {
  "GET /api/console/wall": { summary: "Tell how the desk stands at this moment.", query: wallQuery, answer: "WallAnswer" },
  "GET /api/console/wall/overdue": { summary: "List who waits or waited too long.", query: overdueQuery, answer: "OverduePage" },
  "GET /api/console/wall/topics": {
    summary: "List what is asked clearly more often today.",
    query: wallQuery,
    answer: "TopicsAnswer",
  },
  "POST /api/console/who": { summary: "Ask who would get a matter; nothing is changed.", body: whoBody, answer: "WhoAnswer" },
};
