import type { paths } from "./generated/api.ts";

/** Where something is read, and what is answered there. Only `addressTo` makes one: what the server does not know cannot be read. */
export type Address<T> = string & { readonly [ANSWERED]: T };

declare const ANSWERED: unique symbol;

/** The address of what is read at `path`, filled in: `addressTo("/api/console/phrases", { query: { store } })`. */
export function addressTo<P extends JsonPath>(
  path: P,
  ...[asked]: Given<Asked<Operation<P, "get">>>
): Address<Answered<Operation<P, "get">>> {
  return filled(path, asked) as Address<Answered<Operation<P, "get">>>;
}

/** The address of a file or a stream, for the browser itself to follow. */
export function linkTo<P extends LinkPath>(path: P, ...[asked]: Given<Asked<Operation<P, "get">>>): string {
  return filled(path, asked);
}

/** The API in words, for people. */
export function docsLink(language: string): string {
  return `/api/docs?lang=${encodeURIComponent(language)}`;
}

export type Method = "POST" | "PUT" | "DELETE";

/** Method and address of a deed, filled in. Throws for a verb that it does not know. */
export function deedTo(deed: Deed, asked: Parts | undefined): { readonly method: Method; readonly address: string } {
  const [verb = "", path = ""] = deed.split(" ");
  const method = METHODS[verb];
  if (method === undefined) throw new Error(`${deed}: begin with post, put or delete.`);
  return { method, address: filled(path, asked) };
}

const METHODS: Readonly<Record<string, Method>> = { post: "POST", put: "PUT", delete: "DELETE" };

/** What changes something: `put /api/console/phrases/{id}`. */
export type Deed = { [V in ChangingVerb]: `${V} ${PathOf<V>}` }[ChangingVerb];

/** Those that take a file as it is. */
export type FileDeed = { [K in Deed]: GivenTo<K> extends readonly [{ readonly file: Blob }] ? K : never }[Deed];

/** What a deed must be given besides its name: ids, query, and body or file. */
export type GivenTo<K extends Deed> = K extends Deed ? Given<Asked<OperationOf<K>> & BodyIn<OperationOf<K>>> : never;

/** What is sent with a deed. */
export type BodyOf<K extends Deed> = GivenTo<K> extends readonly [{ readonly body: infer Body }] ? Body : undefined;

/** What a deed answers. */
export type AnswerTo<K extends Deed> = K extends Deed ? Answered<OperationOf<K>> : never;

/** What fills an address. */
export interface Parts {
  readonly ids?: object | undefined;
  readonly query?: object | undefined;
}

type ChangingVerb = "post" | "put" | "delete";
type Verb = "get" | ChangingVerb;

/** The paths that have this method; the widget's are its own. */
type PathOf<V extends Verb> = {
  [P in keyof paths]: P extends `/api/widget/${string}` ? never : paths[P][V] extends object ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, V extends Verb> = paths[P][V];
type OperationOf<K extends Deed> = K extends `${infer V extends Verb} ${infer P extends keyof paths}` ? Operation<P, V> : never;

type JsonPath = { [P in PathOf<"get">]: Answered<Operation<P, "get">> extends undefined ? never : P }[PathOf<"get">];
type LinkPath = Exclude<PathOf<"get">, JsonPath>;

type Success = 200 | 201 | 202 | 204;
type JsonIn<R> = R extends { content: { readonly "application/json": infer T } } ? T : undefined;
type Answered<O> = O extends { responses: infer R } ? JsonIn<R[keyof R & Success]> : never;

type Asked<O> = IdsIn<O> & QueryIn<O>;
type IdsIn<O> = O extends { parameters: { path: infer Ids } } ? { readonly ids: Ids } : { readonly ids?: undefined };
type QueryIn<O> = O extends { parameters: { query: infer Q } }
  ? { readonly query: Sayable<Q> }
  : O extends { parameters: { query?: infer Q } }
    ? { readonly query?: Sayable<Q> | undefined }
    : { readonly query?: undefined };
type BodyIn<O> = O extends { requestBody: { content: infer C } }
  ? C extends { readonly "application/json": infer Body }
    ? Partial<Body> extends Body | Nothing
      ? { readonly body?: Sayable<Body> }
      : { readonly body: Sayable<Body> }
    : { readonly file: Blob }
  : { readonly body?: undefined };

/** An empty object, as it is generated. */
type Nothing = Readonly<Partial<Record<string, never>>>;

/** What need not be said may be undefined too: it stands in no address and in no JSON. */
type Sayable<T> = T extends readonly (infer E)[]
  ? readonly Sayable<E>[]
  : { readonly [N in keyof T]: Partial<Pick<T, N>> extends Pick<T, N> ? Sayable<T[N]> | undefined : Sayable<T[N]> };

/** One object; left out where nothing in it must be said. */
type Given<A> = Partial<A> extends A ? readonly [asked?: A] : readonly [asked: A];

/** What is undefined or empty stands in no address. */
function filled(path: string, { ids, query }: Parts = {}): string {
  const known = new Map<string, unknown>(Object.entries(ids ?? {}));
  const there = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(known.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? there : `${there}?${text}`;
}
