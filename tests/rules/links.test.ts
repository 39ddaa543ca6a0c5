import { describe, expect, it } from "vitest";
import { planLink, readPlatformPerson, type LinkedAs, type StoredLink } from "../../src/accounts/rules/link.ts";

describe("Somebody of a platform, as people type them", () => {
  it.each([
    ["slack:U0123", "slack", "U0123"],
    [" WeChat：wxid_7a@chat ", "wechat", "wxid_7a@chat"],
    ["slack: U1 ", "slack", "U1"],
  ])("%s is read", (text, channel, person) => {
    expect(readPlatformPerson(text)).toEqual({ type: "read", person: { channel, person } });
  });

  it.each([
    "U0123",
    "",
    ":U1",
    "sms:1",
    "slack:",
    "slack:@han",
    "slack:Han Meimei",
    "slack:U\u200B1",
    `slack:${"U".repeat(201)}`,
  ])("%j is refused with what to write", (text) => {
    const read = readPlatformPerson(text);
    expect(read).toMatchObject({
      type: "refused",
      fault: { field: "person", reason: { zh: expect.any(String), en: expect.any(String) } },
    });
  });
});

describe("Whether somebody may be linked", () => {
  const stored = (linkedAs: LinkedAs): StoredLink => ({
    id: "l",
    channel: "slack",
    person: "U1",
    linkedAs,
    name: "韩梅梅",
    createdAt: new Date(0),
    createdBy: "x",
  });
  const agent = (agentId: string): LinkedAs => ({ type: "agent", agentId });
  const merchant = (storeId: string, isApprover = false): LinkedAs => ({ type: "merchant", storeId, isApprover });

  it.each<[string, LinkedAs, readonly LinkedAs[], string]>([
    ["a new agent", agent("han"), [], "link"],
    ["the same agent again", agent("han"), [agent("han")], "already"],
    ["another agent", agent("li"), [agent("han")], "refused"],
    ["an agent who is a merchant", agent("han"), [merchant("s1")], "refused"],
    ["a merchant who is an agent", merchant("s1"), [agent("han")], "refused"],
    ["a merchant of a second store", merchant("s2"), [merchant("s1")], "link"],
    ["a merchant who may approve from now on", merchant("s1", true), [merchant("s1")], "change"],
    ["the same merchant again", merchant("s1", true), [merchant("s2"), merchant("s1", true)], "already"],
  ])("%s", (_who, wanted, existing, type) => {
    expect(planLink(wanted, existing.map(stored)).type).toBe(type);
  });

  it("is told with the name of who they are", () => {
    const plan = planLink(agent("li"), [stored(agent("han"))]);
    expect(plan).toMatchObject({
      fault: { reason: { zh: expect.stringContaining("韩梅梅"), en: expect.stringContaining("韩梅梅") } },
    });
  });
});
