import type { Request } from "express";
import { Router } from "express";
import type { Database } from "./database.ts";
import type { Metrics } from "./metrics.ts";
import { problem } from "../core/problem.ts";

export interface HealthParts {
  readonly db: Database;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  /** False while starting and while stopping: load balancers then send nobody. */
  readonly isReady: () => boolean;
}

/** `/healthz` (the process lives), `/readyz` (it can serve), `/metrics` (Prometheus). */
export function healthRouter(parts: HealthParts): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "alive" }));
  router.get("/readyz", async (_request, response) => {
    const isReady = parts.isReady() && (await answers(parts.db));
    response.status(isReady ? 200 : 503).json({ status: isReady ? "ready" : "not ready" });
  });
  router.get("/metrics", async (request, response) => {
    if (!mayReadMetrics(request, parts.metricsToken)) {
      throw problem(403, {
        title: "Not allowed",
        detail: "Metrics are read from this machine, or with METRICS_TOKEN as a bearer token.",
      });
    }
    response.type(parts.metrics.registry.contentType).send(await parts.metrics.registry.metrics());
  });
  return router;
}

async function answers(db: Database): Promise<boolean> {
  try {
    await db.pool.query("SELECT 1");
    return true;
  } catch {
    // Not reachable is the answer, not a failure of this check.
    return false;
  }
}

function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token !== undefined) return request.get("authorization") === `Bearer ${token}`;
  // Through a proxy on this machine everybody seems to be here.
  if (request.get("x-forwarded-for") !== undefined || request.get("forwarded") !== undefined) return false;
  const address = request.socket.remoteAddress ?? "";
  return address === "127.0.0.1" || address === "::1" || address === "::ffff:127.0.0.1";
}
