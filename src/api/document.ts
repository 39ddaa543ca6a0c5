import { z } from "zod";
import type { Description, Descriptions } from "../infra/described.ts";
import type { Route } from "../infra/http.ts";
import { moreOf, refusalsOf, refusedResponses, SECURITY_SCHEMES, securityOf, tagOf, TAGS } from "./common.ts";
import { componentsFor, referTo, type Shapes } from "./shapes.ts";

/** What of a route the description tells. */
export type ToldRoute = Pick<Route, "method" | "path" | "roles" | "isForPeople" | "rawBody">;

export type Json = Readonly<Record<string, unknown>>;

/** An OpenAPI 3.1 document. */
export interface ApiDocument extends Json {
  readonly openapi: "3.1.0";
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Shapes } & Json;
}

export interface Operation extends Json {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Told>>;
}

export interface Parameter extends Json {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Json;
}

export type Content = Readonly<Record<string, { readonly schema?: Json }>>;
export type Told = { readonly description: string; readonly content?: Content } | { readonly $ref: string };

export interface Described {
  readonly routes: readonly ToldRoute[];
  readonly descriptions: Descriptions;
  /** What is sent to addresses outside, all as a `WebhookMessage`. */
  readonly webhooks: readonly string[];
  /** JSON Schemas of what api.ts files export. */
  readonly shapes: Shapes;
}

/** The whole API as OpenAPI. Throws for a route that nobody described, and for a description of no route. */
export function describeApi({ routes, descriptions, webhooks, shapes }: Described): ApiDocument {
  const known = new Map(routes.map((route) => [keyOf(route), route]));
  const unknown = [...known.keys()].filter((key) => descriptions[key] === undefined);
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: not described. Add each to the described.ts of its feature.`);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [key, description] of Object.entries(descriptions).sort(([a], [b]) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    const route = known.get(key);
    if (route === undefined && description.access === undefined)
      throw new Error(`${key} is described, but no route: take it away, or say who has access.`);
    const path = pathOf(key).replace(/:(\w+)/g, "{$1}");
    const method = key.slice(0, key.indexOf(" ")).toLowerCase();
    paths[path] = { ...paths[path], [method]: operationOf(key, description, route) };
  }
  const answers = Object.values(descriptions).flatMap(({ answer, more = {} }) => [
    ...(typeof answer === "string" ? [answer] : []),
    ...Object.values(more),
  ]);
  return {
    openapi: "3.1.0",
    info: INFO,
    servers: [{ url: "/", description: "This desk." }],
    tags: TAGS,
    paths,
    webhooks: Object.fromEntries(webhooks.map((kind) => [kind, { post: webhookOf(kind) }])),
    components: {
      ...componentsFor(["Problem", "WebhookMessage", ...answers], shapes),
      responses: refusedResponses(refusedIn(paths)),
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function webhookOf(kind: string) {
  const headers = ["webhook-id", "webhook-timestamp", "webhook-signature"];
  return {
    operationId: `webhook_${kind.replace(".", "_")}`,
    summary: `Tells ${kind}, at least once.`,
    description: "Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).",
    tags: [tagOf("/api/console/webhooks")],
    parameters: headers.map((name) => ({ name, in: "header", required: true, schema: { type: "string" } })),
    requestBody: { required: true, content: { "application/json": { schema: referTo("WebhookMessage") } } },
    responses: { "200": { description: "Any 2xx within 10 s; with anything else it is sent again." } },
  };
}

function refusedIn(paths: ApiDocument["paths"]): ReadonlySet<number> {
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  const shared = operations.flatMap(({ responses }) => Object.entries(responses).filter(([, told]) => "$ref" in told));
  return new Set(shared.map(([code]) => Number(code)).sort((a, b) => a - b));
}

/** `GET /api/console/phrases/:id` */
export function keyOf({ method, path }: Pick<ToldRoute, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

const INFO = {
  title: "Counterbell",
  version: "1",
  description:
    "The desk's own API, as its console uses it, and the web widget's. Moments are ISO 8601. What is refused is told as RFC 9457 problem with the field and the remedy. Ids of stores that one does not see are answered like unknown ones: 404.",
  contact: { name: "The operator of this desk" },
};

const pathOf = (key: string): string => key.slice(key.indexOf(" ") + 1);

function operationOf(key: string, description: Description, route: ToldRoute | undefined): Operation {
  const { summary, query, body, refusals = [], more = {} } = description;
  const path = pathOf(key);
  return {
    operationId: operationId(key),
    summary,
    description: whoMay(description, route),
    tags: [tagOf(path)],
    ...securityOf(description.access, route),
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: {
      ...successesOf(description),
      ...refusalsOf({ access: description.access, hasId: path.includes(":") || query?.shape["store"] !== undefined, refusals }),
      ...moreOf(more),
    },
  };
}

/** `GET /api/console/stores/:storeId/articles` → `getConsoleStoresStoreIdArticles` */
function operationId(key: string): string {
  const words = key
    .replace("/api", "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return words.map((word, at) => (at === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`)).join("");
}

function whoMay({ access }: Description, route: ToldRoute | undefined): string {
  if (route === undefined) {
    if (access === "visitor") return "For a visitor of the widget, with the token of their visit.";
    return access === "everybody" ? "For everybody." : "For everybody who is signed in.";
  }
  const byToken = route.method === "get" ? "API tokens may call it." : "API tokens with the right to write may call it.";
  return `For: ${route.roles.join(", ")}. ${route.isForPeople === true ? "No API token may call it." : byToken}`;
}

function pathParameters(path: string): readonly Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodObject | undefined): readonly Parameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }));
}

function bodyContent(body: NonNullable<Description["body"]>): Content {
  if (isMedia(body)) return bytesOf(body);
  return { "application/json": { schema: schemaOf(body) } };
}

function isMedia(body: NonNullable<Description["body"]>): body is readonly string[] {
  return Array.isArray(body);
}

function bytesOf(media: readonly string[]): Content {
  return Object.fromEntries(media.map((type) => [type, { schema: { type: "string" } }]));
}

function successesOf({ answer, status }: Description): Operation["responses"] {
  const told = status ?? [answer === undefined ? 204 : 200];
  const content = contentOf(answer);
  return Object.fromEntries(told.map((code) => [String(code), { description: STATUSES[code] ?? "Done.", ...content }]));
}

function contentOf(answer: Description["answer"]): { readonly content?: Content } {
  if (answer === undefined) return {};
  if (typeof answer !== "string") return { content: bytesOf(answer) };
  return { content: { "application/json": { schema: referTo(answer) } } };
}

const STATUSES: Readonly<Record<number, string>> = { 201: "Made.", 202: "Taken in.", 204: "Done; nothing to tell." };

interface Schema extends Json {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

/** What may be sent, as JSON Schema: before defaults and transformations. What only code can check is left open. */
function schemaOf(schema: z.ZodType): Schema {
  const told = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.fromEntries(Object.entries(told).filter(([name]) => !OF_ONE_DOCUMENT.has(name)));
}

/** What a schema says of itself where it stands alone. */
const OF_ONE_DOCUMENT: ReadonlySet<string> = new Set(["$schema", "~standard"]);
