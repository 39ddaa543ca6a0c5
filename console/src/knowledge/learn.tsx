import { Alert, Button, Drawer, Skeleton } from "antd";
import { useEffect, useState } from "react";
import type { LearningAnswer } from "../../../src/learning/api.ts";
import type { Failure } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { Link } from "../shared/router.tsx";
import { useApi } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { learnWords } from "./learn-words.ts";
import type { KnowledgeStore } from "./store.ts";

interface Props {
  readonly store: KnowledgeStore;
  readonly onClose: () => void;
}

const LOOK_EVERY_MS = 2_000;

/** What the store's conversations teach: how the newest run stands, and a new one. */
export function LearnDrawer({ store, onClose }: Props) {
  const words = useWords(learnWords);
  const api = useApi();
  const ids = { storeId: store.id };
  const { value, failure, reload } = useLoaded(addressTo("/api/console/stores/{storeId}/learning", { ids }));
  const [refused, setRefused] = useState<Failure>();
  const [asks, setAsks] = useState(false);
  const isRunning = value?.state === "running";

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(reload, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, reload]);

  async function begin(): Promise<void> {
    setAsks(true);
    const answer = await api.send("post /api/console/stores/{storeId}/learning", { ids });
    setAsks(false);
    setRefused(answer.type === "failure" ? answer.failure : undefined);
    reload();
  }

  return (
    <Drawer open size={520} title={words.title} onClose={onClose}>
      <div className="stack">
        <p className="muted">{words.lead}</p>
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        {value === undefined && failure === undefined && <Skeleton active paragraph={{ rows: 2 }} />}
        <div role="status" className="stack">
          {value !== undefined && <Run run={value} store={store} />}
        </div>
        {refused !== undefined && <FailureNote failure={refused} title={words.notBegun} />}
        {value !== undefined && (
          <div>
            <Button type="primary" loading={asks || isRunning} disabled={isRunning} onClick={() => void begin()}>
              {value.state === "never" ? words.begin : words.again}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}

function Run({ run, store }: { readonly run: LearningAnswer; readonly store: KnowledgeStore }) {
  const words = useWords(learnWords);
  switch (run.state) {
    case "never":
      return <p>{words.never}</p>;
    case "running":
      return <p>{words.running(run.conversations)}</p>;
    case "stopped":
      return <Alert type="warning" showIcon title={words.stopped} />;
    case "failed":
      return <Alert type="error" showIcon title={words.runFailed} />;
    case "done":
      return <Done run={run} store={store} />;
  }
}

function Done({ run, store }: { readonly run: LearningAnswer; readonly store: KnowledgeStore }) {
  const words = useWords(learnWords);
  const { language } = useLanguage();
  const { conversations, questions, proposed, left, startedBy = "", startedAt } = run;
  const at = startedAt === undefined ? "" : momentText({ at: startedAt, timezone: store.timezone, language });
  return (
    <>
      <p>
        {words.done(conversations, questions)} <strong>{words.proposed(proposed)}</strong>
      </p>
      {left.length > 0 && (
        <div>
          <p className="muted">{words.left}</p>
          <ul>
            {left.map(({ because, count }) => (
              <li key={because}>{words.because[because](count)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="muted">{words.when(startedBy, at)}</p>
      <Link to={{ page: "proposals", store: store.id, at: 1 }}>{words.toProposals}</Link>
    </>
  );
}
