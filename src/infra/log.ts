import { pino, type Logger } from "pino";

/** Where lines go. Messages are static, variables are fields; shoppers' words and tokens never become either. */
export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

/** One JSON line an event on standard output. */
export function createLog(level: "debug" | "info" | "warn" | "error" | "silent"): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: REDACTED });
}

// A second net: fields of these names never leave the process, whoever logs them.
const REDACTED = ["token", "password", "authorization", "cookie", "text", "body", "headers", "*.token", "*.password", "*.text"];
