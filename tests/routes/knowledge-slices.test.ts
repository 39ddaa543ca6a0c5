import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/infra/database.ts";
import { startConsole, type ConsoleServer } from "../support/console-server.ts";
import { describeOnEmbedded } from "../support/databases.ts";
import { furnish, STORE } from "../support/worlds.ts";

const ROWS = 3_000;
const CSV = [
  "id,stage,question,alternatives,answer",
  ...Array.from({ length: ROWS }, (_, n) => `a${n},presale,第${n}问,换个问法${n},第${n}个答案`),
].join("\n");
const PATH = `/api/console/stores/${STORE}/articles`;

// The embedded database works in this process too: there everything has to give way.
describeOnEmbedded("While a long file is worked on", (databases) => {
  let db: Database;
  let server: ConsoleServer;

  beforeAll(async () => {
    db = await databases.open();
    await furnish(db);
    server = await startConsole(db);
  });
  afterAll(() => server.close());

  it("other requests are answered: in a preview, and in the import", async () => {
    const person = await server.person({ role: "admin" });
    const send = (path: string) => person.send("POST", `${PATH}/${path}`, { body: CSV, headers: { "content-type": "text/csv" } });
    const preview = await answeredMeanwhile(send("preview"));
    expect(preview.answer.status).toBe(200);
    expect(preview.answer.json).toMatchObject({ rows: ROWS, unchanged: 0 });
    // Work in one piece leaves room for one at most.
    expect(preview.others).toBeGreaterThan(2);
    const { digest } = preview.answer.json as { readonly digest: string };
    const imported = await answeredMeanwhile(send(`import?digest=${encodeURIComponent(digest)}`));
    expect(imported.answer.json).toEqual({ created: ROWS, changed: 0, unchanged: 0 });
    expect(imported.others).toBeGreaterThan(2);
  });

  /** How many requests, one after the other, are answered before this one; they need no database. */
  async function answeredMeanwhile<Answer>(long: Promise<Answer>) {
    let isOver = false;
    const ended = long.finally(() => (isOver = true));
    let others = 0;
    while (!isOver) {
      expect((await server.browser().get("/nothing-here")).status).toBe(404);
      if (!isOver) others += 1;
    }
    return { answer: await ended, others };
  }
});
