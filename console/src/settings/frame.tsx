import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../shared/language.tsx";
import { maySee } from "../shared/pages.ts";
import type { Page, Route, SettingsTopic } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { settingsWords } from "./words.ts";
import "./settings.css";

interface Props {
  readonly route: Route;
  /** How many events are set aside. */
  readonly parked: number;
  readonly children: ReactNode;
}

interface Entry {
  readonly to: Route;
  readonly name: string;
  readonly count?: number;
}

/** What is set up now and then, side by side: its pages at the left (above, on a phone), the chosen one beside them. */
export function SettingsFrame({ route, parked, children }: Props) {
  const words = useWords(settingsWords);
  const groups = useGroups(route, parked);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [route]);
  return (
    <div className="settings">
      <nav aria-label={words.navigation} className="settings-nav" ref={nav}>
        {groups.map(({ name, entries }) => (
          <div key={name} className="settings-group" role="group" aria-label={name}>
            <span className="settings-group-name">{name}</span>
            {entries.map(({ to, name: entry, count = 0 }) => (
              <Link key={entry} to={to} current={isSame(route, to)}>
                {entry}
                {count > 0 && <span className="nav-count number">{count > 99 ? "99+" : count}</span>}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className="settings-page">{children}</div>
    </div>
  );
}

function useGroups(route: Route, parked: number): readonly { readonly name: string; readonly entries: readonly Entry[] }[] {
  const words = useWords(settingsWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const store = "store" in route && route.store !== undefined ? { store: route.store } : {};
  const topic = (name: SettingsTopic): Entry => ({
    to: { page: "settings", topic: name, ...store },
    name: words.topics[name],
  });
  const page = (to: Extract<Route, { page: "answering" | "places" | "people" | "audit" | "parked" | "webhooks" }>): Entry => ({
    to,
    name: shared[to.page],
  });
  const groups = [
    { name: words.groups.desk, entries: [topic("routing"), topic("waits")] },
    {
      name: words.groups.store,
      entries: [
        topic("replies"),
        topic("requests"),
        topic("closing"),
        topic("guard"),
        page({ page: "answering", ...store }),
        page({ page: "places", ...store }),
      ],
    },
    {
      name: words.groups.people,
      entries: [
        page({ page: "people" }),
        page({ page: "audit" }),
        { ...page({ page: "parked" }), count: parked },
        page({ page: "webhooks", at: 1 }),
      ],
    },
  ];
  return groups
    .map(({ name, entries }) => ({ name, entries: entries.filter(({ to }) => maySee(me.user.role, pageOf(to))) }))
    .filter(({ entries }) => entries.length > 0);
}

const pageOf = ({ page }: Route): Page => page;

function isSame(route: Route, to: Route): boolean {
  if (route.page === "settings" && to.page === "settings") return route.topic === to.topic;
  return route.page === to.page;
}
