import { afterAll, beforeAll, expect, it } from "vitest";
import { createAccounts, type Accounts } from "../../src/accounts/accounts.ts";
import { ensureFirstUsers } from "../../src/accounts/first-users.ts";
import { findPrincipal } from "../../src/accounts/store/principal.ts";
import { signInSecret } from "../../src/accounts/store/secret.ts";
import { countTry, forgetTries, LOCKED_FOR_MS, takeBackTry } from "../../src/accounts/store/tries.ts";
import { resetPassword } from "../../src/cli/password.ts";
import type { Database } from "../../src/infra/database.ts";
import { createLog } from "../../src/infra/log.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { clockAt } from "../support/worlds.ts";

describeOnEachDatabase("People who sign in", (databases) => {
  let db: Database;
  let accounts: Accounts;

  beforeAll(async () => {
    db = await databases.open();
    for (const id of ["s1", "s2", "s3", "shared"]) await db.prisma.store.create({ data: { id, key: `key-${id}`, name: id } });
    await db.prisma.agent.create({ data: { id: "li-lei", name: "李雷", skills: [], stores: { create: { storeId: "s1" } } } });
    await db.prisma.agent.create({ data: { id: "han", name: "韩梅梅", skills: [] } });
    accounts = await createAccounts({ db, config: { baseUrl: "http://localhost:1" }, log: createLog("silent"), clock: clockAt("2026-11-20T10:00:00Z") }); // prettier-ignore
  });
  afterAll(() => accounts.close());

  it("are made at the first start, once, each with a random password that is stored nowhere", async () => {
    const first = await ensureFirstUsers({ db, accounts, demo: true });
    expect(first.map(({ user }) => [user.email, user.role, user.agentId])).toEqual([
      ["admin@counterbell.local", "admin", undefined],
      ["han@demo.local", "agent", "han"],
      ["li-lei@demo.local", "agent", "li-lei"],
      ["supervisor@demo.local", "supervisor", undefined],
      ["merchant@demo.local", "merchant", undefined],
    ]);
    expect(first.find(({ user }) => user.role === "merchant")?.user.stores).toHaveLength(1);
    const passwords = first.map(({ password }) => password);
    expect(new Set(passwords).size).toBe(passwords.length);
    const everything = JSON.stringify([await db.prisma.user.findMany(), await db.prisma.account.findMany()]);
    for (const password of passwords) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){2}[a-hjkmnp-z2-9]{5}$/);
      expect(everything).not.toContain(password);
    }
    expect(await ensureFirstUsers({ db, accounts, demo: true })).toEqual([]);
  });

  it("are one admin alone where there is no demo", async () => {
    const fresh = { count: async () => 0, create: accounts.create };
    await db.prisma.user.deleteMany();
    expect((await ensureFirstUsers({ db, accounts: fresh, demo: false })).map(({ user }) => user.role)).toEqual(["admin"]);
    // Another process was faster: what it told is not told again.
    expect(await ensureFirstUsers({ db, accounts: fresh, demo: false })).toEqual([]);
  });

  it("see their stores: an admin all, others theirs and those their agent serves, nobody the shared layer", async () => {
    const make = async (request: Partial<Parameters<Accounts["create"]>[0]> & { email: string }) => {
      const made = await accounts.create({ name: "x", role: "supervisor", stores: [], ...request });
      if (made.type === "refused") throw new Error(made.fault.field);
      return (await findPrincipal(db.pool, made.user.id))?.stores;
    };
    expect(await make({ email: "a@x.test", role: "admin" })).toEqual(["s1", "s2", "s3"]);
    expect(await make({ email: "b@x.test", stores: ["s2"] })).toEqual(["s2"]);
    expect(await make({ email: "c@x.test", role: "agent", stores: ["s2"], agentId: "li-lei" })).toEqual(["s1", "s2"]);
    expect(await make({ email: "d@x.test", role: "merchant", stores: ["s3"], agentId: "han" })).toEqual(["s3"]);
    expect(await make({ email: "e@x.test", role: "agent" })).toEqual([]);
  });

  it("are nobody once switched off, also with a session that was made in that very moment", async () => {
    const request = { name: "x", email: "off@x.test", role: "supervisor", stores: ["s1"] } as const;
    const made = await accounts.create(request);
    if (made.type === "refused") throw new Error(made.fault.field);
    await accounts.change(made.user.id, { ...request, disabled: true });
    expect(await findPrincipal(db.pool, made.user.id)).toBeUndefined();
    await accounts.change(made.user.id, { ...request, disabled: false });
    expect(await findPrincipal(db.pool, made.user.id)).toMatchObject({ role: "supervisor", stores: ["s1"] });
  });

  it("tell why a person cannot be made or changed", async () => {
    const person = { name: "x", role: "agent", stores: [] } as const;
    const made = await accounts.create({ ...person, email: "One@x.test", agentId: "none" });
    expect(made).toMatchObject({ type: "refused", fault: { type: "unknown", field: "agentId" } });
    const one = await accounts.create({ ...person, email: "One@x.test" });
    expect(one).toMatchObject({ type: "created", user: { email: "one@x.test" } });
    expect(await accounts.create({ ...person, email: "ONE@x.test" })).toMatchObject({ fault: { type: "taken", field: "email" } });
    expect(await accounts.create({ ...person, email: "t@x.test", agentId: "li-lei" })).toMatchObject({ fault: { type: "taken", field: "agentId" } }); // prettier-ignore
    expect(await accounts.create({ ...person, email: "t@x.test", stores: ["s1", "nowhere"] })).toMatchObject({ fault: { type: "unknown", field: "stores.1" } }); // prettier-ignore
    expect(await accounts.create({ ...person, email: "t@x.test", stores: ["shared"] })).toMatchObject({ fault: { field: "stores.0" } }); // prettier-ignore
    const twins = await Promise.all([1, 2, 3].map(() => accounts.create({ ...person, email: "twin@x.test" })));
    expect(twins.map(({ type }) => type).sort()).toEqual(["created", "refused", "refused"]);
    expect(await accounts.change("nobody", { ...person, email: "n@x.test" })).toBeUndefined();
  });

  it("always have one admin left, even when two take each other's role at the same moment", async () => {
    await db.prisma.user.deleteMany();
    const make = async (email: string): Promise<string> => {
      const made = await accounts.create({ name: "x", email, role: "admin", stores: [] });
      if (made.type === "refused") throw new Error(made.fault.field);
      return made.user.id;
    };
    const both = [await make("one@x.test"), await make("two@x.test")];
    const demoted = await Promise.all(both.map((id, n) => accounts.change(id, { name: "x", email: `${n}@x.test`, role: "agent", stores: [] }))); // prettier-ignore
    expect(demoted.map((saved) => saved?.type).sort()).toEqual(["refused", "saved"]);
    const left = (await accounts.list()).filter(({ role }) => role === "admin");
    const off = await accounts.change(left[0]?.id ?? "", {
      name: "x",
      email: "z@x.test",
      role: "admin",
      stores: [],
      disabled: true,
    });
    expect(off).toMatchObject({ type: "refused", fault: { type: "last-admin" } });
  });

  it("have sessions signed by a secret that is made once", async () => {
    const secrets = await Promise.all([signInSecret(db), signInSecret(db), signInSecret(db)]);
    expect(new Set(secrets).size).toBe(1);
    expect(Buffer.from(secrets[0], "base64url")).toHaveLength(32);
  });

  it("get a new password from the command line, or hear that there is no such person", async () => {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const made = await accounts.create({ name: "韩梅梅", email: "cli@x.test", role: "agent", stores: [] });
    expect(made.type).toBe("created");
    expect(await resetPassword({ accounts, email: "cli@x.test", write })).toBe(0);
    expect(lines.join("\n")).toMatch(/韩梅梅 <cli@x\.test>.*: \S{5}-\S{5}-\S{5}/);
    expect(await resetPassword({ accounts, email: "nobody@x.test", write })).toBe(1);
  });
});

