import { Modal } from "antd";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { deskWords } from "./words.ts";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

const KEYS = [
  ["J", "next"],
  ["K", "previous"],
  ["W", "worst"],
  ["S", "search"],
  ["C", "claim"],
  ["T", "transfer"],
  ["Q", "request"],
  ["B", "release"],
  ["E", "close"],
  ["R", "reply"],
  ["N", "note"],
  ["1 2 3", "suggestion"],
  ["Enter", "send"],
  ["Shift + Enter", "newline"],
  ["Esc", "leave"],
  ["Alt + …", "inField"],
  ["Ctrl + K", "anywhere"],
  ["/", "phrase"],
  ["?", "keys"],
] as const;

/** All keys of the desk. */
export function KeySheet({ open, onClose }: Props) {
  const words = useWords(deskWords);
  const shared = useWords(sharedWords);
  return (
    <Modal
      title={words.keysTitle}
      open={open}
      onCancel={onClose}
      footer={null}
      width={680}
      closable={{ "aria-label": shared.close }}
    >
      <dl className="key-sheet">
        {KEYS.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.keys[name]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
