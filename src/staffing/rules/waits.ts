import { z } from "zod";
import { DEFAULT_WAITS, type DeskWaits } from "../../routing/rules/waits.ts";

const DAY_MS = 86_400_000;
const duration = z.int().min(1_000).max(DAY_MS).optional();
const waits = z.object({
  offerMs: duration,
  handOverBeforeMs: duration,
  graceMs: duration,
  presenceMs: duration,
  mostMissed: z.int().min(1).max(100).optional(),
});

/** How long the desk waits for its people, as kept with the desk's settings; what they do not name is as by default. */
export function readWaits(stored: unknown): DeskWaits {
  const said = waits.parse(stored ?? {});
  return {
    offerMs: said.offerMs ?? DEFAULT_WAITS.offerMs,
    handOverBeforeMs: said.handOverBeforeMs ?? DEFAULT_WAITS.handOverBeforeMs,
    graceMs: said.graceMs ?? DEFAULT_WAITS.graceMs,
    presenceMs: said.presenceMs ?? DEFAULT_WAITS.presenceMs,
    mostMissed: said.mostMissed ?? DEFAULT_WAITS.mostMissed,
  };
}
