import { describe, expect, it } from "vitest";
import { createPresent, GONE_AFTER_MS } from "../../src/desk/present.ts";

const NOW = 1_000_000;
const sign = (conversationId: string, doing: "looking" | "writing" | "gone" = "looking", userId = "li") => ({
  conversationId,
  userId,
  name: "李雷",
  doing,
});

describe("Who is at a conversation", () => {
  it("is news when they come, do something else, or leave, and not when they only stay", () => {
    const present = createPresent();
    const isNews = (doing: "looking" | "writing" | "gone") => present.hear(sign("c1", doing), NOW).isNews;
    expect([isNews("looking"), isNews("looking"), isNews("writing"), isNews("gone"), isNews("gone")]).toEqual([true, false, true, true, false]); // prettier-ignore
  });

  it("is gone when nothing is heard of them for the grace time, and comes as news again", () => {
    const present = createPresent();
    present.hear(sign("c1"), NOW);
    expect([...present.at("c1", NOW + GONE_AFTER_MS - 1).keys()]).toEqual(["li"]);
    expect([...present.at("c1", NOW + GONE_AFTER_MS).keys()]).toEqual([]);
    expect(present.hear(sign("c1"), NOW + GONE_AFTER_MS).isNews).toBe(true);
  });

  it("who never said that they left leaves memory all the same, though nobody looks there again", () => {
    const present = createPresent();
    for (let n = 0; n < 1_000; n += 1) present.hear(sign(`c${n}`), NOW);
    present.hear(sign("c0", "writing", "han"), NOW + GONE_AFTER_MS / 2);
    expect(present.sweep(NOW + GONE_AFTER_MS - 1)).toBe(1_000);
    expect(present.sweep(NOW + GONE_AFTER_MS)).toBe(1);
    expect([...present.at("c0", NOW + GONE_AFTER_MS).keys()]).toEqual(["han"]);
    expect(present.sweep(NOW + 2 * GONE_AFTER_MS)).toBe(0);
  });
});
