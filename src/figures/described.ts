import type { Descriptions } from "../infra/described.ts";
import { QUERY } from "./routes.ts";

export const figuresDescribed: Descriptions = {
  "GET /api/console/figures": { summary: "Read a store's figures of one day.", query: QUERY, answer: "FiguresAnswer" },
};
