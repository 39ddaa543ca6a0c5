import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actOf, sends } from "../../console/src/desk/keys.ts";
import { feltBy } from "../../console/src/desk/felt.ts";
import { inOrder, neighbour } from "../../console/src/desk/order.ts";
import { withEarlier, withNewest } from "../../console/src/desk/pages.ts";
import { deskWords } from "../../console/src/desk/words.ts";
import { SLOT_KINDS } from "../../src/core/understanding.ts";
import type { ConversationMessage, ConversationRow, MessagePage } from "../../src/desk/api.ts";

it("has words for everything a shopper may name, in both languages", () => {
  for (const words of Object.values(deskWords)) expect(Object.keys(words.slots)).toEqual([...SLOT_KINDS]);
});

it("says in both languages what gave a feeling away, and nothing of a sign it does not know", () => {
  expect(feltBy(deskWords["zh-CN"], "threat:12315")).toBe("提到“12315”");
  expect(feltBy(deskWords["zh-CN"], "tone:说好的:明天呢")).toBe("这样说：“说好的:明天呢”");
  expect(feltBy(deskWords.en, "tone:still nothing")).toBe("wrote: “still nothing”");
  expect(feltBy(deskWords.en, "smell:smoke")).toBe("");
});

const NOW = Date.parse("2026-05-04T04:00:00Z");

function row(id: string, waitedSeconds: number | undefined, more: Partial<ConversationRow> = {}): ConversationRow {
  const at = new Date(NOW - (waitedSeconds ?? 0) * 1000).toISOString();
  return {
    id,
    store: { id: "s1", name: "云裳旗舰店" },
    shopper: { name: "", number: "3F2A", verified: false },
    channel: "web",
    status: "queued",
    epoch: 1,
    urgency: "normal",
    language: "zh-CN",
    lastText: "在吗",
    lastAt: at,
    openedAt: at,
    ...(waitedSeconds === undefined ? {} : { waitingSince: at }),
    ...more,
  };
}

const ids = (rows: readonly ConversationRow[]) => rows.map(({ id }) => id);
const waiting = { list: "waiting", now: NOW, agentId: "a1" } as const;

describe("the order of conversations", () => {
  it("puts danger on top, and all who wait 100 s and more together next, longest first", () => {
    const rows = [row("urgent", 20, { urgency: "high" }), row("99 s", 99), row("100 s", 100), row("5 min", 300)];
    expect(ids(inOrder(rows, waiting))).toEqual(["urgent", "5 min", "100 s", "99 s"]);
  });

  it("puts one offered to me before a longer wait of others, while nobody is late", () => {
    const mine = row("mine", 10, { status: "offered", agent: { id: "a1", name: "李小雨" } });
    const theirs = row("theirs", 50, { status: "offered", agent: { id: "a2", name: "王小美" } });
    expect(ids(inOrder([theirs, mine], waiting))).toEqual(["mine", "theirs"]);
  });

  it("puts an angry shopper before a longer wait and before an offer to me, but after danger and who is late", () => {
    const angry = row("angry", 5, { feeling: { level: "angry", because: "tone:什么破店", since: "2026-05-04T03:59:00Z" } });
    const annoyed = row("annoyed", 6, { feeling: { level: "annoyed", because: "tone:唉", since: "2026-05-04T03:59:00Z" } });
    const mine = row("mine", 10, { status: "offered", agent: { id: "a1", name: "李小雨" } });
    const rows = [annoyed, mine, angry, row("calm", 50), row("urgent", 1, { urgency: "high" }), row("late", 100)];
    expect(ids(inOrder(rows, waiting))).toEqual(["urgent", "late", "angry", "mine", "calm", "annoyed"]);
  });

  it("puts those who wait for nothing last, even urgent ones, newest first", () => {
    const old = row("old", undefined, { lastAt: "2026-05-04T03:00:00Z", urgency: "high" });
    const older = row("older", undefined, { lastAt: "2026-05-04T02:00:00Z", urgency: "high" });
    expect(ids(inOrder([older, old, row("waits", 1)], waiting))).toEqual(["waits", "old", "older"]);
  });

  it("shows closed ones newest first, whatever they waited", () => {
    const rows = [row("long ago", 9000), row("just now", 5)];
    expect(ids(inOrder(rows, { ...waiting, list: "closed" }))).toEqual(["just now", "long ago"]);
  });

  it("loses and invents nobody, and never puts danger below another, nor a late one below who is not", () => {
    const anyRow = fc.record({ wait: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }), isUrgent: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (facts) => {
        const rows = facts.map(({ wait, isUrgent }, at) => row(`v${at}`, wait, { urgency: isUrgent ? "high" : "normal" }));
        const ordered = inOrder(rows, waiting);
        expect([...ids(ordered)].sort()).toEqual([...ids(rows)].sort());
        const isWaiting = ({ waitingSince }: ConversationRow) => waitingSince !== undefined;
        const danger = ordered.map((one) => isWaiting(one) && one.urgency === "high");
        expect(danger.lastIndexOf(true)).toBe(danger.filter(Boolean).length - 1);
        const others = ordered.filter((_, at) => danger[at] === false);
        const late = others.map(({ waitingSince }) => waitingSince !== undefined && NOW - Date.parse(waitingSince) >= 100_000);
        expect(late.lastIndexOf(true)).toBe(late.filter(Boolean).length - 1);
      }),
    );
  });
});

