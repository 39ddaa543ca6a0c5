import { randomUUID } from "node:crypto";
import { DESK_LANE, incomingId } from "../core/ids.ts";
import type { Spine } from "../core/spine.ts";
import type { Clock } from "../infra/clock.ts";

/** Routing looks again at who waits: call it after people, statuses or the roster changed. */
export async function tellRouting({
  spine,
  clock,
}: {
  readonly spine: Pick<Spine, "submit">;
  readonly clock: Clock;
}): Promise<void> {
  const id = incomingId(`staffing:${randomUUID()}`);
  await spine.submit({ type: "staffing-changed", id, lane: DESK_LANE, at: clock.now() });
}
