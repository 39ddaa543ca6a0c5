import express, { type RequestHandler } from "express";
import { wrongField } from "../../src/core/problem.ts";

/** 5,000 characters as JSON escapes, and room for the rest. */
const MAX_JSON_BYTES = 64_000;
/** Nobody needs longer for so little; a body that drips in more slowly holds a connection for nothing. */
const BODY_WITHIN_MS = 10_000;

/** Reads a JSON body that is small, uncompressed and in time; anything else is a problem that says what to send. */
export function readJson(withinMs = BODY_WITHIN_MS): RequestHandler {
  const parse = express.json({ limit: MAX_JSON_BYTES, inflate: false });
  return (request, response, next) => {
    // Other types would be “simple” requests that pages may send without asking, and be read as no body at all.
    if (request.is("application/json") === false)
      return next(wrongField(415, "Content-Type", "send JSON with Content-Type: application/json"));
    let isOver = false;
    const end = (error?: unknown): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      next(error);
    };
    const timer = setTimeout(() => {
      response.setHeader("Connection", "close");
      end(wrongField(408, "(body)", `did not arrive within ${Math.ceil(withinMs / 1000)} s: send it again`));
    }, withinMs);
    parse(request, response, end);
  };
}
