import { App, Button, Checkbox, Table } from "antd";
import { useState } from "react";
import type { TokenCreated, TokenRow } from "../../../src/accounts/api.ts";
import { addressTo, docsLink } from "../shared/calls.ts";
import { EmptyNote } from "../shared/empty.tsx";
import { FailureNote, useExplain } from "../shared/failure.tsx";
import { useLanguage, useWords } from "../shared/language.tsx";
import { useLoaded } from "../shared/loaded.ts";
import { SecretOnce } from "../shared/once.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { sharedWords } from "../shared/words.ts";
import { TokenForm } from "./token-form.tsx";
import { securityWords } from "./words.ts";

/** Ways in for programs: make, see when they were used, revoke. */
export function Tokens() {
  const words = useWords(securityWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const [isAll, setAll] = useState(false);
  const { value, failure, reload } = useLoaded(addressTo("/api/console/tokens", { query: { of: isAll ? "all" : "own" } }));
  const [adds, setAdds] = useState(false);
  const [made, setMade] = useState<TokenCreated>();
  return (
    <section className="panel stack" aria-labelledby="security-tokens">
      <div className="page-head security-head">
        <div>
          <h2 id="security-tokens">{words.tokens}</h2>
          <p className="muted">
            {words.tokensLead} <a href={docsLink(language)}>{words.apiDocs}</a>
          </p>
        </div>
        <div className="page-tools">
          {me.user.role === "admin" && (
            <Checkbox checked={isAll} onChange={({ target }) => setAll(target.checked)}>
              {words.all}
            </Checkbox>
          )}
          <Button type="primary" onClick={() => setAdds(true)}>
            {words.tokenAdd}
          </Button>
        </div>
      </div>
      {failure && <FailureNote failure={failure} title={words.tokensFailed} onRetry={reload} />}
      {value?.items.length === 0 ? (
        <EmptyNote {...words.tokensNone} />
      ) : (
        <TokenTable rows={value?.items} isAll={isAll} isFailed={failure !== undefined} onChanged={reload} />
      )}
      {adds && (
        <TokenForm
          onMade={(created) => {
            setAdds(false);
            setMade(created);
            reload();
          }}
          onClose={() => setAdds(false)}
        />
      )}
      {made !== undefined && (
        <SecretOnce title={words.tokenTitle} label={words.token} secret={made.token} onClose={() => setMade(undefined)}>
          <p>{words.tokenOnce}</p>
        </SecretOnce>
      )}
    </section>
  );
}

interface TableProps {
  readonly rows: readonly TokenRow[] | undefined;
  readonly isAll: boolean;
  readonly isFailed: boolean;
  readonly onChanged: () => void;
}

function TokenTable({ rows, isAll, isFailed, onChanged }: TableProps) {
  const words = useWords(securityWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const revoke = useRevoke(onChanged);
  const timezone = me.stores[0]?.timezone ?? "Asia/Shanghai";
  const told = (at: string) => <span className="number">{momentText({ at, timezone, language })}</span>;
  const storesOf = ({ stores }: TokenRow): string =>
    stores.length === 0
      ? words.tokenStoresAll
      : stores.map((id) => me.stores.find((store) => store.id === id)?.name ?? id).join("、");
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.tokenList}>
      <Table<TokenRow>
        rowKey="id"
        dataSource={rows ?? []}
        loading={rows === undefined && !isFailed}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: words.tokenName, dataIndex: "name" },
          ...(isAll ? [{ title: words.tokenOwner, key: "owner", render: (_: unknown, { owner }: TokenRow) => owner.name }] : []),
          { title: words.scope, key: "scope", render: (_, { scope }) => words.scopes[scope] },
          { title: words.tokenStores, key: "stores", render: (_, row) => storesOf(row) },
          {
            title: words.lastUsed,
            key: "used",
            render: (_, { lastUsedAt }) => (lastUsedAt === undefined ? words.never : told(lastUsedAt)),
          },
          { title: words.expires, key: "expires", render: (_, { expiresAt }) => told(expiresAt) },
          {
            title: <span className="visually-hidden">{words.revoke}</span>,
            key: "acts",
            align: "right",
            render: (_, row) => (
              <Button type="link" onClick={() => revoke(row)} aria-label={words.revokeOf(row.name)}>
                {words.revoke}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

function useRevoke(onChanged: () => void): (row: TokenRow) => void {
  const api = useApi();
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();

  async function revoke({ id }: TokenRow): Promise<void> {
    const answer = await api.send("delete /api/console/tokens/{id}", { ids: { id } });
    if (answer.type === "answer") message.success(words.revoked);
    else message.error(explain(answer.failure));
    onChanged();
  }

  return (row) =>
    void modal.confirm({
      title: words.revokeAsk(row.name),
      content: words.revokeMore,
      okText: words.revoke,
      cancelText: shared.cancel,
      onOk: () => revoke(row),
    });
}
