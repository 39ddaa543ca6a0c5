import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { FileAnswer, WidgetChoice, WidgetMessage } from "../../api.ts";
import type { Desk } from "../link/desk.ts";
import type { Progress } from "../rules/talk.ts";
import type { Words } from "../texts/words.ts";
import { Attached, type Enlarged } from "./attachments.tsx";
import { Choices } from "./choices.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { SpokenText } from "./spoken-text.tsx";

interface Shared {
  readonly words: Words;
  readonly desk: Desk;
  readonly onEnlarge: (picture: Enlarged) => void;
}

interface TheirsProps extends Shared {
  readonly message: WidgetMessage;
  /** The first of several by one author: shows the face and the name. */
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (choice: WidgetChoice) => void;
}

/** A line of the bot, an agent, or the desk itself. Drawn again only when something in it changed: talks grow long. */
export function Theirs(props: TheirsProps): JSX.Element {
  const { message, isFirst, isOpen, words } = props;
  return useMemo(() => {
    if (message.author.type === "system") {
      return (
        <p class="aside" dir="auto">
          <SpokenText text={message.text} />
        </p>
      );
    }
    const isAgent = message.author.type === "agent";
    return (
      <div class={`line ${isAgent ? "agent" : "bot"}${isFirst ? " first" : ""}`}>
        <span class="face" aria-hidden="true">
          {isAgent ? [...(message.author.name ?? words.agentRole).trim()][0] : <Icon name="bot" />}
        </span>
        <div class="said">
          <p class={isFirst ? "author" : "author unseen"}>
            {isAgent && message.author.name !== undefined && <bdi>{message.author.name}</bdi>}
            {isAgent ? <span class="role">{words.agentRole}</span> : words.bot}
          </p>
          {message.text !== "" && (
            <div class="bubble" dir="auto">
              <SpokenText text={message.text} />
            </div>
          )}
          <Files {...props} files={message.attachments ?? []} />
          {message.source !== undefined && (
            <p class="source" dir="auto">
              <Icon name="book" />
              {words.source(words.phases[message.source.phase], message.source.title)}
            </p>
          )}
          {message.choices !== undefined && message.choices.length > 0 && (
            <Choices choices={message.choices} isOpen={isOpen} words={words} onChoose={props.onChoose} />
          )}
        </div>
      </div>
    );
  }, [message, isFirst, isOpen, words]);
}

interface OwnProps extends Shared {
  readonly clientId: string;
  readonly text: string;
  readonly attachments: readonly FileAnswer[];
  readonly progress: Progress;
  /** Why it was refused, as a sentence. */
  readonly because?: string | undefined;
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
}

const PROGRESS_ICONS: Readonly<Record<Progress, IconName>> = {
  waiting: "clock",
  stored: "tick",
  returned: "ticks",
  refused: "alert",
};

/** A line of the visitor, on its way or arrived: the same element throughout, so that nothing flickers or is read out twice. */
export function Own(props: OwnProps): JSX.Element {
  const { clientId, text, attachments, progress, because, words } = props;
  return useMemo(
    () => (
      <div class={`line own ${progress}`}>
        <div class="said">
          <p class="author unseen">{words.you}</p>
          {text !== "" && (
            <div class="bubble" dir="auto">
              <SpokenText text={text} />
            </div>
          )}
          <Files {...props} files={attachments} />
          <p class="progress">
            {because !== undefined && <span class="because">{because}</span>}
            {progress === "refused" && (
              <>
                <button type="button" onClick={() => props.onRetry(clientId)}>
                  {words.retry}
                </button>
                <button type="button" onClick={() => props.onDiscard(clientId)}>
                  {words.discard}
                </button>
              </>
            )}
            <span class="tick" role="img" aria-label={words.progress[progress]} title={words.progress[progress]}>
              <Icon name={PROGRESS_ICONS[progress]} />
            </span>
          </p>
        </div>
      </div>
    ),
    [clientId, text, attachments.length, progress, because, words],
  );
}

function Files({ files, words, desk, onEnlarge }: Shared & { readonly files: readonly FileAnswer[] }): JSX.Element {
  return (
    <>
      {files.map((file) => (
        <Attached key={file.id} file={file} words={words} desk={desk} onEnlarge={onEnlarge} />
      ))}
    </>
  );
}
