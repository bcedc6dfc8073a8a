import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on loopback whose answers a test sets by path, and which counts what reached it. */
export class FaultServer {
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
  /** Sent by floods before the client hung up. */
  floodedBytes = 0;
  private readonly answers = new Map<string, Answer>();
  private readonly server = createServer((request, response) => {
    const path = request.url ?? "/";
    this.requests.push({ path, headers: request.headers });
    const answer = this.answers.get(path.split("?")[0] ?? path);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the fault server is not listening");
    return address.port;
  }

  on(path: string, answer: Answer): string {
    this.answers.set(path, answer);
    return this.url(path);
  }

  body(path: string, body: string | Buffer, headers: Record<string, string> = {}, status = 200): string {
    return this.on(path, (_request, response) => response.writeHead(status, headers).end(body));
  }

  /** Sends a body of that size piece by piece, as long as the client takes it. */
  flood(path: string, bytes: number): string {
    const piece = Buffer.alloc(64 * 1_024, "<p>x</p>");
    return this.on(path, (_request, response) => {
      let left = bytes;
      Readable.from(
        (function* () {
          for (; left > 0; left -= piece.length) yield piece;
        })(),
      ).pipe(response);
      response.on("close", () => {
        this.floodedBytes += bytes - left;
      });
    });
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
