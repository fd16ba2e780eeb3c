// Guessing at a meeting's door: what it costs, and that it gets nowhere.
import { beforeEach, describe, expect, test } from "vitest";
import { WRONG_TRIES_MAX } from "../../domain/joining";
import { Door } from "../../server/joining/door";
import { waitAfter } from "../../server/joining/passcode-tries";
import { aDatabase } from "../support/database";
import { aDoor, type TestDevice, type TestDoor } from "../support/door";

let at: TestDoor;
let link: { code: string; passcode: string };

beforeEach(async () => {
  at = await aDoor(await aDatabase());
  link = await at.open();
});

const wrong = (n: number) => String((Number(link.passcode) + 1 + n) % 1_000_000).padStart(6, "0");
const guess = (device: TestDevice, passcode: string) => device.does(link.code, { intent: "passcode", passcode });
const codeOf = (answer: Awaited<ReturnType<typeof guess>>) => (answer.ok ? "ok" : answer.refusal.code);

describe("[JOIN-2] a passcode cannot be guessed", () => {
  test("waits grow from 5 seconds to 15 minutes, for a device soon and for an address late", () => {
    const seconds = (kind: "device" | "address", tries: number[]) => tries.map((n) => waitAfter(n, kind) / 1000);
    expect(seconds("device", [1, 2, 3, 4, 5, 6, 20])).toEqual([0, 0, 5, 10, 20, 40, 900]);
    expect(seconds("address", [1, 19, 20, 21, 40])).toEqual([0, 0, 5, 10, 900]);
  });

  test("a device that guesses waits, and while it waits even the right passcode is not read", async () => {
    const device = at.aDevice();
    expect(codeOf(await guess(device, wrong(1)))).toBe("passcodeWrong");
    expect(codeOf(await guess(device, wrong(2)))).toBe("passcodeWrong");
    expect(await guess(device, wrong(3))).toMatchObject({ refusal: { code: "wait", seconds: 5 } });
    expect(codeOf(await guess(device, link.passcode))).toBe("wait");
    at.clock.pass(5000);
    expect(codeOf(await guess(device, link.passcode))).toBe("ok");
  });

  test("a slip of the finger costs nothing, spaces are left out, and a wrong form is not counted", async () => {
    const device = at.aDevice();
    for (const typed of ["", "12", "12345a", "1234567"])
      expect(codeOf(await guess(device, typed))).toBe("passcodeForm");
    const spaced = `${link.passcode.slice(0, 3)} ${link.passcode.slice(3)}`;
    expect(codeOf(await guess(device, spaced))).toBe("ok");
  });

  test("an address that drops its cookies waits all the same, and others do not", async () => {
    const codes = [];
    for (let n = 0; n < 20; n++) codes.push(codeOf(await guess(at.aDevice("10.9.9.9"), wrong(n))));
    expect(codes.at(-1)).toBe("wait");
    expect(codeOf(await guess(at.aDevice("10.9.9.9"), link.passcode))).toBe("wait");
    expect(codeOf(await guess(at.aDevice("10.0.0.7"), link.passcode))).toBe("ok");
  });

  test("10,000 guesses from as many addresses get nowhere: 50 are read, then a host has to renew", async () => {
    const codes = new Map<string, number>();
    for (let from = 0; from < 10_000; from += 100) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, n) => guess(at.aDevice(`10.1.${from / 100}.${n}`), wrong(from + n))),
      );
      for (const answer of answers) codes.set(codeOf(answer), (codes.get(codeOf(answer)) ?? 0) + 1);
    }
    expect(codes.get("passcodeWrong")).toBe(WRONG_TRIES_MAX - 1);
    expect(codes.get("ok")).toBeUndefined();
    expect(codes.get("linkSpent")).toBe(10_000 - WRONG_TRIES_MAX + 1);
    const right = at.aDevice("10.2.0.1");
    expect(codeOf(await guess(right, link.passcode))).toBe("linkSpent");
    expect(await right.look(link.code)).toEqual({ step: "spent" });
    const pd = await at.personId("pd");
    expect((await at.host.view(at.meetingId, pd))?.invitation?.isSpent).toBe(true);
    link = await at.open();
    expect(codeOf(await guess(right, link.passcode))).toBe("ok");
  });

  test("guesses at once, from two processes, are counted one by one", async () => {
    const other = new Door(at.db, at.clock.now);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => guess(at.aDevice(`10.3.0.${n}`, n % 2 ? at.door : other), wrong(n))),
    );
    expect(answers.filter((answer) => codeOf(answer) === "passcodeWrong")).toHaveLength(WRONG_TRIES_MAX - 1);
    const row = await at.db.selectFrom("join_codes").select("wrong_tries").executeTakeFirstOrThrow();
    expect(row.wrong_tries).toBe(WRONG_TRIES_MAX);
  });

  test("a link has 128 bits, a passcode six digits, and no two are alike", async () => {
    const links = [];
    for (let n = 0; n < 20; n++) links.push(await at.open());
    expect(new Set(links.map(({ code }) => code)).size).toBe(20);
    for (const { code, passcode } of links) {
      expect(Buffer.from(code, "base64url")).toHaveLength(16);
      expect(passcode).toMatch(/^\d{6}$/);
    }
  });
});
