import { useState } from "react";
import { browserKeeper } from "../shared/browser-keeper.ts";
import { useSession } from "../shared/session.tsx";
import { draftsOf } from "./drafts.ts";
import type { Audience } from "./drafts.ts";

/** The words being written, for each audience its own, kept over a reload. A reload goes back to the reply, never its text to it. */
export interface Writing {
  readonly audience: Audience;
  readonly setAudience: (audience: Audience) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly add: (audience: Audience, text: string) => void;
}

/** The drafts of one conversation. */
export function useWriting(conversation: string): Writing {
  const userId = useSession().me.user.id;
  const drafts = draftsOf(userId, browserKeeper());
  const [audience, setAudience] = useState<Audience>("shopper");
  const [texts, setTexts] = useState(() => ({
    shopper: drafts.read(conversation, "shopper"),
    colleagues: drafts.read(conversation, "colleagues"),
  }));

  function put(whose: Audience, text: string): void {
    drafts.write(conversation, whose, text);
    setTexts((before) => ({ ...before, [whose]: text }));
  }

  return {
    audience,
    setAudience,
    text: texts[audience],
    setText: (text) => put(audience, text),
    add: (whose, text) => {
      setAudience(whose);
      put(whose, texts[whose] === "" ? text : `${texts[whose]}\n${text}`);
    },
  };
}
