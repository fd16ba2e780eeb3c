// A hospital's network between a browser and a server: passes bytes on, and is unkind to WebSockets, or to everything, as it is told.
import { connect, createServer, type Socket } from "node:net";

/** What becomes of a request for a WebSocket. */
export type Kindness =
  | "passes"
  | "refuses" // 403
  | "swallows" // no answer at all
  | "dropsFrames" // 101, and nothing after that
  | "isDeaf"; // 101 and what the server says, and nothing of what the client says

export interface Network {
  origin: string;
  /** Holds for the requests from now on. */
  kindness: Kindness;
  /** Packets vanish: nothing gets through any more, of the open connections too, and nobody is told. */
  isGone: boolean;
  close(): Promise<void>;
}

export async function aNetwork(serverOrigin: string, kindness: Kindness = "passes"): Promise<Network> {
  const { port, hostname } = new URL(serverOrigin);
  const open = new Set<Socket>();
  const hold = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  };
  const listener = createServer((client) => {
    const server = connect(Number(port), hostname);
    hold(client);
    hold(server);
    let passesOut = true;
    let passesIn: "all" | "head" | "nothing" = "all";
    client.on("data", (chunk) => {
      if (network.isGone || !passesOut) return;
      // The server has given it up meanwhile: once packets get through again, the client is told.
      if (server.destroyed) return client.resetAndDestroy();
      if (/^upgrade: *websocket/im.test(chunk.toString("latin1"))) {
        if (network.kindness === "refuses") return client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        if (network.kindness === "swallows") return;
        passesOut = network.kindness === "passes";
        if (network.kindness === "dropsFrames") passesIn = "head";
      }
      server.write(chunk);
    });
    server.on("data", (chunk) => {
      if (network.isGone || passesIn === "nothing") return;
      if (passesIn === "all") return client.write(chunk);
      // The head of an answer comes in one piece.
      passesIn = "nothing";
      client.write(chunk.subarray(0, chunk.indexOf("\r\n\r\n") + 4));
    });
    client.on("close", () => network.isGone || server.destroy());
    server.on("close", () => network.isGone || client.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  const network: Network = {
    origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    kindness,
    isGone: false,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
  return network;
}
