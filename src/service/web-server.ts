import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export interface WebServer {
  /** "http://127.0.0.1:4280" */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const portsTried = 50;

/** Serves on the first free port from the wanted one on. */
export async function serveWeb(app: Hono, host: string, port: number): Promise<WebServer> {
  const listener = getRequestListener(app.fetch);
  for (let candidate = port; candidate < port + portsTried && candidate < 65_536; candidate += 1) {
    const server = createServer((request, response) => void listener(request, response));
    const bound = await listen(server, host, candidate);
    if (bound === undefined) continue;
    return {
      address: `http://${host.includes(":") ? `[${host}]` : host}:${String(bound)}`,
      port: bound,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  throw new Error(`no free port for the dashboard from ${String(port)} on`);
}

/** @returns the port; undefined when it is taken */
function listen(server: Server, host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE") resolve(undefined);
      else reject(cause);
    });
    server.listen(port, host, () => {
      const { port: bound } = addressOf(server);
      resolve(bound);
    });
  });
}

function addressOf(server: Server): Pick<AddressInfo, "port"> {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the dashboard's server has no port");
  return address;
}
