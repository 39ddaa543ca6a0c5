import express, { type RequestHandler } from "express";
import { wrongField } from "../core/problem.ts";

/** Nobody needs longer for a little JSON; a body that drips in more slowly holds a connection for nothing. */
const JSON_WITHIN_MS = 10_000;

/** Reads a JSON body of at most `limit` that arrives in time. */
export function readJson(limit: string, withinMs?: number): RequestHandler {
  return inTime(express.json({ limit }), withinMs);
}

/** A parser of bodies that gives up with 408 on those that take too long, and does not wait for the rest. */
export function inTime(parse: RequestHandler, withinMs = JSON_WITHIN_MS): RequestHandler {
  return (request, response, next) => {
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
    void parse(request, response, end);
  };
}