describe("going up and down", () => {
  const rows = [row("a", 3), row("b", 2), row("c", 1)];

  it.each([
    ["b", 1, "c"],
    ["b", -1, "a"],
    ["c", 1, "c"],
    ["a", -1, "a"],
    [undefined, 1, "a"],
    [undefined, -1, "c"],
    ["gone", 1, "a"],
  ] as const)("from %s by %i comes to %s", (from, by, to) => {
    expect(neighbour(rows, from, by)?.id).toBe(to);
  });

  it("stays nowhere in an empty list", () => {
    expect(neighbour([], "a", 1)).toBeUndefined();
  });
});

describe("keys", () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, focus: "page", code: "", isComposing: false } as const;

  it.each([
    ["j", "next"],
    ["K", "previous"],
    ["c", "claim"],
    ["e", "close"],
    ["B", "release"],
    ["2", "suggestion-2"],
    ["4", undefined],
    ["r", "reply"],
    ["n", "note"],
    ["?", "keys"],
    ["？", "keys"],
    ["x", undefined],
    ["Escape", undefined],
  ] as const)("%s means %s", (key, act) => {
    expect(actOf({ ...plain, key })).toBe(act);
  });

  it("leaves letters to the field one types in; only Escape leaves it", () => {
    expect(actOf({ ...plain, key: "e", focus: "field" })).toBeUndefined();
    expect(actOf({ ...plain, key: "Escape", focus: "field" })).toBe("leave-field");
  });

  it("does the same from within a field with Alt, whatever sign the system types with it; a dialog's keys are its own", () => {
    const held = { ...plain, altKey: true, key: "∆", code: "KeyJ" };
    expect(actOf({ ...held, focus: "field" })).toBe("next");
    expect(actOf({ ...held, focus: "page" })).toBe("next");
    expect(actOf({ ...held, focus: "layer" })).toBeUndefined();
    expect(actOf({ ...held, focus: "field", key: "¡", code: "Digit1" })).toBe("suggestion-1");
    expect(actOf({ ...held, focus: "field", key: "Enter", code: "Enter" })).toBeUndefined();
    expect(actOf({ ...held, focus: "field", ctrlKey: true })).toBeUndefined();
  });

  it.each(["ctrlKey", "metaKey", "isComposing"] as const)("leaves a key with %s to the browser", (held) => {
    expect(actOf({ ...plain, key: "c", [held]: true })).toBeUndefined();
  });

  const enter = { key: "Enter", shiftKey: false, altKey: false, isComposing: false, keyCode: 13 };

  it("sends on Enter, writes a line on Shift+Enter and Alt+Enter", () => {
    expect(sends(enter)).toBe(true);
    expect(sends({ ...enter, shiftKey: true })).toBe(false);
    expect(sends({ ...enter, altKey: true })).toBe(false);
    expect(sends({ ...enter, key: "a" })).toBe(false);
  });

  it("does not send on the Enter that chooses a word of an input method, in Safari's way neither", () => {
    expect(sends({ ...enter, isComposing: true })).toBe(false);
    expect(sends({ ...enter, keyCode: 229 })).toBe(false);
  });
});

describe("the pages of a long talk", () => {
  const page = (from: number, to: number): MessagePage => ({
    messages: Array.from({ length: to - from + 1 }, (_, n): ConversationMessage => message(from + n)),
    hasEarlier: from > 1,
  });
  const message = (seq: number): ConversationMessage => ({
    seq,
    id: `m${seq}`,
    author: { type: "shopper" },
    text: `${seq}`,
    internal: false,
    at: "2026-05-04T04:00:00Z",
  });
  const seqs = ({ messages }: { readonly messages: readonly ConversationMessage[] }) => messages.map(({ seq }) => seq);

  it("keep what was scrolled to when the newest page is read again", () => {
    const known = withEarlier(page(201, 300), page(101, 200), 201);
    const after = withNewest(known, page(203, 302));
    expect(seqs(after)).toEqual(seqs(page(101, 302)));
    expect(after.hasEarlier).toBe(true);
    expect(withNewest(page(1, 100), page(101, 200))).toEqual({ ...page(1, 200), hasEarlier: false });
  });

  it("begin anew at the newest one when more was said meanwhile than a page holds", () => {
    expect(withNewest(page(1, 100), page(102, 201))).toEqual(page(102, 201));
  });

  it("take an earlier page only where it belongs", () => {
    expect(withEarlier(page(301, 400), page(101, 200), 201)).toEqual(page(301, 400));
  });

  it("never show a message twice, out of order, or with one missing between", () => {
    const step = fc.record({ grows: fc.integer({ min: 0, max: 250 }), isEarlier: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.array(step, { maxLength: 20 }), (began, steps) => {
        let end = began;
        const newest = () => page(Math.max(1, end - 99), end);
        let known = newest();
        for (const { grows, isEarlier } of steps) {
          const first = known.messages[0]?.seq ?? 1;
          end += grows;
          if (isEarlier && known.hasEarlier) known = withEarlier(known, page(Math.max(1, first - 100), first - 1), first);
          else known = withNewest(known, newest());
          const shown = seqs(known);
          expect(shown).toEqual(Array.from(shown, (_, n) => (shown[0] ?? 0) + n));
          expect(known.hasEarlier).toBe((shown[0] ?? 1) > 1);
        }
      }),
    );
  });
});
