import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incomingId, requestId } from "../../src/core/ids.ts";
import type { DeskRequest } from "../../src/core/request.ts";
import type { Effect } from "../../src/core/decision.ts";
import { faultInUrl, isPublic } from "../../src/webhooks/address.ts";
import { happeningsIn, hears, payloadOf, type Happening } from "../../src/webhooks/rules/happenings.ts";
import { signingSecrets } from "../../src/webhooks/rules/secrets.ts";
import { signatureHeaders } from "../../src/webhooks/rules/signature.ts";
import { afterTry, whyOff, WAITS_MS, type Outcome } from "../../src/webhooks/rules/tries.ts";
import { conversation, LI, MINUTE, NOW, replied, routed } from "../support/desk-facts.ts";

const HOUR = 60 * MINUTE;
const answered = (status: number): Outcome => ({ type: "answered", status, answer: "", ms: 5 });
const say = (author: Extract<Effect, { type: "say" }>["author"], text: string, internal = false): Effect => ({
  type: "say",
  author,
  body: { text },
  internal,
  epoch: 3,
});
const kindsOf = (effects: readonly Effect[], incoming = replied()): readonly string[] =>
  happeningsIn({ incoming, effects, conversation: conversation() }, NOW).map(({ kind }) => kind);

describe("What webhooks are told", () => {
  it("is what was said to the shopper by bot and agents, never remarks, never the shopper's own words", () => {
    const agent = { type: "agent", ...LI } as const;
    const said = [say({ type: "bot" }, "包邮"), say(agent, "好的"), say(agent, "难缠", true), say({ type: "system" }, "请稍候")];
    expect(kindsOf([...said, say({ type: "shopper" }, "我是王五")])).toEqual(["conversation.answered", "conversation.replied"]);
  });

  it("is when it was opened, taken, rated, closed, and when somebody waited too long", () => {
    const breached = { code: "alert-clock-breached", values: { seconds: 190, reply: "first" } };
    const effects: readonly Effect[] = [
      { type: "open-conversation", conversation: conversation() },
      { type: "change-conversation", changes: { status: "assigned", agent: LI } },
      { type: "alert", alert: { id: "a", storeId: conversation().storeId, to: { type: "supervisors" }, reason: breached } },
      { type: "alert", alert: { id: "b", storeId: conversation().storeId, to: { type: "supervisors" }, reason: { ...breached, code: "alert-clock-warned" } } },
      { type: "rate", score: 5 },
      { type: "change-conversation", changes: { status: "queued" } },
      { type: "change-conversation", changes: { status: "closed" } },
    ]; // prettier-ignore
    const happened = happeningsIn({ incoming: replied(), effects, conversation: conversation() }, NOW);
    expect(happened.map(({ kind }) => kind)).toEqual([
      "conversation.opened",
      "conversation.assigned",
      "conversation.breached",
      "conversation.rated",
      "conversation.closed",
    ]);
    expect(happened[2]?.data).toMatchObject({ reply: "first", waitedSeconds: 190 });
  });

  it("is a promise only when the shopper was told of it", () => {
    const next = NOW + 12 * HOUR;
    const incoming = routed({ type: "after-hours", next, timezone: "Asia/Shanghai" });
    const told = happeningsIn({ incoming, effects: [say({ type: "system" }, "明早")], conversation: conversation() }, NOW);
    expect(told).toMatchObject([{ kind: "conversation.promised", data: { until: "2026-11-20T14:00:00.000Z" } }]);
    expect(happeningsIn({ incoming, effects: [], conversation: conversation() }, NOW)).toEqual([]);
    const unknown = routed({ type: "after-hours", timezone: "Asia/Shanghai" });
    expect(kindsOf([say({ type: "system" }, "暂无")], unknown as never)).toEqual([]);
  });

  it("is what was asked and how it was answered, with numbers hidden; not what was withdrawn or expired", () => {
    const request: DeskRequest = {
      id: requestId("q1"),
      storeId: conversation().storeId,
      conversationId: conversation().id,
      kind: "compensation",
      sumFen: 8_000,
      words: "顾客 13912345678 要赔",
      askedBy: { ...LI, userId: "user-li" },
      askedAt: NOW,
      dueAt: NOW + 10 * MINUTE,
      deciders: ["supervisor"],
      state: "open",
    };
    const decision = { by: { userId: "boss", name: "主管甲" }, as: "supervisor", at: NOW, sumFen: 6_000 } as const;
    const states = [request, { ...request, state: "granted", decision }, { ...request, state: "expired" }] as const;
    const effects = [...states, { ...request, state: "withdrawn" } as const].map(
      (one) => ({ type: "write-request", request: one }) as const,
    );
    const happened = happeningsIn({ incoming: replied(), effects, conversation: conversation() }, NOW);
    expect(happened.map(({ kind }) => kind)).toEqual(["request.asked", "request.answered"]);
    expect(happened[0]?.data.request).toMatchObject({ id: "q1", sumFen: 8_000, words: "顾客 139****5678 要赔", state: "open" });
    expect(happened[1]?.data.request).toMatchObject({ state: "granted", grantedFen: 6_000, answeredBy: "主管甲" });
  });

  it("names no shopper and shows no telephone number and no door", () => {
    const person = { id: "openid-77", name: "王五 13912345678" };
    const effects = [say({ type: "agent", ...LI }, "电话 13912345678，寄到文三路 90 号 2 单元 301 室对吗")];
    const [happening] = happeningsIn({ incoming: replied(), effects, conversation: conversation({ person }) }, NOW);
    const payload = payloadOf(happening as Happening);
    expect(JSON.parse(payload)).toMatchObject({ type: "conversation.replied", timestamp: "2026-11-20T02:00:00.000Z" });
    expect(payload).toContain("139****5678");
    for (const secret of ["13912345678", "王五", "openid-77", "90 号", "301"]) expect(payload).not.toContain(secret);
  });

  it("has an id that stays the same when it is decided again, and is another for each thing", () => {
    const effects = [say({ type: "bot" }, "一"), say({ type: "bot" }, "二")];
    const ids = () => happeningsIn({ incoming: replied({ id: incomingId("e9") }), effects, conversation: conversation() }, NOW).map(({ eventId }) => eventId); // prettier-ignore
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
  });

  it("is for who wants this kind, of this store or of all", () => {
    const one = { kind: "conversation.closed", storeId: conversation().storeId } as const;
    const wanting = { id: "w", kinds: ["conversation.closed"], stores: [] };
    expect(hears(wanting, one)).toBe(true);
    expect(hears({ ...wanting, stores: ["s1"] }, one)).toBe(true);
    expect(hears({ ...wanting, stores: ["s2"] }, one)).toBe(false);
    expect(hears({ ...wanting, kinds: ["conversation.rated"] }, one)).toBe(false);
  });
});

