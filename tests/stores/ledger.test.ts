import { describe, expect, it } from "vitest";
import type { Incoming } from "../../src/core/incoming.ts";
import { createLedger } from "../../src/pipeline/ledger.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom } from "../support/worlds.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("Two statements of the ledger at the same time", () => {
  it("never have events of the same lane, so that those are numbered in the order they came", async () => {
    const server = slowServer();
    const ledger = createLedger(server);
    const [first, second, third] = [messageFrom("ann", "一"), messageFrom("ann", "二"), messageFrom("ann", "三")];
    const accepted = [ledger.accept(first)];
    await turn();
    accepted.push(ledger.accept(second), ledger.accept(messageFrom("bob", "一")), ledger.accept(third));
    await turn();
    expect(server.texts()).toEqual([["一"], ["一"]]);

    server.answerAll();
    await turn();
    expect(server.texts()).toEqual([["一"], ["一"], ["二", "三"]]);
    server.answerAll();
    expect(await Promise.all(accepted)).toEqual(["stored", "stored", "stored", "stored"]);
  });

  it("keep the order also behind an event that came twice", async () => {
    const server = slowServer();
    const ledger = createLedger(server);
    const first = messageFrom("ann", "一");
    const accepted = [first, first, messageFrom("ann", "二")].map((message) => ledger.accept(message));
    await turn();
    server.answerAll();
    await turn();

    expect(server.texts()).toEqual([["一"], ["一", "二"]]);
    server.answerAll();
    await Promise.all(accepted);
  });
});

describeOnEachDatabase("An event that the database does not take", (database) => {
  it("is refused alone: what came in the same moment is stored", async () => {
    const db = await database.open();
    await furnish(db);
    const ledger = createLedger(db);
    const good = [messageFrom("ann", "一"), messageFrom("bob", "一")];
    const bad = { ...messageFrom("eve", "坏"), person: { id: "eve", name: "nobody\u0000" } };
    const sent = [good[0], bad, good[1]].flatMap((message) => (message === undefined ? [] : [ledger.accept(message)]));

    expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const rows = await db.prisma.incoming.findMany({ orderBy: { n: "asc" } });
    expect(rows.map(({ id }) => id)).toEqual(good.map(({ id }) => id));
  });
});

/** A server that stores what it is given when the test says so. */
function slowServer() {
  const asked: Incoming[][] = [];
  const waiting: (() => void)[] = [];
  const query = ({ values }: { readonly values: readonly string[] }) => {
    const payloads = (JSON.parse(values[0] ?? "[]") as { readonly payload: Incoming }[]).map(({ payload }) => payload);
    asked.push(payloads);
    const rows = payloads.map(({ id }) => ({ id, fresh: true, known: null }));
    return new Promise((resolve) => waiting.push(() => resolve({ rows })));
  };
  return {
    kind: "postgresql" as const,
    // The pool's many overloads cannot be written by hand; only this one is used.
    pool: { query } as never,
    texts: () => asked.map((some) => some.map((one) => (one.type === "message-received" ? one.text : one.type))),
    answerAll: () => waiting.splice(0).forEach((answer) => answer()),
  };
}
