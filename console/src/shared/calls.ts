import type { Answer, Api } from "./api.ts";
import type { paths } from "./generated/api.ts";

/** The address of something that is read, which knows what is answered there. */
export type Address<T> = string & { readonly [ANSWERED]?: T };

declare const ANSWERED: unique symbol;

/** The address of what `path` reads, filled in; `useLoaded` and `api.get` take its type from it. */
export function addressTo<P extends PathOf<"get">>(
  path: P,
  asked: Asked<Operation<P, "get">>,
): Address<Answered<Operation<P, "get">>> {
  return filled(path, asked);
}

/** Changes something: `call(api, "put /api/console/phrases/{id}", { ids: { id }, body })`. A path, a body or an id that the server does not know does not compile. */
export function call<K extends Deed>(api: Api, deed: K, asked: AskedOf<K>): Promise<Answer<AnsweredOf<K>>> {
  const [method = "", path = ""] = deed.split(" ");
  return api.send(METHODS[method] ?? "POST", filled(path, asked), asked.body ?? {});
}

const METHODS: Readonly<Record<string, "POST" | "PUT" | "DELETE">> = { post: "POST", put: "PUT", delete: "DELETE" };

type Verb = "get" | "post" | "put" | "delete";

/** The paths that have this method. */
type PathOf<V extends Verb> = { [P in keyof paths]: paths[P][V] extends object ? P : never }[keyof paths];
type Operation<P extends keyof paths, V extends Verb> = paths[P][V];

/** `put /api/console/phrases/{id}` */
type Deed = { [V in Exclude<Verb, "get">]: `${V} ${PathOf<V>}` }[Exclude<Verb, "get">];
type OperationOf<K extends Deed> = K extends `${infer V extends Verb} ${infer P extends keyof paths}` ? Operation<P, V> : never;

type Success = 200 | 201 | 202 | 204;
type JsonIn<R> = R extends { content: { readonly "application/json": infer T } } ? T : undefined;
type Answered<O> = O extends { responses: infer R } ? JsonIn<R[keyof R & Success]> : never;
type AnsweredOf<K extends Deed> = Answered<OperationOf<K>>;

type IdsIn<O> = O extends { parameters: { path: infer Ids } } ? { readonly ids: Ids } : { readonly ids?: undefined };
type QueryIn<O> = O extends { parameters: { query?: infer Query } }
  ? { readonly query?: Query | undefined }
  : { readonly query?: undefined };
type Asked<O> = IdsIn<O> & QueryIn<O>;
type BodyIn<O> = O extends { requestBody: { content: { readonly "application/json": infer Body } } }
  ? { readonly body: Body }
  : { readonly body?: undefined };
type AskedOf<K extends Deed> = Asked<OperationOf<K>> & BodyIn<OperationOf<K>>;

/** What is undefined or empty stands in no address. */
function filled(path: string, { ids, query }: { readonly ids?: unknown; readonly query?: unknown }): string {
  const known = new Map(Object.entries(ids ?? {}));
  const there = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(known.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? there : `${there}?${text}`;
}
