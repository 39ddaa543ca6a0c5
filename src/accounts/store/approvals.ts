import type { Actor } from "../../audit/rules/entry.ts";
import { auditAct } from "../../audit/store.ts";
import type { Database } from "../../infra/database.ts";
import type { UserRow } from "../api.ts";
import { readRow, tellOthers, thingOf, valuesOf } from "./people.ts";

export interface Approvals {
  readonly id: string;
  readonly stores: readonly string[];
  readonly actor: Actor;
}

/** `not-merchant`: only merchants decide for a merchant. `not-theirs`: a store that this person does not see. */
export type ApprovalsSaved =
  { readonly type: "saved"; readonly row: UserRow } | { readonly type: "not-merchant" } | { readonly type: "not-theirs" };

/** Says about which of their stores' knowledge a merchant decides, in place of what was said before; undefined when there is nobody. */
export async function setApprovals(db: Database, { id, stores, actor }: Approvals): Promise<ApprovalsSaved | undefined> {
  return db.prisma.$transaction(async (tx) => {
    if ((await tx.user.findUnique({ where: { id }, select: { id: true } })) === null) return undefined;
    const before = await readRow(tx, id);
    if (before.role !== "merchant") return { type: "not-merchant" };
    if (stores.some((store) => !before.stores.includes(store))) return { type: "not-theirs" };
    await tx.userStore.updateMany({ where: { userId: id }, data: { approver: false } });
    await tx.userStore.updateMany({ where: { userId: id, storeId: { in: [...stores] } }, data: { approver: true } });
    await tellOthers(tx, id);
    const row = await readRow(tx, id);
    await auditAct(tx, actor, { act: "person.changed", ...thingOf(row), before: valuesOf(before), after: valuesOf(row) });
    return { type: "saved", row };
  });
}
