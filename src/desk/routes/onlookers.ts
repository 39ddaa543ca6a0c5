import { z } from "zod";
import type { Instant } from "../../core/words.ts";
import type { Database } from "../../infra/database.ts";
import type { Call, Route } from "../../infra/http.ts";
import { checked, notFound } from "../../infra/problem.ts";
import { findConversation } from "../store.ts";
import type { PresenceAnswer, PresenceChanged } from "../workspace/api.ts";
import type { EventStreams } from "./events.ts";

/** Who is at which conversation, in all processes. Nothing of it is stored. */
export interface Onlookers {
  /** Somebody is there, or left; resolves to who is there now. */
  tell(sign: PresenceSign): Promise<PresenceAnswer>;
  close(): Promise<void>;
}

interface PresenceSign {
  readonly conversationId: string;
  readonly userId: string;
  readonly name: string;
  readonly doing: "looking" | "writing" | "gone";
}

export interface OnlookerParts {
  readonly db: Database;
  readonly now: () => Instant;
  /** Tells the consoles of these people in this process. */
  readonly streams: Pick<EventStreams, "tellPeople">;
}

const CHANNEL = "counterbell_presence";
/** Who has not been heard of for so long is gone; consoles tell every 12 s. */
const GONE_AFTER_MS = 30_000;

interface Here {
  readonly name: string;
  readonly doing: "looking" | "writing";
  readonly until: Instant;
}

const signText = z.object({
  conversationId: z.string(),
  userId: z.string(),
  name: z.string(),
  doing: z.enum(["looking", "writing", "gone"]),
});

/** Opens the way for these signs between all processes. */
export async function createOnlookers({ db, now, streams }: OnlookerParts): Promise<Onlookers> {
  const places = new Map<string, Map<string, Here>>();

  function hear({ conversationId, userId, name, doing }: PresenceSign): void {
    const people = present(conversationId);
    const before = people.get(userId);
    if (doing === "gone") people.delete(userId);
    else people.set(userId, { name, doing, until: now() + GONE_AFTER_MS });
    if (people.size === 0) places.delete(conversationId);
    else places.set(conversationId, people);
    // Only what is news, and only to those who are there themselves.
    if (before?.doing === (doing === "gone" ? undefined : doing)) return;
    const changed: PresenceChanged = { conversationId, ...answerOf(people) };
    streams.tellPeople([...people.keys()], "presence", changed);
  }

  function present(conversationId: string): Map<string, Here> {
    const people = places.get(conversationId) ?? new Map<string, Here>();
    for (const [userId, { until }] of people) if (until <= now()) people.delete(userId);
    return people;
  }

  const stop = await db.listen(CHANNEL, (payload) => hear(signText.parse(JSON.parse(payload))));
  return {
    tell: async (sign) => {
      await db.pool.query("SELECT pg_notify($1, $2)", [CHANNEL, JSON.stringify(sign)]);
      return answerOf(present(sign.conversationId));
    },
    close: stop,
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
