import { Input } from "antd";
import { useId } from "react";
import { useWords } from "../shared/language.tsx";
import { takesFocus } from "../shared/takes-focus.ts";
import { securityWords } from "./words.ts";

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One's password, asked for once more. */
export function PasswordField({ value, onChange }: Props) {
  const words = useWords(securityWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.password}</label>
      <Input.Password
        id={id}
        autoComplete="current-password"
        ref={takesFocus}
        autoFocus
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
