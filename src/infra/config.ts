import { resolve } from "node:path";
import { z } from "zod";

/** Everything the environment may say. Only this file reads it; `.env.example` documents each variable. */
export interface Config {
  /** PostgreSQL's address; absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded database and uploaded files live; absolute. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** The address people reach us at, without a slash at the end. */
  readonly baseUrl: string;
  /** Proxies whose `X-Forwarded-*` headers are believed: addresses, ranges or express's names for them; empty: none. */
  readonly trustProxy: readonly string[];
  readonly logLevel: LogLevel;
  /** Load the demo stores into an empty database. */
  readonly demo: boolean;
  /** Bearer token that `/metrics` asks for; absent: only this machine may read it. */
  readonly metricsToken?: string | undefined;
  readonly limits: Limits;
  readonly webhooks: WebhooksConfig;
  /** Routing's decisions are deleted so many days after everything they speak of was closed. */
  readonly routingKeptDays: number;
  /** An embedding service as a further channel of understanding; absent: none is asked. */
  readonly embeddings?: EmbeddingsConfig | undefined;
}

/** Where webhooks may be sent. */
export interface WebhooksConfig {
  /** Also to this machine and private networks, and there without TLS. */
  readonly toPrivate: boolean;
}

/** An OpenAI-compatible service, and how long a shopper's question waits for it. */
export interface EmbeddingsConfig {
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly timeoutMs: number;
}

/** How much one visitor, or one address (many people behind one carrier), may send. 0 switches a limit off. */
export interface Limits {
  readonly messagesPerVisitorPerMinute: number;
  readonly messagesPerAddressPerMinute: number;
  readonly sessionsPerAddressPerMinute: number;
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** A configuration that cannot be used, said in sentences a person can act on. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads and checks the environment. Throws ConfigError naming each wrong variable, its value and what is allowed. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => sentence(issue, given)).join("\n"));
  const v = parsed.data;
  return {
    databaseUrl: v.DATABASE_URL,
    dataDir: resolve(v.COUNTERBELL_DATA_DIR),
    host: v.HOST,
    port: v.PORT,
    baseUrl: (v.BASE_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, ""),
    trustProxy: v.TRUST_PROXY,
    logLevel: v.LOG_LEVEL,
    demo: v.DEMO === "yes",
    metricsToken: v.METRICS_TOKEN,
    limits: {
      messagesPerVisitorPerMinute: v.MESSAGES_PER_VISITOR_PER_MINUTE,
      messagesPerAddressPerMinute: v.MESSAGES_PER_ADDRESS_PER_MINUTE,
      sessionsPerAddressPerMinute: v.SESSIONS_PER_ADDRESS_PER_MINUTE,
    },
    webhooks: { toPrivate: v.WEBHOOKS_TO_PRIVATE === "yes" },
    routingKeptDays: v.ROUTING_KEPT_DAYS,
    embeddings: embeddingsOf(v),
  };
}

function embeddingsOf(v: z.output<typeof variables>): EmbeddingsConfig | undefined {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_API_KEY: apiKey, EMBEDDINGS_TIMEOUT_MS: timeoutMs } = v;
  if (url === undefined && (model !== undefined || apiKey !== undefined)) {
    const named = model === undefined ? "EMBEDDINGS_API_KEY" : "EMBEDDINGS_MODEL";
    throw new ConfigError(
      `${named} is set, but EMBEDDINGS_URL is not. Set EMBEDDINGS_URL to the service's address, or take ${named} away.`,
    );
  }
  if (url === undefined) return undefined;
  if (model === undefined) {
    throw new ConfigError(
      "EMBEDDINGS_URL is set, but EMBEDDINGS_MODEL is not. Name the model that the service has, such as bge-m3.",
    );
  }
  return { url, model, apiKey, timeoutMs };
}

const perMinute = (preset: number) =>
  z.coerce.number("a whole number from 0 (no limit) to 1000000").int().min(0).max(1_000_000).default(preset);

const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^\s]+$/, "an address such as postgresql://user:password@host:5432/counterbell")
    .optional(),
  COUNTERBELL_DATA_DIR: z.string().default("data"),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:-]+$/, "an address to listen on, such as 127.0.0.1 or 0.0.0.0")
    .default("127.0.0.1"),
  PORT: z.coerce.number("a whole number from 1 to 65535").int().min(1).max(65_535).default(8040),
  BASE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/]+(\/[^\s?#]*)?$/, "an http or https address without a query, such as https://desk.example.com")
    .optional(),
  TRUST_PROXY: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    ) // prettier-ignore
    .refine((parts) => parts.every((part) => PROXY.test(part)), {
      error: "loopback, linklocal, uniquelocal, or addresses and ranges such as 10.0.0.0/8, separated by commas",
    }),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info"),
  DEMO: z.enum(["yes", "no"], "yes or no").default("yes"),
  METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  MESSAGES_PER_VISITOR_PER_MINUTE: perMinute(30),
  MESSAGES_PER_ADDRESS_PER_MINUTE: perMinute(600),
  SESSIONS_PER_ADDRESS_PER_MINUTE: perMinute(120),
  WEBHOOKS_TO_PRIVATE: z.enum(["yes", "no"], "yes or no").default("no"),
  ROUTING_KEPT_DAYS: z.coerce.number("a whole number from 30 to 3650").int().min(30).max(3_650).default(180),
  EMBEDDINGS_URL: z
    .string()
    .regex(
      /^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/,
      "an http or https address without user, password and query, such as http://127.0.0.1:8080 (a key goes into EMBEDDINGS_API_KEY)",
    )
    .optional(),
  EMBEDDINGS_MODEL: z.string().max(200, "at most 200 characters").optional(),
  EMBEDDINGS_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "printable characters without spaces")
    .optional(),
  EMBEDDINGS_TIMEOUT_MS: z.coerce.number("a whole number from 50 to 5000").int().min(50).max(5_000).default(400),
});

/** Every variable that is read: `.env.example` names each of them and no other. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(variables.shape);

const PROXY = /^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/;
const SECRETS = new Set(["DATABASE_URL", "METRICS_TOKEN", "EMBEDDINGS_URL", "EMBEDDINGS_API_KEY"]);
const RANGES: Readonly<Record<string, string>> = {
  PORT: "a whole number from 1 to 65535",
  ROUTING_KEPT_DAYS: "a whole number from 30 to 3650",
  EMBEDDINGS_TIMEOUT_MS: "a whole number from 50 to 5000",
};

function sentence(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  const value = SECRETS.has(name) ? "(not shown)" : JSON.stringify(given[name]);
  const allowed = issue.code === "too_big" || issue.code === "too_small" ? (RANGES[name] ?? rangeOf(issue)) : issue.message;
  return `${name} is ${value}, which cannot be used. Allowed: ${allowed}.`;
}

function rangeOf(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith("Too") ? "a whole number from 0 (no limit) to 1000000" : issue.message;
}
