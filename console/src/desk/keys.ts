/** What a key does on the desk. */
export type DeskAct =
  | "next"
  | "previous"
  | "worst"
  | "search"
  | "claim"
  | "transfer"
  | "request"
  | "close"
  | "reply"
  | "note"
  | "keys"
  | "leave-field";

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The focus is in a field, a menu or a dialog: letters belong to it. */
  readonly isTyping: boolean;
  /** An input method is composing: every key belongs to it. */
  readonly isComposing: boolean;
}

const ACTS: Readonly<Record<string, DeskAct>> = {
  j: "next",
  k: "previous",
  w: "worst",
  s: "search",
  c: "claim",
  t: "transfer",
  q: "request",
  e: "close",
  r: "reply",
  n: "note",
  "?": "keys",
  // With a Chinese input method the same key types the full-width mark.
  "？": "keys",
};

/** The act of a key press, if it is one. */
export function actOf(pressed: Pressed): DeskAct | undefined {
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (pressed.isTyping) return pressed.key === "Escape" ? "leave-field" : undefined;
  return ACTS[pressed.key.toLowerCase()];
}

interface FieldKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method works: Safari ends the composition before it tells of the Enter that chose a word. */
  readonly keyCode: number;
}

/** Enter, with or without Ctrl or Cmd, sends; Shift+Enter and Alt+Enter write a new line; an input method's Enter does neither. */
export function sends(pressed: FieldKey): boolean {
  if (pressed.isComposing || pressed.keyCode === 229) return false;
  return pressed.key === "Enter" && !pressed.shiftKey && !pressed.altKey;
}
