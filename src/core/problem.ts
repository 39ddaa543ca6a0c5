/** What a client did wrong (or must wait for), as RFC 9457 tells it. Thrown by routes, answered by the error handler. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;
  readonly told: ProblemDetails;

  constructor(status: number, told: ProblemDetails) {
    super(told.detail);
    this.status = status;
    this.told = told;
  }
}

export interface ProblemDetails {
  readonly title: string;
  /** One sentence, naming the field and the next step. */
  readonly detail: string;
  readonly field?: string;
  readonly remedy?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** More members, such as `errors` of an import. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Makes a problem to be thrown. */
export function problem(status: number, told: ProblemDetails): HttpProblem {
  return new HttpProblem(status, told);
}

/** One wrong field: `detail` is made of both. */
export function wrongField(status: number, field: string, remedy: string): HttpProblem {
  return problem(status, { title: TITLES[status] ?? "Bad request", detail: `${field}: ${remedy}.`, field, remedy });
}

/** What zod says about one wrong value; only these members are read. */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
}

/** The first thing that is wrong with what came in, as 400 naming the field and what is allowed there. */
export function wrongInput(issues: readonly Issue[]): HttpProblem {
  const issue = issues[0];
  const extra = issue?.code === "unrecognized_keys" ? issue.keys?.[0] : undefined;
  const field = [...(issue?.path ?? []), ...(extra === undefined ? [] : [extra])].map(String).join(".") || "(body)";
  const remedy = extra === undefined ? (issue?.message ?? "see the documentation") : "leave this field out: it is not known here";
  return wrongField(400, field, remedy);
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request",
  403: "Not allowed",
  404: "Not found",
  408: "Too slow",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported type",
};
