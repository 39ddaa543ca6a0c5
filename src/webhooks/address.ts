import { BlockList, isIP } from "node:net";

/** Which addresses webhooks may be sent to. */
export interface AddressPolicy {
  /** Also to our own machine and network, and there without TLS. */
  readonly toPrivate: boolean;
}

/** What is wrong with a webhook's url, and what is allowed; undefined for one that can be tried. What its name leads to is looked at with each try. */
export function faultInUrl(text: string, { toPrivate }: AddressPolicy): string | undefined {
  if (!URL.canParse(text)) return "a whole address, such as https://example.com/counterbell";
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (protocol !== "https:" && !(toPrivate && protocol === "http:")) return "an address that begins with https://";
  if (username !== "" || password !== "") return "an address without user and password: what is sent is signed";
  if (hash !== "") return "an address without a # part";
  const host = hostname.replace(/^\[|\]$/g, "");
  const isInside = isIP(host) === 0 ? LOCAL_NAME.test(host) : !isPublic(host);
  return isInside && !toPrivate ? "an address on the internet, not one of a private network" : undefined;
}

const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$/i;

/** Whether an address is one of the internet's: not this machine, no private network, no address with another meaning. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 4) return !RESERVED.check(address, "ipv4");
  // Addresses of the new kind that hold one of the old are judged by that; of the others only what is given out worldwide counts.
  return WORLDWIDE.check(address, "ipv6") && !RESERVED.check(address, "ipv6");
}

const WORLDWIDE = new BlockList();
WORLDWIDE.addSubnet("2000::", 3, "ipv6");

// IANA's registries of special-purpose addresses.
const RESERVED = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  RESERVED.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  RESERVED.addSubnet(net, bits, "ipv6");
