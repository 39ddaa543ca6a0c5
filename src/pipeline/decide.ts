import type { Decision } from "../core/decision.ts";
import { DESK_LANE } from "../core/ids.ts";
import type { ContactIncoming, DeskIncoming, Incoming } from "../core/incoming.ts";
import { decideContact } from "../desk/rules/decide-contact.ts";
import type { ContactFacts } from "../desk/rules/facts.ts";
import type { DeskFacts } from "../routing/rules/desk-facts.ts";
import { decideDesk } from "../routing/rules/desk-lane.ts";

export type Facts = ContactFacts | DeskFacts;

/** Asks the rules of the lane that an event belongs to. Pure: `replay` calls it again on the stored facts. */
export function decide(facts: Facts, incoming: Incoming): Decision {
  if (facts.type === "desk") {
    if (!isForDesk(incoming))
      throw new Error(`${incoming.type} ${incoming.id} lies in the desk's lane; it belongs to a shopper's lane.`);
    return decideDesk(facts, incoming);
  }
  if (!isForContact(incoming))
    throw new Error(`${incoming.type} ${incoming.id} lies in a shopper's lane; it belongs to the desk's lane.`);
  return decideContact(facts, incoming);
}

/** Whether routing decides about it. */
export function isForDesk(incoming: Incoming): incoming is DeskIncoming {
  return incoming.lane === DESK_LANE;
}

function isForContact(incoming: Incoming): incoming is ContactIncoming {
  return incoming.lane !== DESK_LANE;
}
