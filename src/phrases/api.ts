/** What the console and the server say to each other about canned phrases, as JSON. Types only: the console imports this file. */

/** Whose a phrase is: one person's, a store's, or the vendor's for all stores. */
export type PhraseLayer = "personal" | "store" | "vendor";

/**
 * `GET /api/console/phrases?store=&layer=&query=&page=` (50 a page, from 1; without `store` those of all one's stores): one's own,
 * then the stores', then the vendor's. `GET /api/console/phrases/usable?store=`: all that may be said in a store, at most 1,000.
 */
export interface PhrasePage {
  readonly items: readonly PhraseRow[];
  readonly total: number;
}

export interface PhraseRow {
  readonly id: string;
  readonly layer: PhraseLayer;
  /** Of the store layer only. */
  readonly store?: string;
  /** Typed after `/`. */
  readonly shortcut: string;
  /** May hold {shopper}, {agent}, {store} and {order}. */
  readonly text: string;
  readonly mayEdit: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/**
 * `POST /api/console/phrases` → 201 PhraseRow · `PUT …/:id` → PhraseRow · `DELETE …/:id` → 204. Personal ones are everybody's own,
 * a store's are its supervisors', the vendor's the admins'. 409 when the shortcut is taken in that layer.
 */
export interface PhraseRequest {
  /** Of a new one; a known one stays where it is. */
  readonly layer: PhraseLayer;
  readonly store?: string;
  readonly shortcut: string;
  readonly text: string;
}
