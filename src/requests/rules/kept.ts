import { z } from "zod";
import { agentId, incomingId, requestId } from "../../core/ids.ts";
import type { KeptPromise } from "../../core/request.ts";

const kept = z.array(
  z
    .object({
      reply: z.string().transform(incomingId),
      by: z.string().transform(agentId),
      sumFen: z.int().optional(),
      isWhole: z.boolean().optional(),
      requestId: z.string().transform(requestId).optional(),
    })
    .readonly(),
);

/** What a conversation keeps of what was promised in it; nothing where the column is null. */
export function readPromises(json: unknown): readonly KeptPromise[] | undefined {
  return json === null || json === undefined ? undefined : kept.parse(json);
}
