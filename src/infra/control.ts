import { chmodSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { digest } from "../core/ids.ts";

/**
 * A running desk holds its embedded database alone. A command given meanwhile in a terminal is passed to it over a socket in
 * the data directory, which only the same user of the machine may open, and carried out there.
 */
export interface Control {
  close(): Promise<void>;
}

/** Carries out a command; writes its lines, returns its exit code. */
export type CarryOut = (request: ControlRequest, write: (line: string) => void) => Promise<number>;

const request = z.object({ command: z.string(), args: z.array(z.string()), options: z.record(z.string(), z.string()) });
export type ControlRequest = z.infer<typeof request>;

const MOST_BYTES = 64_000;

/** Longer paths the operating system refuses for sockets. */
const MOST_PATH = 100;

function socketIn(dataDir: string): string {
  const path = join(dataDir, "control.sock");
  return path.length <= MOST_PATH ? path : join(tmpdir(), `counterbell-${digest(path)}.sock`);
}

/** Listens for commands; a socket that a killed process left is replaced. */
export async function openControl(dataDir: string, carryOut: CarryOut): Promise<Control> {
  const path = socketIn(dataDir);
  rmSync(path, { force: true });
  const silent = new Set<Socket>();
  const server = createServer((socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
    void serve(socket, (request, write) => {
      silent.delete(socket);
      return carryOut(request, write);
    });
  });
  await listenAt(server, path);
  chmodSync(path, 0o600);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      // Commands under way are waited for; somebody who connected and says nothing is not.
      for (const socket of silent) socket.destroy();
      await closed;
    },
  };
}

function listenAt(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
}

async function serve(socket: Socket, carryOut: CarryOut): Promise<void> {
  // Whoever asked may leave; the command is carried out all the same.
  socket.on("error", () => undefined);
  const tell = (message: object): void => void socket.write(`${JSON.stringify(message)}\n`);
  try {
    const code = await carryOut(request.parse(JSON.parse(await firstLine(socket))), (line) => tell({ line }));
    tell({ code });
  } catch (error) {
    tell({ line: error instanceof Error ? error.message : String(error) });
    tell({ code: 1 });
  }
  socket.end();
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    // A Chinese character may come in two pieces.
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (text.length > MOST_BYTES) reject(new Error("The command is too long."));
      const end = text.indexOf("\n");
      if (end !== -1) resolve(text.slice(0, end));
    });
    socket.on("end", () => reject(new Error("The command did not arrive whole.")));
  });
}

const answer = z.union([z.object({ line: z.string() }), z.object({ code: z.number() })]);

/** Has a command carried out by the desk that runs on this data directory; undefined when none runs. */
export function askRunning(dataDir: string, wanted: ControlRequest, write: (line: string) => void): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(socketIn(dataDir));
    let rest = "";
    let code: number | undefined;
    socket.setEncoding("utf8");
    socket.once("connect", () => socket.write(`${JSON.stringify(wanted)}\n`));
    socket.on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const told = answer.parse(JSON.parse(line));
        if ("line" in told) write(told.line);
        else code = told.code;
      }
    });
    // Nobody listens: no desk runs on this directory.
    socket.once("error", () => resolve(undefined));
    socket.once("close", () => resolve(code));
  });
}
