import { z } from "zod";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { recordSuggestion } from "../store/suggestions.ts";
import { requireHeld } from "../held.ts";

/** A suggested answer, as replies and refusals name it. */
export const suggestionBody = z.strictObject(
  {
    message: z.string("a message's id").max(200, "a message's id"),
    article: z.string("an article's id").max(200, "an article's id"),
  },
  "an object with message and article",
);

/** `POST …/:id/suggestions`: this one does not fit. */
export function suggestionRoute(parts: { readonly db: Database; readonly clock: Clock }): Route {
  return {
    method: "post",
    path: "/api/console/conversations/:id/suggestions",
    roles: ["agent", "supervisor", "admin"],
    audit: "none",
    run: (call) => reject(parts, call),
  };
}

async function reject({ db, clock }: { readonly db: Database; readonly clock: Clock }, call: Call): Promise<undefined> {
  const { conversation } = await requireHeld(db, call);
  const { message, article } = checked(suggestionBody, call.body);
  const { stores, userId } = call.principal;
  const isKept = await recordSuggestion(db.scoped(stores), { conversation, message, article }, { userId, at: clock.now() });
  if (!isKept) throw notFound("suggestion");
}
