import { z } from "zod";
import { actorOf } from "../../audit/actor.ts";
import type { Clock } from "../../infra/clock.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound, typedText } from "../../infra/problem.ts";
import type { RevealAnswer } from "../workspace/api.ts";
import { findConversation } from "../store.ts";
import { reveal } from "../store/reveal.ts";

interface RevealParts {
  readonly db: Database;
  readonly clock: Clock;
}

const MAX_REASON = 200;
const HIGHEST_SEQ = 2_147_483_647;
export const revealBody = z.strictObject(
  {
    thing: z.union([z.strictObject({ seq: z.int().min(1).max(HIGHEST_SEQ) }), z.strictObject({ slot: z.literal("phone") })], {
      error: "{seq} of a message or {slot: phone}",
    }),
    reason: typedText(MAX_REASON),
  },
  "an object with thing and reason",
);

/** `POST …/:id/reveal`: what is hidden in a conversation, in clear, for a reason that is kept with who asked. */
export function revealRoute(parts: RevealParts): Route {
  return {
    method: "post",
    path: "/api/console/conversations/:id/reveal",
    roles: ["agent", "supervisor", "admin"],
    audit: "own",
    run: (call) => show(parts, call),
  };
}

async function show({ db, clock }: RevealParts, call: Call): Promise<RevealAnswer> {
  const { principal, params, body } = call;
  const client = db.scoped(principal.stores);
  const conversation = await findConversation(client, params.id ?? "");
  if (conversation === undefined) throw notFound("conversation");
  const { thing, reason } = checked(revealBody, body);
  const text = await reveal({ db, client }, { conversation, thing, reason, actor: actorOf(call, clock.now()) });
  if (text === undefined) throw notFound("message");
  return { text };
}
