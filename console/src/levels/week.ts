import type { LevelsRoute } from "../shared/route.ts";

/** The same week and store, without any number opened. */
export function weekOf({ store, until }: LevelsRoute): LevelsRoute {
  return { page: "levels", at: 1, ...(store === undefined ? {} : { store }), ...(until === undefined ? {} : { until }) };
}
