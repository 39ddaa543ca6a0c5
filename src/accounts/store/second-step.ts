import type { Actor } from "../../audit/rules/entry.ts";
import { writeAudit } from "../../audit/store.ts";
import { digest } from "../../core/ids.ts";
import type { Database } from "../../infra/database.ts";
import { tellOthers } from "./people.ts";
import type { TryKey } from "./tries.ts";

/** So many wrong codes lock a person's second step, of however many at the same moment. */
const CODES_PER_PERSON = 10;

/** The count of codes tried for one person. */
export function ofSecondStep(userId: string): TryKey {
  return { key: `step:${digest(userId)}`, limit: CODES_PER_PERSON };
}

/** Whether a person is asked for a code of their phone. */
export async function hasSecondStep({ prisma }: Pick<Database, "prisma">, userId: string): Promise<boolean> {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { twoFactorEnabled: true } });
  return user?.twoFactorEnabled === true;
}

/**
 * Whose second step a browser is at, by the name of the step in its cookie: 20 random characters, known to that browser alone.
 * Undefined when there is no such step.
 */
export async function personAtStep({ pool }: Pick<Database, "pool">, step: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ value: string }>(`SELECT "value" FROM "Verification" WHERE "identifier" = $1`, [step]);
  return rows[0]?.value;
}

/** The address with which somebody signs in. */
export async function emailOf({ prisma }: Pick<Database, "prisma">, id: string): Promise<{ readonly email: string }> {
  return prisma.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
}

/** For somebody who lost their phone: the password alone is asked for, and they are signed out everywhere. False when there was no step. */
export async function dropSecondStep(db: Database, userId: string, actor: Actor): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    });
    await tx.twoFactor.deleteMany({ where: { userId } });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { userId } });
    await tellOthers(tx, userId);
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
    await writeAudit(tx, { ...actor, act: "second-step.off", thing: `person:${userId}`, thingName: name });
    return true;
  });
}
