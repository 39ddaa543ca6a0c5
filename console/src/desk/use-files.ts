import { useEffect, useRef, useState } from "react";
import type { FileLimits, KeptFile } from "../../../src/desk/api.ts";
import { newClientId } from "../shared/api.ts";
import type { Failure } from "../shared/api.ts";
import { browserKeeper } from "../shared/browser-keeper.ts";
import { useExplain } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { chosenAgain, faultOf, fileDraftsOf, isPicture } from "./files.ts";
import type { ChosenFile } from "./files.ts";
import { fileWords } from "./file-words.ts";

export interface Files {
  readonly all: readonly ChosenFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: string) => void;
  /** They went with a reply. */
  readonly clear: () => void;
  /** A reply was put back in the box, with these. */
  readonly restore: (files: readonly KeptFile[]) => void;
}

const KEEP = "post /api/console/conversations/{id}/files";

/** The files for the next reply: sent to the server as they are chosen, kept over a reload once they are there. */
export function useFiles(conversation: string, limits: FileLimits): Files {
  const api = useApi();
  const drafts = fileDraftsOf(useSession().me.user.id, browserKeeper());
  const words = useWords(fileWords);
  const explain = useExplainUpload(limits);
  const [all, setAll] = useState(() => drafts.read(conversation));
  // The same list at once: several uploads may end in one moment.
  const current = useRef(all);
  const stops = useStops();
  useEffect(() => () => forgetPictures(current.current), []);

  function change(next: readonly ChosenFile[]): void {
    current.current = next;
    drafts.write(conversation, next);
    setAll(next);
  }

  function mark(key: string, state: ChosenFile["state"]): void {
    change(current.current.map((file) => (file.key === key ? { ...file, state } : file)));
  }

  async function send(key: string, file: File): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    const watch = { onProgress: (share: number) => mark(key, { type: "sending", share }), signal: stop.signal };
    const answer = await api.upload(KEEP, { ids: { id: conversation }, query: { name: file.name }, file }, watch);
    stops.delete(key);
    if (stop.signal.aborted) return;
    mark(key, answer.type === "answer" ? { type: "kept", file: answer.value } : failed(explain(answer.failure)));
  }

  function add(files: readonly File[]): void {
    for (const file of files) {
      const key = newClientId();
      const already = current.current.filter(({ state }) => state.type !== "failed").length;
      const fault = faultOf(file, limits, already);
      change([...current.current, chosenNow(key, file, fault === undefined ? undefined : words.faults[fault](limits))]);
      if (fault === undefined) void send(key, file);
    }
  }

  function keepOnly(isKept: (file: ChosenFile) => boolean): void {
    forgetPictures(current.current.filter((file) => !isKept(file)));
    change(current.current.filter(isKept));
  }

  return {
    all,
    add,
    remove: (key) => {
      stops.get(key)?.abort();
      keepOnly((file) => file.key !== key);
    },
    clear: () => keepOnly(() => false),
    restore: (files) => change([...current.current, ...files.map(chosenAgain)]),
  };
}

// A picture's address keeps its bytes in memory until it is given back.
function forgetPictures(files: readonly ChosenFile[]): void {
  for (const { picture } of files) if (picture !== undefined) URL.revokeObjectURL(picture);
}

function failed(why: string): ChosenFile["state"] {
  return { type: "failed", why };
}

function chosenNow(key: string, file: File, why: string | undefined): ChosenFile {
  const state = why === undefined ? SENDING : failed(why);
  const chosen = { key, name: file.name, bytes: file.size, state };
  return why !== undefined || !isPicture(file) ? chosen : { ...chosen, picture: URL.createObjectURL(file) };
}

/** What ends the uploads that are under way; all of them when the conversation is left. */
function useStops(): Map<string, AbortController> {
  const [stops] = useState(() => new Map<string, AbortController>());
  useEffect(() => () => stops.forEach((stop) => stop.abort()), [stops]);
  return stops;
}

const SENDING = { type: "sending", share: 0 } as const;

function useExplainUpload(limits: FileLimits): (failure: Failure) => string {
  const words = useWords(fileWords);
  const explain = useExplain();
  return (failure) => {
    if (failure.type === "unconfirmed") return words.lost;
    if (failure.type === "problem" && failure.problem.status === 413) return words.faults["too-large"](limits);
    if (failure.type === "problem" && failure.problem.status === 415) return words.faults.type(limits);
    if (failure.type === "problem" && failure.problem.status === 409) return words.notMine;
    return explain(failure);
  };
}