describe("A delivery", () => {
  it("is tried again with growing waits over a little more than a day, then given up", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((tries) => afterTry(answered(500), tries, NOW));
    expect(waits).toEqual(WAITS_MS.map((wait) => ({ type: "again", at: NOW + wait })));
    expect([...WAITS_MS].sort((a, b) => a - b)).toEqual(WAITS_MS);
    expect(WAITS_MS.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(24 * HOUR);
    expect(afterTry(answered(500), 8, NOW)).toEqual({ type: "failed" });
  });

  it.each([
    [200, "delivered"],
    [204, "delivered"],
    [301, "again"],
    [400, "again"],
    [410, "failed"],
    [500, "again"],
  ])("answered with %i is %s", (status, type) => {
    expect(afterTry(answered(status), 1, NOW).type).toBe(type);
  });

  it("switches its webhook off when that says that it is gone, or after three days and ten failures without a success", () => {
    const failing = { failingSince: NOW - 72 * HOUR, failures: 10 };
    expect(whyOff(answered(410), { failingSince: NOW, failures: 1 }, NOW)).toBe("gone");
    expect(whyOff(answered(500), failing, NOW)).toBe("failing");
    expect(whyOff(answered(500), { ...failing, failures: 9 }, NOW)).toBeUndefined();
    expect(whyOff(answered(500), { ...failing, failingSince: NOW - 72 * HOUR + 1 }, NOW)).toBeUndefined();
  });

  it("is signed as the Standard Webhooks say, over its id, its second and its bytes", () => {
    const secret = `whsec_${Buffer.from("a secret of thirty-two bytes ...").toString("base64")}`;
    const headers = signatureHeaders([secret], { id: "e1", at: NOW + 999, body: '{"a":"好"}' });
    const expected = createHmac("sha256", "a secret of thirty-two bytes ...")
      .update(`e1.${NOW / 1000}.{"a":"好"}`)
      .digest("base64");
    expect(headers).toEqual({
      "webhook-id": "e1",
      "webhook-timestamp": String(NOW / 1000),
      "webhook-signature": `v1,${expected}`,
    });
  });

  // The example of standardwebhooks.com's own libraries.
  it("has the signature that other programs compute", () => {
    const body = '{"test": 2432232314}';
    const told = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330_000, body };
    expect(signatureHeaders(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], told)["webhook-signature"]).toBe(
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    );
  });
});

