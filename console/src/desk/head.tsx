import { Button } from "antd";
import { useState } from "react";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { useNow } from "../shared/clock.ts";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import type { Route } from "../shared/route.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { requestWords } from "../requests/words.ts";
import { Supervise } from "../wall/supervise.tsx";
import { EndDialog, type Ending } from "./end-dialog.tsx";
import { FeelingMark } from "./feeling.tsx";
import { Standing } from "./row.tsx";
import { TransferDialog } from "./transfer.tsx";
import { RefuseButton } from "./refuse.tsx";
import type { useActs } from "./use-acts.ts";
import { useDeskKeys } from "./use-keys.ts";
import { Waiting } from "./waiting.tsx";
import { deskWords } from "./words.ts";

interface Props {
  readonly detail: ConversationDetail;
  readonly route: Extract<Route, { page: "desk" }>;
  readonly acts: ReturnType<typeof useActs>;
  readonly onSide: () => void;
  readonly onClaimed: () => void;
  /** The agent wants to ask supervisor or merchant. */
  readonly onAsk: () => void;
}

/** Who it is, how long they wait, and what can be done. */
export function ConversationHead({ detail, route, acts, onSide, onClaimed, onAsk }: Props) {
  const words = useWords(deskWords);
  const requests = useWords(requestWords);
  const { me } = useSession();
  const [transfers, setTransfers] = useState(false);
  const [ending, setEnding] = useState<Ending>();
  const { conversation } = detail;
  const isMine = conversation.status === "assigned" && conversation.agent !== undefined && conversation.agent.id === me.agent?.id;
  const canClaim = me.agent !== undefined && (conversation.status === "queued" || conversation.status === "offered");
  const claim = async () => {
    if (await acts.run(conversation, { act: "claim" })) onClaimed();
  };
  const close = () => setEnding("close");
  const release = () => setEnding("release");
  useDeskKeys({
    ...(canClaim ? { claim: () => void claim() } : {}),
    ...(isMine ? { close, release, transfer: () => setTransfers(true), request: onAsk } : {}),
  });

  const backTo = { page: "desk", list: route.list, ...(route.store === undefined ? {} : { store: route.store }) } as const;
  return (
    <header className="talk-head">
      <span className="talk-back">
        <Link to={backTo} label={words.back}>
          <Icon name="back" />
        </Link>
      </span>
      <div className="talk-who">
        <h2 dir="auto">{conversation.shopper.name || words.visitor(conversation.shopper.number)}</h2>
        <p className="muted">
          <span>{conversation.store.name}</span> · <Standing row={conversation} />
        </p>
      </div>
      <FeelingMark row={conversation} />
      <HeadWait detail={detail} />
      <div className="talk-acts">
        {canClaim && (
          <Button type="primary" onClick={() => void claim()} loading={acts.busy === "claim"} aria-keyshortcuts="c">
            {words.claim}
          </Button>
        )}
        <RefuseButton conversation={conversation} acts={acts} />
        {isMine && (
          <Button onClick={() => setTransfers(true)} loading={acts.busy === "transfer"} aria-keyshortcuts="t">
            {words.transfer}
          </Button>
        )}
        {isMine && (
          <Button onClick={onAsk} aria-keyshortcuts="q">
            {requests.ask}
          </Button>
        )}
        {isMine && (
          <Button onClick={release} loading={acts.busy === "release"} aria-keyshortcuts="b">
            {words.release}
          </Button>
        )}
        {isMine && (
          <Button onClick={close} loading={acts.busy === "close"} aria-keyshortcuts="e">
            {words.close}
          </Button>
        )}
        <Supervise conversation={conversation} />
        <Button type="text" className="side-switch" onClick={onSide}>
          {words.details}
        </Button>
      </div>
      {ending !== undefined && (
        <EndDialog ending={ending} conversation={conversation} acts={acts} onClose={() => setEnding(undefined)} />
      )}
      {transfers && <TransferDialog detail={detail} acts={acts} onClose={() => setTransfers(false)} />}
    </header>
  );
}

function HeadWait({ detail }: Pick<Props, "detail">) {
  const now = useNow();
  return detail.conversation.waitingSince === undefined ? undefined : <Waiting row={detail.conversation} now={now} />;
}
