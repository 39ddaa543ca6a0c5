import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A wire between a program and a server, that a test can break. */
export interface BreakableWire {
  /** The given address, reached through this wire. */
  readonly url: string;
  /** Ends every connection and makes no new one, until `mend`. */
  cut(): void;
  mend(): void;
  /** Connections there are now carry nothing any more, and nobody is told; new ones do. So firewalls forget connections. */
  forget(): void;
  stop(): Promise<void>;
}

/** Lays a wire to the server at this address (`postgresql://…`). */
export async function breakableWire(target: string): Promise<BreakableWire> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const forgotten = new WeakSet<Socket>();
  let isCut = false;
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on("error", () => undefined);
    from.on("data", (part: Buffer) => void (forgotten.has(from) || to.write(part)));
    from.once("close", () => {
      sockets.delete(from);
      if (!forgotten.has(from)) to.destroy();
    });
  };
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(port), hostname);
    pass(near, far);
    pass(far, near);
  });
  const endAll = (): void => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => {
      isCut = true;
      endAll();
    },
    mend: () => {
      isCut = false;
    },
    forget: () => sockets.forEach((socket) => forgotten.add(socket)),
    stop: async () => {
      isCut = true;
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
