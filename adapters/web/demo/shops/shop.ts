import type { Language } from "../../../../src/core/words.ts";

/** Words in each language of the page. */
export type Text = Readonly<Record<Language, string>>;

/** What a demo page shows of a shop: invented goods that fit the knowledge its customer service has. */
export interface DemoShop {
  /** Colours and backdrop; a class of shop.css. */
  readonly theme: "eaves" | "tea" | "plain";
  /** The widget's accent, `#rrggbb`. */
  readonly color: string;
  readonly kicker: Text;
  readonly title: Text;
  readonly lead: Text;
  readonly promises: readonly Text[];
  readonly toShelf: Text;
  /** Drawings that stand in the hero, left to right. */
  readonly display: readonly string[];
  readonly shelf: Text;
  readonly groups: readonly Group[];
  /** SVG symbols by name, each 200 by 200, standing on y = 180. */
  readonly drawings: Readonly<Record<string, string>>;
  readonly footnote: Text;
}

export interface Group {
  readonly id: string;
  readonly name: Text;
  readonly goods: readonly Good[];
}

export interface Good {
  readonly drawing: string;
  readonly name: Text;
  readonly about: Text;
  /** In yuan. Absent where nothing is sold. */
  readonly price?: string;
  readonly priceBefore?: string;
  /** A question the store's knowledge answers, in the languages in which it does. */
  readonly ask: Partial<Text>;
}
