import { useEffect, useRef } from "react";
import { actOf } from "./keys.ts";
import type { DeskAct } from "./keys.ts";

const FIELDS = "input, textarea, select, [contenteditable=true], [role=dialog], [role=combobox], [role=menu], [role=listbox]";

/** Listens for the desk's keys while the component stands; acts without a handler are left to others. */
export function useDeskKeys(handlers: Readonly<Partial<Record<DeskAct, () => void>>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented) return;
      const isTyping = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      const act = actOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        isTyping,
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
