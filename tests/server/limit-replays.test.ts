// Pages that go through a meeting's log: a few at once for everybody, and a few a person.
import { EventEmitter } from "node:events";
import type { Request, Response } from "express";
import { expect, test } from "vitest";
import { limitReplays } from "../../server/looking-back/limit-replays";

class Answer extends EventEmitter {
  code = 200;
  text = "";
  closed = false;
  status(code: number) {
    this.code = code;
    return this;
  }
  set() {
    return this;
  }
  type() {
    return this;
  }
  send(text: string) {
    this.text = text;
    this.end();
    return this;
  }
  end() {
    this.closed = true;
    this.emit("close");
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

function aServer() {
  const limit = limitReplays(({ cookie }) => cookie);
  const begun: Answer[] = [];
  const ask = (path: string, cookie: string | undefined) => {
    const answer = new Answer();
    const request = { path, headers: { cookie } } as unknown as Request;
    limit(request, answer as unknown as Response, () => begun.push(answer));
    return answer;
  };
  return { ask, begun };
}

test("[BACK-4] two are made at once, the others in the order in which they came", async () => {
  const { ask, begun } = aServer();
  const asked = ["a", "b", "c", "d"].map((who) => ask("/meetings/x/minutes", who));
  await turn();
  expect(begun).toEqual(asked.slice(0, 2));
  asked[1]?.end();
  await turn();
  expect(begun).toEqual(asked.slice(0, 3));
  // Whoever left while they waited takes nobody's turn.
  const late = ask("/meetings/x/at/12.data", "e");
  asked[3]?.end();
  asked[0]?.end();
  await turn();
  expect(begun).toEqual([...asked.slice(0, 3), late]);
});

test("[BACK-4] four a person; beyond, a sentence, and nobody else waits for it", async () => {
  const { ask, begun } = aServer();
  const own = Array.from({ length: 20 }, () => ask("/meetings/x/differences", "a"));
  expect(own.map(({ code }) => code)).toEqual([...Array(4).fill(200), ...Array(16).fill(429)]);
  expect(own.at(-1)?.text).toMatch(/under way already\. Wait/);
  const other = ask("/meetings/x/minutes", "b");
  for (const answer of own.slice(0, 4)) {
    answer.end();
    await turn();
  }
  expect(begun).toContain(other);
  expect(ask("/meetings/x/differences", "a").code).toBe(200);
});

test("other pages, and whoever is not signed in, wait for nobody", async () => {
  const { ask, begun } = aServer();
  for (let n = 0; n < 9; n++) ask("/meetings/x/minutes", "abcd"[n % 4]);
  const free = [
    ...["/meetings/x", "/", "/meetings/x/attest", "/meetings/x/minutes/extra", "/seasons/x/at"].map((path) =>
      ask(path, "a"),
    ),
    ask("/meetings/x/minutes", undefined),
  ];
  for (const answer of free) expect(begun).toContain(answer);
});
