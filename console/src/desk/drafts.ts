import type { Keeper } from "../shared/keeper.ts";

/** To whom the words go: the shopper, or colleagues only. The two never share a draft. */
export type Audience = "shopper" | "colleagues";

export interface Drafts {
  read(conversation: string, audience: Audience): string;
  /** An empty text forgets the draft. */
  write(conversation: string, audience: Audience, text: string): void;
}

/** Unsent words of one person, kept on this computer; another person who signs in here does not see them. */
export function draftsOf(userId: string, keeper: Keeper): Drafts {
  const keyOf = (conversation: string, audience: Audience) => `counterbell.draft.${userId}.${audience}.${conversation}`;
  return {
    read: (conversation, audience) => keeper.read(keyOf(conversation, audience)) ?? "",
    write: (conversation, audience, text) => {
      if (text === "") keeper.forget(keyOf(conversation, audience));
      else keeper.write(keyOf(conversation, audience), text);
    },
  };
}
