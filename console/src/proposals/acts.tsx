import { Alert, App, Button, Input } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { AcceptAnswer, AcceptRequest, GoldenReport, ProposalRow, RefuseRequest } from "../../../src/knowledge/api.ts";
import type { Answer, Api, Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { EditForm } from "./edit.tsx";
import { goldenIn, GoldenNote } from "./golden-report.tsx";
import type { AcceptRefusal } from "./golden-report.tsx";
import { goldenWords } from "./golden-words.ts";
import { announceDecision } from "./open.ts";
import { proposalWords } from "./words.ts";

interface Props {
  readonly proposal: ProposalRow;
  readonly onChanged: () => void;
}

/** What a supervisor does with an open proposal: accept it, or refuse it with a reason. */
export function DecideActs({ proposal, onChanged }: Props) {
  const words = useWords(proposalWords);
  const golden = useWords(goldenWords);
  const { busy, trouble, report, run } = useActs({ proposal, onChanged });
  const [act, setAct] = useState<"refuse" | "edit">();
  const [articleId, setArticleId] = useState(proposal.articleId);
  const refusal = useRef<HTMLDivElement>(null);
  // It stands below a long form: who pressed the button should see why nothing happened.
  useEffect(() => {
    if (report !== undefined) refusal.current?.scrollIntoView({ block: "nearest" });
  }, [report]);
  const { me } = useSession();
  // Merchants say yes or no; the wording is the supervisors' business.
  const isMerchant = me.user.role === "merchant";
  const { current } = proposal;
  const namesNew = !isMerchant && proposal.kind === "new-article" && (proposal.before === undefined || current !== undefined);
  const isRenamed = namesNew && articleId.trim() !== proposal.articleId;
  const isOver = current !== undefined && !isRenamed;
  const accepting: AcceptRequest = {
    ...(isOver ? { over: current.version } : {}),
    ...(isRenamed ? { articleId: articleId.trim() } : {}),
  };
  return (
    <>
      {namesNew && (
        <TextField label={words.id} hint={words.idHint}>
          {(id) => (
            <Input
              id={id}
              className="proposal-id"
              value={articleId}
              maxLength={64}
              onChange={(event) => setArticleId(event.target.value)}
            />
          )}
        </TextField>
      )}
      {act === "refuse" && (
        <RefuseForm
          busy={busy}
          onRefuse={(note) => void run({ act: "refuse", body: { note } })}
          onCancel={() => setAct(undefined)}
        />
      )}
      {act === "edit" && (
        <EditForm
          proposal={proposal}
          busy={busy}
          onAccept={(edited) => void run({ act: "accept", body: { ...accepting, ...edited } })}
          onCancel={() => setAct(undefined)}
        />
      )}
      {act === undefined && (
        <div className="page-tools">
          <Button type="primary" loading={busy} onClick={() => void run({ act: "accept", body: accepting })}>
            {isOver ? words.acceptOver : words.accept}
          </Button>
          {!isMerchant && (
            <Button disabled={busy} onClick={() => setAct("edit")}>
              {golden.edit}
            </Button>
          )}
          <Button disabled={busy} onClick={() => setAct("refuse")}>
            {isMerchant ? words.sendBack : words.refuse}
          </Button>
        </div>
      )}
      <div role="alert" ref={refusal}>
        {report !== undefined && <GoldenNote report={report} />}
      </div>
      <TroubleNote trouble={trouble} />
    </>
  );
}

/** What its proposer does with an open proposal: take it back. */
export function WithdrawAct({ proposal, onChanged }: Props) {
  const words = useWords(proposalWords);
  const { busy, trouble, run } = useActs({ proposal, onChanged });
  return (
    <>
      <div className="page-tools">
        <Button size="small" loading={busy} onClick={() => void run({ act: "withdraw" })}>
          {words.withdraw}
        </Button>
      </div>
      <TroubleNote trouble={trouble} />
    </>
  );
}

function TroubleNote({ trouble }: { readonly trouble: string | undefined }) {
  const words = useWords(proposalWords);
  return (
    <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={words.notDone} description={trouble} />}</div>
  );
}

interface RefuseProps {
  readonly busy: boolean;
  readonly onRefuse: (why: string) => void;
  readonly onCancel: () => void;
}

function RefuseForm({ busy, onRefuse, onCancel }: RefuseProps) {
  const words = useWords(proposalWords);
  const shared = useWords(sharedWords);
  const [why, setWhy] = useState("");
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() === "") return setMissing(true);
        onRefuse(why.trim());
      }}
    >
      <TextField label={words.why} {...(isMissing ? { wrong: words.whyMissing } : {})}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            ref={takesFocus}
            autoFocus
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </TextField>
      <div className="page-tools">
        <Button danger htmlType="submit" loading={busy}>
          {words.refuseDo}
        </Button>
        <Button onClick={onCancel}>{shared.cancel}</Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly children: (id: string) => ReactNode;
}

function TextField({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <span className="hint">{hint}</span>}
      {wrong !== undefined && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

/** What is done with a proposal, and what is said with it. */
type Decision =
  | { readonly act: "accept"; readonly body: AcceptRequest }
  | { readonly act: "refuse"; readonly body: RefuseRequest }
  | { readonly act: "withdraw" };

function sent(api: Api, { store, id }: ProposalRow, decision: Decision): Promise<Answer<AcceptAnswer, AcceptRefusal>> {
  const ids = { storeId: store.id, id };
  switch (decision.act) {
    case "accept":
      return api.send("post /api/console/stores/{storeId}/proposals/{id}/accept", { ids, body: decision.body });
    case "refuse":
      return api.send("post /api/console/stores/{storeId}/proposals/{id}/refuse", { ids, body: decision.body });
    case "withdraw":
      return api.send("post /api/console/stores/{storeId}/proposals/{id}/withdraw", { ids });
  }
}

const DONE = { accept: "accepted", refuse: "refused", withdraw: "withdrawn" } as const;

function useActs({ proposal, onChanged }: Props) {
  const api = useApi();
  const words = useWords(proposalWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [report, setReport] = useState<GoldenReport>();

  async function run(decision: Decision): Promise<void> {
    setBusy(true);
    const answer = await sent(api, proposal, decision);
    setBusy(false);
    const golden = answer.type === "failure" ? goldenIn(answer.failure) : undefined;
    setReport(golden);
    setTrouble(undefined);
    if (golden !== undefined) return;
    // Also after a refusal: it may have been decided, or its article changed, somewhere else.
    announceDecision();
    onChanged();
    if (answer.type === "answer") return void message.success(doneText(words, decision.act, answer.value.golden));
    const conflict = decision.act === "accept" && decision.body.articleId !== undefined;
    if (isMovedOn(answer.failure)) setTrouble(conflict ? words.taken : words.decidedElsewhere);
    else setTrouble(explain(answer.failure));
  }

  return { busy, trouble, report, run };
}

function doneText(words: typeof proposalWords.en, act: keyof typeof DONE, golden: GoldenReport | undefined): string {
  if (golden === undefined) return words[DONE[act]];
  return words.acceptedGolden(golden.breaks.length, golden.mends.length, golden.total);
}

function isMovedOn(failure: Failure): boolean {
  return failure.type === "problem" && failure.problem.status === 409;
}
