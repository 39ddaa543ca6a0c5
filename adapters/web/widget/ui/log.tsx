import type { ComponentChildren, JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Model } from "../link/desk.ts";
import { endsUntold } from "../rules/ending.ts";
import { stampText } from "../rules/moments.ts";
import { linesOf, type Line, type Typing } from "../rules/talk.ts";
import type { Words } from "../texts/words.ts";
import { NO_FILES, Own, Theirs } from "./bubble.tsx";
import { Choices } from "./choices.tsx";
import { useFollowing } from "./following.ts";
import { Icon } from "./icons.tsx";
import { SpokenText } from "./spoken-text.tsx";
import type { Tools } from "./tools.ts";

interface Props {
  readonly model: Model;
  readonly tools: Tools;
  /** What stands under the last line. */
  readonly children: ComponentChildren;
}

/** The talk. Follows the newest line unless the visitor has scrolled up to read. */
export function Log({ model, tools, children }: Props): JSX.Element {
  const { talk, outbox, session } = model;
  const { words } = tools;
  const boxRef = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(talk, outbox), [talk, outbox]);
  const last = lines.at(-1);
  const { isBehind, onScroll, toEnd } = useFollowing(boxRef, { lastKey: last?.key, isOwnLast: last?.type === "pending" });
  const isReady = session !== undefined && (model.link !== "starting" || lines.length > 0);
  return (
    <div class="log-frame">
      <div
        ref={boxRef}
        class="log"
        tabIndex={0}
        onScroll={onScroll}
        role="log"
        aria-label={words.logLabel}
        aria-live="polite"
        aria-busy={!isReady}
      >
        <div class="log-inner">
          {session !== undefined && <Greeting model={model} tools={tools} isOpen={lines.length === 0} />}
          {lines.map((line) => drawLine(line, tools))}
          {endsUntold(talk) && <p class="aside">{words.closed}</p>}
          {children}
          {talk.typing !== undefined && <TypingSign typing={talk.typing} words={words} />}
        </div>
      </div>
      {isBehind && (
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function drawLine(line: Line, tools: Tools): JSX.Element {
  const { words, desk } = tools;
  if (line.type === "day") {
    return (
      <p key={line.key} class="stamp">
        {stampText({ at: line.at, now: desk.now(), language: desk.settings.language })}
      </p>
    );
  }
  if (line.type === "pending") {
    const { clientId, text, attachments, progress } = line;
    const because = line.because === undefined ? undefined : sentence(line.because, words);
    return (
      <Own
        key={line.key}
        clientId={clientId}
        text={text}
        attachments={attachments}
        progress={progress}
        because={because}
        tools={tools}
      />
    );
  }
  const { message, isFirst, isOpen } = line;
  if (message.author.type !== "shopper") {
    return <Theirs key={line.key} message={message} isFirst={isFirst} isOpen={isOpen} tools={tools} />;
  }
  const files = message.attachments ?? NO_FILES;
  return (
    <Own
      key={line.key}
      clientId={message.clientId ?? ""}
      text={message.text}
      attachments={files}
      progress="returned"
      tools={tools}
    />
  );
}

/** Codes of an older or newer widget's outbox get the general sentence. */
function sentence(code: string, words: Words): string {
  const known: Readonly<Record<string, string>> = words.refusals;
  return known[code] ?? words.refusals.refused;
}

interface GreetingProps {
  readonly model: Model;
  readonly tools: Tools;
  readonly isOpen: boolean;
}

function Greeting({ model, tools: { words, choose }, isOpen }: GreetingProps): JSX.Element {
  const { greeting = "", quickChoices = [] } = model.session?.store ?? {};
  return (
    <div class="line bot first">
      <span class="face" aria-hidden="true">
        <Icon name="bot" />
      </span>
      <div class="said">
        <p class="author">{words.bot}</p>
        <div class="bubble" dir="auto">
          <SpokenText text={greeting} />
        </div>
        {quickChoices.length > 0 && <Choices choices={quickChoices} isOpen={isOpen} words={words} onChoose={choose} />}
      </div>
    </div>
  );
}

function TypingSign({ typing, words }: { readonly typing: Typing; readonly words: Words }): JSX.Element {
  const name = typing.name ?? words.agentRole;
  const isBot = typing.who === "bot";
  return (
    <div class={`typing ${typing.who}`}>
      <span class="face" aria-hidden="true">
        {isBot ? <Icon name="bot" /> : [...name.trim()][0]}
      </span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <bdi>{isBot ? words.botTyping : words.agentTyping(name)}</bdi>
    </div>
  );
}
