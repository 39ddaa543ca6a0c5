import type { ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { WidgetChoice } from "../../api.ts";
import type { Desk, Model } from "../link/desk.ts";
import { stampText } from "../rules/moments.ts";
import { linesOf, type Line } from "../rules/talk.ts";
import type { Words } from "../texts/words.ts";
import type { Enlarged } from "./attachments.tsx";
import { Own, Theirs } from "./bubble.tsx";
import { Choices } from "./choices.tsx";
import { Icon } from "./icons.tsx";
import { SpokenText } from "./spoken-text.tsx";

interface Props {
  readonly model: Model;
  readonly desk: Desk;
  readonly words: Words;
  readonly onChoose: (choice: WidgetChoice) => void;
  readonly onRetry: (clientId: string) => void;
  readonly onDiscard: (clientId: string) => void;
  readonly onEnlarge: (picture: Enlarged) => void;
  readonly children: ComponentChildren;
}

/** This close to the end counts as reading the newest. */
const NEAR_PX = 80;

/** The talk. Follows the newest line unless the visitor has scrolled up to read. */
export function Log(props: Props): JSX.Element {
  const { model, words } = props;
  const { talk, outbox, session } = model;
  const box = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);
  const [isBehind, setBehind] = useState(false);
  const lines = useMemo(() => linesOf(talk, outbox), [talk.messages, talk.state, outbox]);
  const typing = talk.typing;
  const lastKey = lines.at(-1)?.key;
  const isOwnLast = lines.at(-1)?.type === "pending";

  const toEnd = (): void => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (isFollowing.current || isOwnLast) toEnd();
    else setBehind(true);
  }, [lastKey, model.isOpen]);
  useLayoutEffect(() => {
    if (isFollowing.current) toEnd();
  });
  useEffect(() => watchHeight(box.current, () => isFollowing.current && toEnd()), []);

  const onScroll = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: JSX.TargetedEvent<HTMLDivElement>): void => {
    isFollowing.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (isFollowing.current) setBehind(false);
  };
  const isReady = session !== undefined && (model.link !== "starting" || lines.length > 0);
  return (
    <div class="log-frame">
      <div
        ref={box}
        class="log"
        tabIndex={0}
        onScroll={onScroll}
        role="log"
        aria-label={words.logLabel}
        aria-live="polite"
        aria-busy={!isReady}
      >
        <div class="log-inner">
          {session !== undefined && <Greeting {...props} hasLines={lines.length > 0} />}
          {lines.map((line) => drawLine(line, props))}
          {talk.state?.status === "closed" && lines.length > 0 && <p class="aside">{words.closed}</p>}
          {props.children}
          {typing !== undefined && (
            <div class={`typing ${typing.who}`} role="status">
              <span class="face" aria-hidden="true">
                {typing.who === "bot" ? <Icon name="bot" /> : initial(typing.name ?? words.agentRole)}
              </span>
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              <bdi class="typing-who">
                {typing.who === "bot" ? words.botTyping : words.agentTyping(typing.name ?? words.agentRole)}
              </bdi>
            </div>
          )}
        </div>
      </div>
      {isBehind && (
        <button type="button" class="to-end" onClick={() => (toEnd(), setBehind(false))}>
          <Icon name="down" />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function drawLine(line: Line, props: Props): JSX.Element {
  const { words, desk, onChoose, onRetry, onDiscard, onEnlarge } = props;
  const own = { words, desk, onRetry, onDiscard, onEnlarge };
  if (line.type === "day") {
    return (
      <p key={line.key} class="stamp">
        {stampText(line.at, Date.now(), desk.settings.language)}
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
        {...own}
      />
    );
  }
  const { message, isFirst, isOpen } = line;
  if (message.author.type === "shopper") {
    const files = message.attachments ?? [];
    return (
      <Own
        key={line.key}
        clientId={message.clientId ?? ""}
        text={message.text}
        attachments={files}
        progress="returned"
        {...own}
      />
    );
  }
  return (
    <Theirs
      key={line.key}
      message={message}
      isFirst={isFirst}
      isOpen={isOpen}
      words={words}
      desk={desk}
      onChoose={onChoose}
      onEnlarge={onEnlarge}
    />
  );
}

/** Codes of an older or newer widget's outbox get the general sentence. */
function sentence(code: string, words: Words): string {
  const known: Readonly<Record<string, string>> = words.refusals;
  return known[code] ?? words.refusals.refused;
}

function Greeting({ model, words, onChoose, hasLines }: Props & { readonly hasLines: boolean }): JSX.Element {
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
        {quickChoices.length > 0 && <Choices choices={quickChoices} isOpen={!hasLines} words={words} onChoose={onChoose} />}
      </div>
    </div>
  );
}

/** Pictures arrive after their lines: stay at the end when the content grows or the keyboard takes room. */
function watchHeight(box: HTMLElement | null, act: () => void): (() => void) | undefined {
  if (box === null || !("ResizeObserver" in globalThis)) return undefined;
  const observer = new ResizeObserver(act);
  observer.observe(box);
  if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
  return () => observer.disconnect();
}

function initial(name: string): string {
  return [...name.trim()][0] ?? "";
}
