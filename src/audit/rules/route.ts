/** What an endpoint does, as the log calls it. */
export interface RouteAct {
  readonly act: string;
  /** The kind of thing it is done to. */
  readonly kind: string;
}

interface Endpoint {
  readonly method: string;
  /** `/api/console/conversations/:id/claim` */
  readonly path: string;
}

/**
 * The act of an endpoint: the kind of thing, and the verb at the end of the path (`conversation.claim`) or, where there is none,
 * what the method says of it (`roster.changed`).
 */
export function actOf({ method, path }: Endpoint): RouteAct {
  const parts = path.replace(/^\/api\/console\//, "").replace(/^stores\/:storeId\//, "").split("/"); // prettier-ignore
  const words = parts.filter((part) => !part.startsWith(":"));
  const [first = "desk", ...rest] = words;
  const kind = KINDS[first] ?? first;
  const isVerbLast = parts.length > 1 && !(parts.at(-1) ?? "").startsWith(":");
  const verb = isVerbLast ? rest.join(".") : [...rest, METHODS[method] ?? method].join(".");
  return { act: `${kind}.${verb}`, kind };
}

/** `conversation:<id>`, or the kind alone where an endpoint names none. */
export function thingOf(kind: string, params: Readonly<Record<string, string>>): string {
  const id = params.id ?? params.leaveId ?? params.swapId ?? params.storeId;
  return id === undefined ? kind : `${kind}:${id}`;
}

const KINDS: Readonly<Record<string, string>> = {
  conversations: "conversation",
  articles: "article",
  proposals: "proposal",
  users: "person",
  places: "place",
  phrases: "phrase",
  requests: "request",
};

const METHODS: Readonly<Record<string, string>> = { post: "created", put: "changed", delete: "removed" };
