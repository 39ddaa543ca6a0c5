import { render } from "preact";
import type { Embedding, Panel } from "./embedding.ts";
import { setOpen } from "./link/acts.ts";
import { createDesk, type Desk } from "./link/desk.ts";
import { run } from "./link/run.ts";
import { panelStyles } from "./panel-styles.ts";
import { unreadCount } from "./rules/talk.ts";
import { wear } from "./styles.ts";
import { wordsIn } from "./texts/words.ts";
import { App } from "./ui/app.tsx";

/** Draws the panel into the loader's shadow root, closed, and starts to receive. */
export function mount(embedding: Embedding): Panel {
  const { root, base, settings } = embedding;
  wear(root, panelStyles);
  const place = document.createElement("div");
  root.prepend(place);
  const desk = createDesk(settings, base);
  const close = (): void => {
    setOpen(desk, false);
    embedding.onClose();
  };
  render(<App desk={desk} words={wordsIn(settings.language)} onClose={close} />, place);
  countUnread(desk, embedding);
  void run(desk);
  return { open: () => setOpen(desk, true), close: () => setOpen(desk, false) };
}

function countUnread(desk: Desk, { onUnread }: Embedding): void {
  let shown = -1;
  const count = (): void => {
    const { talk, readSeq } = desk.model.get();
    const unread = unreadCount(talk, readSeq);
    if (unread !== shown) onUnread(unread);
    shown = unread;
  };
  desk.model.subscribe(count);
  count();
}
