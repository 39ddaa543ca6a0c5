import { z } from "zod";
import type { Descriptions } from "../infra/described.ts";
import { listQuery, newPhrase, words } from "./routes.ts";

export const phrasesDescribed: Descriptions = {
  "GET /api/console/phrases": { summary: "List canned phrases, 50 a page.", query: listQuery, answer: "PhrasePage" },
  "GET /api/console/phrases/usable": {
    summary: "List all phrases that may be said in a store.",
    query: z.object({ store: z.string().optional() }),
    answer: "PhrasePage",
  },
  "POST /api/console/phrases": {
    summary: "Make a phrase.",
    body: newPhrase,
    answer: "PhraseRow",
    status: [201],
    refusals: [409],
  },
  "PUT /api/console/phrases/:id": { summary: "Change a phrase's words.", body: words, answer: "PhraseRow", refusals: [409] },
  "DELETE /api/console/phrases/:id": { summary: "Remove a phrase." },
};
