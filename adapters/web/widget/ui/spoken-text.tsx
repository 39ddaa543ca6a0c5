import type { JSX } from "preact";
import { linkify } from "../rules/linkify.ts";

/** What somebody said, as text nodes; http and https addresses become links. */
export function SpokenText({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {linkify(text).map((piece) =>
        piece.type === "text" ? (
          piece.text
        ) : (
          <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
