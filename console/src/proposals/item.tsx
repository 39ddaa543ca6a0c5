import { Alert } from "antd";
import type { ProposalRow } from "../../../src/knowledge/api.ts";
import { useColumnValues } from "../knowledge/column-values.ts";
import { Compared } from "../knowledge/compared.tsx";
import { LinkTags } from "../knowledge/links.tsx";
import { knowledgeWords } from "../knowledge/words.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { maySee } from "../shared/pages.ts";
import { Link } from "../shared/router.tsx";
import { useSession } from "../shared/session.tsx";
import { momentText } from "../shared/time.ts";
import { DecideActs, WithdrawAct } from "./acts.tsx";
import { canPropose } from "./form.tsx";
import { KeepGolden } from "./golden.tsx";
import { noteFor } from "./note.ts";
import { proposalWords } from "./words.ts";
import "../knowledge/knowledge.css";
import "./proposals.css";

interface Props {
  readonly proposal: ProposalRow;
  readonly onChanged: () => void;
}

const TAGS: Readonly<Record<ProposalRow["status"], string>> = {
  open: "tag tag-warm",
  accepted: "tag tag-good",
  refused: "tag",
  withdrawn: "tag",
};

/** One proposal: what would change, who wants it and why, what was decided, and the acts one has. */
export function ProposalItem({ proposal, onChanged }: Props) {
  const words = useWords(proposalWords);
  const { language } = useLanguage();
  const { me } = useSession();
  const { store, status, kind, after, origin, isMine, mayDecide } = proposal;
  const at = momentText({ at: proposal.createdAt, timezone: store.timezone, language });
  return (
    <li className="panel proposal">
      <div className="proposal-head">
        <span className={TAGS[status]}>{words.statuses[status]}</span>
        <span className="tag">{words.kinds[kind]}</span>
        {me.stores.length > 1 && <span className="muted">{store.name}</span>}
      </div>
      <h3 dir="auto">{after.question}</h3>
      <p className="muted">{words.by(`${proposal.createdBy} · ${words.origins[origin]}`, at)}</p>
      {proposal.note !== "" && <p dir="auto">{words.note(noteFor(proposal, language))}</p>}
      {mayDecide || !isMine ? <DecidersDifference proposal={proposal} /> : <ProposersDifference proposal={proposal} />}
      <Links proposal={proposal} />
      <EvidenceList proposal={proposal} />
      <Outcome proposal={proposal} />
      {mayDecide && <DecideActs proposal={proposal} onChanged={onChanged} />}
      {status === "open" && isMine && canPropose(me.user.role) && <WithdrawAct proposal={proposal} onChanged={onChanged} />}
    </li>
  );
}

/** What the article would be linked to: what the supervisor may still change before accepting. */
function Links({ proposal: { links } }: Pick<Props, "proposal">) {
  const words = useWords(knowledgeWords);
  if (links === undefined) return undefined;
  return (
    <p className="proposal-links">
      <span className="muted">{words.columns.topics}</span> <LinkTags row={links} />
    </p>
  );
}

function ProposersDifference({ proposal }: Pick<Props, "proposal">) {
  const words = useWords(proposalWords);
  return (
    <>
      <Difference proposal={proposal} />
      {proposal.current !== undefined && <p className="muted">{words.changedOwn}</p>}
    </>
  );
}

function Difference({ proposal: { before, after, store } }: Pick<Props, "proposal">) {
  const valuesOf = useColumnValues(store.timezone);
  return <Compared before={before === undefined ? {} : valuesOf(before)} after={valuesOf(after)} />;
}

/** Also what others changed meanwhile, and what accepting would do to that. */
function DecidersDifference({ proposal }: Pick<Props, "proposal">) {
  const words = useWords(proposalWords);
  const { kind, before, current, after, store, status } = proposal;
  const valuesOf = useColumnValues(store.timezone);
  if (current === undefined) {
    return (
      <>
        {status === "open" && kind === "new-article" && before !== undefined && <p className="muted">{words.overShared}</p>}
        <Difference proposal={proposal} />
      </>
    );
  }
  return (
    <>
      <Alert type="warning" showIcon title={kind === "new-article" ? words.taken : words.changed} />
      {before !== undefined && kind !== "new-article" && (
        <>
          <h4>{words.changedHow}</h4>
          <Compared before={valuesOf({ ...before, status: "active" })} after={valuesOf(current)} />
        </>
      )}
      <h4>{words.wouldBe}</h4>
      <Compared before={valuesOf(current)} after={valuesOf({ ...after, status: "active" })} />
    </>
  );
}

function EvidenceList({ proposal: { evidence, kind, status, store, articleId } }: Pick<Props, "proposal">) {
  const words = useWords(proposalWords);
  const { me } = useSession();
  if (evidence.length === 0) return undefined;
  const decides = me.user.role === "supervisor" || me.user.role === "admin";
  // A new article can be what is right only once it is there.
  const hasArticle = kind !== "new-article" || status === "accepted";
  return (
    <section aria-label={words.evidence}>
      <h4>{words.evidence}</h4>
      {evidence.map(({ text, conversationId }, at) => (
        <blockquote key={`${at} ${text}`} dir="auto">
          {text}{" "}
          {conversationId !== undefined && maySee(me.user.role, "story") && (
            <Link to={{ page: "story", conversation: conversationId }}>{words.seeTalk}</Link>
          )}
          {decides && hasArticle && <KeepGolden store={store.id} text={text} article={articleId} />}
        </blockquote>
      ))}
    </section>
  );
}

function Outcome({ proposal: { status, decided, store, articleId, articleVersion } }: Pick<Props, "proposal">) {
  const words = useWords(proposalWords);
  const { language } = useLanguage();
  if (status === "open" || decided === undefined) return undefined;
  const at = momentText({ at: decided.at, timezone: store.timezone, language });
  return (
    <div>
      <p className="muted">
        {words.decided[status](decided.by, at)}
        {articleVersion !== undefined && (
          <>
            {` · ${words.inVersion(articleVersion)} `}
            <Link to={{ page: "knowledge", store: store.id, query: articleId, at: 1 }}>{words.seeArticle}</Link>
          </>
        )}
      </p>
      {decided.note !== undefined && <p dir="auto">{words.decision(decided.note)}</p>}
    </div>
  );
}
