/** What a key does on the desk. */
export type DeskAct =
  | "next"
  | "previous"
  | "worst"
  | "search"
  | "claim"
  | "transfer"
  | "request"
  | "release"
  | "close"
  | "reply"
  | "note"
  | "suggestion-1"
  | "suggestion-2"
  | "suggestion-3"
  | "keys"
  | "leave-field";

/**
 * Where a key goes: to the page; to a field of it, whose letters are its own, so that the desk's keys need Alt there; or to a dialog or
 * a menu, whose keys are all its own.
 */
export type Focus = "page" | "field" | "layer";

interface Pressed {
  readonly key: string;
  /** The key's place on the keyboard, such as `KeyJ`: with Alt held some systems type other signs with it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly focus: Focus;
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
  b: "release",
  e: "close",
  r: "reply",
  n: "note",
  "1": "suggestion-1",
  "2": "suggestion-2",
  "3": "suggestion-3",
  "?": "keys",
  // With a Chinese input method the same key types the full-width mark.
  "？": "keys",
};

/** The act of a key press, if it is one. */
export function actOf(pressed: Pressed): DeskAct | undefined {
  const { key, focus, altKey } = pressed;
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey) return undefined;
  if (altKey) return focus === "layer" ? undefined : ACTS[signOf(pressed.code)];
  if (focus !== "page") return key === "Escape" ? "leave-field" : undefined;
  return ACTS[key.toLowerCase()];
}

function signOf(code: string): string {
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? "";
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
