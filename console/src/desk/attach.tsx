import { App, Button } from "antd";
import { useRef, useState } from "react";
import type { ChangeEvent, ClipboardEvent, DragEvent } from "react";
import type { FileLimits } from "../../../src/desk/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { fileWords } from "./file-words.ts";
import type { Files } from "./use-files.ts";

interface Props {
  readonly files: Files;
  readonly limits: FileLimits;
}

/** The button that adds files to the reply. */
export function AttachButton({ files, limits }: Props) {
  const words = useWords(fileWords);
  const input = useRef<HTMLInputElement>(null);

  function chosen({ target }: ChangeEvent<HTMLInputElement>): void {
    files.add([...(target.files ?? [])]);
    // The same file may be chosen again after it was taken away.
    target.value = "";
  }

  return (
    <>
      <Button
        type="text"
        icon={<Icon name="clip" />}
        aria-label={words.add}
        title={`${words.add} · ${words.addHint}`}
        onClick={() => input.current?.click()}
      />
      <input ref={input} type="file" multiple hidden accept={limits.types.join(",")} onChange={chosen} />
    </>
  );
}

/** What takes files that are pasted or dropped. `accepts`: false while a remark is written, which takes none. */
export function useDroppedFiles(files: Files, accepts: boolean) {
  const words = useWords(fileWords);
  const { message } = App.useApp();
  const [isOver, setIsOver] = useState(false);

  function take(list: FileList): void {
    if (accepts) files.add([...list]);
    else message.info(words.notInNotes);
  }

  return {
    isOver: isOver && accepts,
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      take(event.clipboardData.files);
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      setIsOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    },
  };
}
