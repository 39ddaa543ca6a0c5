import { browserKeeper } from "./browser-keeper.ts";

const KEPT_AS = "counterbell.notices";

/** Whether this person wants notices of the system on this computer, and the browser lets us show them. */
export function wantsNotices(): boolean {
  return "Notification" in window && Notification.permission === "granted" && browserKeeper().read(KEPT_AS) === "on";
}

/** Switches them; the browser is asked the first time. Resolves to whether they are on now. */
export async function switchNotices(on: boolean): Promise<boolean> {
  if (!("Notification" in window)) return false;
  const isAllowed = !on || (await Notification.requestPermission()) === "granted";
  browserKeeper().write(KEPT_AS, on && isAllowed ? "on" : "off");
  return on && isAllowed;
}

/** Shows one, while nobody looks at this page; a click brings the page back. A newer one replaces it. */
export function notify(title: string, body: string): void {
  if (!document.hidden || !wantsNotices()) return;
  const notice = new Notification(title, { body, tag: "counterbell-waiting" });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}
