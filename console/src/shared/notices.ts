import { browserKeeper } from "./browser-keeper.ts";
import { isQuietAt, quietHoursIn } from "./notice-rules.ts";
import type { QuietHours } from "./notice-rules.ts";

const KEPT_AS = "counterbell.notices";
const QUIET_KEPT_AS = "counterbell.quiet";

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

/** The quiet hours of this computer; undefined: none. */
export function keptQuietHours(): QuietHours | undefined {
  return quietHoursIn(browserKeeper().read(QUIET_KEPT_AS));
}

export function keepQuietHours(hours: QuietHours | undefined): void {
  if (hours === undefined) browserKeeper().forget(QUIET_KEPT_AS);
  else browserKeeper().write(QUIET_KEPT_AS, `${hours.from}-${hours.until}`);
}

/** Whether nothing should ring or pop up at this moment. */
export function isQuietNow(): boolean {
  const now = new Date();
  return isQuietAt(keptQuietHours(), now.getHours() * 60 + now.getMinutes());
}
