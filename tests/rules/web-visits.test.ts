import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storeId } from "../../src/core/ids.ts";
import { isBlank, textFault } from "../../src/core/text.ts";
import { fileRefusal, safeFileName, uploadPauseMs, ALLOWED_FILE_TYPES } from "../../src/visitors/file-rules.ts";
import {
  decideVisit,
  isExtensionDue,
  isProven,
  maySpeak,
  mayEmbed,
  type VisitFacts,
  type VisitorRecord,
} from "../../src/visitors/rules.ts";

const NOW = Date.parse("2026-10-01T08:00:00Z");
const DAY_MS = 24 * 3_600_000;
const SECRET = "shop-secret";
const proof = (id: string, secret = SECRET) => createHmac("sha256", secret).update(id).digest("hex");

function factsOf(
  more: { settings?: object; storefront?: object; request?: object; known?: Partial<VisitorRecord> } = {},
): VisitFacts {
  const storefront = {
    storeId: storeId("s1"),
    key: "shop",
    name: "小店",
    timezone: "Asia/Shanghai",
    languages: ["zh-CN", "en"] as const,
    greeting: {},
    quickChoices: [],
    allowedOrigins: [],
    ...more.storefront,
  };
  const known = { id: "v1", storeId: "s1", language: "en", lastSeenAt: NOW - 1, expiresAt: NOW + 1, ...more.known } as const;
  return {
    settings: { storefront, identitySecret: SECRET, identityRequired: false, ...more.settings },
    request: { ...more.request },
    known: more.known === undefined ? undefined : known,
    ownOrigin: "https://desk.example",
    now: NOW,
  };
}

describe("Whose visit it is", () => {
  it("is the token's visitor while the token is good and the identity the same", () => {
    expect(decideVisit(factsOf({ known: {} }))).toEqual({ type: "resume", name: undefined, language: "en" });
    const anna = { identity: { id: "anna", name: "安娜", hmac: proof("anna") } };
    expect(decideVisit(factsOf({ known: { verifiedId: "anna" }, request: anna }))).toMatchObject({
      type: "resume",
      name: "安娜",
    });
  });

  it.each([
    ["there is no token", {}],
    ["the token is over", { known: { expiresAt: NOW } }],
    ["the token is another store's", { known: { storeId: "s2" } }],
    ["the token was somebody's who is signed out now", { known: { verifiedId: "anna" } }],
    ["the token was a guest's who is signed in now", { known: {}, request: { identity: { id: "anna", hmac: proof("anna") } } }],
    [
      "the token was somebody else's",
      { known: { verifiedId: "bert" }, request: { identity: { id: "anna", hmac: proof("anna") } } },
    ],
  ])("is a new visitor's when %s", (_name, more) => {
    expect(decideVisit(factsOf(more)).type).toBe("create");
  });

  it.each([
    ["another secret", proof("anna", "other")],
    ["another id", proof("bert")],
    ["half of it", proof("anna").slice(0, 32)],
    ["nothing", ""],
  ])("is refused when the proof is made with %s", (_name, hmac) => {
    expect(decideVisit(factsOf({ request: { identity: { id: "anna", hmac } } }))).toEqual({
      type: "refuse",
      because: "identity-wrong",
    });
  });

  it("accepts a proof in capital hex digits, and none made with an empty secret", () => {
    expect(isProven({ id: "anna", hmac: proof("anna").toUpperCase() }, SECRET)).toBe(true);
    expect(isProven({ id: "anna", hmac: proof("anna", "") }, "")).toBe(false);
  });

  it("speaks the page's language, else the visitor's, else the store's first", () => {
    const language = (more: Parameters<typeof factsOf>[0]) => {
      const decision = decideVisit(factsOf(more));
      return decision.type === "refuse" ? undefined : decision.language;
    };
    expect(language({ known: {}, request: { language: "zh-TW" } })).toBe("zh-TW");
    expect(language({ known: {} })).toBe("en");
    expect(language({})).toBe("zh-CN");
  });

  it("is heard only when proven, where the store demands proof", () => {
    const { settings } = factsOf({ settings: { identityRequired: true } });
    expect([maySpeak(settings, undefined), maySpeak(settings, "anna")]).toEqual([false, true]);
    expect(maySpeak(factsOf().settings, undefined)).toBe(true);
    expect(decideVisit(factsOf({ settings: { identityRequired: true } }))).toMatchObject({ because: "identity-required" });
  });

  it("lasts on: its end is written again after a day, not with every request", () => {
    expect(isExtensionDue({ lastSeenAt: NOW }, NOW + DAY_MS - 1)).toBe(false);
    expect(isExtensionDue({ lastSeenAt: NOW }, NOW + DAY_MS)).toBe(true);
  });

  it("may come from any page only where the store lists none", () => {
    const listed = factsOf({ storefront: { allowedOrigins: ["https://shop.example"] } }).settings.storefront;
    const own = "https://desk.example";
    expect(mayEmbed(factsOf().settings.storefront, "https://any.example", own)).toBe(true);
    expect(["https://shop.example", own, undefined].map((origin) => mayEmbed(listed, origin, own))).toEqual([true, true, true]);
    expect(["https://shop.example.x", "http://shop.example", "null", ""].map((origin) => mayEmbed(listed, origin, own))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("A file", () => {
  it("is refused when empty, too large, or nothing that is allowed", () => {
    expect(fileRefusal({ bytes: 0, type: "image/png" })).toBe("empty");
    expect(fileRefusal({ bytes: 10_000_001, type: "image/png" })).toBe("too-large");
    expect(fileRefusal({ bytes: 10_000_000, type: "image/png" })).toBeUndefined();
    for (const type of ["image/svg+xml", "text/html", "application/zip", "application/x-msdownload", undefined])
      expect(fileRefusal({ bytes: 1, type })).toBe("type");
  });

  it("has to wait when twenty came in the last hour, until the oldest of them is an hour old", () => {
    const sent = Array.from({ length: 20 }, (_, index) => NOW - 1_000 * (index + 1));
    expect(uploadPauseMs(sent.slice(1), NOW)).toBe(0);
    expect(uploadPauseMs(sent, NOW)).toBe(3_600_000 - 20_000);
    expect(uploadPauseMs(sent, NOW + 3_580_000)).toBe(0);
  });

  it("never keeps a name that leads elsewhere, hides its ending, or says another type", () => {
    const types = fc.constantFrom(...ALLOWED_FILE_TYPES);
    const names = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("../../x", "CON", "a\u202Egpj.exe", "...", " .png"),
    );
    fc.assert(
      fc.property(names, types, (given, type) => {
        const name = safeFileName(given, type);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(name).toMatch(/^[^. ].*\.(png|jpe?g|gif|webp|pdf|mp4)$/i);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
        expect(safeFileName(name, type)).toBe(name);
      }),
    );
  });
});

describe("A typed text", () => {
  it("is refused with what is allowed instead", () => {
    expect(textFault("好".repeat(5), 5)).toBeUndefined();
    expect(textFault("好".repeat(6), 5)).toMatch(/at most 5/);
    expect(textFault("a\ud83d", 5)).toMatch(/well-formed/);
    expect(textFault("a\u0000", 5)).toMatch(/control/);
    expect(textFault("\u200b ", 5)).toMatch(/not empty/);
  });

  it("keeps line breaks, tabs, emoji, and right-to-left writing", () => {
    for (const text of ["一\n二\t三", "👨‍👩‍👧‍👦", "مرحبا", "\u202Eabc"]) expect(textFault(text, 100)).toBeUndefined();
    expect(isBlank("👍")).toBe(false);
  });
});
