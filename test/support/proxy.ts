import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut and opened again, as a network or a database that goes away and comes back. */
export interface CuttableProxy {
  readonly port: number;
  open(): Promise<void>;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
}

/** @param target a port on loopback, or the path of a unix socket */
export async function proxyTo(target: { port: number } | { path: string }): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  let port = 0;
  const server = createServer((inner) => {
    const outer = connect(target);
    for (const socket of [inner, outer]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        inner.destroy();
        outer.destroy();
      });
    }
    inner.pipe(outer).pipe(inner);
  });
  const open = async () => {
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address === "object" && address !== null) port = address.port;
  };
  await open();
  return {
    get port() {
      return port;
    },
    open,
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
