import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Desk, FileOnItsWay, Model } from "../link/desk.ts";
import { sizeText } from "../rules/files.ts";
import type { Words } from "../texts/words.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly desk: Desk;
  readonly model: Model;
  readonly words: Words;
  readonly onWrote: (text: string) => void;
  readonly onSay: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onDropFile: (id: string) => void;
}

const DEFAULT_LENGTH = 2_000;

/** Where the visitor writes. The draft outlives a reload. */
export function Composer({ desk, model, words, onWrote, onSay, onFile, onDropFile }: Props): JSX.Element {
  const { memory } = desk;
  const [text, setText] = useState(memory.read("draft") ?? "");
  const area = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { session, uploads, talk } = model;
  const excess = text.length - (session?.limits.textLength ?? DEFAULT_LENGTH);
  const canSend = text.trim() !== "" && excess <= 0;
  const isAway = talk.state?.status === "queued" && talk.state.promisedAt !== undefined;

  useEffect(() => (text === "" ? memory.remove("draft") : memory.write("draft", text)), [memory, text]);
  useLayoutEffect(() => fit(area.current), [text, model.isOpen]);

  const send = (): void => {
    if (!canSend) return;
    onSay(text.trim());
    setText("");
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter picks a word. Some browsers say so only by key code 229.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    for (const file of files) onFile(file);
  };
  return (
    <div class="composer">
      {uploads.map((file) => (
        <OneFile key={file.id} file={file} model={model} words={words} onDrop={() => onDropFile(file.id)} />
      ))}
      <div class="field">
        <button
          type="button"
          class="plain"
          aria-label={words.attach}
          title={words.attach}
          disabled={session === undefined}
          onClick={() => chooser.current?.click()}
        >
          <Icon name="clip" />
        </button>
        <input
          ref={chooser}
          class="chooser"
          type="file"
          hidden
          multiple
          accept={session?.limits.fileTypes.join(",")}
          aria-label={words.attach}
          onChange={({ currentTarget }) => {
            for (const file of [...(currentTarget.files ?? [])]) onFile(file);
            currentTarget.value = "";
          }}
        />
        <textarea
          ref={area}
          rows={1}
          dir="auto"
          enterkeyhint="send"
          value={text}
          aria-label={words.inputLabel}
          placeholder={isAway ? words.placeholderAway : words.placeholder}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            onWrote(currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="button" class="send" aria-label={words.send} title={words.hint} disabled={!canSend} onClick={send}>
          <Icon name="send" />
        </button>
      </div>
      {excess > 0 && (
        <p class="excess" role="alert">
          {words.tooLongBy(excess)}
        </p>
      )}
    </div>
  );
}

interface OneFileProps {
  readonly file: FileOnItsWay;
  readonly model: Model;
  readonly words: Words;
  readonly onDrop: () => void;
}

function OneFile({ file, model, words, onDrop }: OneFileProps): JSX.Element {
  const limit = file.refused === "file-too-big" ? ` · ${words.maxSize(sizeText(model.session?.limits.fileBytes ?? 0))}` : "";
  return (
    <div class={file.refused === undefined ? "upload" : "upload refused"}>
      <Icon name={file.refused === undefined ? "file" : "alert"} />
      <span class="upload-name">
        <bdi>{file.name}</bdi>
        <small role={file.refused === undefined ? undefined : "alert"}>
          {file.refused === undefined ? words.uploading(file.percent) : words.refusals[file.refused] + limit}
        </small>
        {file.refused === undefined && <progress max={100} value={file.percent} aria-label={words.uploading(file.percent)} />}
      </span>
      <button type="button" class="plain" aria-label={`${words.cancel} ${file.name}`} onClick={onDrop}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** As tall as its text, up to the limit of the style sheet. */
function fit(area: HTMLTextAreaElement | null): void {
  if (area === null) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}
