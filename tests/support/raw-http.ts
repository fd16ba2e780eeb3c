// Requests as no library would send them: any Host, headers and pace. Over a socket of their own, read to its end.
import { connect, type Socket } from "node:net";

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

/**
 * Opens a connection, hands it to `send`, and resolves to everything that came until the server closed it and `send` is
 * done: whatever `send` still does after an early answer belongs to the test that asked. Rejects as `send` does.
 */
export function rawHttp(origin: string, send: (socket: Socket) => unknown): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let sent: Promise<unknown> | undefined;
    const socket = connect(Number(port), hostname, () => {
      sent = (async () => send(socket))();
      sent.catch((why) => {
        socket.destroy();
        reject(why);
      });
    });
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (piece) => {
      text += piece;
    });
    // A server that closes in the middle of sending resets the connection: what came before is the answer.
    socket.on("error", () => {});
    socket.once("close", async () => {
      await sent?.catch(() => {});
      const [head = "", ...body] = text.split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1] ?? 0), head, body: body.join("\r\n\r\n") });
    });
  });
}

/** A request with exactly these headers; the connection goes with the answer. */
export const askRaw = (
  origin: string,
  { method = "GET", path = "/", headers = {}, body = "" }: RawRequest,
): Promise<RawAnswer> =>
  rawHttp(origin, (socket) => {
    const all = { Connection: "close", ...(body && { "Content-Length": String(Buffer.byteLength(body)) }), ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  });

interface RawRequest {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}
