import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { NewerLine } from "../../../src/desk/workspace/api.ts";
import type { GuardFinding } from "../../../src/guard/api.ts";
import { useNow } from "../shared/clock.ts";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { yuanText } from "../requests/money.ts";
import { askedWords, type AskedWords } from "./asked-words.ts";
import type { Pending } from "./outbox.ts";

interface Props {
  /** The words that are held back. */
  readonly pending: Pending;
  readonly onSend: (pending: Pending) => void;
  /** Back into the box. */
  readonly onChange: () => void;
  /** Back into the box, and the supervisor or merchant is asked for this sum. */
  readonly onAsk: (sumFen: number | undefined) => void;
}

/** Asks before words go out that somebody overtook, or in which something was found. */
export function AskedDialog({ pending, onSend, onChange, onAsk }: Props) {
  switch (pending.asked?.type) {
    case undefined:
      return undefined;
    case "newer":
      return <Newer pending={pending} newer={pending.asked.newer} onSend={onSend} onChange={onChange} onAsk={onAsk} />;
    case "findings":
      return <Findings pending={pending} findings={pending.asked.findings} onSend={onSend} onChange={onChange} onAsk={onAsk} />;
  }
}

function Newer({ pending, newer, onSend, onChange }: Props & { readonly newer: NewerLine }) {
  const words = useWords(askedWords);
  const shared = useWords(sharedWords);
  const now = useNow();
  const seconds = Math.max(1, Math.round((now - Date.parse(newer.at)) / 1000));
  return (
    <Modal
      open
      title={words.newerTitle(newer.by || words.bot, words.seconds(seconds))}
      okText={words.sendAnyway}
      cancelText={words.change}
      onOk={() => onSend({ ...pending, afterSeq: newer.seq })}
      onCancel={onChange}
      closable={{ "aria-label": shared.close }}
    >
      {newer.internal && <span className="tag tag-warm">{words.note}</span>}
      <blockquote className="newer" dir="auto">
        {newer.text}
      </blockquote>
      <Held pending={pending} />
    </Modal>
  );
}

function Findings({ pending, findings, onSend, onChange, onAsk }: Props & { readonly findings: readonly GuardFinding[] }) {
  const words = useWords(askedWords);
  const shared = useWords(sharedWords);
  const [reason, setReason] = useState("");
  const id = useId();
  const titleOf = () => {
    if (sum !== undefined) return words.sumTitle;
    return isBlocked ? words.blockedTitle : words.findingsTitle;
  };
  const isBlocked = findings.some(({ level }) => level === "block");
  const said = reason.trim();
  const sum = findings.find((finding) => finding.sum !== undefined)?.sum;
  return (
    <Modal
      open
      title={titleOf()}
      footer={
        <>
          <Button
            {...(isBlocked && sum === undefined ? { type: "primary", autoFocus: true, ref: takesFocus } : {})}
            onClick={onChange}
          >
            {words.change}
          </Button>
          {sum !== undefined && (
            <Button type="primary" ref={takesFocus} autoFocus onClick={() => onAsk(sum.fen)}>
              {words.ask}
            </Button>
          )}
          {!isBlocked && (
            <Button type="primary" disabled={said === ""} onClick={() => onSend({ ...pending, confirmed: { reason: said } })}>
              {words.confirm}
            </Button>
          )}
        </>
      }
      onCancel={onChange}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        <ul className="findings">
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.words} ${finding.file ?? ""}`}>
              <strong dir="auto">{finding.words}</strong> <span className="muted">{words.kinds[finding.kind]}</span>
              {finding.file !== undefined && <span className="muted"> {words.inFile(finding.file)}</span>}
            </li>
          ))}
        </ul>
        <Held pending={pending} />
        {isBlocked ? (
          <p>{sum === undefined ? words.blockedNext : sumNext(words, sum)}</p>
        ) : (
          <div className="field">
            <label htmlFor={id}>{words.reason}</label>
            <Input
              id={id}
              ref={takesFocus}
              autoFocus
              maxLength={200}
              value={reason}
              placeholder={words.reasonPlaceholder}
              onChange={({ target }) => setReason(target.value)}
              onPressEnter={() => said !== "" && onSend({ ...pending, confirmed: { reason: said } })}
            />
            <span className="quick">
              {words.reasons.map((each) => (
                <Button key={each} size="small" onClick={() => setReason(each)}>
                  {each}
                </Button>
              ))}
            </span>
          </div>
        )}
      </div>
    </Modal>
  );
}

function sumNext(words: AskedWords, { fen, mayFen, beforeFen }: NonNullable<GuardFinding["sum"]>): string {
  const most = yuanText(mayFen);
  if (fen === undefined) return words.noSumNext(most);
  return beforeFen === 0 ? words.sumNext(most) : words.restNext(most, yuanText(beforeFen));
}

function Held({ pending }: Pick<Props, "pending">) {
  return (
    <div className="held-words">
      {pending.text !== "" && <p dir="auto">{pending.text}</p>}
      {pending.attachments?.map(({ id, name }) => (
        <p key={id} dir="auto">
          <Icon name="file" /> {name}
        </p>
      ))}
    </div>
  );
}
