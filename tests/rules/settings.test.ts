import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Principal } from "../../src/accounts/rules.ts";
import { storeId } from "../../src/core/ids.ts";
import { remedyOf } from "../../src/settings/rules/remedy.ts";
import { TOPIC_NAMES, TOPICS, type Topic } from "../../src/settings/rules/topics.ts";
import { visibleTo } from "../../src/settings/rules/visible.ts";

const supervisorOf = (...stores: readonly string[]): Principal => ({
  userId: "u",
  name: "主管",
  email: "s@example.com",
  role: "supervisor",
  stores: stores.map(storeId),
});

function faultIn(topic: Topic, value: unknown) {
  const parsed = TOPICS[topic].schema.safeParse(value);
  return parsed.success ? undefined : remedyOf(parsed.error.issues);
}

describe("A setting", () => {
  it.each(TOPIC_NAMES)("of %s may be set as it is by default, and is then kept so", (topic) => {
    const { read, write, schema } = TOPICS[topic];
    const defaults = read(undefined);
    expect(schema.parse(defaults)).toEqual(defaults);
    expect(read(write(defaults))).toEqual(defaults);
  });

  it("of waits, replies and closing is read back as it was set, whatever it was", () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const waits = fc.record({ offerSeconds: whole(10, 600), handOverBeforeMinutes: whole(1, 120), graceMinutes: whole(1, 240), presenceSeconds: whole(30, 3_600), missedOffers: whole(1, 10) }); // prettier-ignore
    const replies = fc.record({ firstReplySeconds: whole(10, 86_400), nextReplySeconds: whole(10, 86_400), slowReplySeconds: whole(10, 3_600), warnAtPercent: whole(1, 99), hours: fc.constantFrom("working", "always") }); // prettier-ignore
    fc.assert(fc.property(waits, (value) => void expect(TOPICS.waits.read(TOPICS.waits.write(value))).toEqual(value)));
    const closing = fc.record({ closeAfterSilenceMinutes: whole(1, 10_080) });
    fc.assert(fc.property(closing, (value) => void expect(TOPICS.closing.read(TOPICS.closing.write(value))).toEqual(value)));
    fc.assert(fc.property(replies, (value) => void expect(TOPICS.replies.read(TOPICS.replies.write(value))).toEqual(value)));
  });

  it("of requests is kept in fen and milliseconds, and read back in yuan and minutes", () => {
    const value = { merchant: "may", upToYuan: 50, dueMinutes: 15, agentLimitYuan: 20 };
    const kept = TOPICS.requests.write(value);
    expect(kept).toEqual({ merchant: "may", upToFen: 5_000, dueMs: 900_000, agentLimitFen: 2_000 });
    expect(TOPICS.requests.read(kept)).toEqual(value);
    expect(TOPICS.requests.read(TOPICS.requests.write({ ...value, agentLimitYuan: undefined }))).not.toHaveProperty(
      "agentLimitYuan",
    );
  });

  it("of routing keeps every part of the policy", () => {
    const policy = {
      longWork: ["refund"],
      shiftEndingMinutes: 20,
      preferredLevels: { refund: 3 },
      spareExperts: true,
      secondarySkills: { refund: ["complaint"] },
      employerFirst: { "store-1": "merchant" },
      employerShare: { vendor: 2, merchant: 1 },
      waitSeconds: { "any-level": 30, supervisor: 600 },
      weights: { aftersale: 2 },
      silence: [{ afterMinutes: 10, percent: 50 }],
      ageing: { everyMinutes: 5, most: 2 },
      excludedMinutes: 4,
    };
    const { schema, read, write } = TOPICS.routing;
    expect(read(write(schema.parse(policy)))).toEqual(policy);
  });
});

describe("A wrong setting", () => {
  it.each([
    ["waits", { ...TOPICS.waits.read(undefined), offerSeconds: 5 }, "offerSeconds", "a whole number from 10 to 600"],
    ["waits", { ...TOPICS.waits.read(undefined), graceMinutes: 1.5 }, "graceMinutes", "a whole number from 1 to 240"],
    ["replies", { ...TOPICS.replies.read(undefined), warnAtPercent: 100 }, "warnAtPercent", "a whole number from 1 to 99"],
    ["waits", { ...TOPICS.waits.read(undefined), missedOffers: 0 }, "missedOffers", "a whole number from 1 to 10"],
    ["replies", { ...TOPICS.replies.read(undefined), slowReplySeconds: 9 }, "slowReplySeconds", "a whole number from 10 to 3600"],
    ["closing", { closeAfterSilenceMinutes: 0 }, "closeAfterSilenceMinutes", "a whole number from 1 to 10080"],
    ["routing", { preferredLevels: { refund: 6 } }, "preferredLevels.refund", "a whole number from 1 to 5"],
    ["routing", { employerShare: { vendor: 0, merchant: 0 } }, "employerShare", "at least one share above 0"],
    ["routing", { secondarySkills: { refund: ["refund"] } }, "secondarySkills.refund", "a skill other than itself"],
    ["routing", { silence: [{ afterMinutes: 5, percent: 50 }, { afterMinutes: 5, percent: 20 }] }, "silence", "each number of minutes once"], // prettier-ignore
    ["routing", { howMany: 1 }, "howMany", "leave this out: it is not known here"],
    ["guard", { ...TOPICS.guard.read(undefined), block: ["x"] }, "block.0", "2 to 40 characters"],
  ] as const)("of %s is told by its field and the next step (%#)", (topic, value, field, en) => {
    const fault = faultIn(topic, value);
    expect([fault?.field, fault?.reason.en]).toEqual([field, en]);
    expect(fault?.reason.zh).toMatch(/\p{Script=Han}/u);
    expect(fault?.reason.zh).not.toBe("请改成允许的值");
  });
});

describe("What somebody sees of how work is given out", () => {
  it("names no store that is not theirs", () => {
    const value = { spareExperts: true, employerFirst: { ours: "merchant", theirs: "vendor" } };
    expect(visibleTo(supervisorOf("ours"), "routing", value)).toEqual({
      spareExperts: true,
      employerFirst: { ours: "merchant" },
    });
    expect(visibleTo(supervisorOf("ours"), "guard", value)).toBe(value);
    for (const employerFirst of [undefined, null, "vendor"] as const) {
      const other = { employerFirst } as unknown as Parameters<typeof visibleTo>[2];
      expect(visibleTo(supervisorOf("ours"), "routing", other)).toBe(other);
    }
    const guard = { block: ["x"] };
    expect(visibleTo(supervisorOf(), "guard", guard)).toBe(guard);
  });
});