describeOnEachDatabase("Tries to sign in", (databases) => {
  let db: Database;
  const NOW = Date.UTC(2026, 10, 20);

  beforeAll(async () => {
    db = await databases.open();
  });

  it("are allowed up to the limit, of however many at the same moment", async () => {
    const key = { key: "email:a", limit: 10 };
    const verdicts = await Promise.all(Array.from({ length: 200 }, () => countTry(db.pool, key, NOW)));
    expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
  });

  it("are locked from the last allowed one on, and no longer for trying again", async () => {
    const key = { key: "email:b", limit: 2 };
    await countTry(db.pool, key, NOW);
    await countTry(db.pool, key, NOW + 1000);
    for (const later of [2000, 60_000, LOCKED_FOR_MS]) expect(await countTry(db.pool, key, NOW + later)).toEqual({ isAllowed: false, until: NOW + 1000 + LOCKED_FOR_MS }); // prettier-ignore
    expect((await countTry(db.pool, key, NOW + 1000 + LOCKED_FOR_MS)).isAllowed).toBe(true);
  });

  it("count apart by key, and can be taken back or forgotten", async () => {
    const key = { key: "email:c", limit: 1 };
    await countTry(db.pool, key, NOW);
    expect((await countTry(db.pool, { ...key, key: "email:d" }, NOW)).isAllowed).toBe(true);
    expect((await countTry(db.pool, key, NOW)).isAllowed).toBe(false);
    await takeBackTry(db.pool, key);
    await takeBackTry(db.pool, key);
    expect((await countTry(db.pool, key, NOW)).isAllowed).toBe(true);
    await forgetTries(db.pool, key, NOW);
    expect((await countTry(db.pool, key, NOW)).isAllowed).toBe(true);
    await forgetTries(db.pool, key, NOW + 10 * LOCKED_FOR_MS);
    expect(await db.prisma.signInTry.count()).toBe(0);
  });
});
