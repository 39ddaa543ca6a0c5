import { Alert, App, Button, Drawer, Radio, Select } from "antd";
import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { Role } from "../../../src/desk/api.ts";
import type { ArticleRow, ProposalRequest } from "../../../src/knowledge/api.ts";
import { formOf, NEW_ARTICLE, requestOf, type ArticleForm } from "../knowledge/article-form.ts";
import { ArticleFields } from "../knowledge/fields.tsx";
import { useKnowledgeStore } from "../knowledge/store.ts";
import type { KnowledgeStore } from "../knowledge/store.ts";
import { knowledgeWords } from "../knowledge/words.ts";
import { newClientId } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { PickArticle } from "./pick.tsx";
import { proposalWords } from "./words.ts";
import "../knowledge/knowledge.css";
import "./proposals.css";

/** Who tells supervisors what to change; they themselves change it at once. */
export function canPropose(role: Role): boolean {
  return role === "merchant" || role === "agent";
}

interface Props {
  /** The one to be changed; absent: a new one, or one that is still to be chosen. */
  readonly article?: ArticleRow;
  readonly store: KnowledgeStore;
  readonly onMade?: () => void;
  readonly onClose: () => void;
}

/** A form to propose a change of the knowledge: a new article, or another text for one there is. */
export function ProposeDrawer({ article, store: given, onMade, onClose }: Props) {
  const words = useWords(proposalWords);
  const [kind, setKind] = useState<"new" | "change">(article === undefined ? "new" : "change");
  const [picked, setPicked] = useState(article);
  const [chosen, setChosen] = useState(given.id);
  const store = useKnowledgeStore(chosen) ?? given;
  const made = (): void => {
    onMade?.();
    onClose();
  };
  return (
    <Drawer open size={620} title={words.formTitle} onClose={onClose}>
      <div className="stack proposing">
        <p className="muted">{words.formLead}</p>
        {article === undefined && (
          <StoreChoice
            store={store.id}
            onChosen={(id) => {
              setChosen(id);
              setPicked(undefined);
            }}
          />
        )}
        {article === undefined && (
          <div className="field" role="group" aria-label={words.what}>
            <span className="label">{words.what}</span>
            <Radio.Group value={kind} onChange={(event) => setKind(event.target.value === "change" ? "change" : "new")}>
              <Radio value="new">{words.newOne}</Radio>
              <Radio value="change">{words.existing}</Radio>
            </Radio.Group>
          </div>
        )}
        {kind === "new" && <ProposalForm key={store.id} store={store} onMade={made} onClose={onClose} />}
        {kind === "change" && picked === undefined && <PickArticle store={store} onPicked={setPicked} />}
        {kind === "change" && picked !== undefined && (
          <>
            {article === undefined && (
              <div className="page-tools">
                <Button size="small" onClick={() => setPicked(undefined)}>
                  {words.pickAnother}
                </Button>
              </div>
            )}
            <ProposalForm key={picked.id} article={picked} store={store} onMade={made} onClose={onClose} />
          </>
        )}
      </div>
    </Drawer>
  );
}

/** Which store it is for; nothing to choose with a single one. */
function StoreChoice({ store, onChosen }: { readonly store: string; readonly onChosen: (id: string) => void }) {
  const words = useWords(proposalWords);
  const { me } = useSession();
  const id = useId();
  if (me.stores.length < 2) return undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{words.store}</label>
      <Select
        id={id}
        value={store}
        options={me.stores.map((each) => ({ value: each.id, label: each.name }))}
        onChange={onChosen}
      />
    </div>
  );
}

interface FormProps {
  readonly article?: ArticleRow;
  readonly store: KnowledgeStore;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

// The desk names a new article; the id here only says that none is missing.
const NEW_PROPOSAL = { ...NEW_ARTICLE, id: "new" };

// Links are the supervisors' business: whoever proposes other words says nothing of them, and they stay.
function proposalOf(article: ArticleRow, timezone: string): ArticleForm {
  return { ...formOf(article, timezone), topics: undefined };
}

function ProposalForm({ article, store, onMade, onClose }: FormProps) {
  const api = useApi();
  const words = useWords(proposalWords);
  const knowledge = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [form, setForm] = useState(() => (article === undefined ? NEW_PROPOSAL : proposalOf(article, store.timezone)));
  const [clientId] = useState(newClientId);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    const made = requestOf(form, store.timezone);
    if ("troubles" in made) return setTrouble(made.troubles.map((each) => knowledge.troubles[each]).join(" "));
    const { why, ...proposed } = made.request;
    const common = { clientId, words: proposed, ...(why === undefined ? {} : { note: why }) };
    const request: ProposalRequest =
      article === undefined
        ? { kind: "new-article", ...common }
        : { kind: "change-article", articleId: article.id, version: article.version, ...common };
    setBusy(true);
    const answer = await api.send("post /api/console/stores/{storeId}/proposals", { ids: { storeId: store.id }, body: request });
    setBusy(false);
    if (answer.type === "failure") {
      const { failure } = answer;
      const movedOn = failure.type === "problem" && failure.problem.status === 409 && failure.problem.field === "version";
      return setTrouble(movedOn ? words.movedOn : `${explain(failure)} ${words.kept}`);
    }
    message.success(words.sent);
    onMade();
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      {article?.layer === "shared" && <Alert type="info" showIcon title={words.sharedHint} />}
      <ArticleFields
        form={form}
        id="hidden"
        why={words.whyForm}
        timezone={store.timezone}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <div role="alert">
        {trouble !== undefined && <Alert type="error" showIcon title={words.notSent} description={trouble} />}
      </div>
      <div className="page-tools">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.send}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </form>
  );
}
