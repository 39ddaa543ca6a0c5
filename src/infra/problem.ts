import type { Request } from "express";
import { z } from "zod";
import { HttpProblem, problem, wrongField, wrongInput } from "../core/problem.ts";
import { textFault } from "../core/text.ts";
import { isDatabaseAway } from "./database-errors.ts";

// The type lives in core, where adapters find it too.
export { HttpProblem, problem };

/** What a foreign id and an unknown one have in common. */
export function notFound(thing: string): HttpProblem {
  return problem(404, { title: "Not found", detail: `There is no such ${thing} here.` });
}

/** Checks what came in; throws 400 naming the first wrong field and what is allowed there. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw wrongInput(parsed.error.issues);
}

/** A text people typed: well-formed Unicode without control characters (line breaks and tabs are kept), not empty. */
export function typedText(maxLength: number) {
  return z.string("a text").superRefine((text, context) => {
    const fault = textFault(text, maxLength);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });
}

/** Turns whatever a route or a parser threw into a problem; undefined for what is our own fault. */
export function asProblem(error: unknown, request: Request): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (isDatabaseAway(error) && !isOfRequest(error)) return databaseAway();
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  if (error.status < 400 || error.status > 499) return undefined;
  const type = "type" in error ? String(error.type) : "";
  if (type === "entity.parse.failed") return wrongField(400, "(body)", "not JSON: send one JSON object");
  if (type === "entity.too.large") return wrongField(413, "(body)", "too large: send less at once");
  if (error.status === 415) return wrongField(415, "(body)", "send plain UTF-8 JSON: no compression, no other character set");
  return problem(error.status, {
    title: "Bad request",
    detail: `The request to ${request.path} could not be read (${type || error.name}): mend its address or body.`,
    field: type === "" ? "(address)" : "(body)",
    remedy: "mend the address or the body",
  });
}

// A client that goes away while it sends is no fault of the database.
function isOfRequest(error: unknown): boolean {
  return error instanceof Error && "status" in error && typeof error.status === "number" && error.status < 500;
}

const AWAY_S = 5;

function databaseAway(): HttpProblem {
  return problem(503, {
    title: "Database away",
    detail: `The database cannot be reached, so it is unknown whether this was carried out. Try again in ${AWAY_S} s, with the same clientId if there was one.`,
    remedy: `wait ${AWAY_S} s, then send the same again with the same clientId`,
    retryAfter: AWAY_S,
  });
}
