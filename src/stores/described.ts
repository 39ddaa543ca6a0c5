import { z } from "zod";
import type { Descriptions } from "../infra/described.ts";
import { placeRequest } from "./routes.ts";

export const storesDescribed: Descriptions = {
  "GET /api/console/places": {
    summary: "List the rooms that serve stores, and how their pages get the widget.",
    query: z.object({ store: z.string().optional() }),
    answer: "PlaceList",
  },
  "POST /api/console/places": {
    summary: "Let a room serve a store; 200 when it did already.",
    body: placeRequest,
    answer: "PlaceRow",
    status: [201, 200],
    refusals: [409],
  },
  "DELETE /api/console/places/:id": { summary: "Take a room from its store." },
};
