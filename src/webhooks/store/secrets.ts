import { randomBytes } from "node:crypto";
import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import type { Database } from "../../infra/database.ts";
import type { Instant } from "../../core/words.ts";
import { earlierUntil } from "../rules/secrets.ts";
import { SECRET_PREFIX } from "../rules/signature.ts";

/** A secret that nobody can guess, as the Standard Webhooks write it. */
export function newSecret(): string {
  return SECRET_PREFIX + randomBytes(32).toString("base64");
}

/** What became of the wish for a new secret. */
export type Rotated =
  | { readonly type: "rotated"; readonly secret: string }
  | { readonly type: "unknown" }
  /** An earlier secret still signs: a third would silence whoever knows only that one. */
  | { readonly type: "still-signing"; readonly until: Instant };

/** Gives a webhook a new secret; the one before signs on until `until` (at or before now: not at all). */
export async function rotateSecret(
  { prisma }: Pick<Database, "prisma">,
  { id, until }: { readonly id: string; readonly until: Instant },
  actor: Actor,
): Promise<Rotated> {
  return prisma.$transaction(async (tx): Promise<Rotated> => {
    await tx.$queryRaw`SELECT 1 FROM "Webhook" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const before = await tx.webhook.findUnique({ where: { id } });
    if (before === null) return { type: "unknown" };
    const stillUntil = earlierUntil(before, actor.at);
    if (stillUntil !== undefined) return { type: "still-signing", until: stillUntil };
    const secret = newSecret();
    const isKept = until > actor.at;
    const earlier = { earlierSecret: isKept ? before.secret : null, earlierUntil: isKept ? new Date(until) : null };
    await tx.webhook.update({ where: { id }, data: { secret, ...earlier } });
    const after = isKept ? { earlierUntil: new Date(until).toISOString() } : {};
    const deed = { act: "webhook.rotated", thing: `webhook:${id}`, thingName: before.url, after };
    await writeAudit(tx, { ...actor, ...deed });
    return { type: "rotated", secret };
  });
}

/** Ends the secret before the present one now; false when there is no webhook of this id. Where none signs, nothing is done. */
export async function endEarlierSecret({ prisma }: Pick<Database, "prisma">, id: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Webhook" WHERE "id" = ${id} FOR NO KEY UPDATE`;
    const before = await tx.webhook.findUnique({ where: { id } });
    if (before === null) return false;
    const until = earlierUntil(before, actor.at);
    if (until === undefined) return true;
    await tx.webhook.update({ where: { id }, data: { earlierSecret: null, earlierUntil: null } });
    const ended = { before: { earlierUntil: new Date(until).toISOString() } };
    await writeAudit(tx, { ...actor, act: "webhook.earlier-ended", thing: `webhook:${id}`, thingName: before.url, ...ended });
    return true;
  });
}

/** Forgets secrets that sign no more. */
export async function forgetEarlierSecrets({ pool }: Pick<Database, "pool">, now: Instant): Promise<void> {
  const over = `UPDATE "Webhook" SET "earlierSecret" = NULL, "earlierUntil" = NULL WHERE "earlierUntil" <= $1`;
  await pool.query(over, [new Date(now)]);
}
