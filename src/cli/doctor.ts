import { existsSync } from "node:fs";
import { join } from "node:path";
import { createEmbedder } from "../../adapters/embeddings/index.ts";
import { ConfigError, readConfig, type Config } from "../infra/config.ts";
import { ROOT } from "../infra/root.ts";
import type { EmbedFailure } from "../core/embedder.ts";
import { databaseFindings, type Finding } from "./doctor-database.ts";

type Write = (line: string) => void;

const MARKS = { good: "✓", warn: "!", bad: "✗" } as const;

/**
 * `counterbell doctor`: looks at configuration, database, channels and clock, and says how to mend each finding. It changes
 * nothing. Exit code 1 when something is bad.
 */
export async function doctor(write: Write): Promise<0 | 1> {
  const findings = await examine();
  for (const { what, state, detail, mend } of findings) {
    write(`${MARKS[state]} ${what}: ${detail}`);
    if (mend !== undefined) write(`    → ${mend}`);
  }
  return findings.some(({ state }) => state === "bad") ? 1 : 0;
}

async function examine(): Promise<readonly Finding[]> {
  const config = readOrExplain();
  if (!("port" in config)) return [config];
  const findings: Finding[] = [
    { what: "configuration", state: "good", detail: `serves ${config.baseUrl}, data in ${config.dataDir}` },
    ...proxyFindings(config),
    clockFinding(),
    builtFinding(),
    ...(await embeddingFindings(config)),
  ];
  const running = await isAnswering(config);
  findings.push(portFinding(config, running), ...(running ? [await channelFinding(config)] : []));
  if (config.databaseUrl === undefined && running)
    return [...findings, { what: "database", state: "good", detail: "embedded, in use by the running desk (see /readyz)" }];
  return [...findings, ...(await databaseFindings(config))];
}

function readOrExplain(): Config | Finding {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      what: "configuration",
      state: "bad",
      detail: error.message,
      mend: "correct it in the environment; .env.example shows every variable",
    };
  }
}

function proxyFindings({ baseUrl, trustProxy, host }: Config): readonly Finding[] {
  const isPublic = baseUrl.startsWith("https:");
  if (isPublic && trustProxy.length === 0) {
    return [
      {
        what: "proxy",
        state: "warn",
        detail: "BASE_URL is https but no proxy is trusted, so every shopper seems to come from the proxy's address",
        mend: "set TRUST_PROXY to the proxy's address or range, e.g. loopback",
      },
    ];
  }
  if (!isPublic && host !== "127.0.0.1" && host !== "localhost")
    return [
      {
        what: "encryption",
        state: "warn",
        detail: `listens on ${host} without https`,
        mend: "put a proxy with TLS in front and set BASE_URL to its https address",
      },
    ];
  return [];
}

function clockFinding(): Finding {
  const now = new Date();
  const known = Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(now);
  if (now.getFullYear() < 2026)
    return {
      what: "clock",
      state: "bad",
      detail: `${now.toISOString()} lies in the past`,
      mend: "set the machine's clock, e.g. with systemd-timesyncd",
    };
  return { what: "clock", state: "good", detail: `${now.toISOString()}, in Shanghai ${known}` };
}

function builtFinding(): Finding {
  const missing = ["dist/web/widget.js", "dist/web/panel.js", "dist/console/index.html"].filter(
    (file) => !existsSync(join(ROOT, file)),
  );
  if (missing.length > 0)
    return { what: "browser code", state: "bad", detail: `${missing.join(", ")} not built`, mend: "npm run build" };
  return { what: "browser code", state: "good", detail: "widget and console are built" };
}

/** Of the embedding service, where there is one. The desk works without it, so nothing about it is worse than a warning. */
export async function embeddingFindings({ embeddings }: Pick<Config, "embeddings">): Promise<readonly Finding[]> {
  if (embeddings === undefined) return [];
  const what = "embedding service";
  const probed = await createEmbedder(embeddings).probe();
  if (probed.type === "fails") {
    const detail = `${probed.because} (${probed.detail}); questions are understood without it`;
    return [{ what, state: "warn", detail, mend: MENDS[probed.because] }];
  }
  const { dimensions, ms } = probed;
  const detail = `answers in ${Math.round(ms)} ms, ${dimensions} numbers a text`;
  if (ms <= embeddings.timeoutMs) return [{ what, state: "good", detail }];
  const mend = "give the service more power, take a smaller model, or raise EMBEDDINGS_TIMEOUT_MS; shoppers wait as long";
  return [{ what, state: "warn", detail: `${detail}; questions wait ${embeddings.timeoutMs} ms only`, mend }];
}

const MENDS: Readonly<Record<EmbedFailure, string>> = {
  timeout: "look whether the service at EMBEDDINGS_URL is overloaded",
  unreachable: "start the service, or correct EMBEDDINGS_URL",
  busy: "ask its operator for more calls a minute",
  refused: "correct EMBEDDINGS_MODEL to a model that the service has and that makes embeddings",
  denied: "correct EMBEDDINGS_URL (with or without /v1/embeddings), EMBEDDINGS_API_KEY or EMBEDDINGS_MODEL",
  broken: "look into the service's own log",
  unreadable: "EMBEDDINGS_URL must be an OpenAI-compatible /v1/embeddings",
};

async function isAnswering({ port, host }: Config): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/healthz`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  } catch {
    // Nobody there: that is the answer.
    return false;
  }
}

function portFinding({ port }: Config, running: boolean): Finding {
  return { what: "desk", state: "good", detail: running ? `runs on port ${port}` : `does not run on port ${port} (npm start)` };
}

/** Of the running desk: whether a shop page would get its widget, and whether the desk says it can serve. */
async function channelFinding(config: Config): Promise<Finding> {
  const answers = await Promise.all(["/widget.js", "/panel.js", "/readyz"].map((path) => statusOf(config, path)));
  if (answers.every((status) => status === 200))
    return { what: "channel web", state: "good", detail: "gives the widget and is ready" };
  return {
    what: "channel web",
    state: "bad",
    detail: `widget.js ${answers[0]}, panel.js ${answers[1]}, readyz ${answers[2]}`,
    mend: "npm run build for missing scripts; when readyz is 503 look at the database below and at the desk's log",
  };
}

async function statusOf({ port, host }: Config, path: string): Promise<number> {
  try {
    const answer = await fetch(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}${path}`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.status;
  } catch {
    // No answer is an answer here.
    return 0;
  }
}
