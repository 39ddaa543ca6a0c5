import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/infra/database.ts";
import { ROOT } from "../../src/infra/root.ts";
import { parseKnowledgeFile } from "../../src/knowledge/rules/file.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { serverProcess } from "../support/server-process.ts";

// The embedded database lets nobody look at it from outside while it is filled.
describeOnEachDatabase("A first start that is killed while it loads the demo", (database) => {
  if (database.kind === "pglite") return void it.skip("cannot be watched", () => undefined);

  it("is finished by the next one, with everybody who belongs to it", { timeout: 120_000 }, async () => {
    const place = await database.place();
    const db = await openDatabase({ type: "server", url: place.url ?? "" });
    onTestFinished(() => db.close());
    const server = await serverProcess({ place, env: { DEMO: "yes" } });
    const killed = expect(server.start()).rejects.toThrow();
    await expect.poll(() => db.prisma.store.count({ where: { key: "demo" } }), { timeout: 60_000, interval: 5 }).toBe(1);
    await server.kill();
    await killed;
    expect(await db.prisma.agent.count()).toBe(0);

    await server.start();
    onTestFinished(() => server.kill());
    const stores = await db.prisma.store.findMany({
      include: { _count: { select: { articles: true } } },
      orderBy: { key: "asc" },
    });
    const articles = await Promise.all(["demo", "shared", "second"].map(articlesIn));
    expect(stores.map(({ key, _count }) => [key, _count.articles])).toEqual([
      ["demo", articles[0]],
      ["shared", articles[1]],
      ["tea", articles[2]],
    ]);
    expect(await db.prisma.agent.count()).toBeGreaterThan(10);
    expect(server.output()).toMatch(/supervisor@demo\.local/);

    await db.prisma.store.update({ where: { key: "demo" }, data: { name: "我的店" } });
    await server.stop();
    await server.start();
    expect((await db.prisma.store.findUniqueOrThrow({ where: { key: "demo" } })).name).toBe("我的店");
  });
});

async function articlesIn(folder: string): Promise<number> {
  const bytes = await readFile(join(ROOT, "prisma", "seed", folder, "knowledge.csv"));
  return parseKnowledgeFile(bytes, { timezone: "Asia/Shanghai", topics: [] }).rows.length;
}
