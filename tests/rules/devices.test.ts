import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDevices } from "../../src/accounts/devices.ts";

const devices = createDevices({ secret: "secret of the test", isSecure: false });
const MAIL = "zhou-lan@example.com";

/** What a browser sends back after these Set-Cookie lines. */
const sent = (line: string): string => line.split(";")[0] ?? "";

describe("A browser's cookie", () => {
  it("is known again for the account that signed in, in any case of letters, among other cookies", () => {
    const cookie = sent(devices.remember(undefined, MAIL));
    const id = devices.recognise(cookie, MAIL);
    expect(Buffer.from(id ?? "", "base64url")).toHaveLength(16);
    expect(devices.recognise(`a=b; ${cookie}; c=d`, MAIL.toUpperCase())).toBe(id);
    expect(devices.recognise(cookie, "other@example.com")).toBeUndefined();
    expect(devices.recognise(undefined, MAIL)).toBeUndefined();
  });

  it("keeps its number while accounts are added, and forgets the one that was away longest", () => {
    let cookie = sent(devices.remember(undefined, MAIL));
    const id = devices.recognise(cookie, MAIL);
    for (let n = 1; n < 20; n += 1) cookie = sent(devices.remember(cookie, `colleague-${n}@example.com`));
    expect(devices.recognise(cookie, MAIL)).toBe(id);
    cookie = sent(devices.remember(cookie, MAIL));
    cookie = sent(devices.remember(cookie, "colleague-20@example.com"));
    expect(devices.recognise(cookie, MAIL)).toBe(id);
    expect(devices.recognise(cookie, "colleague-1@example.com")).toBeUndefined();
    expect(cookie.length).toBeLessThan(500);
  });

  it("of another installation, or of people who come by http, is a stranger's", () => {
    const cookie = sent(devices.remember(undefined, MAIL));
    expect(createDevices({ secret: "another secret", isSecure: false }).recognise(cookie, MAIL)).toBeUndefined();
    expect(createDevices({ secret: "secret of the test", isSecure: true }).recognise(cookie, MAIL)).toBeUndefined();
  });

  it("is a stranger's when a single character was changed, added or left out", () => {
    const cookie = sent(devices.remember(sent(devices.remember(undefined, "first@example.com")), MAIL));
    const start = cookie.indexOf("=") + 1;
    const place = fc.integer({ min: start, max: cookie.length - 1 });
    const change = fc.constantFrom("", "x", "A", "~", ".", "=x");
    fc.assert(
      fc.property(place, change, fc.integer({ min: 0, max: 1 }), (at, text, taken) => {
        const changed = cookie.slice(0, at) + text + cookie.slice(at + taken);
        fc.pre(changed !== cookie);
        expect(devices.recognise(changed, MAIL)).toBeUndefined();
      }),
    );
  });

  it("is a stranger's when it is anything at all", () => {
    fc.assert(fc.property(fc.string(), (text) => devices.recognise(`counterbell.device=${text}`, MAIL) === undefined));
  });
});
