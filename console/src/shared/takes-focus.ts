/** Dialogs that gave their first field the focus: once each, as a field tells its `ref` anew whenever it is drawn. */
const given = new WeakSet<Element>();

/**
 * `ref` of the field a dialog begins with, beside `autoFocus`: where nothing may move, the dialog opens at once and gives the focus to
 * its first button after the field had it.
 */
export function takesFocus(field: { readonly focus: () => void } | null): void {
  if (field === null) return;
  setTimeout(() => {
    const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    if (dialog === undefined || given.has(dialog)) return;
    given.add(dialog);
    field.focus();
  });
}
