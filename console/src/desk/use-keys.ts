import { useEffect, useRef } from "react";
import { actOf } from "./keys.ts";
import type { DeskAct, Focus } from "./keys.ts";

const LAYERS = "[role=dialog], [role=combobox], [role=menu], [role=listbox], select";
const FIELDS = "input, textarea, [contenteditable=true]";

/** Listens for the desk's keys while the component stands; acts without a handler are left to others. */
export function useDeskKeys(handlers: Readonly<Partial<Record<DeskAct, () => void>>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const act = actOf({
        key: event.key,
        code: event.code,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        focus: focusOf(event.target),
      });
      const handler = act === undefined ? undefined : latest.current[act];
      if (handler === undefined) return;
      event.preventDefault();
      handler();
    }
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return "page";
  if (target.closest(LAYERS) !== null) return "layer";
  return target.closest(FIELDS) === null ? "page" : "field";
}
