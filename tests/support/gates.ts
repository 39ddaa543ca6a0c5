import type { Understanding } from "../../src/core/understanding.ts";
import { plainUnderstanding } from "./worlds.ts";

/** Something that a test lets happen. */
export function openGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** Understands as the plain one, after this was done with the text. */
export function reading(before: (text: string) => Promise<void>): Understanding {
  const plain = plainUnderstanding();
  return { ...plain, read: async (question) => before(question.text).then(() => plain.read(question)) };
}
