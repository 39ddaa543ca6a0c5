import type { Settings } from "./rules/settings.ts";

/** What the loader gives the panel, and what it wants to hear from it. */
export interface Embedding {
  readonly root: ShadowRoot;
  /** The element in the shop's page that carries the shadow root. */
  readonly host: HTMLElement;
  /** Where the script came from; the panel and the API are addressed relative to it. */
  readonly base: string;
  readonly settings: Settings;
  /** Messages that came while nobody looked. */
  onUnread(count: number): void;
  /** The person closed the panel from inside. */
  onClose(): void;
}

export interface Panel {
  open(): void;
  close(): void;
}

/** What `panel.js` exports. */
export interface PanelModule {
  mount(embedding: Embedding): Panel;
}
