import { App, Button, Dropdown, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import type { AgentStatus, Me } from "../../src/desk/api.ts";
import { useExplain } from "./shared/failure.tsx";
import { Icon } from "./shared/icons.tsx";
import { useLanguage, useWords } from "./shared/language.tsx";
import { homeOf, isSettingUp, maySee } from "./shared/pages.ts";
import type { Page, Route } from "./shared/route.ts";
import { go, Link } from "./shared/router.tsx";
import { useApi, useSession } from "./shared/session.tsx";
import { MY_STATUSES } from "./shared/statuses.ts";
import { sharedWords } from "./shared/words.ts";
import { AlertBell } from "./alerts/bell.tsx";
import { NoticesDialog } from "./notices/dialog.tsx";
import { noticeWords } from "./notices/words.ts";
import { PasswordDialog } from "./password/dialog.tsx";

interface Props {
  readonly route: Route;
  /** How many events are set aside. */
  readonly parked: number;
  /** How many proposals wait for a decision of mine. */
  readonly openProposals: number;
  /** How many wishes for leave and swaps wait for a decision of mine. */
  readonly openWishes: number;
  readonly sound: boolean;
  readonly onSound: () => void;
  readonly onMe: (me: Me) => void;
  readonly onSignedOut: () => void;
}

/** Where to go, which stores to see, and how I stand. */
export function Header({ route, parked, openProposals, openWishes, sound, onSound, onMe, onSignedOut }: Props) {
  const { me } = useSession();
  const words = useWords(sharedWords);
  const { language, choose } = useLanguage();
  return (
    <header className="header">
      <span className="brand">
        <Link to={homeOf(me.user.role)} label="Counterbell">
          <Icon name="bell" />
          <span className="brand-name">Counterbell</span>
        </Link>
      </span>
      <Navigation route={route} counts={{ settings: parked, proposals: openProposals, roster: openWishes }} />
      <div className="header-end">
        <StoreScope route={route} />
        {maySee(me.user.role, "desk") && <AlertBell />}
        {me.agent !== undefined && <MyStatus agent={me.agent} onMe={onMe} />}
        <Button
          type="text"
          onClick={() => choose(language === "en" ? "zh-CN" : "en")}
          lang={language === "en" ? "zh-CN" : "en"}
          className="language-switch"
        >
          {words.otherLanguage}
        </Button>
        <MyMenu sound={sound} onSound={onSound} onSignedOut={onSignedOut} />
      </div>
    </header>
  );
}

interface NavigationProps {
  readonly route: Route;
  /** What waits on a page, by the page. */
  readonly counts: Readonly<Partial<Record<Page, number>>>;
}

type Target = Extract<
  Route,
  { page: "desk" | "wall" | "home" | "knowledge" | "proposals" | "phrases" | "roster" | "shifts" | "settings" }
>;

function Navigation({ route, counts }: NavigationProps) {
  const { me } = useSession();
  const words = useWords(sharedWords);
  const nav = useRef<HTMLElement>(null);
  // On a phone the links are wider than the screen: the page one is on must be seen among them, also when a count pushes it aside.
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [route.page, counts.proposals, counts.roster, counts.settings]);
  const store = "store" in route && route.store !== undefined ? { store: route.store } : {};
  const targets: readonly Target[] = [
    { page: "desk", list: "waiting", ...store },
    { page: "wall", at: 1, ...store },
    { page: "home", ...store },
    { page: "knowledge", query: "", at: 1, ...store },
    { page: "proposals", at: 1, ...store },
    { page: "phrases", query: "", at: 1 },
    { page: "roster" },
    { page: "shifts" },
    { page: "settings", topic: "routing" },
  ];
  return (
    <nav aria-label={words.navigation} className="nav" ref={nav}>
      {targets
        .filter((target) => maySee(me.user.role, target.page))
        .map((target) => (
          <Link key={target.page} to={target} current={isAt(route, target)}>
            {words[target.page]}
            <Count page={target.page} count={counts[target.page] ?? 0} />
          </Link>
        ))}
    </nav>
  );
}

