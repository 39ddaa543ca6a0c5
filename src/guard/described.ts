import type { Descriptions } from "../infra/described.ts";
import { guardSetting } from "./rules/setting.ts";

export const guardDescribed: Descriptions = {
  "GET /api/console/stores/:storeId/guard": { summary: "Read what a store's agents may not say.", answer: "GuardAnswer" },
  "PUT /api/console/stores/:storeId/guard": {
    summary: "Set what a store's agents may not say.",
    body: guardSetting,
    answer: "GuardAnswer",
  },
};
