import { Alert, App, Input, Modal } from "antd";
import { useState } from "react";
import type { FormEvent } from "react";
import type { PasswordRequest } from "../../../src/accounts/api.ts";
import type { Failure } from "../shared/api.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { takesFocus } from "../shared/takes-focus.ts";
import { faultIn, SHORTEST } from "./fault.ts";
import type { PasswordChange } from "./fault.ts";
import { passwordWords } from "./words.ts";
import "./password.css";

const FIELDS = [
  ["current", "current-password"],
  ["fresh", "new-password"],
  ["repeated", "new-password"],
] as const;

/** Changing one's own password: the current one, the new one, the new one again. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const { me } = useSession();
  const words = useWords(passwordWords);
  const shared = useWords(sharedWords);
  const explain = useExplainChange();
  const { message } = App.useApp();
  const [change, setChange] = useState<PasswordChange>({ current: "", fresh: "", repeated: "" });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const fault = faultIn(change);
    if (fault !== undefined) return setTrouble(words.faults[fault]);
    setBusy(true);
    const request: PasswordRequest = { currentPassword: change.current, newPassword: change.fresh };
    const answer = await api.send("post /api/auth/change-password", { body: request });
    setBusy(false);
    if (answer.type === "failure") return setTrouble(explain(answer.failure));
    message.success(words.done);
    onClose();
  }

  return (
    <Modal
      open
      title={words.title}
      onCancel={onClose}
      okText={words.submit}
      cancelText={shared.cancel}
      confirmLoading={busy}
      okButtonProps={{ htmlType: "submit", form: "password-form" }}
      // A stray click beside the dialog must not throw away three typed passwords.
      mask={{ closable: false }}
    >
      <form id="password-form" className="password-form" noValidate onSubmit={(event) => void submit(event)}>
        <p className="muted">{words.lead}</p>
        <div role="alert">{trouble !== undefined && <Alert type="error" showIcon title={trouble} />}</div>
        {/* So that password keepers know whose it is. */}
        <input type="text" name="username" autoComplete="username" value={me.user.email} readOnly hidden />
        {FIELDS.map(([field, autoComplete], at) => (
          <div key={field}>
            <label htmlFor={`password-${field}`}>{words[field]}</label>
            <Input.Password
              id={`password-${field}`}
              autoComplete={autoComplete}
              ref={at === 0 ? takesFocus : undefined}
              autoFocus={at === 0}
              value={change[field]}
              onChange={({ target }) => setChange((before) => ({ ...before, [field]: target.value }))}
            />
          </div>
        ))}
        <p className="muted">{words.rule(SHORTEST)}</p>
      </form>
    </Modal>
  );
}

function useExplainChange(): (failure: Failure) => string {
  const words = useWords(passwordWords);
  const explain = useExplain();
  return (failure) => {
    if (failure.type === "unconfirmed") return words.unsure;
    if (failure.type === "problem" && failure.problem.status === 401) return words.ended;
    if (failure.type === "problem" && failure.problem.field === "currentPassword") return words.wrong;
    return explain(failure);
  };
}
