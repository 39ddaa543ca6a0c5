import { useId } from "react";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
}

/** A field with its label and what to know about it. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
}
