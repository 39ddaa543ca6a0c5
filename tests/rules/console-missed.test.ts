import { describe, expect, it } from "vitest";
import { concerns, type Watched } from "../../console/src/desk/concerns.ts";
import { changedRows, gapAfter, missedOf, settled, type Gap } from "../../console/src/desk/missed.ts";
import type { ConversationMoved, LiveEvent } from "../../console/src/shared/live-events.ts";
import type { ConversationRow } from "../../src/desk/api.ts";

const moved = (changes: Partial<ConversationMoved> = {}): ConversationMoved => ({
  type: "conversation",
  conversationId: "v1",
  storeId: "s1",
  seq: 5,
  status: "bot",
  isStateChanged: false,
  isMissed: false,
  ...changes,
});

describe("A list of the desk", () => {
  const watched = (changes: Partial<Watched>): Watched => ({ list: "mine", agentId: "a1", shown: [{ id: "v9" }], ...changes });

  it.each([
    ["what the bot says to somebody", {}, false],
    ["words in a conversation that stands in it", { conversationId: "v9" }, true],
    ["what changes hands, as the numbers change", { isStateChanged: true }, true],
    ["words in one of mine further down", { status: "assigned", agentId: "a1" }, true],
    ["words in a colleague's", { status: "assigned", agentId: "a2" }, false],
    ["words in one that nobody has", { status: "assigned" }, false],
    ["words of mine that is closed", { status: "closed", agentId: "a1" }, false],
  ] as const)("of mine is read again or not after %s", (_what, event, isRead) => {
    expect(concerns(moved(event), watched({}))).toBe(isRead);
  });

  it("of somebody who is no agent has nothing that nobody has", () => {
    expect(concerns(moved({ status: "assigned" }), { list: "mine", shown: [] })).toBe(false);
  });

  it.each([
    ["waiting", "queued", true],
    ["waiting", "offered", true],
    ["waiting", "assigned", false],
    ["open", "bot", true],
    ["open", "closed", false],
    ["closed", "closed", true],
    ["closed", "bot", false],
  ] as const)("of all %s is read again after words in one that is %s: %s", (list, status, isRead) => {
    expect(concerns(moved({ status }), watched({ list }))).toBe(isRead);
  });

  it("of one store is not concerned by another", () => {
    const event = moved({ isStateChanged: true });
    expect(concerns(event, watched({ store: "s2" }))).toBe(false);
    expect(concerns(event, watched({ store: "s1" }))).toBe(true);
  });
});

describe("An open conversation", () => {
  const lines = [1, 2, 3, 4, 5, 6].map((seq) => ({ seq }));
  const after = (last: number, ...events: readonly LiveEvent[]): Gap | undefined => {
    let gap: Gap | undefined;
    for (const event of events) gap = gapAfter(gap, event, { conversation: "v1", last });
    return gap;
  };
  const lost = { type: "lost" } as const;
  const back = (how: "begun" | "resumed" | "reset") => ({ type: "connected", how }) as const;

  it("marks exactly what came while the connection was lost, not what came after", () => {
    const gap = after(2, lost, lost, back("resumed"), moved({ seq: 3, isMissed: true }), moved({ seq: 4, isMissed: true }), moved({ seq: 5 })); // prettier-ignore
    expect(missedOf(gap, lines)).toEqual({ seq: 3, count: 2 });
  });

  it.each([
    ["nothing was missed", [lost, back("resumed")]],
    ["another conversation missed something", [lost, back("resumed"), moved({ conversationId: "v2", isMissed: true })]],
    ["the connection is still lost", [lost, moved({ isMissed: true })]],
    ["the connection was never lost", [back("begun"), moved({ isMissed: true })]],
  ] as const)("marks nothing where %s", (_why, events) => {
    expect(missedOf(after(2, ...events), lines)).toBeUndefined();
  });

  it("marks all that it has when it is read again where the stream could not say, and nothing before that", () => {
    const gap = after(2, lost, back("reset"), moved({ seq: 9, isMissed: true }));
    expect(missedOf(gap, lines)).toBeUndefined();
    expect(gap && missedOf(settled(gap, 5), lines)).toEqual({ seq: 3, count: 3 });
  });

  it("marks from the last time that the connection was lost", () => {
    const first = after(2, lost, back("resumed"), moved({ seq: 4, isMissed: true }));
    const second = gapAfter(first, lost, { conversation: "v1", last: 4 });
    expect(second).toEqual({ from: 4, upTo: 4, isOpen: true });
    // What is said while it is still lost, and a second beginning, change nothing of it.
    expect(second && gapAfter(second, lost, { conversation: "v1", last: 6 })).toBe(second);
    expect(first && gapAfter(first, back("reset"), { conversation: "v1", last: 6 })).toBe(first);
    expect(settled({ from: 1, upTo: 3, isOpen: false }, 9).upTo).toBe(3);
  });
});

describe("A list that was read again after a long time", () => {
  const row = (id: string, changes: Partial<ConversationRow> = {}): ConversationRow => ({
    id,
    store: { id: "s1", name: "云裳" },
    shopper: { name: "小林", number: "3F2A", verified: false },
    channel: "web",
    status: "queued",
    epoch: 1,
    urgency: "normal",
    language: "zh-CN",
    lastText: "在吗",
    lastAt: "2026-11-20T02:00:00Z",
    openedAt: "2026-11-20T01:00:00Z",
    ...changes,
  });

  it("names what is new or looks otherwise", () => {
    const before = [row("same"), row("said"), row("taken"), row("ended"), row("gone"), row("urgent"), row("later")];
    const now = [
      row("same", { epoch: 2 }),
      row("said", { lastText: "还在吗" }),
      row("taken", { agent: { id: "a1", name: "李雷" } }),
      row("ended", { status: "closed" }),
      row("urgent", { urgency: "high" }),
      row("later", { lastAt: "2026-11-20T02:00:01Z" }),
      row("new"),
    ];
    expect(changedRows(before, now)).toEqual(["said", "taken", "ended", "urgent", "later", "new"]);
  });
});
