import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  /** What to do next. */
  readonly next: string;
  readonly children?: ReactNode;
}

/** Nothing is here yet: says so, and what to do next. */
export function EmptyNote({ title, next, children }: Props) {
  return (
    <div className="empty-note">
      <strong>{title}</strong>
      <p>{next}</p>
      {children}
    </div>
  );
}