function Count({ page, count }: { readonly page: Page; readonly count: number }) {
  const words = useWords(sharedWords);
  if (count === 0) return undefined;
  const told: Partial<Record<Page, (count: number) => string>> = { settings: words.parkedCount, roster: words.openWishes };
  return (
    <span className="nav-count number" title={(told[page] ?? words.openProposals)(count)}>
      {count > 99 ? "99+" : count}
    </span>
  );
}

function isAt({ page }: Route, target: Target): boolean {
  if (target.page === "settings") return isSettingUp(page);
  return page === target.page || (page === "story" && target.page === "desk") || (page === "levels" && target.page === "wall");
}

function StoreScope({ route }: { readonly route: Route }) {
  const { me } = useSession();
  const words = useWords(sharedWords);
  const [only] = me.stores;
  if (me.stores.length === 1 && only !== undefined) return <span className="scope-only">{only.name}</span>;
  if (route.page !== "desk" || me.stores.length === 0) return undefined;
  return (
    <Select
      className="scope"
      aria-label={words.storeScope}
      value={route.store ?? ""}
      onChange={(store: string) => go({ page: "desk", list: route.list, ...(store === "" ? {} : { store }) })}
      options={[{ value: "", label: words.allStores }, ...me.stores.map((store) => ({ value: store.id, label: store.name }))]}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}

interface StatusProps {
  readonly agent: NonNullable<Me["agent"]>;
  readonly onMe: (me: Me) => void;
}

function MyStatus({ agent, onMe }: StatusProps) {
  const api = useApi();
  const words = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();

  async function change(status: AgentStatus): Promise<void> {
    const answer = await api.send("put /api/console/me/status", { body: { status } });
    if (answer.type === "answer") onMe(answer.value);
    else message.error(words.statusKept(explain(answer.failure)));
  }

  return (
    <span className="my-status">
      <span className={`shift ${agent.onShift ? "shift-on" : "shift-off"}`}>
        {agent.onShift ? words.onShift : words.offShift}
      </span>
      <Select
        aria-label={words.myStatus}
        value={agent.status}
        onChange={(status: AgentStatus) => void change(status)}
        options={MY_STATUSES.map((status) => ({ value: status, label: words.statuses[status] }))}
        popupMatchSelectWidth={false}
      />
    </span>
  );
}

function MyMenu({ sound, onSound, onSignedOut }: Pick<Props, "sound" | "onSound" | "onSignedOut">) {
  const api = useApi();
  const { me } = useSession();
  const words = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [changesPassword, setChangesPassword] = useState(false);
  const [setsNotices, setSetsNotices] = useState(false);
  const noticeTexts = useWords(noticeWords);

  async function leave(): Promise<void> {
    const answer = await api.send("post /api/auth/sign-out");
    if (answer.type === "answer") onSignedOut();
    else message.error(words.signOutFailed(explain(answer.failure)));
  }

  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "me", label: `${me.user.name} · ${words.roles[me.user.role]}`, disabled: true },
            { key: "notices", label: noticeTexts.menu, onClick: () => setSetsNotices(true) },
            { key: "password", label: words.changePassword, onClick: () => setChangesPassword(true) },
            { key: "security", label: words.security, onClick: () => go({ page: "security" }) },
            { type: "divider" },
            { key: "out", label: words.signOut, onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" aria-label={`${words.menu} ${me.user.name}`} className="my-menu">
          <Icon name="person" />
          <span className="my-name">{me.user.name}</span>
        </Button>
      </Dropdown>
      {setsNotices && <NoticesDialog sound={sound} onSound={onSound} onClose={() => setSetsNotices(false)} />}
      {changesPassword && <PasswordDialog onClose={() => setChangesPassword(false)} />}
    </>
  );
}
