import type { Request } from "express";
import { z } from "zod";

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

/** What a foreign id and an unknown one have in common. */
export function notFound(thing: string): HttpProblem {
  return problem(404, { title: "Not found", detail: `There is no such ${thing} here.` });
}

/** Checks what came in; throws 400 naming the first wrong field and what is allowed there. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const extra = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(extra === undefined ? [] : [extra])].map(String).join(".") || "(body)";
  const remedy = extra === undefined ? (issue?.message ?? "see the documentation") : "leave this field out: it is not known here";
  throw problem(400, { title: "Bad request", detail: `${field}: ${remedy}.`, field, remedy });
}

/** A text people typed: well-formed Unicode without control characters (line breaks and tabs are kept), not empty. */
export function typedText(maxLength: number) {
  return z
    .string("a text")
    .max(maxLength, `at most ${maxLength} characters; send it in parts`)
    .refine((text) => text.isWellFormed(), "well-formed Unicode, without lone surrogates")
    .refine((text) => !CONTROL.test(text), "no control characters")
    .refine((text) => /[^\s\u200B-\u200F\u2060\uFEFF]/u.test(text), "not empty and not only spaces");
}

// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Turns whatever a route or a parser threw into a problem; undefined for what is our own fault. */
export function asProblem(error: unknown, request: Request): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  if (error.status < 400 || error.status > 499) return undefined;
  const type = "type" in error ? String(error.type) : "";
  if (type === "entity.parse.failed")
    return problem(400, { title: "Bad request", detail: "The body is not JSON: send one JSON object.", field: "(body)" });
  if (type === "entity.too.large")
    return problem(413, { title: "Too large", detail: "The body is too large: send less at once.", field: "(body)" });
  return problem(error.status, {
    title: "Bad request",
    detail: `The request to ${request.path} could not be read: ${type || error.name}.`,
  });
}
