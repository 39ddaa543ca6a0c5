import type { Descriptions } from "../infra/described.ts";
import { DELIVERIES_QUERY, NEW_WEBHOOK, SECRET_REQUEST, WEBHOOK_CHANGE } from "./routes.ts";

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
  [`POST ${ONE}/secret`]: {
    summary: "Give a webhook a new secret, told this once; the one before signs beside it for a while.",
    body: SECRET_REQUEST,
    answer: "WebhookCreated",
    status: [201],
    refusals: [409],
  },
  [`DELETE ${ONE}/earlier-secret`]: { summary: "End the secret before the present one now.", answer: "WebhookRow" },
  [`POST ${ONE}/test`]: { summary: "Send a test.", answer: "DeliveryRow", status: [202] },
  [`GET ${ONE}/deliveries`]: {
    summary: "List what a webhook was sent, 50 a page.",
    query: DELIVERIES_QUERY,
    answer: "DeliveryPage",
  },
  [`POST ${ONE}/deliveries/:deliveryId/again`]: { summary: "Send something again, with all its tries.", answer: "DeliveryRow" },
};
