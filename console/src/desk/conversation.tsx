import { Skeleton } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ConversationDetail } from "../../../src/desk/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLive } from "../shared/live.ts";
import type { Route } from "../shared/route.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { useDroppedFiles } from "./attach.tsx";
import { AskedDialog } from "./asked-dialog.tsx";
import { AskDialog } from "../requests/ask-dialog.tsx";
import { RequestsInTalk } from "../requests/in-talk.tsx";
import { Composer } from "./composer.tsx";
import { ConversationHead } from "./head.tsx";
import type { Audience } from "./drafts.ts";
import { fileWords } from "./file-words.ts";
import { Messages } from "./messages.tsx";
import { notYetShown } from "./outbox.ts";
import { Present } from "./present.tsx";
import { Side } from "./side.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TransferredNote } from "./transferred.tsx";
import { TroubleNote } from "./trouble.tsx";
import { createTypingSignal } from "./typing.ts";
import type { TypingSignal } from "./typing.ts";
import { useActs } from "./use-acts.ts";
import { useDeskKeys } from "./use-keys.ts";
import { useFieldFocus } from "./use-field-focus.ts";
import { useFiles } from "./use-files.ts";
import { useNewFailure } from "./use-new-failure.ts";
import { useOutbox } from "./use-outbox.ts";
import { usePhrases } from "./use-phrases.ts";
import { useSending } from "./use-sending.ts";
import { useShopper } from "./use-shopper.ts";
import { useTalk } from "./use-talk.ts";
import { useWriting } from "./use-writing.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly id: string;
  readonly route: Extract<Route, { page: "desk" }>;
  /** Something was done: the list is out of date. */
  readonly onChanged: () => void;
  readonly onClaimed: () => void;
}

/** The middle and the right pane: one conversation. */
export function ConversationPane({ id, ...rest }: Props) {
  const words = useWords(deskWords);
  const { live } = useSession();
  const loaded = useTalk(id);
  const { value, failure, reload } = loaded;
  useLive(live, (event) => {
    if (event.type === "connected" || (event.type === "conversation" && event.conversationId === id)) reload();
  });
  if (value !== undefined) return <Talk detail={value} loaded={loaded} {...rest} />;
  return (
    <section className="talk" aria-label={words.chosenLabel}>
      {failure === undefined ? (
        <div className="talk-wait">
          <Skeleton active avatar paragraph={{ rows: 1 }} />
          <Skeleton active title={false} paragraph={{ rows: 4, width: ["50%", "60%", "40%", "55%"] }} />
        </div>
      ) : (
        <div className="talk-wait">
          <FailureNote failure={failure} title={words.loadFailed} onRetry={reload} />
        </div>
      )}
    </section>
  );
}

interface TalkProps extends Omit<Props, "id"> {
  readonly detail: ConversationDetail;
  readonly loaded: ReturnType<typeof useTalk>;
}

function Talk({ detail, loaded, route, onChanged, onClaimed }: TalkProps) {
  const words = useWords(deskWords);
  const fileTexts = useWords(fileWords);
  const { me } = useSession();
  const { conversation } = detail;
  const field = useRef<HTMLTextAreaElement>(null);
  const [showsSide, setShowsSide] = useState(false);
  const [asks, setAsks] = useState<{ readonly sumFen?: number }>();
  const writing = useWriting(conversation.id);
  const phrases = usePhrases(detail, writing, field);
  const refresh = () => {
    loaded.reload();
    onChanged();
  };
  const acts = useActs(refresh);
  const { forget } = acts;
  const typing = useTypingSignal(conversation.id);
  const files = useFiles(conversation.id, detail.fileLimits);
  const isMine = conversation.status === "assigned" && conversation.agent !== undefined && conversation.agent.id === me.agent?.id;
  const { isOver, ...drop } = useDroppedFiles(files, isMine && writing.audience === "shopper");
  const outbox = useOutbox(refresh);
  const failure = useNewFailure(loaded);
  const shopper = useShopper(detail);
  const sending = useSending({ detail, writing, files, outbox, field });

  const asked = outbox.all.find((each) => each.conversationId === conversation.id && each.state === "asked");
  const focus = useFieldFocus({ field, isMine, isAsked: asked !== undefined });

  // Why they could not have it before does not matter to who has it now.
  useEffect(() => {
    if (isMine) forget();
  }, [isMine, forget]);

  function write(audience: Audience): void {
    // The field must stand before it can take the focus.
    flushSync(() => writing.setAudience(audience));
    field.current?.focus();
    if (audience === "shopper") focus.want();
  }

  useDeskKeys({
    reply: () => write("shopper"),
    note: () => write("colleagues"),
    "leave-field": () => field.current?.blur(),
  });

  return (
    <>
      <section
        className={`talk ${showsSide ? "talk-behind" : ""} ${isOver ? "talk-drop" : ""}`}
        aria-label={words.chosenLabel}
        {...(isMine ? drop : {})}
      >
        <ConversationHead
          detail={detail}
          route={route}
          acts={acts}
          onSide={() => setShowsSide(!showsSide)}
          onClaimed={onClaimed}
          onAsk={() => setAsks({})}
        />
        <TransferredNote detail={detail} />
        <RequestsInTalk detail={detail} onChanged={refresh} />
        {failure && <FailureNote failure={failure} title={words.loadFailed} onRetry={loaded.reload} />}
        <Messages
          detail={detail}
          earlier={loaded.earlier}
          pending={notYetShown(outbox.all, conversation.id, detail.messages)}
          onRetry={(pending) => void outbox.send(pending)}
          onPutBack={sending.putBack}
          onDrop={outbox.drop}
          shopper={shopper}
          onAgain={isMine ? sending.sayAgain : undefined}
        />
        {isOver && <p className="drop-note">{fileTexts.dropHere}</p>}
        <TroubleNote acts={acts} conversation={conversation} />
        <Present conversation={conversation.id} wrote={writing.text} />
        {isMine && (
          <Suggestions
            detail={detail}
            onTake={sending.take}
            onRejected={() => {
              // The button that had the focus goes away.
              field.current?.focus();
              loaded.reload();
            }}
          />
        )}
        {asked !== undefined && (
          <AskedDialog
            key={asked.clientId}
            pending={asked}
            onSend={(pending) => void outbox.send(pending)}
            onChange={() => sending.putBack(asked)}
            onAsk={(sumFen) => {
              sending.putBack(asked);
              setAsks(sumFen === undefined ? {} : { sumFen });
            }}
          />
        )}
        {asks !== undefined && isMine && (
          <AskDialog
            conversation={conversation}
            sumFen={asks.sumFen}
            onAsked={() => {
              setAsks(undefined);
              refresh();
            }}
            onClose={() => setAsks(undefined)}
          />
        )}
        <Composer
          conversation={conversation}
          writing={writing}
          phrases={phrases}
          typing={typing}
          files={files}
          limits={detail.fileLimits}
          onSend={sending.send}
          field={field}
        />
      </section>
      <Side detail={detail} shown={showsSide} onClose={() => setShowsSide(false)} />
    </>
  );
}

// A sign that gets lost is not worth a word: the next one follows.
function useTypingSignal(conversation: string): TypingSignal {
  const api = useApi();
  return useMemo(() => {
    const ids = { id: conversation };
    return createTypingSignal(() => void api.send("post /api/console/conversations/{id}/typing", { ids }));
  }, [api, conversation]);
}
