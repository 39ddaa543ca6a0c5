/** What is read of an error; all of them are only asked for, never trusted to be there. */
interface Seen {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly severity?: unknown;
  readonly kind?: unknown;
}

/** The kind of the database's or its client's error, without any value; undefined for all others. Causes are looked at too. */
export function nameOfDatabaseError(error: unknown): string | undefined {
  const found = withCauses(error).find((one) => isOfPrisma(one) || isOfServer(one));
  if (found === undefined) return undefined;
  const code = typeof found.code === "string" ? ` ${found.code}` : "";
  return `${String(found.name ?? "error")}${code}`;
}

/** Whether the database could not be reached, or was lost on the way: then nobody knows whether it had done it already. */
export function isDatabaseAway(error: unknown): boolean {
  return withCauses(error).some(
    ({ code, kind, message }) =>
      (typeof code === "string" && AWAY_CODES.test(code)) ||
      (typeof kind === "string" && AWAY_KINDS.has(kind)) ||
      (typeof message === "string" && AWAY_WORDS.test(message)),
  );
}

// Of the network, of PostgreSQL (class 08, shutting down, too many connections), and of Prisma.
const AWAY_CODES =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08...|57P0[1-3]|53300|P1001|P1002|P1008|P1017|P2024)$/;
const AWAY_KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
// The driver gives these no code.
const AWAY_WORDS =
  /^(Connection terminated( unexpectedly| due to connection timeout)?|timeout exceeded when trying to connect|Client has encountered a connection error and is not queryable)$/;

const isOfPrisma = ({ name }: Seen): boolean => typeof name === "string" && /^(Prisma|DriverAdapter)/.test(name);
const isOfServer = ({ code, severity }: Seen): boolean =>
  severity !== undefined && typeof code === "string" && /^[0-9A-Z]{5}$/.test(code);

const MOST_CAUSES = 10;

function withCauses(error: unknown): readonly Seen[] {
  const seen: object[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && seen.length < MOST_CAUSES) {
    const next = open.shift();
    if (typeof next !== "object" || next === null || seen.includes(next)) continue;
    seen.push(next);
    if ("cause" in next) open.push(next.cause);
    if (next instanceof AggregateError) open.push(...next.errors);
  }
  return seen;
}
