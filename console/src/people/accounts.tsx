import { App, Button, Table } from "antd";
import { useState } from "react";
import type { UserCreated, UserRow } from "../../../src/accounts/api.ts";
import { addressTo } from "../shared/calls.ts";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { EmptyNote } from "../shared/empty.tsx";
import { useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { approvalWords } from "./approval-words.ts";
import { Approvals } from "./approvals.tsx";
import { PasswordOnce } from "./password.tsx";
import { PersonForm } from "./person.tsx";
import { peopleWords } from "./words.ts";

/** Who may sign in: list, create, change, disable. */
export function Accounts() {
  const words = useWords(peopleWords);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/users"));
  const [edited, setEdited] = useState<UserRow | "new">();
  const [created, setCreated] = useState<UserCreated>();
  const [approver, setApprover] = useState<UserRow>();

  function saved(result: UserCreated | undefined): void {
    setEdited(undefined);
    setCreated(result);
    reload();
  }

  return (
    <section className="stack">
      <div className="page-head people-head">
        <p className="muted">{words.lead}</p>
        <Button type="primary" onClick={() => setEdited("new")}>
          {words.add}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      <People
        rows={value?.items}
        failed={failure !== undefined}
        onEdit={setEdited}
        onChanged={reload}
        onPassword={setCreated}
        onApprovals={setApprover}
      />
      {edited !== undefined && (
        <PersonForm
          key={edited === "new" ? "new" : edited.id}
          {...(edited === "new" ? {} : { person: edited })}
          onSaved={saved}
          onClose={() => setEdited(undefined)}
        />
      )}
      {approver !== undefined && (
        <Approvals
          key={approver.id}
          person={approver}
          onSaved={() => {
            setApprover(undefined);
            reload();
          }}
          onClose={() => setApprover(undefined)}
        />
      )}
      {created !== undefined && <PasswordOnce created={created} onClose={() => setCreated(undefined)} />}
    </section>
  );
}

interface PeopleProps {
  readonly rows: readonly UserRow[] | undefined;
  readonly failed: boolean;
  readonly onEdit: (row: UserRow) => void;
  readonly onChanged: () => void;
  readonly onPassword: (created: UserCreated) => void;
  readonly onApprovals: (row: UserRow) => void;
}

function People({ rows, failed, onEdit, onChanged, onPassword, onApprovals }: PeopleProps) {
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const storesOf = useStoreNames();
  const toggle = useToggle(onChanged);
  const reset = useReset(onPassword);
  const stepOff = useStepOff(onChanged);
  const approvals = useWords(approvalWords);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <Table<UserRow>
        rowKey="id"
        dataSource={rows ?? []}
        loading={rows === undefined && !failed}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: rows === undefined ? " " : <EmptyNote {...words.none} /> }}
        columns={[
          { title: words.name, dataIndex: "name" },
          { title: words.email, dataIndex: "email" },
          { title: words.role, dataIndex: "role", render: (_, row) => shared.roles[row.role] },
          { title: words.stores, key: "stores", render: (_, row) => storesOf(row) },
          {
            title: words.state,
            key: "state",
            render: (_, row) => (
              <span className="page-tools">
                <span className={`tag ${row.disabled ? "tag-warm" : ""}`}>{row.disabled ? words.disabled : words.enabled}</span>
                {row.hasSecondStep && <span className="tag">{words.secondStep}</span>}
                {row.approves !== undefined && <span className="tag">{approvals.may}</span>}
              </span>
            ),
          },
          {
            title: <span className="visually-hidden">{words.edit}</span>,
            key: "acts",
            align: "right",
            render: (_, row) => (
              <>
                <Button type="link" onClick={() => onEdit(row)} aria-label={words.editOf(row.name)}>
                  {words.edit}
                </Button>
                {row.role === "merchant" && (
                  <Button type="link" onClick={() => onApprovals(row)} aria-label={approvals.actOf(row.name)}>
                    {approvals.act}
                  </Button>
                )}
                <Button type="link" onClick={() => reset(row)}>
                  {words.reset}
                </Button>
                {row.hasSecondStep && (
                  <Button type="link" onClick={() => stepOff(row)}>
                    {words.stepOff}
                  </Button>
                )}
                <Button type="link" onClick={() => toggle(row)}>
                  {row.disabled ? words.enable : words.disable}
                </Button>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

function useStoreNames(): (row: UserRow) => string {
  const words = useWords(peopleWords);
  const { me } = useSession();
  return (row) => {
    if (row.role === "admin") return words.storesAll;
    const names = row.stores.map((id) => me.stores.find((store) => store.id === id)?.name ?? id);
    return names.length === 0 ? words.storesNone : names.join("、");
  };
}

function useToggle(onChanged: () => void): (row: UserRow) => void {
  const api = useApi();
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function put(row: UserRow): Promise<void> {
    const { name, email, role, stores, agentId, disabled } = row;
    const request = { name, email, role, stores, ...(agentId === undefined ? {} : { agentId }), disabled: !disabled };
    const answer = await api.send("put /api/console/users/{id}", { ids: { id: row.id }, body: request });
    if (answer.type === "answer") message.success(words.saved);
    else message.error(`${words.notSaved}: ${explain(answer.failure)}`);
    onChanged();
  }

  return (row) => {
    if (row.disabled) return void put(row);
    modal.confirm({
      title: words.disableAsk(row.name),
      content: words.disableMore,
      okText: words.disable,
      cancelText: shared.cancel,
      onOk: () => put(row),
    });
  };
}

function useReset(onPassword: (created: UserCreated) => void): (row: UserRow) => void {
  const api = useApi();
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function reset(row: UserRow): Promise<void> {
    const answer = await api.send("post /api/console/users/{id}/password", { ids: { id: row.id } });
    if (answer.type === "answer") onPassword(answer.value);
    else message.error(`${words.notSaved}: ${explain(answer.failure)}`);
  }

  return (row) =>
    void modal.confirm({
      title: words.resetAsk(row.name),
      content: words.resetMore,
      okText: words.reset,
      cancelText: shared.cancel,
      onOk: () => reset(row),
    });
}

/** For whoever lost their phone. */
function useStepOff(onChanged: () => void): (row: UserRow) => void {
  const api = useApi();
  const words = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function switchOff(row: UserRow): Promise<void> {
    const answer = await api.send("post /api/console/users/{id}/second-step/off", { ids: { id: row.id } });
    if (answer.type === "answer") message.success(words.saved);
    else message.error(`${words.notSaved}: ${explain(answer.failure)}`);
    onChanged();
  }

  return (row) =>
    void modal.confirm({
      title: words.stepOffAsk(row.name),
      content: words.stepOffMore,
      okText: words.stepOff,
      cancelText: shared.cancel,
      onOk: () => switchOff(row),
    });
}
