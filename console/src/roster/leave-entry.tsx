import { Alert, App, Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import type { LeaveEntry, LeaveKind, RequestConflictRow } from "../../../src/planning/api.ts";
import type { Failure } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import type { ProblemTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { Conflicts } from "./conflicts.tsx";
import { entryWords } from "./entry-words.ts";
import { announceWish } from "./open-wishes.ts";
import { requestsWords } from "./requests-words.ts";

const KINDS: readonly LeaveKind[] = ["sick", "annual", "personal", "other"];
const NEW = { agentId: "", from: "", until: "", kind: "sick", note: "" } satisfies LeaveEntry;

interface Props {
  readonly onEntered: () => void;
  readonly onClose: () => void;
}

/** Leave for somebody who called in: it holds at once. What speaks against it is named first, and can be overruled. */
export function LeaveEntryDrawer({ onEntered, onClose }: Props) {
  const words = useWords(entryWords);
  const shared = useWords(sharedWords);
  const requests = useWords(requestsWords);
  const { value: roster, failure, reload } = useLoaded(addressTo("/api/console/roster"));
  const [entry, setEntry] = useState<LeaveEntry>(NEW);
  const { busy, trouble, conflicts, send } = useEntering(onEntered);
  const set = (part: Partial<LeaveEntry>): void => setEntry({ ...entry, ...part });

  function submit(event: FormEvent): void {
    event.preventDefault();
    void send({ ...entry, ...(conflicts.length > 0 ? { anyway: true } : {}) });
  }

  return (
    <Drawer open size={440} title={words.leaveTitle} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <p className="muted">{words.leaveLead}</p>
        {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
        <div role="alert">
          {trouble !== undefined && <Alert type="error" showIcon title={words.notEntered} description={trouble} />}
          {conflicts.length > 0 && (
            <Alert type="warning" showIcon title={words.against} description={<Conflicts conflicts={conflicts} />} />
          )}
        </div>
        <Field label={words.who}>
          <Select
            aria-label={words.who}
            value={entry.agentId === "" ? null : entry.agentId}
            loading={roster === undefined && failure === undefined}
            options={(roster?.agents ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(agentId) => set({ agentId: agentId ?? "" })}
          />
        </Field>
        <Field label={words.from}>
          <Input type="date" aria-label={words.from} value={entry.from} onChange={({ target }) => set({ from: target.value })} />
        </Field>
        <Field label={words.until}>
          <Input
            type="date"
            aria-label={words.until}
            value={entry.until}
            onChange={({ target }) => set({ until: target.value })}
          />
        </Field>
        <Field label={words.kind}>
          <Select
            aria-label={words.kind}
            value={entry.kind}
            options={KINDS.map((kind) => ({ value: kind, label: requests.kinds[kind] }))}
            onChange={(kind) => set({ kind })}
          />
        </Field>
        <Field label={words.note}>
          <Input
            aria-label={words.note}
            maxLength={500}
            value={entry.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        </Field>
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {conflicts.length > 0 ? words.enterAnyway : words.enter}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

function useEntering(onEntered: () => void) {
  const api = useApi();
  const explain = useExplain();
  const words = useWords(entryWords);
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [conflicts, setConflicts] = useState<readonly RequestConflictRow[]>([]);

  async function send(entry: LeaveEntry): Promise<void> {
    if (entry.agentId === "" || entry.from === "" || entry.until === "") return setTrouble(words.missing);
    setBusy(true);
    const answer = await api.send("post /api/console/planning/leave", { body: entry });
    setBusy(false);
    const against = answer.type === "failure" ? conflictsIn(answer.failure) : [];
    setConflicts(against);
    setTrouble(undefined);
    if (against.length > 0) return;
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    announceWish();
    message.success(words.entered);
    onEntered();
  }

  return { busy, trouble, conflicts, send };
}

type Refusal = ProblemTo<"post /api/console/planning/leave">;

function conflictsIn(failure: Failure<Refusal>): readonly RequestConflictRow[] {
  return (failure.type === "problem" ? failure.told?.conflicts : undefined) ?? [];
}
