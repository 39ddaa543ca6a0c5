import type { FileAnswer, Problem } from "../../api.ts";
import { addressOf, addressTo, type AnswerOf, type BodyOf, type JsonPath } from "./addresses.ts";
import { readRetryAfter, type Reply } from "../rules/answers.ts";

/** What is sent with the token of a visit. */
export type SpokenPath = Exclude<JsonPath, typeof SESSIONS>;

const SESSIONS = "/api/widget/sessions";

/** The server's API, by the types that its description gives. Every call ends in a value; none throws. */
export interface Calls {
  openSession(request: BodyOf<typeof SESSIONS>): Promise<Reply<AnswerOf<typeof SESSIONS, "post">>>;
  post<P extends SpokenPath>(path: P, token: string, body: BodyOf<P>): Promise<Reply<AnswerOf<P, "post">>>;
  /** What is read of it is looked at before it is believed (`rules/arrivals.ts`). */
  poll(
    token: string,
    question: { readonly since: number; readonly waitSeconds: number },
    signal: AbortSignal,
  ): Promise<Reply<unknown>>;
  /** The open stream; a problem when the server refuses it. */
  stream(token: string, since: number, signal: AbortSignal): Promise<Reply<ReadableStream<Uint8Array>>>;
  upload(token: string, file: File, onProgress: (percent: number) => void): Upload;
  download(token: string, id: string): Promise<Reply<Blob>>;
}

export interface Upload {
  readonly done: Promise<Reply<FileAnswer>>;
  cancel(): void;
}

/** A request that has no answer after this is tried again. */
const PATIENCE_MS = 15_000;

/** `base` is the folder the script came from. */
export function connectCalls(base: string): Calls {
  // The server's answer is ours: what it is, its description says.
  const json = async <P extends JsonPath>(path: P, body: BodyOf<P>, token?: string): Promise<Reply<AnswerOf<P, "post">>> =>
    (await ask(addressTo(base, path), {
      method: "POST",
      headers: { ...bearer(token), "content-type": "application/json" },
      body: JSON.stringify(body),
    })) as Reply<AnswerOf<P, "post">>;
  return {
    openSession: (request) => json(SESSIONS, request),
    post: (path, token, body) => json(path, body, token),
    poll: (token, { since, waitSeconds }, signal) => {
      const query = { since: String(since), wait: String(waitSeconds) };
      const address = addressOf(base, "/api/widget/messages", { query });
      return ask(address, { headers: bearer(token), signal }, waitSeconds * 1_000);
    },
    stream: async (token, since, signal) => {
      const headers = { ...bearer(token), accept: "text/event-stream", "last-event-id": String(since) };
      const response = await reach(addressOf(base, "/api/widget/events", { query: { since: String(since) } }), {
        headers,
        signal,
      });
      if (response === undefined) return { type: "unreachable" };
      if (!response.ok) return readProblem(response);
      return response.body === null ? { type: "unreachable" } : { type: "ok", body: response.body };
    },
    upload: (token, file, onProgress) => upload({ address: addressTo(base, "/api/widget/files"), token, file, onProgress }),
    download: async (token, id) => {
      const response = await reach(addressOf(base, "/api/widget/files/{id}", { ids: { id } }), { headers: bearer(token) });
      if (response === undefined) return { type: "unreachable" };
      return response.ok ? { type: "ok", body: await response.blob() } : readProblem(response);
    },
  };
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** Undefined when no answer came: away, cut, aborted, forbidden by the page's policy. Browsers do not say which. */
async function reach(address: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(address, { ...init, cache: "no-store", credentials: "omit", referrerPolicy: "origin" });
  } catch {
    return undefined;
  }
}

async function ask(address: string, init: RequestInit, extraMs = 0): Promise<Reply<unknown>> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, PATIENCE_MS + extraMs);
  init.signal?.addEventListener("abort", stop);
  if (init.signal?.aborted === true) stop();
  const response = await reach(address, { ...init, signal: abort.signal });
  const reply = response === undefined ? UNREACHABLE : await readReply(response);
  clearTimeout(timer);
  init.signal?.removeEventListener("abort", stop);
  return reply;
}

const UNREACHABLE = { type: "unreachable" } as const;

async function readReply(response: Response): Promise<Reply<unknown>> {
  if (!response.ok) return readProblem(response);
  if (response.status === 204) return { type: "ok", body: undefined };
  try {
    const body: unknown = await response.json();
    return { type: "ok", body };
  } catch {
    return UNREACHABLE; // Cut in the middle.
  }
}

async function readProblem(response: Response): Promise<Reply<never>> {
  const problem = await response.json().then(asProblem, () => ({}));
  return {
    type: "problem",
    status: response.status,
    problem,
    retryAfterMs: readRetryAfter(problem, response.headers.get("retry-after")),
  };
}

function asProblem(value: unknown): Partial<Problem> {
  return typeof value === "object" && value !== null ? value : {};
}

/** `fetch` cannot say how far an upload is. */
function upload(work: { address: string; token: string; file: File; onProgress: (percent: number) => void }): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Reply<FileAnswer>>((resolve) => {
    request.open("POST", work.address);
    request.setRequestHeader("authorization", `Bearer ${work.token}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => work.onProgress(Math.round((100 * loaded) / Math.max(total, 1)));
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300 && request.response !== null)
        resolve({ type: "ok", body: request.response as FileAnswer });
      else if (status >= 400) {
        const problem = asProblem(request.response);
        const retryAfterMs = readRetryAfter(problem, request.getResponseHeader("retry-after"));
        resolve({ type: "problem", status, problem: { ...problem, field: "file" }, retryAfterMs });
      } else resolve({ type: "unreachable" });
    };
    request.onerror = request.onabort = request.ontimeout = () => resolve({ type: "unreachable" });
    const form = new FormData();
    form.append("file", work.file);
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}
