import type { EmbedFailure } from "../../src/core/embedder.ts";
import { endpointOf, parseAnswer, parseRetryAfter } from "./parse.ts";

/** Where the service is and what it is asked with. */
export interface ServiceSettings {
  /** With or without `/v1/embeddings`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token. */
  readonly apiKey?: string | undefined;
}

export type Called =
  | { readonly type: "vectors"; readonly vectors: readonly Float32Array[]; readonly dimensions: number }
  | { readonly type: "failed"; readonly because: EmbedFailure; readonly detail: string; readonly retryAfterMs: number };

/** An answer longer than this is not read to its end. */
const MOST_BYTES = 16_000_000;

/** Asks the service once. Never rejects: what can go wrong with somebody else's service is a value here. */
export async function callService(settings: ServiceSettings, texts: readonly string[], signal: AbortSignal): Promise<Called> {
  try {
    const response = await fetch(endpointOf(settings.url), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey}` }),
      },
      body: JSON.stringify({ model: settings.model, input: texts, encoding_format: "float" }),
      // Whom the operator did not name gets neither key nor words.
      redirect: "manual",
      signal,
    });
    if (response.status !== 200) return await refusalOf(response);
    const text = await readBounded(response);
    if (text === undefined) return failed("unreadable", `an answer of more than ${MOST_BYTES} bytes`);
    const parsed = parseAnswer(readJson(text), texts.length);
    return parsed.type === "fault" ? failed("unreadable", parsed.fault) : parsed;
  } catch (error) {
    return signal.aborted ? failed("timeout", "no answer in time") : failed("unreachable", codeOf(error));
  }
}

function failed(because: EmbedFailure, detail: string, retryAfterMs = 0): Called {
  return { type: "failed", because, detail, retryAfterMs };
}

async function refusalOf(response: Response): Promise<Called> {
  const { status } = response;
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), Date.now());
  // Unread answers hold their connection.
  await response.body?.cancel();
  return failed(failureOf(status), `status ${status}`, status === 429 || status === 503 ? retryAfterMs : 0);
}

function failureOf(status: number): EmbedFailure {
  if (status === 429) return "busy";
  if (status === 400 || status === 413 || status === 422) return "refused";
  return status >= 300 && status < 500 ? "denied" : "broken";
}

async function readBounded({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no answer; the parser says so.
    return undefined;
  }
}

/** The network's own short word for it. Messages may quote what was sent, codes do not. */
function codeOf(error: unknown): string {
  let at: unknown = error;
  for (let depth = 0; depth < 5 && typeof at === "object" && at !== null; depth += 1) {
    if ("code" in at && typeof at.code === "string") return at.code;
    at = "cause" in at ? at.cause : undefined;
  }
  return error instanceof Error ? error.name : "unknown";
}
