import { Button } from "antd";
import { useId, useRef, useState } from "react";
import type { WidgetRow } from "../../../src/stores/api.ts";
import { useWords } from "../shared/language.tsx";
import { placesWords } from "./words.ts";

type Copied = "no" | "yes" | "by-hand";

/** The tag that a store's pages need, ready to copy, and a page to try it on. */
export function Widget({ widget }: { readonly widget: WidgetRow }) {
  const words = useWords(placesWords);
  const title = useId();
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<Copied>("no");

  async function copy(): Promise<void> {
    // Without https there is no clipboard: then it is selected, to be copied by hand.
    const done = await navigator.clipboard?.writeText(widget.script).then(
      () => true,
      () => false,
    );
    if (done !== true && code.current !== null) getSelection()?.selectAllChildren(code.current);
    setCopied(done === true ? "yes" : "by-hand");
  }

  return (
    <section className="panel stack" aria-labelledby={title}>
      <h2 id={title}>{words.widget}</h2>
      <p className="muted">{words.widgetLead}</p>
      <pre className="places-script" tabIndex={0} aria-label={words.script}>
        <code ref={code}>{widget.script}</code>
      </pre>
      <div className="page-tools">
        <Button onClick={() => void copy()}>{copied === "yes" ? words.copied : words.copy}</Button>
        <Button type="link" href={widget.demo} target="_blank" rel="noopener">
          {words.demo}
        </Button>
        <span role="status" className={copied === "by-hand" ? "muted" : "visually-hidden"}>
          {copied === "yes" && words.copied}
          {copied === "by-hand" && words.selected}
        </span>
      </div>
    </section>
  );
}
