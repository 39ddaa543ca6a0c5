import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFileRoutes } from "../../adapters/web/file-routes.ts";
import type { Patience } from "../../adapters/web/upload.ts";
import { createApp, finishApp } from "../../src/infra/http.ts";
import { createLog } from "../../src/infra/log.ts";
import { createFakeSpine } from "../support/fake-spine.ts";
import { createFakeVisitors } from "../support/fake-visitors.ts";

const LONG: Patience = { idleMs: 60_000, wholeMs: 60_000 };
const HEAD = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;

describe("Uploads that come slowly", () => {
  it("take two places of one visitor, and leave the others theirs; a place is free again when one ends", async () => {
    const server = await start(LONG);
    const slow = [await server.begin("one"), await server.begin("one")];
    await server.underWay(2);
    expect(await server.send("one")).toBe(429);
    expect(await server.send("two")).toBe(415);
    for (const socket of slow) socket.destroy();
    await expect.poll(() => server.send("one")).toBe(415);
  });

  it("take four places of one address", async () => {
    const server = await start(LONG);
    for (const who of ["one", "one", "two", "two"]) await server.begin(who);
    await server.underWay(4);
    expect(await server.send("three")).toBe(429);
    expect(await server.send("three", "192.0.2.8")).toBe(415);
  });

  it.each([
    ["without a byte", { idleMs: 50, wholeMs: 60_000 }],
    ["as a whole", { idleMs: 60_000, wholeMs: 50 }],
  ])("are answered 408 when they take too long %s, and the connection is closed", async (_name, patience) => {
    const server = await start(patience);
    const socket = await server.begin("one");
    let answer = "";
    socket.setEncoding("utf8").on("data", (part) => (answer += part));
    await new Promise((resolve) => socket.once("close", resolve));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain("application/problem+json");
  });
});

async function start(patience: Patience) {
  const visitors = createFakeVisitors(createFakeSpine());
  let entered = 0;
  const app = createApp({ trustProxy: ["loopback"] });
  const files = createFileRoutes({
    visitors,
    patience,
    reader: [],
    speaker: [
      (request, response, next) => {
        entered += 1;
        response.locals.guest = { visitor: visitors.visitor(request.get("x-visitor") ?? "") };
        next();
      },
    ],
  });
  app.use("/files", files);
  finishApp(app, createLog("silent"));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    underWay: (count: number) => expect.poll(() => entered).toBe(count),
    begin: async (who: string) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      const type = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900";
      socket.write(`POST /files HTTP/1.1\r\nHost: x\r\nX-Visitor: ${who}\r\n${type}\r\n\r\n${HEAD}`);
      return socket;
    },
    send: async (who: string, address = "127.0.0.1") => {
      const headers = { "x-visitor": who, "x-forwarded-for": address, "content-type": "multipart/form-data; boundary=x" };
      const body = `${HEAD}some bytes\r\n--x--\r\n`;
      return (await fetch(`http://127.0.0.1:${port}/files`, { method: "POST", headers, body })).status;
    },
  };
}
