import type { WidgetChoice } from "../../api.ts";
import type { Desk } from "../link/desk.ts";
import type { Words } from "../texts/words.ts";

/** A picture shown large. */
export interface Enlarged {
  readonly address: string;
  readonly name: string;
}

/** What every line of the talk is drawn with. One object for the panel's whole life, so that lines can tell that nothing changed. */
export interface Tools {
  readonly desk: Desk;
  readonly words: Words;
  readonly choose: (choice: WidgetChoice) => void;
  readonly retry: (clientId: string) => void;
  readonly discard: (clientId: string) => void;
  readonly enlarge: (picture: Enlarged | undefined) => void;
}
