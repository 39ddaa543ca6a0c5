import { lookup as findAddresses, type LookupAddress } from "node:dns";
import { request as requestPlainly, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSafely } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublic, type AddressPolicy } from "./address.ts";
import type { Fault, Outcome } from "./rules/tries.ts";

/** One message to one address. */
export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends one message; never throws for what happens out there. */
export type Send = (sending: Sending) => Promise<Outcome>;

export interface SendSettings extends AddressPolicy {
  readonly withinMs?: number;
  /** Finds a name's addresses; the system's own when absent. */
  readonly lookup?: typeof findAddresses;
}

/** So long an address may take for an answer: name, connection and first words together. */
const WITHIN_MS = 10_000;
/** Of an answer no more is read. */
const MOST_READ = 2_048;
/** Of an answer so much is kept, in UTF-16 units. */
const MOST_KEPT = 300;

/** Follows no redirect, and connects only to addresses it has looked at itself. */
export function createSend({ toPrivate, withinMs = WITHIN_MS, lookup = findAddresses }: SendSettings): Send {
  return async (sending) => {
    const begun = performance.now();
    const ms = (): number => Math.round(performance.now() - begun);
    try {
      const { status, answer } = await post(sending, {
        signal: AbortSignal.timeout(withinMs),
        lookup: checking(lookup, toPrivate),
        toPrivate,
      });
      return { type: "answered", status, answer, ms: ms() };
    } catch (error) {
      return { type: "unanswered", fault: faultOf(error), ms: ms() };
    }
  };
}

class PrivateAddress extends Error {
  readonly code = "PRIVATE_ADDRESS";
}

interface Posting {
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction;
  readonly toPrivate: boolean;
}

async function post({ url, headers, body }: Sending, { signal, lookup, toPrivate }: Posting) {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  // An address in the place of a name is looked up by nobody.
  if (isIP(host) !== 0 && !isPublic(host) && !toPrivate) throw new PrivateAddress(`${host} is private.`);
  const bytes = Buffer.from(body);
  const options: RequestOptions = {
    method: "POST",
    headers: { "content-type": "application/json", "user-agent": "Counterbell", "content-length": bytes.byteLength, ...headers },
    lookup,
    signal,
    // A connection of its own: one that is kept could lead where nobody has looked since.
    agent: false,
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = target.protocol === "http:" ? requestPlainly : requestSafely;
    request(target, options).once("response", resolve).once("error", reject).end(bytes);
  });
  return { status: response.statusCode ?? 0, answer: await beginningOf(response) };
}

/** The address that is connected to is one that was checked: a name that leads elsewhere a moment later gains nothing. */
function checking(lookup: typeof findAddresses, toPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error !== null) return callback(error, "", 0);
      if (first === undefined || (!toPrivate && found.some(({ address }) => !isPublic(address))))
        return callback(new PrivateAddress(`${hostname} leads to a private address.`), "", 0);
      if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

// What was answered counts by its status: a body that breaks off changes nothing of it.
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      parts.push(Buffer.from(part));
      size += parts.at(-1)?.byteLength ?? 0;
      if (size >= MOST_READ) break;
    }
  } catch {
    // The status has come; what of the body is missing nobody needs.
  }
  response.destroy();
  return printable(Buffer.concat(parts).subarray(0, MOST_READ).toString("utf8"));
}

// The database keeps neither NUL nor half characters, and nobody reads control characters.
function printable(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, MOST_KEPT)
    .toWellFormed();
}

const FAULTS: Readonly<Record<string, Fault>> = {
  PRIVATE_ADDRESS: "private-address",
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  ECONNREFUSED: "refused",
  ECONNRESET: "cut-off",
  EPIPE: "cut-off",
  ABORT_ERR: "too-slow",
  ETIMEDOUT: "too-slow",
  CERT_HAS_EXPIRED: "certificate",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate",
};

function faultOf(error: unknown): Fault {
  if (error instanceof Error && error.name === "TimeoutError") return "too-slow";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return FAULTS[code] ?? "failed";
}
