import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../src/infra/root.ts";
import { readRequestPolicy } from "../../src/requests/rules/setting.ts";
import { readStoreFile } from "../../src/stores/rules.ts";
import { keptLimits, readReplyLimits } from "../../src/stores/rules/reply-limits.ts";
import { keptRequests } from "../../src/stores/rules/requests.ts";

it("needs a key and a name, and fills in the rest", () => {
  const read = readStoreFile({ key: "tea", name: "茶铺" });
  expect(read).toMatchObject({
    type: "store",
    store: { timezone: "Asia/Shanghai", allowedOrigins: [] },
  });
});

it.each(["demo", "second"])("takes the demo's own %s store", (folder) => {
  const text = readFileSync(join(ROOT, "prisma", "seed", folder, "store.json"), "utf8");
  expect(readStoreFile(JSON.parse(text)).type).toBe("store");
});

it.each([
  [{ key: "Tea Shop" }, "key: 2 to 40 of a-z"],
  [{ requests: { merchant: "always" } }, "requests.merchant: one of never, may, must"],
  [{ requests: { agentLimitYuan: -1 } }, "requests.agentLimitYuan: 0 or more"],
  [{ requests: { dueMinutes: 0 } }, "requests.dueMinutes: at least 1"],
  [{ timezone: "Mars/Base" }, "timezone: an IANA time zone"],
  [{ languages: ["fr"] }, "languages.0: one of zh-CN"],
  [{ thresholds: { answer: 2 } }, "thresholds.answer: a number from 0 to 1"],
  [{ allowedOrigins: ["https://shop.example.com/path"] }, "allowedOrigins.0: an origin such as"],
  [{ closeAfterSilenceMinutes: 0 }, "closeAfterSilenceMinutes: at least 1"],
  [{ replyLimits: { firstReplySeconds: 0 } }, "replyLimits.firstReplySeconds: at least 1"],
  [{ replyLimits: { hours: "sometimes" } }, "replyLimits.hours: working or always"],
  [{ colour: "red" }, "colour: not known here, leave it out"],
])("refuses %j and names the field", (wrong, sentence) => {
  const read = readStoreFile({ key: "tea", name: "茶铺", ...wrong });
  expect(read).toEqual({ type: "refused", faults: [expect.stringContaining(sentence)] });
});

it("keeps the reply limits that are written, and takes the default for the others", () => {
  const read = readStoreFile({ key: "tea", name: "茶铺", replyLimits: { firstReplySeconds: 60, hours: "always" } });
  if (read.type === "refused") throw new Error(read.faults.join());
  const kept = keptLimits(read.store.replyLimits ?? {});
  expect(kept).toEqual({ firstReplyMs: 60_000, hours: "always" });
  expect(readReplyLimits(kept)).toEqual({
    firstReplyMs: 60_000,
    nextReplyMs: 180_000,
    warnAtShare: 0.7,
    slowReplyMs: 100_000,
    hours: "always",
  });
});

it("keeps who answers requests as it is written, in fen and ms, and names nothing else", () => {
  expect(keptRequests({ agentLimitYuan: 50 })).toEqual({ agentLimitFen: 5_000 });
  const all = keptRequests({ merchant: "may", upToYuan: 200, dueMinutes: 5, agentLimitYuan: 0 });
  expect(readRequestPolicy(all)).toEqual({ merchant: "may", upToFen: 20_000, dueMs: 300_000, agentLimitFen: 0 });
});
