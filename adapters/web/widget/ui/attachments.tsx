import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FileAnswer } from "../../api.ts";
import type { Desk } from "../link/desk.ts";
import { isPicture, sizeText } from "../rules/files.ts";
import type { Words } from "../texts/words.ts";
import { Icon } from "./icons.tsx";
import type { Enlarged, Tools } from "./tools.ts";

interface Props {
  readonly file: FileAnswer;
  readonly tools: Tools;
}

/** A file in the talk: a picture is shown, anything else is offered for download. */
export function Attached(props: Props): JSX.Element {
  return isPicture(props.file.type) ? <Picture {...props} /> : <Download {...props} />;
}

function Picture({ file, tools }: Props): JSX.Element {
  const { desk, words, enlarge } = tools;
  const { id, name, type } = file;
  const [address, setAddress] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    setFailed(false);
    void fetchBlob(desk, id, type).then((url) => {
      if (url === undefined) setFailed(true);
      else if (isGone) URL.revokeObjectURL(url);
      else setAddress((made = url));
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [desk, id, type, attempt]);
  if (hasFailed) {
    return (
      <button type="button" class="picture failed" onClick={() => setAttempt(attempt + 1)}>
        {words.pictureFailed}
      </button>
    );
  }
  if (address === undefined) return <span class="picture loading" role="img" aria-label={name} />;
  return (
    <button type="button" class="picture" aria-label={words.openPicture(name)} onClick={() => enlarge({ address, name })}>
      <img src={address} alt={name} onError={() => setFailed(true)} />
    </button>
  );
}

function Download({ file, tools }: Props): JSX.Element {
  const { desk, words } = tools;
  const [hasFailed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    // Never the file's own type: what it holds must not run in the shop's page.
    const url = await fetchBlob(desk, file.id, "application/octet-stream");
    setFailed(url === undefined);
    if (url === undefined) return;
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return (
    <button type="button" class="file" aria-label={words.download(file.name)} onClick={() => void save()}>
      <Icon name="file" />
      <span>
        <bdi>{file.name}</bdi>
        <small>{hasFailed ? words.refusals.unreachable : sizeText(file.bytes)}</small>
      </span>
    </button>
  );
}

/** Downloads need the visitor's token, so an address in `src` will not do. */
async function fetchBlob(desk: Desk, id: string, type: string): Promise<string | undefined> {
  const reply = await desk.calls.download(desk.model.get().session?.token ?? "", id);
  return reply.type === "ok" ? URL.createObjectURL(new Blob([reply.body], { type })) : undefined;
}

/** One picture over the whole panel. */
export function Lightbox({ picture, words, onClose }: { picture: Enlarged; words: Words; onClose: () => void }): JSX.Element {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const root = close.current?.getRootNode();
    const before = root instanceof ShadowRoot ? root.activeElement : null;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div class="lightbox" role="dialog" aria-label={picture.name} onClick={onClose}>
      <img src={picture.address} alt={picture.name} />
      <button ref={close} type="button" class="plain close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}
