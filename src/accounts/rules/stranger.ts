import { digest } from "../../core/ids.ts";

/** What the audit log calls an address that is nobody's: enough to see that it is the same one, too little to read it. */
export function strangerName(email: string): string {
  const known = email.trim().toLowerCase();
  return `${[...known][0] ?? ""}…@… ${digest(known).slice(0, 8)}`;
}
