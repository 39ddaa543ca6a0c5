import { describe, expect, it } from "vitest";
import { levelOf, isLate, worst } from "../../console/src/desk/order.ts";
import type { ConversationRow } from "../../src/desk/api.ts";
import { keepOutbox, keptOutbox } from "../../console/src/desk/outbox.ts";
import type { Pending } from "../../console/src/desk/outbox.ts";
import { addressOf, routeOf } from "../../console/src/shared/route.ts";
import { memoryKeeper } from "../../console/src/shared/keeper.ts";

const NOW = Date.parse("2026-05-04T04:00:00Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

function row(id: string, waitedSeconds: number | undefined, clock?: ConversationRow["clock"]): ConversationRow {
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
    lastAt: at(0),
    openedAt: at(0),
    ...(waitedSeconds === undefined ? {} : { waitingSince: at(-waitedSeconds) }),
    ...(clock === undefined ? {} : { clock }),
  };
}

const ten = { kind: "first", warnAt: at(60), dueAt: at(400) } as const;

describe("How urgent a wait is", () => {
  it.each([
    ["50 s", row("a", 50), "calm", false],
    ["70 s", row("a", 70), "soon", false],
    ["110 s", row("a", 110), "late", true],
    ["20 s of 15 s allowed", row("a", 20, { kind: "first", warnAt: at(-10), dueAt: at(-5) }), "late", true],
    ["20 s, near the limit", row("a", 20, { kind: "first", warnAt: at(-1), dueAt: at(10) }), "soon", false],
    ["110 s of ten minutes allowed", row("a", 110, ten), "calm", true],
    ["110 s where 200 s are slow", row("a", 110, { ...ten, slowAfterSeconds: 200 }), "calm", false],
    ["30 s where 30 s are slow", row("a", 30, { ...ten, slowAfterSeconds: 30 }), "calm", true],
  ])("%s", (_name, waiting, level, late) => {
    expect([levelOf(waiting, NOW), isLate(waiting, NOW)]).toEqual([level, late]);
  });

  it("the worst is who waits longest, and nobody where nobody waits", () => {
    expect(worst([row("a", 5), row("b", 50), row("c", undefined)], NOW)?.id).toBe("b");
    expect(worst([row("c", undefined)], NOW)).toBeUndefined();
  });
});

it("words that were held back are not asked about by themselves after a reload, and never go out by themselves", () => {
  const keeper = memoryKeeper();
  const pending: Pending = {
    clientId: "client-1",
    conversationId: "v1",
    epoch: 1,
    text: "加微信",
    internal: false,
    afterSeq: 3,
    sentAt: 0,
    state: "asked",
    asked: { type: "findings", findings: [{ kind: "forbidden", words: "加微信", level: "block" }] },
  };
  keepOutbox("u1", keeper, { before: [], now: [pending, { ...pending, clientId: "client-2", state: "sending" }] });
  const kept = keptOutbox("u1", keeper);
  expect(kept.map(({ clientId, state, asked }) => [clientId, state, asked])).toEqual([
    ["client-1", "refused", undefined],
    ["client-2", "unconfirmed", undefined],
  ]);
});

it.each([
  "/console/?list=waiting&query=%E6%8B%89%E9%93%BE",
  "/console/conversations/v1?list=mine&store=s1&query=ab",
  "/console/phrases?store=s1&query=hi&layer=vendor&page=2",
  "/console/phrases",
])("the address %s says where one is", (address) => {
  const [path = "", search = ""] = address.split("?");
  expect(addressOf(routeOf(path, search))).toBe(address);
});
