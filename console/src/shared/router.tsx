import { useMemo, useSyncExternalStore } from "react";
import type { MouseEvent, ReactNode } from "react";
import { addressOf, routeOf } from "./route.ts";
import type { Route } from "./route.ts";

const MOVED = "counterbell:moved";

/** Goes to a route; `replace` leaves no step behind in the history. */
export function go(route: Route, how: "push" | "replace" = "push"): void {
  const address = addressOf(route);
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  window.dispatchEvent(new Event(MOVED));
}

/** Where one is now. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  return useMemo(() => {
    const [path = "", search = ""] = address.split("?", 2);
    return routeOf(path, search);
  }, [address]);
}

interface LinkProps {
  readonly to: Route;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
  readonly label?: string;
}

/** A real link: it can be copied and opened in a new tab; a plain click stays in the page. */
export function Link({ to, className, current, children, label }: LinkProps) {
  function follow(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  }
  return (
    <a href={addressOf(to)} onClick={follow} className={className} aria-current={current ? "page" : undefined} aria-label={label}>
      {children}
    </a>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(MOVED, listener);
  };
}
