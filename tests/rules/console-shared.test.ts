import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, routeOf, type Route } from "../../console/src/shared/route.ts";
import { homeOf, maySee } from "../../console/src/shared/pages.ts";
import type { Role } from "../../src/desk/api.ts";
import { MY_STATUSES } from "../../console/src/shared/statuses.ts";
import { AGENT_STATUSES } from "../../src/staffing/rules/roster.ts";
import { addressTo, deedTo, docsLink, linkTo } from "../../console/src/shared/calls.ts";
import { faultsOf, problemOf } from "../../console/src/shared/problem.ts";
import { readAgainAfter } from "../../console/src/shared/retry.ts";
import { clockText, dayOf, instantOf, momentText, waitLevel, waitText, wallOf, zoneText } from "../../console/src/shared/time.ts";

it("who works may say everything of themselves that the desk knows, going home too", () => {
  expect(MY_STATUSES).toEqual(AGENT_STATUSES);
});

describe("what could not be read", () => {
  const refused = (status: number) =>
    ({ type: "problem", problem: problemOf({ status, headers: new Headers() }, {}), faults: [] }) as const;

  it("is read again by itself where that may help, ever more seldom, and at least every half minute", () => {
    expect([1, 2, 3, 4, 5, 60].map((tries) => readAgainAfter({ type: "unconfirmed" }, tries))).toEqual([
      3_000, 6_000, 12_000, 24_000, 30_000, 30_000,
    ]);
    expect(readAgainAfter(refused(503), 1)).toBe(3_000);
  });

  it("is left to people where asking again would bring the same", () => {
    for (const failure of [refused(404), refused(429), refused(500), { type: "signed-out" } as const])
      expect(readAgainAfter(failure, 1)).toBeUndefined();
  });
});

describe("waiting times", () => {
  it.each([
    [0, "0:00"],
    [-5_000, "0:00"],
    [7_900, "0:07"],
    [100_000, "1:40"],
    [3_600_000, "1:00:00"],
    [7_509_000, "2:05:09"],
    [100 * 3_600_000, "100:00:00"],
  ])("%i ms read %s", (ms, text) => {
    expect(waitText(ms)).toBe(text);
  });

  it.each([
    [59_999, "calm"],
    [60_000, "soon"],
    [99_999, "soon"],
    [100_000, "late"],
  ])("%i ms are %s", (ms, level) => {
    expect(waitLevel(ms)).toBe(level);
  });
});

describe("times in the store's zone", () => {
  const at = "2026-10-01T16:30:00Z";

  it("show the store's clock and day, not this computer's", () => {
    expect(clockText({ at, timezone: "Asia/Shanghai", language: "zh-CN" })).toBe("00:30");
    expect(dayOf(at, "Asia/Shanghai")).toBe("2026-10-02");
    expect(dayOf(at, "America/New_York")).toBe("2026-10-01");
    expect(momentText({ at, timezone: "America/New_York", language: "en" })).toBe("2026-10-01 12:30");
  });

  it("name the zone", () => {
    expect(zoneText("Asia/Shanghai", "zh-CN")).toBe("北京时间");
    expect(zoneText("Asia/Shanghai", "en")).toBe("Beijing time");
  });

  it("show what is no time as it is", () => {
    expect(clockText({ at: "soon", timezone: "Asia/Shanghai", language: "en" })).toBe("soon");
    expect(instantOf("2026-13-01T00:00", "Asia/Shanghai")).toBeUndefined();
    expect(instantOf("", "Asia/Shanghai")).toBeUndefined();
  });

  it("turn a wall clock into the instant and back, at any time of any zone", () => {
    const zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC"];
    // Hours that a change of clocks repeats have two instants; both show the same wall clock.
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4_000_000 }), (zone, hours) => {
        const wall = wallOf(new Date(hours * 600_000).toISOString(), zone);
        expect(wallOf(instantOf(wall, zone) ?? "", zone)).toBe(wall);
      }),
    );
  });

  it("know the instant of a wall clock on both sides of a change of clocks", () => {
    expect(instantOf("2026-03-28T12:00", "Europe/Berlin")).toBe("2026-03-28T11:00:00.000Z");
    expect(instantOf("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T00:30:00.000Z");
    expect(instantOf("2026-03-29T12:00", "Europe/Berlin")).toBe("2026-03-29T10:00:00.000Z");
  });
});

