import { z } from "zod";
import { agentId } from "../../core/ids.ts";
import { SKILLS } from "../../core/words.ts";
import type { ScopedPrisma } from "../../infra/scope.ts";
import { targetInWords } from "../../routing/rules/transfer.ts";
import { hidePersonal } from "../rules/masking.ts";
import type { Transfer } from "../workspace/api.ts";

/** The last time a conversation was passed on; undefined when it never was. */
export async function lastTransfer(client: ScopedPrisma, conversationId: string): Promise<Transfer | undefined> {
  const decision = await client.decision.findFirst({
    where: { conversationId, rule: "desk/transfer" },
    orderBy: { at: "desc" },
    select: { incomingId: true },
  });
  if (decision === null) return undefined;
  const event = await client.incoming.findFirst({ where: { id: decision.incomingId }, select: { payload: true } });
  if (event === null) return undefined;
  const { agent, to, reason, summary, at } = transferred.parse(event.payload);
  const { to: zh, toEn: en } = targetInWords(to);
  return {
    from: agent.name,
    to: { zh, en },
    reason: hidePersonal(reason),
    summary: hidePersonal(summary),
    at: new Date(at).toISOString(),
  };
}

const agent = z.object({ id: z.string().transform(agentId), name: z.string() });
const transferred = z.object({
  agent,
  at: z.number(),
  to: z.discriminatedUnion("type", [
    z.object({ type: z.literal("agent"), agent }),
    z.object({ type: z.literal("skill"), skill: z.enum(SKILLS) }),
    z.object({ type: z.literal("queue") }),
  ]),
  reason: z.string(),
  summary: z.string(),
});
