// A line to the database that takes as long as one says: a proxy in front of it, in order and without loss.
import { connect, createServer, type Socket } from "node:net";

export interface SlowLine {
  url: string;
  /** Milliseconds one way. */
  delay: number;
  close(): void;
}

export async function slowLine(databaseUrl: string): Promise<SlowLine> {
  const there = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const line: SlowLine = { url: "", delay: 0, close: () => {} };
  const pass = (from: Socket, to: Socket) => {
    let last = 0;
    from.on("data", (chunk) => {
      // Never before what was sent earlier.
      last = Math.max(last, performance.now() + line.delay);
      const wait = last - performance.now();
      if (wait < 1) to.write(chunk);
      else setTimeout(() => to.write(chunk), wait);
    });
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      setTimeout(() => to.destroy(), line.delay + 10);
    });
    sockets.add(from);
  };
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: there.hostname, port: Number(there.port || 5432), noDelay: true });
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const here = new URL(databaseUrl);
  here.hostname = "127.0.0.1";
  here.port = String(typeof address === "object" && address ? address.port : 0);
  line.url = here.href;
  line.close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return line;
}
