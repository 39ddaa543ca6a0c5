import { createEventStreams } from "../../src/desk/routes/events.ts";
import type { Route } from "../../src/infra/http.ts";
import { consoleRoutes } from "../../src/program-app.ts";

/** The table of routes, made of parts that are not there: its entries can be read, none can be called. */
export function allRoutes(): readonly Route[] {
  const parts = absent<Parameters<typeof consoleRoutes>[0]>();
  const events = createEventStreams(absent<Parameters<typeof createEventStreams>[0]>());
  const routes = consoleRoutes(
    new Proxy(parts, { get: (target, key) => own(key, { events, channels: [] }) ?? Reflect.get(target, key) }),
  );
  events.close();
  return routes;
}

function own(key: string | symbol, parts: Readonly<Record<string, unknown>>): unknown {
  return typeof key === "string" ? parts[key] : undefined;
}

/** Answers every question about itself with another one like it. */
function absent<T extends object>(): T {
  const nothing: unknown = new Proxy(() => nothing, {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive) return () => 1;
      return typeof key === "symbol" ? undefined : nothing;
    },
  });
  return nothing as T;
}
