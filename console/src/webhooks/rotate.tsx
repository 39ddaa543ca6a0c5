import { Alert, Modal, Radio } from "antd";
import { useState } from "react";
import type { WebhookCreated, WebhookRow } from "../../../src/webhooks/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { webhookWords } from "./words.ts";

interface Props {
  readonly row: WebhookRow;
  readonly onRotated: (made: WebhookCreated) => void;
  readonly onClose: () => void;
}

/** So long the secret before may sign on, in hours; none: it is known to somebody who should not know it. */
const OVERLAPS = [24, 72, 168, 0] as const;

/** Asks for a new secret, and how long the one before signs beside it. */
export function RotateDialog({ row, onRotated, onClose }: Props) {
  const api = useApi();
  const words = useWords(webhookWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const [overlapHours, setOverlapHours] = useState<number>(OVERLAPS[0]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function rotate(): Promise<void> {
    setBusy(true);
    const ids = { webhookId: row.id };
    const answer = await api.send("post /api/console/webhooks/{webhookId}/secret", { ids, body: { overlapHours } });
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    onRotated(answer.value);
  }

  return (
    <Modal
      open
      title={words.rotateAsk(new URL(row.url).host)}
      okText={words.rotateNow}
      cancelText={shared.cancel}
      confirmLoading={busy}
      onOk={() => void rotate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{words.rotateMore}</p>
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notSaved} description={trouble} />}
        </div>
        <Radio.Group
          aria-label={words.overlap}
          className="webhook-overlaps"
          value={overlapHours}
          options={OVERLAPS.map((hours) => ({ value: hours, label: words.overlaps[hours] }))}
          onChange={({ target }) => setOverlapHours(Number(target.value))}
        />
      </div>
    </Modal>
  );
}
