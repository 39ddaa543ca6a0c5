import { Alert, Button, Drawer } from "antd";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Answer, Failure } from "./api.ts";
import { useExplain } from "./failure.tsx";
import { useWords } from "./language.tsx";
import { sharedWords } from "./words.ts";

interface Props<Done> {
  readonly title: string;
  /** What the button says that sends it. */
  readonly submit: string;
  /** Above what went wrong. */
  readonly notDone: string;
  /** What is missing before it may be sent; undefined: nothing. */
  readonly missing?: string | undefined;
  /** What the form itself says of a failure, better than the usual sentence; undefined: the usual one. */
  readonly tell?: (failure: Failure) => string | undefined;
  readonly send: () => Promise<Answer<Done>>;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** A form in a drawer: sent once at a time, with what is missing or went wrong told above its fields. */
export function DrawerForm<Done>({ title, submit, notDone, missing, tell, send, onDone, onClose, children }: Props<Done>) {
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function submitted(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (missing !== undefined) return setTrouble(missing);
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer.type === "failure") return setTrouble(tell?.(answer.failure) ?? explain(answer.failure));
    onDone(answer.value);
  }

  return (
    <Drawer open size={440} title={title} onClose={onClose}>
      <form className="stack drawer-form" onSubmit={(event) => void submitted(event)} noValidate>
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={notDone} description={trouble} />}</div>
        {children}
        <div className="page-tools">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </form>
    </Drawer>
  );
}
