import { Button, Modal, Progress } from "antd";
import { useState } from "react";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
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
          {file.picture === undefined ? <Icon name="file" /> : <Preview name={file.name} picture={file.picture} />}
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

/** The picture as it will go out; a click shows it large. */
function Preview({ name, picture }: { readonly name: string; readonly picture: string }) {
  const words = useWords(fileWords);
  const shared = useWords(sharedWords);
  const [isLarge, setIsLarge] = useState(false);
  return (
    <>
      <button type="button" className="chosen-picture" aria-label={words.look(name)} onClick={() => setIsLarge(true)}>
        <img src={picture} alt="" />
      </button>
      <Modal
        open={isLarge}
        title={name}
        footer={null}
        width={720}
        onCancel={() => setIsLarge(false)}
        closable={{ "aria-label": shared.close }}
      >
        <img src={picture} alt={name} className="large-picture" />
      </Modal>
    </>
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
