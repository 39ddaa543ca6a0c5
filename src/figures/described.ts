import type { Descriptions } from "../infra/described.ts";
import { QUERY } from "./routes.ts";

export const figuresDescribed: Descriptions = {
  "GET /api/console/figures": { summary: "Read a store's figures of one day.", query: QUERY, answer: "FiguresAnswer" },
  "GET /api/console/figures/stores": {
    summary: "Read today so far and this moment, in each of my stores.",
    answer: "StoresToday",
  },
};
