import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { askHuman, choose, discard, dropFile, rate, retry, say, sendFile } from "../link/acts.ts";
import type { Desk } from "../link/desk.ts";
import { tellSigns } from "../link/signs.ts";
import { isRatingDue, owesThanks } from "../rules/ending.ts";
import type { Words } from "../texts/words.ts";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { useModel } from "./hooks.ts";
import { Lightbox } from "./attachments.tsx";
import { Log } from "./log.tsx";
import { Notices } from "./notices.tsx";
import { Rating } from "./rating.tsx";
import type { Enlarged, Tools } from "./tools.ts";

interface Props {
  readonly desk: Desk;
  readonly words: Words;
  readonly onClose: () => void;
}

/** The whole panel. */
export function App({ desk, words, onClose }: Props): JSX.Element {
  const model = useModel(desk);
  const panel = useRef<HTMLElement>(null);
  const [isRating, setRating] = useState(false);
  const [postponed, setPostponed] = useState<string>();
  const [enlarged, setEnlarged] = useState<Enlarged>();
  const tools = useMemo<Tools>(
    () => ({
      desk,
      words,
      choose: (choice) => choose(desk, choice),
      retry: (clientId) => retry(desk, clientId),
      discard: (clientId) => discard(desk, clientId),
      enlarge: setEnlarged,
    }),
    [desk, words],
  );
  const signs = useMemo(() => tellSigns(desk), [desk]);
  const conversation = model.talk.messages.at(-1)?.conversationId;
  const isEnded = isRatingDue(model.talk, model.rated) && postponed !== conversation;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Tab") keepInside(event, panel.current);
    // The host page has its own keys; what is typed here is none of its business.
    event.stopPropagation();
    if (event.key !== "Escape" || event.isComposing) return;
    if (enlarged !== undefined) setEnlarged(undefined);
    else onClose();
  };
  useEffect(() => {
    if (model.isOpen)
      panel.current?.querySelector<HTMLElement>(matchMedia("(pointer: fine)").matches ? "textarea" : ".close")?.focus();
  }, [model.isOpen]);

  return (
    <section
      ref={panel}
      class={`panel ${desk.settings.position}`}
      hidden={!model.isOpen}
      role="dialog"
      aria-label={words.panelLabel(model.session?.store.name ?? "")}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.stopPropagation()}
    >
      <Header model={model} words={words} onHuman={() => askHuman(desk)} onRate={() => setRating(!isRating)} onClose={onClose} />
      <Notices model={model} words={words} language={desk.settings.language} />
      <Log model={model} tools={tools}>
        {(isRating || isEnded) && (
          <Rating
            key={conversation}
            words={words}
            isEnded={isEnded}
            onRate={(score, comment) => {
              rate(desk, score, comment);
              setRating(false);
            }}
            onLater={() => {
              setRating(false);
              setPostponed(conversation);
            }}
          />
        )}
        {owesThanks(model.talk, model.rated) && !isRating && <p class="thanks">{words.thanks}</p>}
      </Log>
      <Composer
        desk={desk}
        model={model}
        words={words}
        onWrote={signs.wrote}
        onSay={(text) => say(desk, text)}
        onFile={(file) => void sendFile(desk, file)}
        onDropFile={(id) => dropFile(desk, id)}
      />
      {enlarged !== undefined && <Lightbox picture={enlarged} words={words} onClose={() => setEnlarged(undefined)} />}
    </section>
  );
}

/** On a phone the panel covers the page: Tab must not wander off behind it. */
function keepInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (panel === null || !matchMedia("(max-width: 480px)").matches) return;
  const stops = [
    ...panel.querySelectorAll<HTMLElement>(
      "button:not([disabled]), textarea, input:not([tabindex='-1']), a[href], [tabindex='0']",
    ),
  ];
  const root = panel.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (active !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
