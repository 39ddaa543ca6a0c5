import type { ConversationDetail } from "../../../src/desk/api.ts";
import { toUnnamed } from "./unnamed.ts";

/** What variables stand for in a conversation; what is not known is absent. */
export type Values = Readonly<Partial<Record<"shopper" | "agent" | "store" | "order", string>>>;

/** The variables' values: the order number is the one the shopper named last. */
export function valuesFor(detail: Pick<ConversationDetail, "conversation" | "slots">, agent: string | undefined): Values {
  const { shopper, store } = detail.conversation;
  const order = detail.slots.find(({ kind }) => kind === "order-number")?.value;
  return {
    store: store.name,
    ...(shopper.name === "" ? {} : { shopper: shopper.name }),
    ...(agent === undefined ? {} : { agent }),
    ...(order === undefined ? {} : { order }),
  };
}

/** A phrase with its variables filled in, also for a shopper without a name; one without a value stays as it is, for everybody to see. */
export function fill(text: string, values: Values): string {
  const known = new Map<string, string>(Object.entries(values));
  const addressed = known.has("shopper") ? text : toUnnamed(text);
  return addressed.replace(/\{(\w+)\}/g, (whole, name: string) => known.get(name) ?? whole);
}
