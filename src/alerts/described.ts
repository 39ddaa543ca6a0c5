import type { Descriptions } from "../infra/described.ts";
import { noBody } from "./routes.ts";

export const alertsDescribed: Descriptions = {
  "GET /api/console/alerts": { summary: "List the alerts that nobody has seen yet.", answer: "AlertList" },
  "POST /api/console/alerts/:id/seen": { summary: "Say that an alert was seen.", body: noBody },
};
