import { z } from "zod";
import { seesStore, type Principal } from "../accounts/rules.ts";
import { SHARED_STORE, type StoreId } from "../core/ids.ts";
import { textFault } from "../core/text.ts";
import type { PhraseLayer } from "./api.ts";

export const LAYERS = ["personal", "store", "vendor"] as const satisfies readonly PhraseLayer[];

/** What a phrase may leave open until it is said. */
export const VARIABLES = ["shopper", "agent", "store", "order"] as const;

/** So many of one person, of one store, or of the vendor. */
export const MOST_PHRASES = 300;

const MAX_TEXT = 2_000;

/** Where a phrase is kept: the store (for a person's and the vendor's: the layer of all stores), and whose it is. */
export interface Home {
  readonly storeId: StoreId;
  /** Empty: everybody's. */
  readonly userId: string;
}

/** Where a phrase of this layer is kept; undefined for a store that this person does not see, or none. */
export function homeFor(principal: Principal, layer: PhraseLayer, store: StoreId | undefined): Home | undefined {
  switch (layer) {
    case "personal":
      return { storeId: SHARED_STORE, userId: principal.userId };
    case "vendor":
      return { storeId: SHARED_STORE, userId: "" };
    case "store":
      return store !== undefined && store !== SHARED_STORE && seesStore(principal, store)
        ? { storeId: store, userId: "" }
        : undefined;
  }
}

/** Which layer a home is. */
export function layerOf({ storeId, userId }: Home): PhraseLayer {
  if (userId !== "") return "personal";
  return storeId === SHARED_STORE ? "vendor" : "store";
}

/** Whether this person may make, change and remove phrases there. */
export function mayEdit(principal: Principal, home: Home): boolean {
  const { role, userId } = principal;
  switch (layerOf(home)) {
    case "personal":
      return home.userId === userId;
    case "store":
      return (role === "supervisor" || role === "admin") && seesStore(principal, home.storeId);
    case "vendor":
      return role === "admin";
  }
}

/** The names in braces, in order, each once: `{order}` is `order`. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BRACED)].map(([, name = ""]) => name.trim()))];
}

// One word, as a variable is; what stands in braces as a sentence is somebody's own style.
const BRACED = /[{｛]\s{0,3}([\p{L}\p{N}_-]{1,30})\s{0,3}[}｝]/gu;

/** A shortcut and a text as a person types them. */
export const phraseWords = {
  shortcut: z.string("a text").regex(/^[\p{L}\p{N}_-]{1,20}$/u, "1 to 20 letters, digits, - or _, without spaces"),
  text: z.string("a text").superRefine((text, context) => {
    const fault = textFault(text, MAX_TEXT);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
    const unknown = variablesIn(text).find((name) => !VARIABLES.some((known) => known === name));
    if (unknown !== undefined)
      context.addIssue({
        code: "custom",
        message: `{${unknown}} is no variable; there are ${VARIABLES.map((name) => `{${name}}`).join(", ")}`,
      });
  }),
};
