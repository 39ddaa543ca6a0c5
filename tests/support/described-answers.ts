import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import shapes from "../../src/api/generated/shapes.json" with { type: "json" };
import type { Description } from "../../src/infra/described.ts";
import { DESCRIPTIONS } from "../../src/program-api.ts";

/** One exchange with the API as a test had it. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly type: string;
  readonly json: unknown;
}

/** What in an exchange is otherwise than the API's description says; undefined when it is as described. */
export function departureOf({ method, path, body, status, type, json }: Exchange): string | undefined {
  const { pathname, searchParams } = new URL(path, "http://desk");
  const known = describedAt(method, pathname);
  if (known === undefined) return status < 400 && pathname.startsWith("/api/") ? "is not described" : undefined;
  const { answer, status: statuses = [answer === undefined ? 204 : 200], refusals = [], more = {} } = known;
  if (status >= 500 && status !== 503) return undefined;
  if (status >= 400) {
    const common = [400, 401, 403, 404, 408, 413, 415, 503, ...(known.access === undefined ? [] : [429])];
    if (![...common, ...refusals].includes(status)) return `refuses with ${status}, which is not described`;
    return type.startsWith("application/problem+json") ? faultInProblem(more[status], json) : undefined;
  }
  if (!statuses.includes(status)) return `answers ${status}, which is not described`;
  return faultInRequest(known, searchParams, body) ?? faultInAnswer(known, type, json);
}

const ROUTES = Object.entries(DESCRIPTIONS).map(([key, description]) => {
  const [method = "", path = ""] = key.split(" ");
  return { method, pattern: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}/?$`), ids: path.split(":").length, description };
});

function describedAt(method: string, path: string): Description | undefined {
  const found = ROUTES.filter((route) => route.method === method && route.pattern.test(path));
  return found.sort((a, b) => a.ids - b.ids)[0]?.description;
}

/** What was taken is what is described as taken. */
function faultInRequest({ query, body: described }: Description, given: URLSearchParams, body: unknown): string | undefined {
  const unknown = [...given.keys()].find((name) => query?.shape[name] === undefined);
  if (unknown !== undefined) return `takes a query parameter ${unknown}, which is not described`;
  if (described === undefined || !("safeParse" in described)) return undefined;
  const parsed = described.safeParse(body);
  return parsed.success ? undefined : `takes a body that its description refuses: ${parsed.error.message}`;
}

function faultInAnswer({ answer }: Description, type: string, json: unknown): string | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer !== "string")
    return answer.some((media) => type.startsWith(media)) || isFile(answer) ? undefined : `answers ${type}`;
  return faultIn(answer, json);
}

/** A refusal tells what a Problem has, and what is described beyond it; nothing else. */
function faultInProblem(more: string | undefined, json: unknown): string | undefined {
  const names = ["Problem", ...(more === undefined ? [] : [more])];
  const known = names.flatMap(membersOf);
  const extra = Object.keys(Object(json)).find((member) => !known.includes(member));
  if (extra !== undefined) return `refuses with a member ${extra}, which is not described`;
  return names.map((name) => faultIn(name, onlyOf(name, json))).find((fault) => fault !== undefined);
}

function onlyOf(name: string, json: unknown): unknown {
  const members = membersOf(name);
  return Object.fromEntries(Object.entries(Object(json)).filter(([member]) => members.includes(member)));
}

const SHAPES = new Map<string, object>(Object.entries(shapes));

function membersOf(name: string): readonly string[] {
  const shape = SHAPES.get(name);
  return shape !== undefined && "properties" in shape ? Object.keys(Object(shape.properties)) : [];
}

const isFile = (media: readonly string[]): boolean => media.includes("application/octet-stream");

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "shapes", definitions: shapes });
const compiled = new Map<string, ValidateFunction>();

/** What in a value is otherwise than the type of an api.ts says; a member that it does not have is a fault too. */
export function faultIn(name: string, value: unknown): string | undefined {
  const check = compiled.get(name) ?? ajv.compile({ $ref: `shapes#/definitions/${name}` });
  compiled.set(name, check);
  if (check(value)) return undefined;
  return `is no ${name}: ${ajv.errorsText(check.errors)} ${JSON.stringify(check.errors?.[0]?.params)}`;
}
