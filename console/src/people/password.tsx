import type { UserCreated } from "../../../src/accounts/api.ts";
import { useWords } from "../shared/language.tsx";
import { SecretOnce } from "../shared/once.tsx";
import { peopleWords } from "./words.ts";

interface Props {
  readonly created: UserCreated;
  readonly onClose: () => void;
}

/** The random password of a new person, shown once. */
export function PasswordOnce({ created, onClose }: Props) {
  const words = useWords(peopleWords);
  return (
    <SecretOnce title={words.passwordTitle} label={words.password} secret={created.password} onClose={onClose}>
      <p>{words.passwordLead(created.user.name)}</p>
      <p className="muted">{created.user.email}</p>
    </SecretOnce>
  );
}
