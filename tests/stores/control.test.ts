import { mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askRunning, openControl } from "../../src/infra/control.ts";

const COMMAND = { command: "explain", args: [], options: {} };

describe("Commands carried out by the desk that runs", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "counterbell-control-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("bring every character through, however long the line, and the exit code", async () => {
    const long = `请问${"多久发货".repeat(100_000)}`;
    const control = await openControl(folder, async ({ args }, write) => {
      write(args[0] ?? "");
      write(long);
      return 3;
    });
    const lines: string[] = [];
    const words = `a${"退货".repeat(5_000)}`;
    expect(await askRunning(folder, { ...COMMAND, args: [words] }, (line) => lines.push(line))).toBe(3);
    expect(lines[0] === words).toBe(true);
    expect(lines[1] === long).toBe(true);
    await control.close();
  });

  it("are finished at a stop, which waits for nobody who says nothing", async () => {
    let finish = (): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const control = await openControl(folder, async (_request, write) => {
      begin();
      await new Promise<void>((resolve) => (finish = resolve));
      write("done");
      return 0;
    });
    const silent = createConnection(join(folder, "control.sock"));
    await new Promise((resolve) => silent.once("connect", resolve));
    const lines: string[] = [];
    const answer = askRunning(folder, COMMAND, (line) => lines.push(line));
    await begun;
    const closed = control.close();
    finish();
    await closed;
    expect([await answer, lines]).toEqual([0, ["done"]]);
    silent.destroy();
  });
});
