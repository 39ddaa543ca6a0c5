import { z } from "zod";
import { laneId, type LaneId } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import type { Route } from "../../infra/http.ts";
import { checked } from "../../infra/problem.ts";
import { requireHeld } from "../held.ts";

/** Tells whichever process has the shopper's stream that an agent writes. Nothing of it is stored. */
export interface TypingSigns {
  tell(sign: TypingSign): Promise<void>;
  close(): Promise<void>;
}

interface TypingSign {
  readonly lane: LaneId;
  /** The agent's, as the shopper sees it. */
  readonly name: string;
}

export interface TypingParts {
  readonly db: Database;
  /** Shows it to the shopper, if they listen in this process. */
  readonly show: (sign: TypingSign) => void;
}

const CHANNEL = "counterbell_typing";

const signText = z.object({ lane: z.string().transform(laneId), name: z.string() });

/** Opens the way for these signs between all processes. */
export async function createTypingSigns({ db, show }: TypingParts): Promise<TypingSigns> {
  const stop = await db.listen(CHANNEL, (payload) => show(signText.parse(JSON.parse(payload))));
  return {
    tell: async ({ lane, name }) => {
      await db.pool.query("SELECT pg_notify($1, $2)", [CHANNEL, JSON.stringify({ lane, name })]);
    },
    close: stop,
  };
}

export const noBody = z.strictObject({}, "an empty object");

/** `POST …/:id/typing`: the agent who has the conversation is writing a reply. */
export function typingRoute({ db, typing }: { readonly db: Database; readonly typing: TypingSigns }): Route {
  return {
    method: "post",
    path: "/api/console/conversations/:id/typing",
    roles: ["agent", "supervisor", "admin"],
    audit: "none",
    run: async (call) => {
      const { conversation, agent } = await requireHeld(db, call);
      checked(noBody, call.body);
      await typing.tell({ lane: laneId(conversation.laneId), name: agent.name });
      return undefined;
    },
  };
}
