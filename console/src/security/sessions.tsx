import { App, Button, Skeleton } from "antd";
import type { SessionRow, SessionsEndRequest } from "../../../src/accounts/api.ts";
import type { Answer } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { deviceName } from "./device.ts";
import { securityWords } from "./words.ts";

/** Where I am signed in, and signing out there. */
export function Sessions() {
  const words = useWords(securityWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/me/sessions"));
  const { endOne, endMany } = useEnding(reload);
  const hasOthers = value?.items.some(({ isThis }) => !isThis) === true;
  return (
    <section className="panel stack" aria-labelledby="security-sessions">
      <div className="page-head security-head">
        <div>
          <h2 id="security-sessions">{words.sessions}</h2>
          <p className="muted">{words.sessionsLead}</p>
        </div>
        <div className="page-tools">
          <Button disabled={!hasOthers} onClick={() => endMany({ keep: "this" })}>
            {words.endOthers}
          </Button>
          <Button danger onClick={() => endMany({ keep: "none" })}>
            {words.endAll}
          </Button>
        </div>
      </div>
      {failure && <FailureNote failure={failure} title={words.sessionsFailed} onRetry={reload} />}
      {value === undefined && failure === undefined && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <ul className="security-list">
        {value?.items.map((session) => (
          <Session key={session.id} session={session} onEnd={endOne} />
        ))}
      </ul>
    </section>
  );
}

interface SessionProps {
  readonly session: SessionRow;
  readonly onEnd: (session: SessionRow) => void;
}

function Session({ session, onEnd }: SessionProps) {
  const words = useWords(securityWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const told = (at: string): string => momentText({ at, timezone, language });
  const device = deviceName(session.browser) ?? words.unknownBrowser;
  return (
    <li>
      <div>
        <span className="page-tools">
          <strong>{device}</strong>
          {session.isThis && <span className="tag">{words.here}</span>}
        </span>
        <div className="muted security-small">
          {[session.address, words.since(told(session.since)), words.seen(told(session.lastSeenAt))]
            .filter((part) => part !== undefined)
            .join(" · ")}
        </div>
      </div>
      {!session.isThis && (
        <Button onClick={() => onEnd(session)} aria-label={words.endOf(device)}>
          {words.end}
        </Button>
      )}
    </li>
  );
}

function useEnding(reload: () => void) {
  const api = useApi();
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { reloadMe } = useSession();
  const { modal, message } = App.useApp();

  function told(answer: Answer<unknown>): void {
    if (answer.type === "answer") message.success(words.ended);
    else message.error(explain(answer.failure));
    reload();
  }
  const end = async (request: SessionsEndRequest): Promise<void> => {
    const answer = await api.send("post /api/console/me/sessions/end", { body: request });
    // Nobody is signed in here any more: asking who I am leads to the sign-in.
    if (answer.type === "answer" && request.keep === "none") reloadMe();
    else told(answer);
  };
  return {
    endOne: ({ id }: SessionRow) => void api.send("delete /api/console/me/sessions/{id}", { ids: { id } }).then(told),
    endMany: (request: SessionsEndRequest) => {
      if (request.keep === "this") return void end(request);
      const asked = { title: words.endAllAsk, content: words.endAllMore, okText: words.endAll, cancelText: shared.cancel };
      return void modal.confirm({ ...asked, onOk: () => end(request) });
    },
  };
}
