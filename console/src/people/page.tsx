import { Tabs } from "antd";
import { useWords } from "../shared/language.tsx";
import type { Route } from "../shared/route.ts";
import { go } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { Accounts } from "./accounts.tsx";
import { Invitations } from "./invitations.tsx";
import { Links } from "./links.tsx";
import { peopleWords } from "./words.ts";
import "./people.css";

/** Who may sign in, who is invited, and who somebody on a platform is. Supervisors see their invitations only. */
export function PeoplePage({ route }: { readonly route: Extract<Route, { page: "people" }> }) {
  const words = useWords(peopleWords);
  const { me } = useSession();
  if (me.user.role !== "admin")
    return (
      <div className="page">
        <h1>{words.title}</h1>
        <Invitations />
      </div>
    );
  const items = [
    { key: "accounts", label: words.tabs.accounts, children: <Accounts /> },
    { key: "invitations", label: words.tabs.invitations, children: <Invitations /> },
    { key: "links", label: words.tabs.links, children: <Links /> },
  ];
  const shown = items.find(({ key }) => key === route.tab)?.key ?? "accounts";
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <Tabs
        activeKey={shown}
        items={items}
        destroyOnHidden
        onChange={(tab) => go({ page: "people", ...(tab === "accounts" ? {} : { tab }) }, "replace")}
      />
    </div>
  );
}
