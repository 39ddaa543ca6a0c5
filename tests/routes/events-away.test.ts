import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import type { Principal } from "../../src/accounts/rules.ts";
import { createEventStreams } from "../../src/desk/routes/events.ts";
import type { Database } from "../../src/infra/database.ts";
import { createApp, finishApp, mountRoutes } from "../../src/infra/http.ts";
import { createLog } from "../../src/infra/log.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { STORE } from "../support/worlds.ts";
import { listenTo } from "../support/web-server.ts";

const AGENT: Principal = { userId: "u-1", name: "李雷", email: "li@shop.test", role: "agent", agent: undefined, stores: [STORE] };

describeOnEmbedded("The console's live stream", (databases) => {
  it("is kept awake while nobody can be checked because the database is away", async () => {
    let isAway = false;
    const { url } = await serve(await databases.open(), async () => {
      if (isAway) throw new Error("Connection terminated unexpectedly");
      return AGENT;
    });
    const stream = await listenTo(url, {});
    onTestFinished(stream.close);
    isAway = true;
    for (let beats = 0; beats < 3; beats += 1) expect(await stream.next("comment")).toBeDefined();
  });

  it("is opened no more once the desk is stopping", async () => {
    const { url, close } = await serve(await databases.open(), async () => AGENT);
    close();
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  });
});

async function serve(db: Database, authenticate: () => Promise<Principal>) {
  const log = createLog("silent");
  const onNothing = () => () => undefined;
  const events = createEventStreams({
    db,
    spine: { onMoved: onNothing },
    authenticate,
    onAccountChanged: onNothing,
    log,
    beatMs: 10,
  });
  const app = createApp({ trustProxy: [] });
  mountRoutes(app, [events.route], authenticate);
  finishApp(app, log);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    events.close();
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/console/events`, close: events.close };
}
