import { Alert, App, Button } from "antd";
import { useRef, useState } from "react";
import type { BodyOf } from "../shared/calls.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { rosterWords } from "./words.ts";

const LARGEST_FILE_BYTES = 2 * 1024 * 1024;

interface Props {
  /** Of the roster that is shown; absent: none could be read. */
  readonly version: number | undefined;
  readonly onReplaced: () => void;
}

/** Reads a roster file, says how many agents it has, and replaces the roster when confirmed. */
export function RosterUpload({ version, onReplaced }: Props) {
  const api = useApi();
  const words = useWords(rosterWords);
  const shared = useWords(sharedWords);
  const explain = useExplain();
  const { modal, message } = App.useApp();
  const picker = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();

  async function look(file: File): Promise<void> {
    setTrouble(undefined);
    if (file.size > LARGEST_FILE_BYTES) return setTrouble(words.tooBig(file.name));
    const read = parsed(await file.text());
    if ("why" in read) return setTrouble(words.notJson(file.name, read.why));
    const roster = read.value;
    if (!isRoster(roster)) return setTrouble(words.noAgents(file.name));
    modal.confirm({
      title: words.ask,
      content: words.askMore(roster.agents.length, file.name),
      okText: words.replace,
      cancelText: shared.cancel,
      onOk: () => replace(roster),
    });
  }

  async function replace(roster: Roster): Promise<void> {
    const answer = await api.send("put /api/console/roster", {
      body: roster,
      // Without one nothing could be read: whatever is there is replaced, as the question said.
      query: version === undefined ? { force: "true" } : { version },
    });
    if (answer.type === "answer") {
      onReplaced();
      message.success(words.done);
      return;
    }
    const { failure } = answer;
    // Faults name their own place.
    const place = failure.type === "problem" && failure.faults.length === 0 ? failure.problem.field : undefined;
    const field = place === undefined ? "" : `${words.field(place)} — `;
    setTrouble(`${field}${explain(failure)}`);
  }

  return (
    <div className="upload">
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={words.upload}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was mended.
          event.target.value = "";
          if (file !== undefined) void look(file);
        }}
      />
      <Button onClick={() => picker.current?.click()}>{words.upload}</Button>
      <span className="muted">{words.uploadHint}</span>
      <div role="alert">
        {trouble !== undefined && <Alert type="error" showIcon title={words.refused} description={trouble} />}
      </div>
    </div>
  );
}

function parsed(text: string): { readonly value: unknown } | { readonly why: string } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

type Roster = BodyOf<"put /api/console/roster">;

/** Taken for one when it has agents at all: what is wrong inside, the server says entry by entry. */
function isRoster(read: unknown): read is Roster {
  return typeof read === "object" && read !== null && "agents" in read && Array.isArray(read.agents);
}
