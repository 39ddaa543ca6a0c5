import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { FileAnswer, WidgetMessage } from "../../api.ts";
import type { Progress } from "../rules/talk.ts";
import { Attached } from "./attachments.tsx";
import { Choices } from "./choices.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { SpokenText } from "./spoken-text.tsx";
import type { Tools } from "./tools.ts";

interface TheirsProps {
  readonly message: WidgetMessage;
  /** The first of several by one author: shows the face and the name. */
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly tools: Tools;
}

/** A line of the bot, an agent, or the desk itself. Drawn again only when something in it changed: talks grow long. */
export function Theirs({ message, isFirst, isOpen, tools }: TheirsProps): JSX.Element {
  return useMemo(() => {
    const { words } = tools;
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
          <Files files={message.attachments ?? NO_FILES} tools={tools} />
          {message.source !== undefined && (
            <p class="source" dir="auto">
              <Icon name="book" />
              {words.source(words.phases[message.source.phase], message.source.title)}
            </p>
          )}
          {message.choices !== undefined && message.choices.length > 0 && (
            <Choices choices={message.choices} isOpen={isOpen} words={words} onChoose={tools.choose} />
          )}
        </div>
      </div>
    );
  }, [message, isFirst, isOpen, tools]);
}

export const NO_FILES: readonly FileAnswer[] = [];

interface OwnProps {
  readonly clientId: string;
  readonly text: string;
  readonly attachments: readonly FileAnswer[];
  readonly progress: Progress;
  /** Why it was refused, as a sentence. */
  readonly because?: string | undefined;
  readonly tools: Tools;
}

const PROGRESS_ICONS: Readonly<Record<Progress, IconName>> = {
  waiting: "clock",
  stored: "tick",
  returned: "ticks",
  refused: "alert",
};

/** A line of the visitor, on its way or arrived: the same element throughout, so that nothing flickers or is read out twice. */
export function Own({ clientId, text, attachments, progress, because, tools }: OwnProps): JSX.Element {
  return useMemo(() => {
    const { words, retry, discard } = tools;
    return (
      <div class={`line own ${progress}`}>
        <div class="said">
          <p class="author unseen">{words.you}</p>
          {text !== "" && (
            <div class="bubble" dir="auto">
              <SpokenText text={text} />
            </div>
          )}
          <Files files={attachments} tools={tools} />
          <p class="progress">
            {because !== undefined && <span class="because">{because}</span>}
            {progress === "refused" && (
              <>
                <button type="button" onClick={() => retry(clientId)}>
                  {words.retry}
                </button>
                <button type="button" onClick={() => discard(clientId)}>
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
    );
  }, [clientId, text, attachments, progress, because, tools]);
}

function Files({ files, tools }: { readonly files: readonly FileAnswer[]; readonly tools: Tools }): JSX.Element {
  return (
    <>
      {files.map((file) => (
        <Attached key={file.id} file={file} tools={tools} />
      ))}
    </>
  );
}
