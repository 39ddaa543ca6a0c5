import type { Embedding, Panel, PanelModule } from "./embedding.ts";
import styles from "./launcher.css";
import { shadesOf } from "./rules/colors.ts";
import { readSettings, type Settings } from "./rules/settings.ts";
import { wear } from "./styles.ts";

const WORDS = {
  "zh-CN": { open: "打开在线客服", close: "收起在线客服", unread: "条未读消息", failed: "客服窗口没有打开，点此重试" },
  "zh-TW": { open: "開啟線上客服", close: "收起線上客服", unread: "則未讀訊息", failed: "客服視窗沒有開啟，點此重試" },
  en: {
    open: "Open customer service",
    close: "Close customer service",
    unread: "unread messages",
    failed: "The chat did not open, tap to try again",
  },
};
const BELL =
  "M12 3a8.6 8.6 0 0 0-8.8 8.3c0 2.3 1 4.4 2.6 5.9l-.6 3a.6.6 0 0 0 .9.7l3.2-1.6c.9.2 1.8.3 2.7.3a8.6 8.6 0 0 0 8.8-8.3A8.6 8.6 0 0 0 12 3Z";
const DOTS =
  "M8.3 10.2a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4Zm3.7 0a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4Zm3.7 0a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4Z";
const CROSS = "m6.4 9.4 5.6 5.6 5.6-5.6";
const TAG = "counterbell-widget";

const script = document.currentScript ?? document.querySelector("script[data-store][src*='widget.js']");
// Whatever goes wrong here must not reach the shop's page: it sells without us too.
try {
  if (script instanceof HTMLScriptElement) whenReady(() => begin(script));
} catch {
  // Nothing to do: the shop has no console of ours, and the page must go on.
}

function whenReady(start: () => void): void {
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });
}

function begin(tag: HTMLScriptElement): void {
  const settings = readSettings({ attributes: { ...tag.dataset }, pageLanguage: document.documentElement.lang });
  const isThere = settings === undefined || document.querySelector(`${TAG}[data-store="${CSS.escape(settings.store)}"]`) !== null;
  if (isThere) return;
  const base = new URL(".", tag.src).href;
  const launcher = drawLauncher(settings);
  runLauncher({ launcher, settings, base });
  document.body.append(launcher.host);
}

interface Launcher {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
}

function drawLauncher(settings: Settings): Launcher {
  const host = document.createElement(TAG);
  host.dataset["store"] = settings.store;
  host.lang = settings.language;
  const root = host.attachShadow({ mode: "open" });
  wear(root, styles);
  const shades = shadesOf(settings.color);
  host.style.setProperty("--accent", shades.accent);
  host.style.setProperty("--on-accent", shades.onAccent);
  host.style.setProperty("--ink-light", shades.inkOnLight);
  host.style.setProperty("--ink-dark", shades.inkOnDark);
  const button = document.createElement("button");
  button.type = "button";
  button.className = `launcher ${settings.position}`;
  button.append(icon("bell", [BELL, DOTS]), icon("cross", [CROSS]));
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.hidden = true;
  badge.setAttribute("aria-hidden", "true");
  button.append(badge);
  root.append(button);
  return { host, root, button, badge };
}

function icon(name: string, paths: readonly string[]): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  for (const shape of paths) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

function runLauncher({ launcher, settings, base }: { launcher: Launcher; settings: Settings; base: string }): void {
  const words = WORDS[settings.language];
  let panel: Promise<Panel> | undefined;
  let attempts = 0;
  let unread = 0;
  let isOpen = false;

  const draw = (failed?: string): void => {
    const { button, badge } = launcher;
    const label = isOpen ? words.close : words.open;
    button.setAttribute("aria-label", failed ?? (unread > 0 && !isOpen ? `${label}, ${unread} ${words.unread}` : label));
    button.setAttribute("aria-expanded", String(isOpen));
    button.title = failed ?? "";
    button.classList.toggle("is-open", isOpen);
    badge.hidden = unread === 0 || isOpen;
    badge.textContent = unread > 99 ? "99+" : String(unread);
  };
  const embedding: Embedding = {
    root: launcher.root,
    host: launcher.host,
    base,
    settings,
    onUnread: (count) => ((unread = count), draw()),
    onClose: () => (show(false), launcher.button.focus()),
  };
  const load = (): Promise<Panel> => {
    // A failed module stays failed under its address, so a second attempt asks under another one.
    const address = new URL(attempts++ === 0 ? "panel.js" : `panel.js?again=${attempts}`, base).href;
    return import(address).then((module: PanelModule) => module.mount(embedding));
  };
  const show = (wanted: boolean): void => {
    isOpen = wanted;
    draw();
    launcher.button.classList.add("is-busy");
    panel ??= load();
    panel
      .then((ready) => (isOpen ? ready.open() : ready.close()))
      .catch(() => ((panel = undefined), (isOpen = false), draw(words.failed)))
      .finally(() => launcher.button.classList.remove("is-busy"));
  };
  launcher.button.addEventListener("click", () => show(!isOpen));
  draw();
  if (isTalkOpen(settings)) later(() => (panel ??= load()).catch(() => (panel = undefined)));
}

/** An earlier visit whose talk goes on, or has words nobody read: then answers must reach the badge before a click. */
function isTalkOpen({ store, identity }: Settings): boolean {
  try {
    return localStorage.getItem(`counterbell:${store}:${identity?.id ?? ""}:live`) === "1";
  } catch {
    return false; // The browser keeps nothing for this page.
  }
}

function later(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 3_000 });
  else setTimeout(act, 1_000);
}
