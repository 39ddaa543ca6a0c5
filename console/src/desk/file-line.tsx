import type { KeptFile } from "../../../src/desk/api.ts";
import { Icon } from "../shared/icons.tsx";
import { useWords } from "../shared/language.tsx";
import { deskWords } from "./words.ts";

interface Props {
  readonly file: KeptFile;
  readonly conversation: string;
}

/** A file that was sent: pictures are shown, everything can be saved. */
export function FileLine({ file, conversation }: Props) {
  const words = useWords(deskWords);
  const address = `/api/console/conversations/${encodeURIComponent(conversation)}/files/${encodeURIComponent(file.id)}`;
  return (
    <div className="file">
      {file.type.startsWith("image/") && <img src={address} alt={file.name} loading="lazy" className="picture" />}
      <p>
        <Icon name="file" />{" "}
        <a href={address} download>
          {file.name}
        </a>{" "}
        <span className="muted">{words.kilobytes(Math.ceil(file.bytes / 1024))}</span>
      </p>
    </div>
  );
}
