import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PresenceAnswer } from "../../../src/desk/workspace/api.ts";
import { useLive } from "../shared/live.ts";
import { useApi, useSession } from "../shared/session.tsx";

const PRESENCE = "post /api/console/conversations/{id}/presence";
/** The server forgets who has not been heard of for 30 s. */
const EVERY_MS = 12_000;
/** So long after the last letter one is still writing. */
const WRITING_FOR_MS = 8_000;

export type Person = PresenceAnswer["people"][number];

/** Tells that I look at a conversation, and who else does. `wrote`: what is being written; it changes while one writes. */
export function usePresence(conversation: string, wrote: string): readonly Person[] {
  const api = useApi();
  const { live, me } = useSession();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const written = useRef({ text: wrote, at: Number.NEGATIVE_INFINITY });

  const tell = useEffectEvent(async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    const isWriting = performance.now() - written.current.at < WRITING_FOR_MS;
    const body = { doing: isWriting ? "writing" : "looking" } as const;
    const answer = await api.send(PRESENCE, { ids: { id: conversation }, body });
    if (answer.type === "answer") setPeople(answer.value.people.filter(({ userId }) => userId !== me.user.id));
  });

  // The first letter after a pause is told at once, the others with the next beat.
  const noticed = useEffectEvent((text: string): void => {
    if (text === written.current.text) return;
    const isNews = performance.now() - written.current.at >= WRITING_FOR_MS;
    written.current = { text, at: text.trim() === "" ? Number.NEGATIVE_INFINITY : performance.now() };
    if (isNews && text.trim() !== "") void tell();
  });
  useEffect(() => noticed(wrote), [wrote]);

  useEffect(() => {
    void tell();
    const timer = setInterval(() => void tell(), EVERY_MS);
    return () => {
      clearInterval(timer);
      // Lost, it is forgotten by itself.
      void api.send(PRESENCE, { ids: { id: conversation }, body: { doing: "gone" } });
    };
  }, [api, conversation]);

  useLive(live, (event) => {
    if (event.type === "presence" && event.conversationId === conversation) void tell();
  });
  return people;
}
