import { Button, Segmented } from "antd";
import type { ChangeEvent, KeyboardEvent, RefObject } from "react";
import type { ConversationRow, FileLimits } from "../../../src/desk/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { useSession } from "../shared/session.tsx";
import { phraseWords } from "../phrases/words.ts";
import { AttachButton } from "./attach.tsx";
import type { Audience } from "./drafts.ts";
import { FileList } from "./file-list.tsx";
import { fileWords } from "./file-words.ts";
import { isSending, keptOf } from "./files.ts";
import { sends } from "./keys.ts";
import { PHRASE_MENU, phraseEntry, PhraseMenu } from "./phrase-menu.tsx";
import type { TypingSignal } from "./typing.ts";
import type { Files } from "./use-files.ts";
import type { Phrases } from "./use-phrases.ts";
import type { Writing } from "./use-writing.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly conversation: ConversationRow;
  readonly writing: Writing;
  readonly phrases: Phrases;
  /** Told of replies only: a remark is nothing the shopper waits for. */
  readonly typing: TypingSignal;
  readonly files: Files;
  readonly limits: FileLimits;
  readonly onSend: () => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The longest text the server takes, in UTF-16 units. */
const LONGEST_TEXT = 5_000;

/** Where replies and internal notes are written; which of the two it is shows in colour, lock, placeholder and button. */
export function Composer({ conversation, writing, phrases, typing, files, limits, onSend, field }: Props) {
  const words = useWords(deskWords);
  const fileTexts = useWords(fileWords);
  const phraseTexts = useWords(phraseWords);
  const { me } = useSession();
  const isNote = writing.audience === "colleagues";
  const waits = !isNote && isSending(files.all);
  const isEmpty = writing.text.trim() === "" && (isNote || keptOf(files.all).length === 0);
  const isMine = conversation.status === "assigned" && conversation.agent !== undefined && conversation.agent.id === me.agent?.id;
  const canWrite = isNote ? me.agent !== undefined : isMine;

  function wrote({ target, timeStamp }: ChangeEvent<HTMLTextAreaElement>): void {
    writing.setText(target.value);
    phrases.moved(target);
    if (!isNote) typing.wrote(target.value, timeStamp);
  }

  function pressed(event: KeyboardEvent): void {
    if (phrases.pressed(event)) return event.preventDefault();
    const { key, shiftKey, altKey, keyCode } = event;
    if (!sends({ key, shiftKey, altKey, keyCode, isComposing: event.nativeEvent.isComposing })) return;
    event.preventDefault();
    onSend();
  }

  return (
    <form
      className={`composer ${isNote ? "composer-note" : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div className="composer-head">
        <Segmented<Audience>
          aria-label={words.audience}
          value={writing.audience}
          onChange={writing.setAudience}
          options={[
            { value: "shopper", label: words.toShopper },
            { value: "colleagues", label: words.toColleagues, icon: <Icon name="lock" /> },
          ]}
        />
        {canWrite && <span className="composer-hint">{isNote ? words.noteHint : words.replyHint}</span>}
        {!isNote && isMine && (
          <span className="composer-tools">
            <Button type="text" size="small" onClick={phrases.begin} className="phrase-button">
              {phraseTexts.open}
            </Button>
            <AttachButton files={files} limits={limits} />
          </span>
        )}
      </div>
      {canWrite && <PhraseMenu phrases={phrases} />}
      {!isNote && isMine && <FileList files={files} />}
      {canWrite ? (
        <div className="composer-row">
          <textarea
            ref={field}
            rows={3}
            maxLength={LONGEST_TEXT}
            dir="auto"
            aria-label={isNote ? words.toColleagues : words.toShopper}
            placeholder={isNote ? words.notePlaceholder : words.replyPlaceholder}
            value={writing.text}
            {...(phrases.menu === undefined || phrases.menu.found.length === 0
              ? {}
              : { "aria-controls": PHRASE_MENU, "aria-activedescendant": phraseEntry(phrases.menu.chosen) })}
            onChange={wrote}
            onSelect={({ currentTarget }) => phrases.moved(currentTarget)}
            onBlur={phrases.close}
            onKeyDown={pressed}
          />
          <Button
            type={isNote ? "default" : "primary"}
            htmlType="submit"
            disabled={isEmpty || waits}
            title={waits ? fileTexts.waiting : undefined}
            className="send"
          >
            {isNote ? words.sendNote : words.sendReply}
          </Button>
        </div>
      ) : (
        <Closed conversation={conversation} draft={writing.text} />
      )}
    </form>
  );
}

interface ClosedProps {
  readonly conversation: ConversationRow;
  readonly draft: string;
}

// Why one cannot reply here, and what to do instead. A draft stays readable.
function Closed({ conversation, draft }: ClosedProps) {
  const words = useWords(deskWords);
  const { me } = useSession();
  return (
    <div className="composer-closed">
      <p>{reasonOf()}</p>
      {draft !== "" && <p className="kept-draft">{draft}</p>}
    </div>
  );

  function reasonOf(): string {
    if (conversation.status === "closed") return words.closedNote;
    if (me.agent === undefined) return words.notAgent;
    if (conversation.status === "assigned" && conversation.agent !== undefined) return words.otherHas(conversation.agent.name);
    return conversation.status === "bot" ? words.botHas : words.claimFirst;
  }
}
