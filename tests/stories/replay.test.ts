import { expect, it } from "vitest";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import { explain, replay } from "../../src/cli/story.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { AGENT, DESK_LANE, furnish, messageFrom, STORE, worldOn } from "../support/worlds.ts";

describeOnEachDatabase("The story of a conversation", (database) => {
  it("is explained step by step, and decided again without a difference until a rule's facts differ", async () => {
    const db = await database.open();
    await furnish(db);
    const { spine } = await worldOn(db, []);
    await spine.submit(messageFrom("ann", "多久发货"));
    await spine.submit(messageFrom("ann", "能刻字吗"));
    await spine.idle();
    const { id, laneId } = await db.prisma.conversation.findFirstOrThrow();
    const act = { at: 1, storeId: STORE, conversationId: conversationId(id), agent: AGENT };
    await spine.submit({ ...act, type: "claim-requested", id: incomingId("c"), lane: DESK_LANE });
    await spine.idle();
    await spine.submit({ ...act, type: "agent-closed", id: incomingId("x"), lane: laneId as never, epoch: 2 });
    await spine.idle();
    await spine.stop();

    const lines: string[] = [];
    expect(await explain(db, id, (line) => lines.push(line))).toBe(0);
    const story = lines.join("\n");
    for (const expected of ["message-received “多久发货”", "知识条目 a1", "转人工", "分给李雷", "李雷接受派单", "结束会话"])
      expect(story).toContain(expected);

    const same: string[] = [];
    expect(await replay(db, id, (line) => same.push(line))).toBe(0);
    expect(same.at(-1)).toContain(" 0 would differ");

    await changeStoredThreshold(db);
    const other: string[] = [];
    expect(await replay(db, id, (line) => other.push(line))).toBe(1);
    expect(other.join("\n")).toContain("was desk/answer");
  });

  it("says so when there is no such conversation", async () => {
    const db = await database.open();
    const lines: string[] = [];
    expect(await explain(db, "v_unknown", (line) => lines.push(line))).toBe(1);
    expect(lines.join()).toContain("there is no conversation v_unknown");
  });
});

/** As if the rule had been another one: what was certain enough is no longer. */
async function changeStoredThreshold(db: Database): Promise<void> {
  await db.pool.query(
    `UPDATE "Snapshot" SET "content" = jsonb_set("content", '{thresholds,answer}', '0.99') WHERE "content" ? 'thresholds'`,
  );
}
