// How much, how slowly and how many at once: on a real server, with a clock of milliseconds.
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterEach, describe, expect, test, vi } from "vitest";
import { limitBodies, limitUploads } from "../../server/body-limit";
import { listen, stopListening } from "../../server/listen";
import { rawHttp } from "../support/raw-http";

const uploadPath = "/seasons/0b8f6d1e-1111-4222-8333-444455556666/import";
const quick = { everyMs: 50, leastBytes: 1024, lingerMs: 500 };
const megabyte = 1024 * 1024;

let running: Server | undefined;
afterEach(async () => {
  vi.useRealTimers();
  running?.closeAllConnections();
  if (running) await stopListening(running);
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}

interface Reader {
  /** Uploads that are being read now, the most there were at once, and how many came to their end. */
  now: number;
  most: number;
  done: number;
  bytes: number;
}

async function aServer({
  held = Promise.resolve(),
  ...uploads
}: {
  atOnce?: number;
  waiting?: number;
  held?: Promise<unknown>;
} = {}): Promise<{ origin: string; reader: Reader }> {
  const reader = { now: 0, most: 0, done: 0, bytes: 0 };
  const app = express().use(limitBodies(quick)).use(limitUploads(uploads));
  app.use(async (request, response) => {
    reader.now += 1;
    reader.most = Math.max(reader.most, reader.now);
    let length = 0;
    try {
      for await (const piece of request) {
        length += piece.length;
        reader.bytes += piece.length;
      }
      // What is read is then taken apart.
      await held;
      reader.done += 1;
    } catch {
      // The sender has gone.
    }
    reader.now -= 1;
    response.end(String(length));
  });
  running = createServer(app);
  return { origin: await listen(running, { host: "127.0.0.1", port: 0 }), reader };
}

function aHold(): { held: Promise<void>; release(): void } {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { held, release: () => release() };
}

const head = (length: number, path = "/form") =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`;

describe("[WEB-3] a body", () => {
  test("that trickles in is ended at the second look, with a sentence", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const { origin, reader } = await aServer();
    const answer = await rawHttp(origin, async (socket) => {
      socket.write(`${head(1000)}x`);
      await until(() => reader.now === 1);
      vi.advanceTimersByTime(2 * quick.everyMs);
    });
    expect(answer.status).toBe(408);
    expect(answer.body).toContain("did not arrive");
  });

  test("that comes steadily is taken, however long it takes", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const { origin, reader } = await aServer();
    const answer = await rawHttp(origin, async (socket) => {
      socket.write(head(20 * 2048));
      for (let sent = 1; sent <= 20; sent += 1) {
        socket.write("x".repeat(2048));
        await until(() => reader.bytes === sent * 2048);
        vi.advanceTimersByTime(quick.everyMs);
      }
    });
    expect([answer.status, answer.body]).toEqual([200, String(20 * 2048)]);
  });

  test("that is too large is refused in words that reach a sender who sends all of it first", async () => {
    const { origin } = await aServer();
    const length = 8 * megabyte;
    const answer = await rawHttp(origin, async (socket) => {
      socket.pause();
      socket.write(head(length));
      const piece = Buffer.alloc(64 * 1024, "x");
      for (let sent = 0; sent < length; sent += piece.length)
        if (!socket.write(piece)) await new Promise((resolve) => socket.once("drain", resolve));
      socket.resume();
    });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("at most 5 MB");
  });
});

describe("uploads", () => {
  const length = 200 * 1024;
  const upload = (origin: string) =>
    rawHttp(origin, (socket) => void socket.write(head(length, uploadPath) + "x".repeat(length)));

  test("are read a few at a time, and all are read", async () => {
    const { held, release } = aHold();
    const { origin, reader } = await aServer({ held });
    const all = Promise.all(Array.from({ length: 12 }, () => upload(origin)));
    await until(() => reader.now === 2);
    release();
    const answers = await all;
    expect(answers.map(({ body }) => body)).toEqual(Array(12).fill(String(length)));
    expect(reader).toMatchObject({ now: 0, most: 2, done: 12 });
  });

  test("beyond those that may wait are asked to come back", async () => {
    const { held, release } = aHold();
    const { origin } = await aServer({ atOnce: 1, waiting: 2, held });
    const refused: string[] = [];
    const answers = Array.from({ length: 6 }, async () => {
      const { status, body } = await upload(origin);
      if (status !== 200) refused.push(body);
      // The three that were let in or wait go on only when the others have their answer.
      if (refused.length === 3) release();
      return status;
    });
    expect((await Promise.all(answers)).sort()).toEqual([200, 200, 200, 503, 503, 503]);
    for (const body of refused) expect(body).toContain("try again in a minute");
  });

  test("whoever gives up while they wait keeps nobody else waiting", async () => {
    const { origin, reader } = await aServer({ atOnce: 1 });
    const first = upload(origin);
    const gone = rawHttp(origin, (socket) => {
      socket.write(head(length, uploadPath));
      setTimeout(() => socket.destroy(), 5);
    });
    const last = upload(origin);
    await Promise.all([first, gone, last]);
    expect(reader.now).toBe(0);
    expect(reader.done).toBe(2);
  });
});
