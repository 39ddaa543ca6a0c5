import type { Description } from "../infra/described.ts";
import type { Told, ToldRoute } from "./document.ts";
import { referTo } from "./shapes.ts";

export const SECURITY_SCHEMES = {
  session: { type: "apiKey", in: "cookie", name: "counterbell.session_token", description: "The console's own session." },
  token: { type: "http", scheme: "bearer", description: "An API token, `cbt_…`, made in the console under 安全 / Security." },
  visitor: { type: "http", scheme: "bearer", description: "What POST /api/widget/sessions gave." },
};

/** How a caller shows who they are. */
export function securityOf(access: Description["access"], route: ToldRoute | undefined) {
  if (access === "everybody") return { security: [] };
  if (access === "visitor") return { security: [{ visitor: [] }] };
  const byPeople = [{ session: [] }];
  return { security: access === "signed-in" || route?.isForPeople === true ? byPeople : [...byPeople, { token: [] }] };
}

export const TAGS = [
  { name: "accounts", description: "People, ways in, API tokens." },
  { name: "conversations", description: "Shoppers' matters, and what agents do with them." },
  { name: "knowledge", description: "Articles, proposals, golden questions, when the bot answers itself." },
  { name: "planning", description: "Rosters, weeks, leave, swaps." },
  { name: "supervision", description: "The wall, figures, alerts, the audit log." },
  { name: "stores", description: "Rooms, phrases, what agents may not say, settings, webhooks." },
  { name: "widget", description: "What the web widget speaks." },
] as const;

type Tag = (typeof TAGS)[number]["name"];

/** Under which heading an endpoint is found. */
export function tagOf(path: string): Tag {
  return BEGINNINGS.find(([, pattern]) => pattern.test(path))?.[0] ?? "supervision";
}

const BEGINNINGS: readonly (readonly [Tag, RegExp])[] = [
  ["widget", /^\/api\/widget/],
  ["accounts", /^\/api\/auth|^\/api\/console\/(users|links|tokens|invitations|me\/sessions)/],
  ["conversations", /^\/api\/console\/(conversations|search|events|parked)/],
  ["knowledge", /\/(articles|proposals|golden|topics|answering)(\/|$)/],
  ["planning", /^\/api\/console\/(planning|roster|me)/],
  ["stores", /^\/api\/console\/(places|phrases|webhooks|settings)|\/(guard|settings)(\/|$)/],
];

interface Refusing {
  readonly access: Description["access"];
  /** Whether it names something that may not be there, or not for everybody. */
  readonly hasId: boolean;
  readonly refusals: readonly number[];
}

/** How an endpoint may refuse: as all do, and in its own ways. */
export function refusalsOf({ access, hasId, refusals }: Refusing): Readonly<Record<string, Told>> {
  const common = access === undefined ? [400, 401, 403, 408, 413, 415] : [400, 401, 403, 404, 408, 413, 415, 429];
  const all = new Set([...common, ...(hasId ? [404] : []), 503, ...refusals]);
  return Object.fromEntries([...all].map((code) => [String(code), { $ref: `#/components/responses/Refused${code}` }]));
}

/** Refusals that tell more than a Problem. */
export function moreOf(more: NonNullable<Description["more"]>): Readonly<Record<string, Told>> {
  return Object.fromEntries(
    Object.entries(more).map(([code, name]) => {
      const schema = { allOf: [referTo("Problem"), referTo(name)] };
      return [code, { description: wordsFor(Number(code)), content: { "application/problem+json": { schema } } }];
    }),
  );
}

/** Every refusal, once. Throws where a description names a status that has no words here. */
export function refusedResponses(codes: Iterable<number>): Readonly<Record<string, Told>> {
  const content = { "application/problem+json": { schema: referTo("Problem") } };
  return Object.fromEntries([...codes].map((code) => [`Refused${code}`, { description: wordsFor(code), content }]));
}

function wordsFor(code: number): string {
  const words = REFUSED[code];
  if (words === undefined) throw new Error(`An endpoint refuses with ${code}: say in src/api/common.ts what that means.`);
  return words;
}

const REFUSED: Readonly<Record<number, string>> = {
  400: "Something in the request is wrong: `field` and `remedy` say what.",
  401: "Nobody is signed in.",
  403: "This person or token may not do it.",
  404: "There is no such thing for this person.",
  408: "The body came in too slowly.",
  409: "It was changed meanwhile, or is taken.",
  413: "Too large.",
  415: "Not a type that is taken.",
  422: "Understood, and not done: more members say why.",
  429: "Too often; `retryAfter` says when again.",
  503: "Busy or away; `retryAfter` says when again.",
};
