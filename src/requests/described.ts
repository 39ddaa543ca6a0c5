import type { Descriptions } from "../infra/described.ts";
import { requestAnswerBody, requestBody, requestsQuery, withdrawBody } from "./routes.ts";

export const requestsDescribed: Descriptions = {
  "GET /api/console/requests": {
    summary: "List what agents ask of supervisors and merchants, 20 a page.",
    query: requestsQuery,
    answer: "RequestPage",
  },
  "POST /api/console/conversations/:id/requests": {
    summary: "Ask a supervisor or the merchant to decide something.",
    body: requestBody,
    answer: "ActAnswer",
    refusals: [409],
    more: { 503: "ActSetAside" },
  },
  "POST /api/console/requests/:id/decide": {
    summary: "Answer what an agent asked.",
    body: requestAnswerBody,
    answer: "RequestAnswer",
    refusals: [409],
    more: { 503: "ActSetAside" },
  },
  "POST /api/console/requests/:id/withdraw": {
    summary: "Withdraw what I asked.",
    body: withdrawBody,
    answer: "RequestAnswer",
    refusals: [409],
    more: { 503: "ActSetAside" },
  },
};
