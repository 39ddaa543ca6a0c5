import type { Problem } from "../../../adapters/web/api.ts";
import { deedTo } from "./calls.ts";
import type { Address, AnswerTo, Deed, FileDeed, GivenTo } from "./calls.ts";
import { faultsOf, problemOf } from "./problem.ts";
import type { Fault } from "./problem.ts";
import { post } from "./upload.ts";
import type { Heard } from "./upload.ts";

/** Why there is no answer. `unconfirmed`: it may or may not have happened, so trying again must use the same clientId. */
export type Failure =
  | { readonly type: "unconfirmed" }
  | { readonly type: "signed-out" }
  | {
      readonly type: "problem";
      readonly problem: Problem;
      readonly faults: readonly Fault[];
      /** The answer as it came, for what more a problem says. */
      readonly body?: unknown;
    };

export type Answer<T> = { readonly type: "answer"; readonly value: T } | { readonly type: "failure"; readonly failure: Failure };

/** The server, as `/api/openapi.json` describes it: a path, an id, a parameter or a body that it does not know does not compile. */
export interface Api {
  get<T>(address: Address<T>): Promise<Answer<T>>;
  /** Changes something: `api.send("put /api/console/phrases/{id}", { ids: { id }, body })`. A `file` goes as it is. */
  send<K extends Deed>(deed: K, ...given: GivenTo<K>): Promise<Answer<AnswerTo<K>>>;
  /** As `send`, for files that take a while. */
  upload<K extends FileDeed>(deed: K, given: Uploaded<K>, watch: UploadWatch): Promise<Answer<AnswerTo<K>>>;
  /** What to add to this computer's clock to get the server's, in milliseconds; 0 while they agree within 2 s. */
  clockOffset(): number;
}

type Uploaded<K extends FileDeed> = NonNullable<GivenTo<K>[0]>;

export interface UploadWatch {
  /** How much has left, 0..1. */
  readonly onProgress: (share: number) => void;
  /** Aborted: the file is not wanted any more. */
  readonly signal: AbortSignal;
}

const GIVE_UP_AFTER_MS = 20_000;
/** The Date header has whole seconds: smaller differences are rounding. */
const CLOCKS_AGREE_WITHIN_MS = 2_000;

/** The server of this page, with the session's cookie. `onSignedOut` is called when it no longer knows us. */
export function createApi(onSignedOut: () => void): Api {
  let offset = 0;

  async function exchange<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(path, {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    }).catch(() => undefined);
    if (response === undefined) return UNCONFIRMED;
    const text = await response.text().catch(() => undefined);
    return text === undefined ? UNCONFIRMED : answerOf(path, { status: response.status, headers: response.headers, text });
  }

  function answerOf<T>(path: string, heard: Heard): Answer<T> {
    const { status, headers, text } = heard;
    offset = clockDifference(headers.get("date"), Date.now()) ?? offset;
    const body = parsed(text);
    if (status >= 200 && status < 300 && (text === "" || body !== undefined)) return { type: "answer", value: body as T };
    if (status === 401 && !path.startsWith("/api/auth/")) {
      onSignedOut();
      return { type: "failure", failure: { type: "signed-out" } };
    }
    return { type: "failure", failure: { type: "problem", problem: problemOf(heard, body), faults: faultsOf(body), body } };
  }

  return {
    get: (address) => exchange(address, { method: "GET", headers: { accept: "application/json" } }),
    send: (deed, ...[given]) => {
      const { method, address } = deedTo(deed, given);
      return exchange(address, { method, ...contentOf(given ?? {}) });
    },
    upload: async (deed, given, watch) => {
      const { address } = deedTo(deed, given);
      const heard = await post(address, given.file, watch);
      return heard === undefined ? UNCONFIRMED : answerOf(address, heard);
    },
    clockOffset: () => offset,
  };
}

const UNCONFIRMED = { type: "failure", failure: { type: "unconfirmed" } } as const;

function contentOf({ body = {}, file }: { readonly body?: unknown; readonly file?: Blob }): RequestInit {
  if (file !== undefined) return { headers: { "content-type": "application/octet-stream" }, body: file };
  return { headers: { accept: "application/json", "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** An id for an act, so that the server carries it out once however often it is sent; randomUUID would need https. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether it may have happened all the same: a server in trouble may have stored an act before it fell. */
export function isUnclear(failure: Failure): boolean {
  return failure.type === "unconfirmed" || (failure.type === "problem" && failure.problem.status >= 500);
}

function clockDifference(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const difference = Date.parse(header) - now;
  if (Number.isNaN(difference)) return undefined;
  return Math.abs(difference) < CLOCKS_AGREE_WITHIN_MS ? 0 : difference;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
