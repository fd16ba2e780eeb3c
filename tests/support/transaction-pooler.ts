// A connection pooler in transaction mode, as small as one can be: it speaks just enough of PostgreSQL's protocol to know where a
// transaction ends. Clients share a few connections to the server; each is lent for one transaction and given back at its end.
import { connect, createServer, type Socket } from "node:net";
import { afterAll } from "vitest";

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Client {
  socket: Socket;
  /** The connection that it has for its transaction. */
  server: Server | undefined;
  /** What it has asked while it had none. */
  asked: Buffer[];
}

interface Server {
  socket: Socket;
  client: Client | undefined;
  rest: Buffer;
}

const READY = "Z".charCodeAt(0);
const TERMINATE = "X".charCodeAt(0);
/** In the answer that says that the server is ready: no transaction is open. */
const IDLE = "I".charCodeAt(0);

/** The database through such a pooler. `size`: connections to the server. The server must let everybody in without a password. */
export async function aTransactionPooler(databaseUrl: string, { size = 4 } = {}): Promise<string> {
  const { hostname, port } = new URL(databaseUrl);
  const servers: Server[] = [];
  const free: Server[] = [];
  const waiting: Client[] = [];
  let greeting: Buffer | undefined;

  function lend(): void {
    while (waiting.length > 0 && free.length > 0) {
      // The one used last, as pgbouncer does.
      const [client, server] = [waiting.shift(), free.pop()] as [Client, Server];
      client.server = server;
      server.client = client;
      server.socket.write(Buffer.concat(client.asked.splice(0)));
    }
  }

  function giveBack(server: Server): void {
    if (server.client) server.client.server = undefined;
    server.client = undefined;
    free.push(server);
    lend();
  }

  /** Opens a connection with the first client's own startup packet, whose answer every client is told. */
  function open(startup: Buffer): Promise<Buffer> {
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write(startup));
      const server: Server = { socket, client: undefined, rest: Buffer.alloc(0) };
      let welcome: Buffer[] | undefined = [];
      servers.push(server);
      socket.on("error", () => {});
      socket.on("data", (bytes) => {
        if (!welcome) server.client?.socket.write(bytes);
        welcome?.push(bytes);
        if (!isIdleAfter(server, bytes)) return;
        if (welcome) resolve(Buffer.concat(welcome));
        welcome = undefined;
        giveBack(server);
      });
    });
  }

  const listening = createServer((socket) => {
    const client: Client = { socket, server: undefined, asked: [] };
    let isGreeted = false;
    socket.on("error", () => {});
    socket.on("close", () => client.server && giveBack(client.server));
    socket.on("data", (bytes) => {
      if (!isGreeted) {
        isGreeted = true;
        void greet(bytes).then((words) => socket.write(words));
      } else if (bytes[0] === TERMINATE) socket.end();
      else if (client.server) client.server.socket.write(bytes);
      else {
        client.asked.push(bytes);
        if (!waiting.includes(client)) waiting.push(client);
        lend();
      }
    });
  });
  async function greet(startup: Buffer): Promise<Buffer> {
    if (!greeting) [greeting] = await Promise.all(Array.from({ length: size }, () => open(startup)));
    return greeting as Buffer;
  }

  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("a pooler without a port");
  closing.push(() => {
    for (const { socket } of servers) socket.destroy();
    return new Promise((resolve) => listening.close(resolve));
  });
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  url.searchParams.set("sslmode", "disable");
  return url.href;
}

/** Walks the messages: true when the last one says that the server is ready and in no transaction. */
function isIdleAfter(server: Server, bytes: Buffer): boolean {
  let buffer = Buffer.concat([server.rest, bytes]);
  let isIdle = false;
  while (buffer.length >= 5 && buffer.length > buffer.readInt32BE(1)) {
    const end = 1 + buffer.readInt32BE(1);
    isIdle = buffer[0] === READY && buffer[5] === IDLE;
    buffer = buffer.subarray(end);
  }
  server.rest = buffer;
  return isIdle && buffer.length === 0;
}
