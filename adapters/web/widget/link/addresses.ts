import type { paths } from "../generated/api.ts";

/** What the description of the API says of the widget's calls: a path, a parameter or a body that the server does not know does not compile. */
type Verb = "get" | "post";
type Operation<P extends keyof paths, V extends Verb> = paths[P][V];

/** The paths that are read, and those that something is sent to. */
export type ReadPath = { [P in keyof paths]: paths[P]["get"] extends object ? P : never }[keyof paths];
export type SentPath = { [P in keyof paths]: paths[P]["post"] extends object ? P : never }[keyof paths];
/** Those of them that take JSON. */
export type JsonPath = { [P in SentPath]: [BodyOf<P>] extends [never] ? never : P }[SentPath];

/** What is sent there as JSON. */
export type BodyOf<P extends SentPath> =
  Operation<P, "post"> extends { requestBody: { content: { readonly "application/json": infer Body } } } ? Body : never;

type Success = 200 | 201 | 202 | 204;
type JsonIn<R> = R extends { content: { readonly "application/json": infer T } } ? T : undefined;

/** What is answered there, of what is JSON; undefined where nothing is. */
export type AnswerOf<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { responses: infer R } ? JsonIn<R[keyof R & Success]> : never;

type IdsOf<P extends ReadPath> = Operation<P, "get"> extends { parameters: { path: infer Ids extends object } } ? Ids : undefined;
type QueryOf<P extends ReadPath> = Operation<P, "get"> extends { parameters: { query?: infer Query } } ? Query : undefined;

/** What fills an address that is read. */
export interface Asked<P extends ReadPath> {
  readonly ids?: IdsOf<P>;
  readonly query?: QueryOf<P>;
}

/** Where something is sent; `base` is the folder the script came from. */
export function addressTo(base: string, path: SentPath): string {
  return new URL(path.slice(1), base).href;
}

/** Where something is read, filled in. */
export function addressOf<P extends ReadPath>(base: string, path: P, { ids, query }: Asked<P>): string {
  const known = new Map<string, unknown>(Object.entries(ids ?? {}));
  const filled = path.slice(1).replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(known.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) search.set(name, String(value));
  const text = search.toString();
  return new URL(text === "" ? filled : `${filled}?${text}`, base).href;
}
