import { App, Button, Table } from "antd";
import { useState } from "react";
import type { InvitationCreated, InvitationRow } from "../../../src/accounts/api.ts";
import { addressTo } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { SecretOnce } from "../shared/once.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { InvitationForm } from "./invitation-form.tsx";
import { invitationWords } from "./invitation-words.ts";

/** Who is invited and has not come yet: invite, revoke. */
export function Invitations() {
  const words = useWords(invitationWords);
  const { me } = useSession();
  const { value, failure, reload } = useLoaded(addressTo("/api/console/invitations"));
  const [invites, setInvites] = useState(false);
  const [made, setMade] = useState<InvitationCreated>();
  return (
    <section className="stack">
      <div className="page-head people-head">
        <p className="muted">{me.user.role === "admin" ? words.lead : words.leadSupervisor}</p>
        <Button type="primary" onClick={() => setInvites(true)}>
          {words.add}
        </Button>
      </div>
      {failure && <FailureNote failure={failure} title={words.failed} onRetry={reload} />}
      <Waiting rows={value?.items} isFailed={failure !== undefined} onChanged={reload} />
      {invites && (
        <InvitationForm
          onMade={(created) => {
            setInvites(false);
            setMade(created);
            reload();
          }}
          onClose={() => setInvites(false)}
        />
      )}
      {made !== undefined && (
        <SecretOnce title={words.linkTitle} label={words.link} secret={made.link} onClose={() => setMade(undefined)}>
          <p>{words.linkLead(made.row.email)}</p>
        </SecretOnce>
      )}
    </section>
  );
}

interface WaitingProps {
  readonly rows: readonly InvitationRow[] | undefined;
  readonly isFailed: boolean;
  readonly onChanged: () => void;
}

function Waiting({ rows, isFailed, onChanged }: WaitingProps) {
  const words = useWords(invitationWords);
  const shared = useWords(sharedWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const revoke = useRevoke(onChanged);
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const storesOf = ({ role, stores }: InvitationRow): string =>
    role === "admin" ? words.storesAll : stores.map((id) => me.stores.find((store) => store.id === id)?.name ?? id).join("、");
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.region}>
      <Table<InvitationRow>
        rowKey="id"
        dataSource={rows ?? []}
        loading={rows === undefined && !isFailed}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: rows === undefined ? " " : <EmptyNote {...words.none} /> }}
        columns={[
          { title: words.email, dataIndex: "email" },
          { title: words.role, key: "role", render: (_, { role }) => shared.roles[role] },
          { title: words.stores, key: "stores", render: (_, row) => storesOf(row) },
          { title: words.by, dataIndex: "createdByName" },
          {
            title: words.until,
            key: "until",
            render: (_, { expiresAt, isExpired }) => (
              <span className="page-tools number">
                {momentText({ at: expiresAt, timezone, language })}
                {isExpired && <span className="tag tag-warm">{words.expired}</span>}
              </span>
            ),
          },
          {
            title: <span className="visually-hidden">{words.revoke}</span>,
            key: "acts",
            align: "right",
            render: (_, row) => (
              <Button type="link" onClick={() => revoke(row)} aria-label={words.revokeOf(row.email)}>
                {words.revoke}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

function useRevoke(onChanged: () => void): (row: InvitationRow) => void {
  const api = useApi();
  const words = useWords(invitationWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function revoke({ id }: InvitationRow): Promise<void> {
    const answer = await api.send("delete /api/console/invitations/{id}", { ids: { id } });
    if (answer.type === "answer") message.success(words.revoked);
    else message.error(words.notRevoked(explain(answer.failure)));
    onChanged();
  }

  return (row) =>
    void modal.confirm({
      title: words.revokeAsk(row.email),
      content: words.revokeMore,
      okText: words.revoke,
      cancelText: shared.cancel,
      onOk: () => revoke(row),
    });
}