describe("addresses", () => {
  const text = fc.string({ minLength: 1, maxLength: 20 });
  const anyRoute: fc.Arbitrary<Route> = fc.oneof(
    fc.record(
      {
        page: fc.constant("desk" as const),
        list: fc.constantFrom("waiting", "mine", "open", "closed"),
        store: text,
        conversation: text,
      },
      { requiredKeys: ["page", "list"] },
    ),
    fc.record({ page: fc.constant("story" as const), conversation: text }),
    fc.record(
      {
        page: fc.constant("knowledge" as const),
        query: fc.string(),
        at: fc.integer({ min: 1, max: 999 }),
        store: text,
        phase: text,
        links: text,
      },
      { requiredKeys: ["page", "query", "at"] },
    ),
    fc.record({ page: fc.constant("places" as const), store: text }, { requiredKeys: ["page"] }),
    fc.record({ page: fc.constant("home" as const), store: text, day: text }, { requiredKeys: ["page"] }),
    fc.record(
      { page: fc.constant("wall" as const), at: fc.integer({ min: 1, max: 999 }), store: text, overdue: text },
      { requiredKeys: ["page", "at"] },
    ),
    fc.record({ page: fc.constant("start" as const) }),
    fc.record(
      { page: fc.constant("levels" as const), at: fc.integer({ min: 1, max: 999 }), store: text, until: text, day: text, of: text, what: text }, // prettier-ignore
      { requiredKeys: ["page", "at"] },
    ),
    fc.record(
      { page: fc.constant("proposals" as const), at: fc.integer({ min: 1, max: 999 }), store: text, status: text },
      { requiredKeys: ["page", "at"] },
    ),
    fc.record({ page: fc.constantFrom("security" as const, "parked" as const) }),
    fc.record({ page: fc.constant("roster" as const), from: text, day: text }, { requiredKeys: ["page"] }),
    fc.record({ page: fc.constant("people" as const), tab: text }, { requiredKeys: ["page"] }),
    fc.record({ page: fc.constant("audit" as const), store: text, who: text, act: text, from: text, to: text }, { requiredKeys: ["page"] }), // prettier-ignore
  );

  it("can be pasted to a colleague: what is written is read back", () => {
    fc.assert(
      fc.property(anyRoute, (route) => {
        const url = new URL(addressOf(route), "http://desk");
        // Dots alone are taken out of a path by every browser; no id of ours is made of dots.
        fc.pre(!("conversation" in route) || !/^\.+$/.test(route.conversation ?? ""));
        expect(routeOf(url.pathname, url.search)).toEqual(route);
      }),
    );
  });

  it.each([
    "/",
    "/console/nothing",
    "/console/roster/x",
    "/console/places/x",
    "/console/conversations/v1/what",
    "/console/a/b/c/d",
  ])("%s leads to no page", (path) => {
    expect(routeOf(path, "").page).toBe("unknown");
  });

  it("are bare only where everybody begins at the page of their role", () => {
    expect(routeOf("/console/", "")).toEqual({ page: "start" });
    expect(addressOf({ page: "desk", list: "waiting" })).toBe("/console/?list=waiting");
    expect(addressOf({ page: "desk", list: "waiting", conversation: "v1" })).toBe("/console/conversations/v1");
  });

  it("forgive what they do not know: the first list, the first page", () => {
    expect(routeOf("/console", "?list=everything")).toEqual({ page: "desk", list: "waiting" });
    expect(routeOf("/console/knowledge", "?page=-2&store=")).toEqual({ page: "knowledge", query: "", at: 1 });
    expect(routeOf("/console/conversations/%E0%A4%A", "")).toMatchObject({ conversation: "%E0%A4%A" });
  });
});

