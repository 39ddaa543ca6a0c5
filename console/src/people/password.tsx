import { Button, Modal } from "antd";
import { useState } from "react";
import type { UserCreated } from "../../../src/accounts/api.ts";
import { useWords } from "../shared/language.tsx";
import { peopleWords } from "./words.ts";

interface Props {
  readonly created: UserCreated;
  readonly onClose: () => void;
}

/** The random password of a new person, shown once; only the button closes it, so that no stray key loses it. */
export function PasswordOnce({ created, onClose }: Props) {
  const words = useWords(peopleWords);
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    // The clipboard needs https; without it the password can still be selected by hand.
    await navigator.clipboard?.writeText(created.password).then(
      () => setCopied(true),
      () => undefined,
    );
  }

  return (
    <Modal
      open
      title={words.passwordTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button>
          <Button type="primary" onClick={onClose}>
            {words.kept}
          </Button>
        </>
      }
    >
      <p>{words.passwordLead(created.user.name)}</p>
      <p className="muted">{created.user.email}</p>
      <p>
        {words.password}: <code className="one-time">{created.password}</code>
      </p>
    </Modal>
  );
}
