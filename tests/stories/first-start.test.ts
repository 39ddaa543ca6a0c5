import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../src/infra/root.ts";
import { serverProcess, type ServerProcess } from "../support/server-process.ts";
import { readUntil, widgetClient } from "../support/widget-client.ts";

const run = promisify(execFile);
const SAID = "请问多久发货呀我急着送人";

// One life of a fresh installation on the embedded database, step by step: the steps build on each other.
describe("A first start without any configuration", () => {
  let dataDir: string;
  let server: ServerProcess;
  let conversation: string;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "counterbell-first-"));
    server = await serverProcess({ place: { kind: "pglite", dataDir }, env: { DEMO: "yes", LOG_LEVEL: "debug" } });
    await server.start();
  });
  afterAll(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("prints the addresses and the accounts, whose passwords work", async () => {
    expect(server.output()).toMatch(new RegExp(`${server.url}/demo/demo +檐下生活`));
    expect(server.output()).toMatch(new RegExp(`${server.url}/demo/tea +半坡茶铺`));
    expect(server.output()).toContain(`${server.url}/console/`);
    const [, email, password] = /supervisor\s+(\S+)\s+(\S+)/.exec(server.output()) ?? [];
    const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({ email, password }),
    });
    expect(signedIn.status).toBe(200);
  });

  it("has a demo store that answers with its source", async () => {
    const client = await widgetClient(server.url, "demo");
    await client.send({ clientId: "first-question", text: SAID });
    const lines = await readUntil(client, (all) => all.some(({ author }) => author.type === "bot"));
    expect(lines.find(({ author }) => author.type === "bot")?.source?.title).toContain("发货");
    conversation = lines[0]?.conversationId ?? "";
  });

  it("serves the shop, the widget and the console", async () => {
    for (const path of ["/demo/demo", "/widget.js", "/panel.js", "/console/", "/console/knowledge", "/healthz", "/readyz"]) {
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 200]);
    }
  });

  it("counts in its metrics what happened", async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^counterbell_events_received_total\{channel="web",result="stored"\} 1$/m);
    expect(metrics).toMatch(/^counterbell_events_parked 0$/m);
  });

  // `.ci/run` fetches promtool; elsewhere: apt-get install prometheus.
  it.skipIf(!isInstalled("promtool"))("gives metrics that Prometheus's own check finds nothing wrong with", async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(complaintsOf("promtool", ["check", "metrics"], metrics)).toBe("");
  });

  it("gives its metrics to nobody who comes through a proxy", async () => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.7" } });
    expect(answer.status).toBe(403);
  });

  it("carries out commands of the terminal while it holds the database", async () => {
    const explained = await counterbell(["explain", conversation]);
    expect(explained).toContain("知识条目 ship-time");
    expect(await counterbell(["replay", conversation])).toContain("0 would differ");
    const file = join(dataDir, "new.csv");
    writeFileSync(
      file,
      "id,stage,question,alternatives,answer\nengraving,presale,可以刻字吗,能刻名字吗,可以免费刻六个字以内。\n",
    );
    expect(await counterbell(["import", "demo", file])).toContain("1");
    const room = ["slack:C0123", "--store", "demo"];
    expect(await counterbell(["bind", ...room, "--as", "coordination", "--side", "merchant"])).toContain("已绑定 slack:C0123");
    expect(await counterbell(["unbind", ...room])).toContain("已解除 slack:C0123");
    const client = await widgetClient(server.url, "demo");
    await client.send({ clientId: "after-import", text: "可以刻字吗" });
    const lines = await readUntil(client, (all) => all.some(({ author }) => author.type === "bot"));
    expect(lines.find(({ author }) => author.type === "bot")?.text).toContain("刻六个字");
  });

  it("finds itself healthy, and says how to mend what is not", async () => {
    const healthy = await counterbell(["doctor"]);
    expect(healthy).toMatch(/✓ desk: runs on port/);
    expect(healthy).toContain("✓ channel web: gives the widget and is ready");
    const misconfigured = await counterbell(["doctor"], { PORT: "x" });
    expect(misconfigured).toContain('✗ configuration: PORT is "x"');
    expect(misconfigured).toContain("→");
  });

  it("writes no word of a shopper to its log", () => {
    expect(server.output()).toContain('"msg":"event handled"');
    expect(server.output()).not.toContain(SAID);
    expect(server.output()).not.toContain("刻字");
  });

  it("keeps a second process out of its data", async () => {
    const second = await serverProcess({ place: { kind: "pglite", dataDir } });
    await expect(second.start()).rejects.toThrow(/in use by process \d+\. Stop that one first/);
  });

  it("with its port taken says so and ends before it makes data or people", async () => {
    const elsewhere = join(dataDir, "elsewhere");
    const second = await serverProcess({
      place: { kind: "pglite", dataDir: elsewhere },
      env: { PORT: new URL(server.url).port },
    });
    await expect(second.start()).rejects.toThrow(/ended with 1:[\s\S]*Port \d+ is in use by another program/);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it("stops gracefully on SIGTERM, and shows no password at the next start", async () => {
    expect(await server.stop()).toBe(0);
    const before = server.output().length;
    await server.start();
    expect(server.output().slice(before)).toContain("Counterbell is ready");
    expect(server.output().slice(before)).not.toContain("shown only this once");
  });

  async function counterbell(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    const settings = { PATH: process.env.PATH ?? "", COUNTERBELL_DATA_DIR: dataDir, PORT: new URL(server.url).port, ...env };
    const done = await run(process.execPath, [join(ROOT, "scripts", "counterbell.mjs"), ...args], {
      env: settings,
      cwd: ROOT,
    }).catch((error: { readonly stdout: string; readonly stderr: string }) => error);
    return `${done.stdout}${done.stderr}`;
  }
});

function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

/** What a program complains about in what it is given. */
function complaintsOf(program: string, args: readonly string[], input: string): string {
  const { stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8" });
  return `${stdout}${stderr}`;
}
