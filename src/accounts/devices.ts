import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Browsers in which somebody signed in before. Such a browser keeps a signed cookie and has tries of its own, so that strangers
 * who guess a person's password cannot keep that person out. The cookie opens nothing and names nobody: it holds a random
 * number and a keyed digest of each account, and is only sent to /api/auth.
 */
export interface Devices {
  /** The browser's number, when this account was signed in to there; undefined for strangers and forged cookies. */
  recognise(cookies: string | undefined, email: string): string | undefined;
  /** A Set-Cookie line after which `recognise` knows this account there too. */
  remember(cookies: string | undefined, email: string): string;
}

export interface DeviceParts {
  readonly secret: string;
  /** People come by https: the cookie is not sent otherwise. */
  readonly isSecure: boolean;
}

/** A computer at which a whole team takes turns; the account that was away longest is forgotten. */
const MOST_ACCOUNTS = 20;
/** Browsers keep no cookie longer. */
const KEPT_FOR_S = 400 * 86_400;

interface Device {
  readonly id: string;
  /** The latest first. */
  readonly accounts: readonly string[];
}

/** Makes the keeper of device cookies. It stores nothing itself. */
export function createDevices({ secret, isSecure }: DeviceParts): Devices {
  const name = isSecure ? "__Secure-counterbell.device" : "counterbell.device";
  const sign = (...parts: readonly string[]): string => createHmac("sha256", secret).update(parts.join("\n")).digest("base64url");
  const accountOf = (email: string): string => sign("device account", email.toLowerCase()).slice(0, 16);
  const signatureOf = ({ id, accounts }: Device): string => sign("device", id, ...accounts);

  const read = (cookies: string | undefined): Device | undefined => {
    const [id = "", accounts = "", signature = ""] = cookieIn(cookies, name)?.split(".") ?? [];
    const device = { id, accounts: accounts.split("~") };
    return isSame(signature, signatureOf(device)) ? device : undefined;
  };
  return {
    recognise: (cookies, email) => {
      const device = read(cookies);
      return device?.accounts.includes(accountOf(email)) === true ? device.id : undefined;
    },
    remember: (cookies, email) => {
      const known = read(cookies) ?? { id: randomBytes(16).toString("base64url"), accounts: [] };
      const account = accountOf(email);
      const accounts = [account, ...known.accounts.filter((other) => other !== account)].slice(0, MOST_ACCOUNTS);
      const value = [known.id, accounts.join("~"), signatureOf({ id: known.id, accounts })].join(".");
      const line = `${name}=${value}; Max-Age=${KEPT_FOR_S}; Path=/api/auth; HttpOnly; SameSite=Lax`;
      return isSecure ? `${line}; Secure` : line;
    },
  };
}

function cookieIn(cookies: string | undefined, name: string): string | undefined {
  const pairs = cookies?.split(";").map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
