import { App, Badge, Button, Drawer } from "antd";
import { useState } from "react";
import { addressTo } from "../shared/calls.ts";
import { useExplain } from "../shared/failure.tsx";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { Alerts } from "./list.tsx";
import { alertWords } from "./words.ts";

/** How many alerts wait for me, live, and what they are. */
export function AlertBell() {
  const words = useWords(alertWords);
  const shared = useWords(sharedWords);
  const api = useApi();
  const explain = useExplain();
  const { message } = App.useApp();
  const { live, reloadMe } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/alerts"));
  useLive(live, (event) => {
    if (event.type === "connected") reload();
    if (event.type !== "alerts") return;
    reload();
    // Among them may be that the desk set me away.
    reloadMe();
  });
  const count = value?.count ?? 0;

  async function see(id: string): Promise<void> {
    const answer = await api.send("post /api/console/alerts/{id}/seen", { ids: { id } });
    if (answer.type === "failure") message.error(words.seenFailed(explain(answer.failure)));
    reload();
  }

  return (
    <>
      <Button
        type="text"
        aria-label={words.open(count)}
        title={words.title}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <Badge count={count} size="small" overflowCount={99}>
          <Icon name="alert" />
        </Badge>
      </Button>
      <Drawer
        title={words.title}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        size={420}
        closable={{ "aria-label": shared.close }}
        className="alerts-drawer"
      >
        <Alerts list={value} failure={failure} onRetry={reload} onSee={(id) => void see(id)} onGo={() => setIsOpen(false)} />
      </Drawer>
    </>
  );
}
