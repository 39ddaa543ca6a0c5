import { pino, type DestinationStream, type Logger } from "pino";
import { nameOfDatabaseError } from "./database-errors.ts";

/** Where lines go. Messages are static, variables are fields; shoppers' words and tokens never become either. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** One JSON line an event on standard output. */
export function createLog(level: "debug" | "info" | "warn" | "error" | "silent", to?: DestinationStream): Log {
  const settings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: REDACTED,
    serializers: { err: tellError },
  };
  return to === undefined ? pino(settings) : pino(settings, to);
}

/** An error in one line to be kept. What the database says of it is left out: it quotes values, which shoppers wrote. */
export function describeError(error: unknown): string {
  const database = nameOfDatabaseError(error);
  if (database === undefined) return String(error);
  const name = error instanceof Error ? error.name : "error";
  return `${name}: the database refused (${database}); its own words are left out, they quote what people wrote`;
}

function tellError(error: unknown): unknown {
  if (!(error instanceof Error)) return describeError(error);
  const code = "code" in error ? { code: String(error.code) } : {};
  const message = nameOfDatabaseError(error) === undefined ? error.message : describeError(error);
  return { type: error.name, ...code, message, frames: framesOf(error) };
}

// The stack begins with the message, which may itself look like frames.
function framesOf({ stack = "", message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split("\n");
  return lines.map((line) => line.trim()).filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}

// A second net: fields of these names never leave the process, whoever logs them.
const REDACTED = ["token", "password", "authorization", "cookie", "text", "body", "headers", "*.token", "*.password", "*.text"];
