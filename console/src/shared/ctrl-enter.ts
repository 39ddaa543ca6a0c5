import type { KeyboardEvent } from "react";

/** `onKeyDown` of a dialog's fields: Ctrl+Enter (or Cmd+Enter) does what its button does, from wherever the cursor is. */
export function onCtrlEnter(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
}
