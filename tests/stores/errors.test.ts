import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { connect } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import express from "express";
import pg from "pg";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { inTime, readJson } from "../../src/infra/body.ts";
import type { Database } from "../../src/infra/database.ts";
import { PrismaClient } from "../../src/infra/generated/client.ts";
import { createApp, finishApp } from "../../src/infra/http.ts";
import { createLog, describeError } from "../../src/infra/log.ts";
import { HandlingFailure } from "../../src/pipeline/handle.ts";
import { DESK_LANE, incomingId } from "../../src/core/ids.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const WORDS = "我住在幸福路 5 号\n    at secret (file:///a:1:2)";

describeOnEachDatabase("What a failing query quotes", (databases) => {
  let db: Database;
  beforeAll(async () => {
    db = await databases.open();
  });

  it.each([
    ["the driver", () => db.pool.query("SELECT $1::text::int", [WORDS])],
    ["the client's SQL", () => db.prisma.$queryRaw`SELECT ${WORDS}::text::int`],
    ["the client's check of values", () => db.prisma.user.findMany({ where: { disabled: JSON.parse(JSON.stringify(WORDS)) } })],
  ])("is in no log line and not what an event keeps: %s", async (_name, fail) => {
    const error: unknown = await fail().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain("幸福路");
    const wrapped = new HandlingFailure({ id: incomingId("i-1"), lane: DESK_LANE }, error);
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    for (const err of [error, wrapped]) log.error({ err }, "request failed");
    const kept = [...lines, describeError(error), describeError(wrapped)].join("\n");
    expect(kept).not.toContain("幸福路");
    expect(kept).not.toContain("at secret");
    expect(lines[0]).toMatch(/"frames":\["at /);
    expect(describeError(error)).toMatch(/22P02|P2010|PrismaClientValidationError/);
  });
});

describe("Other errors", () => {
  it("keep their words: we wrote them", () => {
    expect(describeError(new Error("The lane is gone; look at it."))).toBe("Error: The lane is gone; look at it.");
  });
});

describe("A database that is away", () => {
  const away = { connectionString: "postgres://nobody@127.0.0.1:1/none", connectionTimeoutMillis: 2_000 };

  it.each([
    ["the driver", () => new pg.Pool(away).query("SELECT 1")],
    ["the client", () => new PrismaClient({ adapter: new PrismaPg(away) }).user.count()],
    ["a transaction", () => new PrismaClient({ adapter: new PrismaPg(away) }).$transaction((some) => some.user.count())],
    ["a lost connection", () => Promise.reject(new Error("Connection terminated unexpectedly"))],
  ])("is told as 503, with what to do: %s", async (_name, fail) => {
    const base = await serve((app) => app.get("/", async () => void (await fail())));
    const answer = await fetch(base);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/unknown whether .* same clientId/) });
  });

  it("is not blamed for other failures", async () => {
    const base = await serve((app) => app.get("/", () => Promise.reject(new Error("Something else."))));
    expect((await fetch(base)).status).toBe(500);
  });
});

describe("A body that drips in", () => {
  it.each([
    ["JSON", readJson("1kb", 50)],
    ["a file", inTime(express.raw({ type: () => true }), 50)],
  ])("is answered 408 and not waited for: %s", async (_name, parse) => {
    const base = await serve((app) => app.post("/", parse, (_request, response) => void response.end("read")));
    const socket = connect(Number(new URL(base).port), "127.0.0.1");
    let answer = "";
    socket.setEncoding("utf8").on("data", (part) => (answer += part));
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a`);
    await new Promise((resolve) => socket.once("close", resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    const quick = await fetch(base, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
    expect(await quick.text()).toBe("read");
  });
});

async function serve(mount: (app: express.Express) => unknown): Promise<string> {
  const app = createApp({ trustProxy: [] });
  mount(app);
  finishApp(app, createLog("silent"));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
