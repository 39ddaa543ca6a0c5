import type { z } from "zod";

/** What the API's description says of one endpoint. Its roles and what tokens may do are read from the route itself. */
export interface Description {
  /** One line, English, a verb first. */
  readonly summary: string;
  /** The query, by the schema that the route checks it with. */
  readonly query?: z.ZodObject;
  /** The body, by the schema that the route checks it with; or a file's bytes, as one of these media types. */
  readonly body?: z.ZodType | readonly string[];
  /** What a success answers: a type of some api.ts by its name, or a file or stream of these media types; absent: nothing, with 204. */
  readonly answer?: string | readonly string[];
  /** Statuses of a success; 200, or 204 without an answer, when absent. */
  readonly status?: readonly number[];
  /** Statuses of refusals that this endpoint has beyond those that all have. */
  readonly refusals?: readonly number[];
  /** What refusals tell beyond a Problem: a type of some api.ts by its name, for each status that does. */
  readonly more?: Readonly<Record<number, string>>;
  /** Of endpoints outside the table of routes: who may call them. Absent: as the route says. */
  readonly access?: "everybody" | "signed-in" | "visitor";
}

/** Descriptions by method and path, as the table of routes has them: `GET /api/console/phrases/:id`. */
export type Descriptions = Readonly<Record<string, Description>>;
