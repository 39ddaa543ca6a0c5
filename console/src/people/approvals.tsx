import { App, Checkbox, Modal } from "antd";
import { useState } from "react";
import type { UserRow } from "../../../src/accounts/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { approvalWords } from "./approval-words.ts";

interface Props {
  readonly person: UserRow;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** For which of their stores a merchant decides about what the bot will say. */
export function Approvals({ person, onSaved, onClose }: Props) {
  const api = useApi();
  const { me } = useSession();
  const words = useWords(approvalWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [stores, setStores] = useState<readonly string[]>(person.approves ?? []);
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    const answer = await api.send("put /api/console/users/{id}/approvals", { ids: { id: person.id }, body: { stores } });
    setBusy(false);
    if (answer.type === "failure") return void message.error(words.notSaved(explain(answer.failure)));
    message.success(words.saved);
    onSaved();
  }

  const nameOf = (id: string): string => me.stores.find((store) => store.id === id)?.name ?? id;
  return (
    <Modal
      open
      title={words.title(person.name)}
      okText={shared.save}
      cancelText={shared.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: person.stores.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="muted">{words.lead}</p>
      {person.stores.length === 0 ? (
        <p>{words.noStores}</p>
      ) : (
        <Checkbox.Group
          aria-label={words.stores}
          className="approvals"
          value={[...stores]}
          options={person.stores.map((id) => ({ value: id, label: nameOf(id) }))}
          onChange={(chosen) => setStores(chosen)}
        />
      )}
    </Modal>
  );
}
