import { Alert, App, Modal } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { PasswordField } from "./password-field.tsx";
import { securityWords } from "./words.ts";

/** Switches the second step off, with the password. */
export function StepOff({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const words = useWords(securityWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { message } = App.useApp();
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (password === "") return setTrouble(words.passwordMissing);
    setBusy(true);
    const answer = await api.send("post /api/auth/second-step/off", { body: { password } });
    setBusy(false);
    if (answer.type === "failure") {
      const isWrong = answer.failure.type === "problem" && answer.failure.problem.field === "currentPassword";
      return setTrouble(isWrong ? words.passwordWrong : explain(answer.failure));
    }
    message.success(words.offDone);
    onClose();
  }

  return (
    <Modal
      open
      title={words.offAsk}
      onCancel={onClose}
      okText={words.turnOff}
      cancelText={shared.cancel}
      confirmLoading={busy}
      okButtonProps={{ htmlType: "submit", form: "step-off" }}
    >
      <form id="step-off" className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <p className="muted">{words.passwordAsk}</p>
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
        <PasswordField value={password} onChange={setPassword} />
      </form>
    </Modal>
  );
}
