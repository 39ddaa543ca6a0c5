import { describe, expect, it } from "vitest";
import { faultIn, type PasswordChange } from "../../console/src/password/fault.ts";

const GOOD: PasswordChange = { current: "old-password", fresh: "new-password", repeated: "new-password" };

describe("a change of password, before the server is asked", () => {
  it.each([
    [GOOD, undefined],
    [{ ...GOOD, current: "" }, "current-missing"],
    [{ ...GOOD, fresh: "123456789", repeated: "123456789" }, "too-short"],
    [{ ...GOOD, fresh: "1234567890", repeated: "1234567890" }, undefined],
    [{ ...GOOD, fresh: "x".repeat(128), repeated: "x".repeat(128) }, undefined],
    [{ ...GOOD, fresh: "x".repeat(129), repeated: "x".repeat(129) }, "too-long"],
    [{ ...GOOD, fresh: GOOD.current, repeated: GOOD.current }, "not-new"],
    [{ ...GOOD, repeated: "new-passwort" }, "not-same"],
  ] as const)("%o has the fault %s", (change, fault) => {
    expect(faultIn(change)).toBe(fault);
  });
});