describe("A webhook that was given a new secret", () => {
  const [first, second] = ["first", "second"].map((name) => `whsec_${Buffer.from(name).toString("base64")}`) as [string, string];
  const rotated = { secret: second, earlierSecret: first, earlierUntil: new Date(NOW + HOUR) };

  it("signs by both until the stated moment, the new one first, then by the new one alone", () => {
    expect(signingSecrets(rotated, NOW)).toEqual([second, first]);
    expect(signingSecrets(rotated, NOW + HOUR - 1)).toEqual([second, first]);
    expect(signingSecrets(rotated, NOW + HOUR)).toEqual([second]);
    expect(signingSecrets({ secret: second, earlierSecret: null, earlierUntil: null }, NOW)).toEqual([second]);
    expect(signingSecrets({ ...rotated, earlierUntil: null }, NOW)).toEqual([second]);
  });

  it("sends both signatures in one header, each as it would be alone", () => {
    const told = { id: "e1", at: NOW, body: "{}" };
    const of = (...secrets: readonly string[]) => signatureHeaders(secrets, told)["webhook-signature"];
    expect(of(second, first)).toBe(`${of(second)} ${of(first)}`);
    expect(of(second)).not.toBe(of(first));
  });
});

describe("An address", () => {
  it.each([
    ["127.0.0.1"], ["10.1.2.3"], ["172.31.255.255"], ["192.168.0.1"], ["169.254.169.254"], ["100.64.0.1"], ["0.0.0.0"], ["224.0.0.1"],
    ["255.255.255.255"], ["::1"], ["::"], ["fe80::1"], ["fd00::1"], ["ff02::1"], ["::ffff:127.0.0.1"], ["::ffff:7f00:1"], ["64:ff9b::7f00:1"],
    ["2002:7f00:1::"], ["2001:db8::1"], ["no address"],
  ])("%s is none of the internet", (address) => {
    expect(isPublic(address)).toBe(false);
  }); // prettier-ignore

  it.each([["8.8.8.8"], ["172.32.0.1"], ["100.128.0.1"], ["2606:4700:4700::1111"], ["240e::1"]])(
    "%s is one of the internet",
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it("is private in however it is written", () => {
    const octets = fc.tuple(fc.constantFrom(10, 127), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(octets, ([a, b, c, d]) => {
        const whole = ((a * 256 + b) * 256 + c) * 256 + d;
        for (const host of [`${a}.${b}.${c}.${d}`, String(whole), `0x${whole.toString(16)}`, `[::ffff:${a}.${b}.${c}.${d}]`])
          expect(faultInUrl(`https://${host}/`, { toPrivate: false })).toBe(
            "an address on the internet, not one of a private network",
          );
      }),
    );
  });

  it.each([
    ["example.com/x", "a whole address"],
    ["http://example.com/", "https://"],
    ["ftp://example.com/", "https://"],
    ["https://a:b@example.com/", "without user and password"],
    ["https://example.com/#x", "without a # part"],
    ["https://localhost/", "on the internet"],
    ["https://printer.local/", "on the internet"],
    ["https://[::1]/", "on the internet"],
  ])("%s is refused with what is allowed", (url, remedy) => {
    expect(faultInUrl(url, { toPrivate: false })).toContain(remedy);
  });

  it("may be private, and there without TLS, where the operator said so", () => {
    expect(faultInUrl("http://127.0.0.1:9000/hook", { toPrivate: true })).toBeUndefined();
    expect(faultInUrl("https://hooks.example.com/counterbell?a=1", { toPrivate: false })).toBeUndefined();
  });
});
