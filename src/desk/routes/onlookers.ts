import { z } from "zod";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { createPresent, GONE_AFTER_MS, type Here, type PresenceSign } from "../present.ts";
import { findConversation } from "../store.ts";
import type { PresenceAnswer, PresenceChanged } from "../workspace/api.ts";
import type { EventStreams } from "./events.ts";

/** Who is at which conversation, in all processes. Nothing of it is stored. */
export interface Onlookers {
  /** Somebody is there, or left; resolves to who is there now. */
  tell(sign: PresenceSign): Promise<PresenceAnswer>;
  close(): Promise<void>;
}

export interface OnlookerParts {
  readonly db: Database;
  readonly now: () => Instant;
  /** Tells the consoles of these people in this process. */
  readonly streams: Pick<EventStreams, "tellPeople">;
}

const CHANNEL = "counterbell_presence";
const signText = z.object({
  conversationId: z.string(),
  userId: z.string(),
  name: z.string(),
  doing: z.enum(["looking", "writing", "gone"]),
});

/** Opens the way for these signs between all processes. */
export async function createOnlookers({ db, now, streams }: OnlookerParts): Promise<Onlookers> {
  const present = createPresent();

  function hear(sign: PresenceSign): void {
    const { people, isNews } = present.hear(sign, now());
    if (!isNews) return;
    // Only what is news, and only to those who are there themselves.
    const changed: PresenceChanged = { conversationId: sign.conversationId, ...answerOf(people) };
    streams.tellPeople([...people.keys()], "presence", changed);
  }

  const stop = await db.listen(CHANNEL, (payload) => hear(signText.parse(JSON.parse(payload))));
  const sweeping = setInterval(() => void present.sweep(now()), GONE_AFTER_MS);
  sweeping.unref();
  return {
    tell: async (sign) => {
      await db.pool.query("SELECT pg_notify($1, $2)", [CHANNEL, JSON.stringify(sign)]);
      return answerOf(present.at(sign.conversationId, now()));
    },
    close: async () => {
      clearInterval(sweeping);
      await stop();
    },
  };
}

function answerOf(people: ReadonlyMap<string, Here>): PresenceAnswer {
  return { people: [...people].map(([userId, { name, doing }]) => ({ userId, name, doing })) };
}

export const presenceBody = z.strictObject(
  { doing: z.enum(["looking", "writing", "gone"], "one of looking, writing, gone") },
  "an object with doing",
);

/** `POST …/:id/presence`: I am there, or I left. */
export function presenceRoute({ db, presence }: { readonly db: Database; readonly presence: Pick<Onlookers, "tell"> }): Route {
  return {
    method: "post",
    path: "/api/console/conversations/:id/presence",
    roles: ["agent", "supervisor", "admin"],
    audit: "none",
    run: async ({ principal, params, body }: Call): Promise<PresenceAnswer> => {
      const conversation = await findConversation(db.scoped(principal.stores), params.id ?? "");
      if (conversation === undefined) throw notFound("conversation");
      const { doing } = checked(presenceBody, body);
      const { userId, agent, name } = principal;
      return presence.tell({ conversationId: conversation.id, userId, name: agent?.name ?? name, doing });
    },
  };
}
