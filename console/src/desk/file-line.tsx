import type { KeptFile } from "../../../src/desk/api.ts";
import { linkTo } from "../shared/calls.ts";
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
  const address = linkTo("/api/console/conversations/{id}/files/{fileId}", { ids: { id: conversation, fileId: file.id } });
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
