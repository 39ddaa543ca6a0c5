import { describe, expect, it } from "vitest";
import { changesOf, queryOf } from "../../console/src/audit/query.ts";
import { addressTo } from "../../console/src/shared/calls.ts";
import { deviceName } from "../../console/src/security/device.ts";

describe("What the audit log is asked", () => {
  it("has days of the store's zone, both included", () => {
    const query = queryOf({ page: "audit", from: "2026-10-01", to: "2026-10-02", act: "person", who: "梅" }, "Asia/Shanghai");
    expect(query).toEqual({
      act: "person",
      who: "梅",
      from: "2026-09-30T16:00:00.000Z",
      to: "2026-10-02T16:00:00.000Z",
    });
  });

  it("leaves out what is no day, and what was not asked", () => {
    const query = queryOf({ page: "audit", from: "yesterday", to: "2026-13-01" }, "Asia/Shanghai");
    expect(addressTo("/api/console/audit", { query })).toBe("/api/console/audit");
  });
});

describe("What changed", () => {
  it("stands value by value, with what went and what came", () => {
    expect(changesOf({ before: { role: "agent", gone: 1 }, after: { role: "admin", come: 2 } })).toEqual([
      { field: "role", before: "agent", after: "admin" },
      { field: "gone", before: 1 },
      { field: "come", after: 2 },
    ]);
    expect(changesOf({})).toEqual([]);
  });
});

describe("The name of a device", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0",
      "Edge · Windows",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15",
      "Safari · macOS",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.42",
      "WeChat · Android",
    ],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 CriOS/119 Mobile Safari/604.1", "Chrome · iOS"],
    ["curl/8.5", undefined],
    [undefined, undefined],
  ])("of %s is %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
