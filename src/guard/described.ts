import type { Descriptions } from "../infra/described.ts";

export const guardDescribed: Descriptions = {
  "GET /api/console/stores/:storeId/guard": { summary: "Read what a store's agents may not say.", answer: "GuardAnswer" },
};
