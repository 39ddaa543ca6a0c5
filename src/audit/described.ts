import type { Descriptions } from "../infra/described.ts";
import { EXPORT, FILTERS } from "./routes.ts";

export const auditDescribed: Descriptions = {
  "GET /api/console/audit": { summary: "List who did what, the newest first.", query: FILTERS, answer: "AuditPage" },
  "GET /api/console/audit/export": {
    summary: "Export the audit log as a file.",
    query: EXPORT,
    answer: ["text/csv", "application/x-ndjson"],
  },
};
