import { Button, Progress } from "antd";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { fileWords } from "./file-words.ts";
import type { ChosenFile } from "./files.ts";
import type { Files } from "./use-files.ts";
import { deskWords } from "./words.ts";

/** The files that go with the reply: how far they are, or why one cannot go. */
export function FileList({ files }: { readonly files: Files }) {
  const words = useWords(fileWords);
  if (files.all.length === 0) return undefined;
  return (
    <ul className="chosen-files" aria-label={words.list}>
      {files.all.map((file) => (
        <li key={file.key} className={file.state.type === "failed" ? "chosen-failed" : ""}>
          <Icon name="file" />
          <span className="chosen-name" dir="auto">
            {file.name}
          </span>
          <Standing file={file} />
          <Button type="text" size="small" aria-label={words.remove(file.name)} onClick={() => files.remove(file.key)}>
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Standing({ file }: { readonly file: ChosenFile }) {
  const words = useWords(fileWords);
  const desk = useWords(deskWords);
  const { state } = file;
  switch (state.type) {
    case "sending": {
      const percent = Math.floor(state.share * 100);
      return (
        <Progress percent={percent} size="small" showInfo={false} aria-label={words.sending(percent)} className="chosen-share" />
      );
    }
    case "kept":
      return <span className="muted number">{desk.kilobytes(Math.ceil(file.bytes / 1024))}</span>;
    case "failed":
      return (
        <span role="alert" className="chosen-why">
          {state.why}
        </span>
      );
  }
}
