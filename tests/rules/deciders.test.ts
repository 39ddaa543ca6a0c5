import { describe, expect, it } from "vitest";
import type { Principal } from "../../src/accounts/rules.ts";
import { withToken } from "../../src/accounts/rules/token.ts";
import { storeId } from "../../src/core/ids.ts";
import { decidesAbout, seenBy } from "../../src/knowledge/rules/deciders.ts";

const OURS = storeId("ours");
const THEIRS = storeId("theirs");
const person = (role: Principal["role"], more: Partial<Principal> = {}): Principal => ({
  userId: "u-1",
  name: "某人",
  email: "u@shop.test",
  role,
  stores: [OURS],
  ...more,
});
const proposal = { storeId: OURS, createdBy: { id: "somebody" } };

describe("Who decides about a proposal", () => {
  it.each([
    ["a supervisor of the store", person("supervisor"), true],
    ["a supervisor of another store", person("supervisor", { stores: [THEIRS] }), false],
    ["a merchant who may for this store", person("merchant", { approves: [OURS] }), true],
    ["a merchant who may not", person("merchant"), false],
    ["a merchant who may for another store only", person("merchant", { stores: [OURS, THEIRS], approves: [THEIRS] }), false],
    ["a merchant who made it", person("merchant", { approves: [OURS], userId: "somebody" }), false],
    ["an agent, whatever is noted of them", person("agent", { approves: [OURS] }), false],
  ])("%s: %s", (_who, principal, decides) => {
    expect(decidesAbout(principal, proposal)).toBe(decides);
  });

  it("is seen by who may decide, and one's own by everybody", () => {
    expect(seenBy(person("merchant", { approves: [OURS] }))).toEqual({ all: [OURS], by: "u-1" });
    expect(seenBy(person("merchant"))).toEqual({ all: [], by: "u-1" });
    expect(seenBy(person("agent", { approves: [OURS] }))).toEqual({ all: [], by: "u-1" });
    expect(seenBy(person("supervisor"))).toEqual({ all: [OURS], by: "u-1" });
  });

  it("is not widened by a token that is limited to other stores", () => {
    const owner = person("merchant", { stores: [OURS, THEIRS], approves: [OURS] });
    const token = { id: "t", name: "t", scope: "write" as const, stores: [THEIRS], expiresAt: 2 };
    expect(withToken(owner, token, 1)).toMatchObject({ stores: [THEIRS], approves: [] });
  });
});
