import { useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { flushSync } from "react-dom";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import type { PhraseRow } from "../../../src/phrases/api.ts";
import { addressTo } from "../shared/calls.ts";
import { useLoaded } from "../shared/loaded.ts";
import { useSession } from "../shared/session.tsx";
import { fill, valuesFor } from "../phrases/fill.ts";
import { begunAt, matching } from "../phrases/match.ts";
import type { Begun } from "../phrases/match.ts";
import type { Writing } from "./use-writing.ts";

/** The canned phrases at the cursor: what was begun with `/`, what fits, and which one is chosen. */
export interface Phrases {
  /** Absent: no menu is open. */
  readonly menu?: { readonly found: readonly PhraseRow[]; readonly chosen: number; readonly hasAny: boolean };
  /** The words or the cursor moved. */
  readonly moved: (field: HTMLTextAreaElement) => void;
  /** Whether the key was the menu's. */
  readonly pressed: (event: KeyboardEvent) => boolean;
  readonly insert: (phrase: PhraseRow) => void;
  /** Begins one at the cursor, as typing `/` does. */
  readonly begin: () => void;
  readonly close: () => void;
  readonly preview: (phrase: PhraseRow) => string;
}

/** For the words that are being written in this conversation. */
export function usePhrases(detail: ConversationDetail, writing: Writing, field: RefObject<HTMLTextAreaElement | null>): Phrases {
  const { me } = useSession();
  const store = detail.conversation.store.id;
  const [begun, setBegun] = useState<Begun>();
  const [chosen, setChosen] = useState(0);
  const [isWanted, setIsWanted] = useState(false);
  const address = addressTo("/api/console/phrases/usable", { query: { store } });
  // Read when the first one is begun, as most talks need none, and again with each: colleagues add some meanwhile.
  const { value, reload } = useLoaded(isWanted ? address : undefined);
  const values = valuesFor(detail, me.agent?.name);
  const found = begun === undefined ? [] : matching(value?.items ?? [], begun.query);

  function open(next: Begun | undefined): void {
    if (next !== undefined && begun === undefined && isWanted) reload();
    setBegun(next);
    setChosen(0);
    if (next !== undefined) setIsWanted(true);
  }

  function insert(phrase: PhraseRow): void {
    if (begun === undefined) return;
    const { start, query } = begun;
    const said = fill(phrase.text, values);
    const rest = writing.text.slice(start + query.length + 1);
    put({ writing, field }, `${writing.text.slice(0, start)}${said}${rest}`, start + said.length);
    open(undefined);
  }

  function begin(): void {
    open({ start: putSlash({ writing, field }), query: "" });
  }

  function pressed(event: KeyboardEvent): boolean {
    if (begun === undefined || event.nativeEvent.isComposing) return false;
    const act = menuAct(event, { chosen, count: found.length });
    const phrase = found[chosen];
    if (act === "close") open(undefined);
    else if (act === "insert" && phrase !== undefined) insert(phrase);
    else if (typeof act === "number") setChosen(act);
    return act !== undefined;
  }

  return {
    ...(begun === undefined || value === undefined ? {} : { menu: { found, chosen, hasAny: value.items.length > 0 } }),
    moved: ({ value: text, selectionStart }) => {
      const next = begunAt(text, selectionStart);
      if (next?.start !== begun?.start || next?.query !== begun?.query) open(next);
    },
    pressed,
    insert,
    begin,
    close: () => open(undefined),
    preview: ({ text }) => fill(text, values),
  };
}

interface Box {
  readonly writing: Writing;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** A slash at the cursor; answers where it stands. */
function putSlash({ writing, field }: Box): number {
  const at = field.current?.selectionStart ?? writing.text.length;
  put({ writing, field }, `${writing.text.slice(0, at)}/${writing.text.slice(at)}`, at + 1);
  return at;
}

function put({ writing, field }: Box, text: string, cursor: number): void {
  // The words must stand before the cursor can be among them.
  flushSync(() => writing.setText(text));
  field.current?.focus();
  field.current?.setSelectionRange(cursor, cursor);
}

/** What a key does in the menu: a number is the entry that is chosen next. */
function menuAct(
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  { chosen, count }: { readonly chosen: number; readonly count: number },
) {
  const isOther = shiftKey || ctrlKey || metaKey;
  if (key === "Escape") return "close";
  // A shortcut that finds nothing, or not yet, is no message: Escape first, or Ctrl+Enter, sends it as it stands.
  if (count === 0) return key === "Enter" && !isOther ? "wait" : undefined;
  if (key === "ArrowDown") return (chosen + 1) % count;
  if (key === "ArrowUp") return (chosen + count - 1) % count;
  return (key === "Enter" || key === "Tab") && !shiftKey ? "insert" : undefined;
}
