import { useState } from "react";
import type { ConversationDetail, ConversationRow } from "../../../src/desk/api.ts";
import { useLive } from "../shared/live.ts";
import { useSession } from "../shared/session.tsx";
import { changedRows, gapAfter, missedOf, settled } from "./missed.ts";
import type { Gap } from "./missed.ts";

/** Which lines of this conversation came while the connection was lost: the first one's number, and how many. */
export function useMissedLines(detail: ConversationDetail): ReturnType<typeof missedOf> {
  const { live } = useSession();
  const [held, setHeld] = useState<{ readonly gap: Gap | undefined; readonly detail: ConversationDetail }>();
  const last = detail.messages.at(-1)?.seq ?? 0;
  useLive(live, (event) => {
    const { id: conversation } = detail.conversation;
    setHeld((before) => {
      const gap = gapAfter(before?.gap, event, { conversation, last });
      return gap === before?.gap ? before : { gap, detail };
    });
  });
  const gap = held?.gap;
  // It was read again since the stream could not say what was missed.
  if (gap?.upTo === "unknown" && held?.detail !== detail) setHeld({ gap: settled(gap, last), detail });
  return missedOf(gap, detail.messages);
}

/** Which rows of a list changed while the connection was lost, until they are opened or somebody says they have seen it. */
export interface MissedRows {
  readonly ids: ReadonlySet<string>;
  /** The stream could not say what was missed: everything was read again. */
  readonly isReadAnew: boolean;
  readonly forget: () => void;
}

type Rows = readonly ConversationRow[];

interface Held {
  readonly ids: ReadonlySet<string>;
  readonly isReadAnew: boolean;
  /** The list as it stood when the connection was lost, and which one it was. */
  readonly before?: { readonly key: string; readonly rows: Rows | undefined };
  /** To be compared with `before` once it is read again; the list that stood there when the connection came back. */
  readonly compare?: { readonly stood: Rows | undefined };
}

const NOTHING: Held = { ids: new Set(), isReadAnew: false };

/** `key` says which list it is; `rows` what stands in it; `chosen` which one is open. */
export function useMissedRows(key: string, rows: Rows | undefined, chosen: string | undefined): MissedRows {
  const { live } = useSession();
  const [held, setHeld] = useState<Held>(NOTHING);
  useLive(live, (event) => {
    if (event.type === "lost") setHeld((was) => (was.before === undefined ? { ...was, before: { key, rows } } : was));
    if (event.type === "conversation" && event.isMissed)
      setHeld((was) => ({ ...was, ids: new Set([...was.ids, event.conversationId]) }));
    if (event.type !== "connected") return;
    setHeld(({ before, ...was }) => {
      if (before === undefined || event.how === "resumed") return was;
      return { ...was, isReadAnew: true, before, compare: { stood: rows } };
    });
  });
  const { compare, before, ids } = held;
  if (compare !== undefined && rows !== undefined && compare.stood !== rows) {
    const changed = before?.key === key ? changedRows(before.rows ?? [], rows) : [];
    setHeld({ ids: new Set([...ids, ...changed]), isReadAnew: true });
  } else if (chosen !== undefined && ids.has(chosen)) {
    setHeld({ ...held, ids: new Set([...ids].filter((id) => id !== chosen)) });
  }
  return { ids, isReadAnew: held.isReadAnew, forget: () => setHeld(NOTHING) };
}
