import { expect, it } from "vitest";
import { conversationId, incomingId } from "../../src/core/ids.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import { explain, replay } from "../../src/cli/story.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { AGENT, DESK_LANE, furnish, messageFrom, plainUnderstanding, STORE, worldOn } from "../support/worlds.ts";

/** Understands as little as the others do, and that 破店 is said in anger. */
function feelingUnderstanding(): Understanding {
  const plain = plainUnderstanding();
  return {
    ...plain,
    read: async (question) => {
      const isAngry = question.text.includes("破店");
      const feeling = { level: isAngry ? "angry" : "calm", confidence: 0.9, signs: isAngry ? ["tone:什么破店"] : [] } as const;
      return { ...(await plain.read(question)), feeling };
    },
  };
}

describeOnEachDatabase("An angry shopper in a full queue", (database) => {
  it("is answered what is sure, served before those who waited longer, and all of it is told and decided again alike", async () => {
    const db = await database.open();
    await furnish(db, { capacity: 1 });
    const { spine } = await worldOn(db, [], feelingUnderstanding());
    const say = async (person: string, text: string) => {
      await spine.submit(messageFrom(person, text));
      await spine.idle();
    };
    await say("bob", "人工");
    await say("ann", "能刻字吗");
    await say("cat", "能刻字吗");
    await say("cat", "什么破店，多久发货");
    await say("dan", "什么破店，多久发货");

    expect(await priorities(db)).toEqual({ ann: 0, bob: 0, cat: 1 });
    expect(await lastLines(db, "cat")).toContain("48 小时内发货。");
    expect((await lastLines(db, "dan")).at(-1)).toContain("人工客服");
    expect(await feelingsOf(db)).toEqual({ ann: undefined, bob: undefined, cat: "angry", dan: "angry" });

    const bob = await db.prisma.conversation.findFirstOrThrow({ where: { personId: "bob" } });
    const act = { at: 1, storeId: STORE, conversationId: conversationId(bob.id), agent: AGENT };
    await spine.submit({ ...act, type: "claim-requested", id: incomingId("c"), lane: DESK_LANE });
    await spine.idle();
    await spine.submit({ ...act, type: "agent-closed", id: incomingId("x"), lane: bob.laneId as never, epoch: 2 });
    await spine.idle();
    await spine.stop();

    const offered = await db.prisma.escalation.findMany({ where: { state: "offered" }, select: { conversation: true } });
    expect(offered.map(({ conversation }) => conversation.personId)).toEqual(["cat"]);
    const cat = await db.prisma.conversation.findFirstOrThrow({ where: { personId: "cat" } });
    const lines: string[] = [];
    expect(await explain(db, cat.id, (line) => lines.push(line))).toBe(0);
    for (const expected of ["情绪变成“生气”，因为“什么破店”", "排队优先", "优先级 1"])
      expect(lines.join("\n")).toContain(expected);
    const same: string[] = [];
    expect(await replay(db, cat.id, (line) => same.push(line))).toBe(0);
  });
});

async function priorities(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db.prisma.escalation.findMany({ include: { conversation: true } });
  return Object.fromEntries(rows.map(({ priority, conversation }) => [conversation.personId, priority]));
}

async function feelingsOf(db: Database): Promise<Readonly<Record<string, string | undefined>>> {
  const rows = await db.prisma.conversation.findMany();
  return Object.fromEntries(
    rows.map(({ personId, memory }) => [personId, (memory as { feeling?: { level: string } }).feeling?.level]),
  );
}

async function lastLines(db: Database, person: string): Promise<readonly string[]> {
  const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { personId: person } });
  const rows = await db.prisma.message.findMany({ where: { conversationId: id }, orderBy: { seq: "asc" } });
  return rows.map(({ body }) => (body as { text: string }).text);
}
