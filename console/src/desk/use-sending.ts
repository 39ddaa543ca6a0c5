import { useState } from "react";
import type { RefObject } from "react";
import type { ConversationDetail, ConversationMessage } from "../../../src/desk/api.ts";
import { newClientId } from "../shared/api.ts";
import type { Taken } from "./asked.ts";
import { isSending, keptOf } from "./files.ts";
import type { Pending } from "./outbox.ts";
import type { Files } from "./use-files.ts";
import type { useOutbox } from "./use-outbox.ts";
import type { Writing } from "./use-writing.ts";

interface Parts {
  readonly detail: ConversationDetail;
  readonly writing: Writing;
  readonly files: Files;
  readonly outbox: ReturnType<typeof useOutbox>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What becomes of the words in the box: sent, sent again, put back, or taken from a suggestion. */
export function useSending({ detail, writing, files, outbox, field }: Parts) {
  const [taken, setTaken] = useState<Taken>();
  const { conversation, messages } = detail;
  // Who empties the box writes words of their own from there on.
  if (taken !== undefined && writing.audience === "shopper" && writing.text.trim() === "") setTaken(undefined);

  function post(words: Pick<Pending, "text" | "internal" | "attachments" | "suggestion">): void {
    void outbox.send({
      ...words,
      clientId: newClientId(),
      conversationId: conversation.id,
      epoch: conversation.epoch,
      afterSeq: messages.at(-1)?.seq ?? 0,
      sentAt: Date.now(),
      state: "sending",
    });
  }

  return {
    send: (): void => {
      const text = writing.text.trim();
      const internal = writing.audience === "colleagues";
      const attachments = internal ? [] : keptOf(files.all);
      if ((text === "" && attachments.length === 0) || (!internal && isSending(files.all))) return;
      writing.setText("");
      const suggestion = internal ? undefined : taken;
      if (!internal) {
        files.clear();
        setTaken(undefined);
      }
      const besides = attachments.length === 0 ? {} : { attachments };
      post({ text, internal, ...besides, ...(suggestion === undefined ? {} : { suggestion }) });
    },
    /** What the platform refused, under an id of its own: it was never said. */
    sayAgain: ({ text, attachments }: ConversationMessage): void => {
      post({ text, internal: false, ...(attachments === undefined ? {} : { attachments }) });
    },
    putBack: (pending: Pending): void => {
      writing.add(pending.internal ? "colleagues" : "shopper", pending.text);
      if (pending.attachments !== undefined) files.restore(pending.attachments);
      if (pending.suggestion !== undefined) setTaken(pending.suggestion);
      outbox.drop(pending);
      field.current?.focus();
    },
    take: (suggestion: Taken, answer: string): void => {
      writing.add("shopper", answer);
      setTaken(suggestion);
      field.current?.focus();
    },
  };
}
