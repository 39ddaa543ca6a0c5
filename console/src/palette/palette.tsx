import { Input, Modal } from "antd";
import { useEffect, useId, useState } from "react";
import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { deskWords } from "../desk/words.ts";
import { addressTo } from "../shared/calls.ts";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { maySee } from "../shared/pages.ts";
import { LISTS, type Page, type Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { paletteWords } from "./words.ts";
import "./palette.css";

/** Ctrl-K (or Cmd-K), anywhere: go to a page, or to a conversation by its shopper or by what was said. */
export function Palette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const isOurs = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isOurs || event.isComposing) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  return open ? <PaletteDialog onClose={() => setOpen(false)} /> : undefined;
}

interface Target {
  readonly key: string;
  readonly kind: "pages" | "conversations";
  readonly name: string;
  readonly more: string;
  readonly route: Route;
}

/** So long nothing is typed before the server is asked. */
const PAUSE_MS = 250;
const SHORTEST = 2;
const MOST_SHOWN = 12;

function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(paletteWords);
  const shared = useWords(sharedWords);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const { targets, isSearching } = useTargets(text.trim());
  const list = useId();

  function open(target: Target | undefined): void {
    if (target === undefined) return;
    go(target.route);
    onClose();
  }

  function pressed(event: ReactKeyboardEvent): void {
    const by = STEPS[event.key];
    if (event.nativeEvent.isComposing || (by === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (by === undefined) open(targets[chosen]);
    else if (targets.length > 0) setChosen((chosen + by + targets.length) % targets.length);
  }

  return (
    <Modal open title={words.title} footer={null} onCancel={onClose} closable={{ "aria-label": shared.close }}>
      <Input
        ref={takesFocus}
        autoFocus
        aria-label={words.field}
        placeholder={words.field}
        aria-controls={list}
        aria-activedescendant={targets[chosen] && `${list}-${chosen}`}
        maxLength={100}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
      />
      <ul id={list} role="listbox" aria-label={words.title} className="palette">
        {targets.map((target, at) => (
          <li key={target.key} id={`${list}-${at}`} role="option" aria-selected={at === chosen} onClick={() => open(target)}>
            <span className="tag">{words[target.kind]}</span>
            <span dir="auto">{target.name}</span>
            <span className="palette-more muted" dir="auto">
              {target.more}
            </span>
          </li>
        ))}
      </ul>
      {targets.length === 0 && <p className="muted">{isSearching ? words.searching : words.none}</p>}
      <p className="muted palette-hint">{words.hint}</p>
    </Modal>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function useTargets(text: string): { readonly targets: readonly Target[]; readonly isSearching: boolean } {
  const desk = useWords(deskWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const asked = useSettled(text);
  const isAsked = asked.length >= SHORTEST && maySee(me.user.role, "desk");
  const address = isAsked ? addressTo("/api/console/search", { query: { query: asked } }) : undefined;
  const { value, failure } = useLoaded(address);
  const pages = PAGES.filter(
    ({ page }) => maySee(me.user.role, page) && shared[page].toLowerCase().includes(text.toLowerCase()),
  ).map(({ page, route }): Target => ({ key: page, kind: "pages", name: shared[page], more: "", route }));
  const lists = maySee(me.user.role, "desk") ? LISTS : [];
  const deskLists = lists
    .map((list): Target => ({
      key: list,
      kind: "pages",
      name: desk.lists[list],
      more: shared.desk,
      route: { page: "desk", list },
    }))
    .filter(({ name, more }) => `${name} ${more}`.toLowerCase().includes(text.toLowerCase()));
  const found = (value?.items ?? []).map(({ id, shopper, store, lastText, status }): Target => {
    const name = shopper.name || desk.visitor(shopper.number);
    const route: Route = { page: "desk", list: status === "closed" ? "closed" : "open", conversation: id };
    return { key: id, kind: "conversations", name, more: `${store.name} · ${desk.statuses[status]} · ${lastText}`, route };
  });
  const isSearching = text !== asked || (address !== undefined && value === undefined && failure === undefined);
  return { targets: [...deskLists, ...pages, ...found].slice(0, MOST_SHOWN), isSearching };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Place = Exclude<Page, "story" | "start" | "unknown">;

const PAGES: readonly { readonly page: Place; readonly route: Route }[] = [
  { page: "wall", route: { page: "wall", at: 1 } },
  { page: "levels", route: { page: "levels", at: 1 } },
  { page: "home", route: { page: "home" } },
  { page: "knowledge", route: { page: "knowledge", query: "", at: 1 } },
  { page: "proposals", route: { page: "proposals", at: 1 } },
  { page: "phrases", route: { page: "phrases", query: "", at: 1 } },
  { page: "roster", route: { page: "roster" } },
  { page: "shifts", route: { page: "shifts" } },
  { page: "places", route: { page: "places" } },
  { page: "answering", route: { page: "answering" } },
  { page: "people", route: { page: "people" } },
  { page: "audit", route: { page: "audit" } },
  { page: "settings", route: { page: "settings", topic: "routing" } },
  { page: "webhooks", route: { page: "webhooks", at: 1 } },
  { page: "parked", route: { page: "parked" } },
  { page: "security", route: { page: "security" } },
];
