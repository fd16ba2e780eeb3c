// A network between us and PostgreSQL that can be broken as real ones break: connections that stay open while nothing passes any
// more, and servers that take a connection and never say a word.
import { connect, createServer, type Socket } from "node:net";
import { afterAll } from "vitest";

export interface DatabaseProxy {
  /** The database through this proxy. */
  url: string;
  /** Connections that were opened, ever. */
  readonly opened: number;
  /** Nothing passes on the connections that are open now; nobody is told. New ones work. */
  freeze(): void;
  /** The same for new connections, until `thaw`. */
  freezeNewToo(): void;
  thaw(): void;
}

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

export async function aDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const { port, hostname } = target;
  const pairs = new Set<{ near: Socket; far: Socket; isFrozen: boolean }>();
  let isFrozen = false;
  let opened = 0;
  const server = createServer((near) => {
    opened += 1;
    const far = connect(Number(port), hostname);
    const pair = { near, far, isFrozen };
    pairs.add(pair);
    near.on("data", (bytes) => pair.isFrozen || far.write(bytes));
    far.on("data", (bytes) => pair.isFrozen || near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => {});
      one.on("close", () => {
        // A frozen end is not heard of at the other.
        if (!pair.isFrozen) other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a proxy without a port");
  closing.push(() => {
    for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const freeze = () => {
    for (const pair of pairs) pair.isFrozen = true;
  };
  target.hostname = "127.0.0.1";
  target.port = String(address.port);
  return {
    url: target.href,
    get opened() {
      return opened;
    },
    freeze,
    freezeNewToo() {
      isFrozen = true;
      freeze();
    },
    thaw() {
      isFrozen = false;
    },
  };
}
