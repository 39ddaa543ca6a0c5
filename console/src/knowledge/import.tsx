import { Alert, App, Button, Drawer, Skeleton } from "antd";
import { useRef, useState } from "react";
import type { ImportPreview } from "../../../src/knowledge/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { ImportResult } from "./preview.tsx";
import type { KnowledgeStore } from "./store.ts";
import { knowledgeWords } from "./words.ts";

interface Props {
  readonly store: KnowledgeStore;
  readonly onImported: () => void;
  readonly onClose: () => void;
}

const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

interface Looked {
  readonly file: File;
  readonly preview: ImportPreview;
}

/** Upload of a knowledge file: first what it would change, then, confirmed, the change. */
export function ImportDrawer({ store, onImported, onClose }: Props) {
  const words = useWords(knowledgeWords);
  const steps = useImport({ store, onImported, onClose });
  const picker = useRef<HTMLInputElement>(null);
  const { looked, busy, trouble } = steps;
  const canImport = looked !== undefined && looked.preview.errors.length === 0 && changesIn(looked.preview) > 0;
  return (
    <Drawer
      open
      size={760}
      title={words.importTitle}
      onClose={onClose}
      footer={
        canImport && (
          <Button type="primary" loading={busy} onClick={() => void steps.confirm(looked)}>
            {words.doImport}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="muted">{words.importLead}</p>
        <div className="page-tools">
          <input
            ref={picker}
            type="file"
            accept=".csv,text/csv"
            aria-label={words.choose}
            className="visually-hidden"
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0];
              // Emptied, so that the same file can be chosen again after it was mended.
              event.target.value = "";
              if (file !== undefined) void steps.look(file);
            }}
          />
          <Button type={looked === undefined ? "primary" : "default"} onClick={() => picker.current?.click()}>
            {words.choose}
          </Button>
          {looked !== undefined && (
            <span className="muted">
              {looked.file.name} · {looked.preview.encoding.toUpperCase()}
            </span>
          )}
        </div>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.importFailed} description={trouble} />}
        </div>
        <p role="status" className="visually-hidden">
          {busy && words.reading}
        </p>
        {busy && looked === undefined && <Skeleton active title={{ width: "30%" }} paragraph={{ rows: 4 }} />}
        {looked !== undefined && <ImportResult preview={looked.preview} />}
      </div>
    </Drawer>
  );
}

function changesIn(preview: ImportPreview): number {
  return preview.created.length + preview.changed.length;
}

function useImport({ store, onImported, onClose }: Props) {
  const api = useApi();
  const words = useWords(knowledgeWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [looked, setLooked] = useState<Looked>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const ids = { storeId: store.id };

  async function look(file: File): Promise<void> {
    setLooked(undefined);
    setTrouble(undefined);
    if (file.size > LARGEST_FILE_BYTES) return setTrouble(words.tooBig);
    setBusy(true);
    const answer = await api.send("post /api/console/stores/{storeId}/articles/preview", { ids, file });
    setBusy(false);
    if (answer.type === "answer") setLooked({ file, preview: answer.value });
    else setTrouble(explain(answer.failure));
  }

  async function confirm({ file, preview }: Looked): Promise<void> {
    setBusy(true);
    const query = { digest: preview.digest };
    const answer = await api.send("post /api/console/stores/{storeId}/articles/import", { ids, query, file });
    setBusy(false);
    if (answer.type === "failure") {
      setLooked(undefined);
      return setTrouble(`${explain(answer.failure)} ${words.lookAgain}`);
    }
    message.success(words.imported(answer.value.created, answer.value.changed));
    onImported();
    onClose();
  }

  return { looked, busy, trouble, look, confirm };
}
