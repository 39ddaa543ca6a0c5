import { Button, Modal } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useWords } from "./language.tsx";
import { sharedWords } from "./words.ts";

interface Props {
  readonly title: string;
  /** What it is: “password”. */
  readonly label: string;
  readonly secret: string;
  /** Whose it is, and what to do with it. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A secret that is shown once; only the button closes it, so that no stray key loses it. */
export function SecretOnce({ title, label, secret, children, onClose }: Props) {
  const words = useWords(sharedWords);
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    // The clipboard needs https; without it the secret can still be selected by hand.
    await navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    );
  }

  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => void copy()}>{copied ? words.copied : words.copyThe(label)}</Button>
          <Button type="primary" onClick={onClose}>
            {words.keptIt}
          </Button>
        </>
      }
    >
      {children}
      <p>
        {label}: <code className="one-time">{secret}</code>
      </p>
    </Modal>
  );
}
