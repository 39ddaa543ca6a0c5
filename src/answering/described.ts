import type { Descriptions } from "../infra/described.ts";
import { REQUEST, RESTORE, WISH } from "./routes.ts";

const BASE = "/api/console/stores/:storeId/answering";

export const answeringDescribed: Descriptions = {
  [`GET ${BASE}`]: { summary: "Read when a store's bot answers itself, and why so.", answer: "AnsweringPage" },
  [`POST ${BASE}/preview`]: {
    summary: "Ask what would become of the store's questions; nothing is changed.",
    body: WISH,
    answer: "AnsweringPreview",
  },
  [`PUT ${BASE}`]: { summary: "Set when the bot answers itself.", body: REQUEST, answer: "AnsweringSaved", refusals: [409] },
  [`POST ${BASE}/restore`]: {
    summary: "Set it as it was after an earlier change.",
    body: RESTORE,
    answer: "AnsweringSaved",
    refusals: [409],
  },
};
