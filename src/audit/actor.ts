import type { Principal } from "../accounts/rules.ts";
import type { ActedBy } from "../core/event.ts";
import type { Instant } from "../core/words.ts";
import type { Call } from "../infra/http.ts";
import type { Actor } from "./rules/entry.ts";

/** Who acts in this request, now. */
export function actorOf({ principal, request }: Pick<Call, "principal" | "request">, at: Instant): Actor {
  return personAt(principal, request.ip, at);
}

/** A person at an address. */
export function personAt({ userId, name, token }: Principal, address: string | undefined, at: Instant): Actor {
  return { at, by: userId, byName: name, from: address ?? "unknown", ...(token === undefined ? {} : { via: token.name }) };
}

/** Whoever gives commands in a terminal of the machine, by their name there. */
export function terminalActor(name: string, at: Instant): Actor {
  return { at, by: "terminal", byName: name, from: "terminal" };
}

/** As `actorOf`, as an event of the spine keeps it. */
export function actedBy({ principal: { userId, name, token }, request }: Pick<Call, "principal" | "request">): ActedBy {
  return { userId, name, from: request.ip ?? "unknown", ...(token === undefined ? {} : { via: token.name }) };
}