describe("pages by role", () => {
  const PAGES = ["desk", "wall", "home", "story", "knowledge", "proposals", "roster", "places", "people", "audit", "security", "parked"] as const; // prettier-ignore
  const seenBy = (role: Role) => PAGES.filter((page) => maySee(role, page));

  it("shows merchants figures, knowledge and proposals, and nothing of shoppers", () => {
    expect(seenBy("merchant")).toEqual(["home", "knowledge", "proposals", "security"]);
    expect(homeOf("merchant")).toEqual({ page: "home" });
  });

  it("shows agents their proposals and no figures; they begin at the desk", () => {
    expect(seenBy("agent")).toEqual(["desk", "story", "knowledge", "proposals", "security"]);
    expect(homeOf("agent")).toEqual({ page: "desk", list: "waiting" });
  });

  it("begins with how the desk stands for supervisors, who also see reply limits by day", () => {
    expect(homeOf("supervisor")).toEqual({ page: "wall", at: 1 });
    expect(homeOf("admin")).toEqual({ page: "desk", list: "waiting" });
    expect([maySee("supervisor", "levels"), maySee("agent", "levels"), maySee("merchant", "levels")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(maySee("supervisor", "start")).toBe(false);
  });

  it("shows people, the audit log and rosters to supervisors and admins", () => {
    expect([maySee("admin", "people"), maySee("supervisor", "people"), maySee("agent", "people")]).toEqual([true, true, false]);
    expect([maySee("supervisor", "audit"), maySee("agent", "audit")]).toEqual([true, false]);
    expect([maySee("supervisor", "roster"), maySee("agent", "roster")]).toEqual([true, false]);
    expect([maySee("supervisor", "places"), maySee("agent", "places")]).toEqual([true, false]);
    expect(maySee("admin", "unknown")).toBe(false);
  });
});

describe("what the server is asked", () => {
  it("has its ids in place, whatever stands in them", () => {
    expect(addressTo("/api/console/conversations/{id}", { ids: { id: "v/1 ?" } })).toBe("/api/console/conversations/v%2F1%20%3F");
    const ids = { id: "v1", fileId: "a&b" };
    expect(linkTo("/api/console/conversations/{id}/files/{fileId}", { ids })).toBe("/api/console/conversations/v1/files/a%26b");
  });

  it("says nothing of what is not asked", () => {
    expect(addressTo("/api/console/phrases", { query: { store: undefined, query: "", layer: "vendor", page: 2 } })).toBe(
      "/api/console/phrases?layer=vendor&page=2",
    );
    expect(addressTo("/api/console/phrases")).toBe("/api/console/phrases");
  });

  it("is changed by the method that the deed begins with", () => {
    const ids = { id: "p1" };
    expect(deedTo("put /api/console/phrases/{id}", { ids })).toEqual({ method: "PUT", address: "/api/console/phrases/p1" });
    expect(deedTo("delete /api/console/phrases/{id}", { ids }).method).toBe("DELETE");
    expect(deedTo("post /api/auth/sign-out", undefined)).toEqual({ method: "POST", address: "/api/auth/sign-out" });
  });

  it("is explained in the reader's language", () => {
    expect(docsLink("zh-CN")).toBe("/api/docs?lang=zh-CN");
  });
});

describe("refused answers", () => {
  const headers = (given: Readonly<Record<string, string>>) => ({ get: (name: string) => given[name] ?? null });

  it("say how long to wait, from the body or from either header", () => {
    expect(problemOf({ status: 429, headers: headers({}) }, { retryAfter: 7 }).retryAfter).toBe(7);
    expect(problemOf({ status: 429, headers: headers({ "x-retry-after": "9" }) }, {}).retryAfter).toBe(9);
    expect(problemOf({ status: 429, headers: headers({ "retry-after": "8" }) }, undefined).retryAfter).toBe(8);
    expect(problemOf({ status: 500, headers: headers({}) }, "<html>").retryAfter).toBeUndefined();
  });

  it("name each fault with its place, in both languages", () => {
    const reason = { zh: "缺少编号", en: "the id is missing" };
    expect(
      faultsOf({
        errors: [
          { path: "agents.0.id", reason },
          { line: 3, column: "answer", reason },
        ],
      }),
    ).toEqual([
      { where: "agents.0.id", ...reason },
      { where: "answer", line: 3, ...reason },
    ]);
    expect(faultsOf({ field: "question", reason })).toEqual([{ where: "question", ...reason }]);
    expect(faultsOf({ errors: [{ path: "x" }] })).toEqual([]);
    expect(faultsOf(undefined)).toEqual([]);
  });
});
