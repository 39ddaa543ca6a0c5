import type { Descriptions } from "../infra/described.ts";
import { DELIVERIES_QUERY, NEW_WEBHOOK, WEBHOOK_CHANGE } from "./routes.ts";

const BASE = "/api/console/webhooks";
const ONE = `${BASE}/:webhookId`;

export const webhooksDescribed: Descriptions = {
  [`GET ${BASE}`]: { summary: "List webhooks.", answer: "WebhookList" },
  [`POST ${BASE}`]: {
    summary: "Make a webhook; its secret is told this once.",
    body: NEW_WEBHOOK,
    answer: "WebhookCreated",
    status: [201],
    refusals: [409],
  },
  [`PUT ${ONE}`]: { summary: "Change a webhook, or switch it on or off.", body: WEBHOOK_CHANGE, answer: "WebhookRow" },
  [`DELETE ${ONE}`]: { summary: "Remove a webhook with what waits for it." },
  [`POST ${ONE}/test`]: { summary: "Send a test.", answer: "DeliveryRow", status: [202] },
  [`GET ${ONE}/deliveries`]: {
    summary: "List what a webhook was sent, 50 a page.",
    query: DELIVERIES_QUERY,
    answer: "DeliveryPage",
  },
  [`POST ${ONE}/deliveries/:deliveryId/again`]: { summary: "Send something again, with all its tries.", answer: "DeliveryRow" },
};
