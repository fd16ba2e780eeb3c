// Jobs in turns, and lookups together.
import { describe, expect, test } from "vitest";
import { batched } from "../../server/auth/batched";
import { takeTurns } from "../../server/turns";

describe("jobs in turns", () => {
  test("are done in order, and the event loop has its turns in between", async () => {
    const inTurns = takeTurns();
    const done: number[] = [];
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    const busy = (n: number) => {
      const end = performance.now() + 10;
      while (performance.now() < end);
      done.push(n);
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => inTurns(() => busy(n))));
    clearInterval(counting);
    expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(turns).toBeGreaterThan(5);
  });

  test("that throw are told to whoever gave them, and the next goes on", async () => {
    const inTurns = takeTurns();
    const faulty = inTurns(() => {
      throw new Error("of the job");
    });
    let isDone = false;
    const next = inTurns(() => {
      isDone = true;
    });
    await expect(faulty).rejects.toThrow("of the job");
    await next;
    expect(isDone).toBe(true);
  });
});

describe("lookups together", () => {
  test("are few queries, and each gets its own answer", async () => {
    const asked: string[][] = [];
    const find = batched(
      async (keys) => {
        asked.push(keys);
        return keys.filter((key) => key !== "7").map((key) => ({ key }));
      },
      ({ key }) => key,
    );
    const found = await Promise.all(Array.from({ length: 120 }, (_, n) => find(String(n))));
    expect(found.map((one) => one?.key ?? "none")).toEqual(
      Array.from({ length: 120 }, (_, n) => (n === 7 ? "none" : String(n))),
    );
    expect(asked.length).toBeLessThan(10);
  });

  test("that fail are told to all who asked, and the next ones are asked anew", async () => {
    let isAway = true;
    const find = batched(
      async (keys) => {
        if (isAway) throw new Error("away");
        return keys;
      },
      (key) => key,
    );
    const both = await Promise.allSettled([find("a"), find("b")]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isAway = false;
    expect(await find("a")).toBe("a");
  });
});
