import express, { type RequestHandler } from "express";
import { wrongField } from "../../src/core/problem.ts";

/** 5,000 characters as JSON escapes, and room for the rest. */
const MAX_JSON_BYTES = 64_000;

/** Gives a parser of bodies an end: what does not arrive in time is answered 408 and not waited for. */
export type InTime = (parse: RequestHandler) => RequestHandler;

/** Reads a JSON body that is small, uncompressed and in time; anything else is a problem that says what to send. */
export function readJson(inTime: InTime): RequestHandler {
  const parse = inTime(express.json({ limit: MAX_JSON_BYTES, inflate: false }));
  return (request, response, next) => {
    // Other types would be “simple” requests that pages may send without asking, and be read as no body at all.
    if (request.is("application/json") === false)
      return next(wrongField(415, "Content-Type", "send JSON with Content-Type: application/json"));
    void parse(request, response, next);
  };
}
