import type { Descriptions } from "../infra/described.ts";
import { conversationsQuery, levelsQuery } from "./routes.ts";

export const levelsDescribed: Descriptions = {
  "GET /api/console/levels": {
    summary: "Read reply limits kept and missed, by store and day.",
    query: levelsQuery,
    answer: "LevelsAnswer",
  },
  "GET /api/console/levels/conversations": {
    summary: "List the conversations behind a number, 20 a page.",
    query: conversationsQuery,
    answer: "LevelConversations",
  },
};
