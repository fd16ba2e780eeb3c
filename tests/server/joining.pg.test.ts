// The door of a meeting on a real database: the steps in, the hosts' side, and everything that is refused.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SEATS_DEFAULT } from "../../domain/joining";
import { limitedLifetime } from "../../server/auth/session";
import { codeLifetime } from "../../server/joining/door";
import { aDatabase } from "../support/database";
import { aDoor, aStranger, type TestDevice, type TestDoor } from "../support/door";

let at: TestDoor;
let link: { code: string; passcode: string };
let pd: string;

beforeAll(async () => {
  at = await aDoor(await aDatabase());
  pd = await at.personId("pd");
});

beforeEach(async () => {
  for (const table of ["join_requests", "join_codes", "join_tries", "pledges", "sessions"] as const) {
    await at.db.deleteFrom(table).execute();
  }
  link = await at.open();
});

const queue = async () => (await at.host.view(at.meetingId, pd))?.queue ?? [];
const admitAll = () => at.host.run(at.meetingId, pd, { act: "admitAll" });
const pledge = { intent: "pledge", pledged: "yes" } as const;

/** Asked, admitted and in. */
async function comesIn(device: TestDevice, mailbox: string): Promise<void> {
  await device.asksAs(await at.personId(mailbox), link);
  await admitAll();
  await device.enter(link.code);
}

describe("[JOIN-1] the way in", () => {
  test("is passcode, name, pledge, a host's yes, and each step stays after a reload", async () => {
    const device = at.aDevice();
    expect(await device.look(link.code)).toEqual({ step: "passcode", otherPerson: null });
    expect(await device.does(link.code, { intent: "passcode", passcode: link.passcode })).toMatchObject({ ok: true });
    expect(await device.look(link.code)).toMatchObject({ step: "name" });
    await device.does(link.code, { intent: "name", personId: await at.personId("faculty5") });
    expect(await device.look(link.code)).toMatchObject({ step: "pledge", name: "Emeka Grünwald", isSignedIn: false });
    expect(await device.does(link.code, { intent: "pledge" })).toMatchObject({ refusal: { code: "pledgeNeeded" } });
    await device.does(link.code, pledge);
    expect(await device.look(link.code)).toMatchObject({ step: "waiting", name: "Emeka Grünwald" });
    expect(await device.session()).toBeNull();
    expect(await device.enter(link.code)).toBeNull();
    const [waiting] = await queue();
    expect(waiting).toMatchObject({ name: "Emeka Grünwald", role: "faculty", continues: false });
    expect(await at.host.run(at.meetingId, pd, { act: "admit", requestId: waiting?.requestId ?? "" })).toEqual({
      ok: true,
    });
    expect(await device.look(link.code)).toEqual({ step: "admitted" });
    expect(await device.enter(link.code)).toMatchObject({ meetingId: at.meetingId });
    expect(await device.session()).toMatchObject({ limitedTo: at.meetingId, person: { name: "Emeka Grünwald" } });
    expect(await device.look(link.code)).toEqual({ step: "inside", meetingId: at.meetingId });
  });

  test("tells names and roles and nothing else before admission", async () => {
    const device = at.aDevice();
    expect(JSON.stringify(await device.look(link.code))).not.toMatch(/Rank meeting|Almqvist/);
    await device.does(link.code, { intent: "passcode", passcode: link.passcode });
    const seen = JSON.stringify(await device.look(link.code));
    expect(seen).toContain("Sabine Duarte");
    expect(seen).not.toContain("@");
    expect(seen).not.toContain("applicant");
    expect(await device.expected(link.code)).toBeNull();
    await device.asksAs(await at.personId("faculty5"), link);
    const expected = (await device.expected(link.code)) ?? [];
    expect(expected).toHaveLength(22);
    expect(Object.keys(expected[0] ?? {}).sort()).toEqual(["id", "name", "presence", "role"]);
  });

  test("cannot be cut short: a step out of turn changes nothing", async () => {
    const device = at.aDevice();
    const personId = await at.personId("faculty5");
    for (const intent of [
      { intent: "name", personId },
      { intent: "continueHere" },
      pledge,
      { intent: "startOver" },
      { intent: "askAgain" },
    ] as const) {
      expect(await device.does(link.code, intent)).toEqual({ ok: false, refusal: { code: "outOfTurn" } });
    }
    await device.does(link.code, { intent: "passcode", passcode: link.passcode });
    expect(await device.does(link.code, pledge)).toMatchObject({ ok: false });
    expect(await device.does(link.code, { intent: "name", personId: randomUUID() })).toMatchObject({
      refusal: { code: "nameUnknown" },
    });
    const stranger = await aStranger(at.db);
    expect(await device.does(link.code, { intent: "name", personId: stranger })).toMatchObject({
      refusal: { code: "nameUnknown" },
    });
    expect(await queue()).toEqual([]);
  });

  test("is not another device's: a waiting one cannot be taken over by its link", async () => {
    await at.aDevice().asksAs(await at.personId("faculty5"), link);
    await admitAll();
    const other = at.aDevice();
    expect(await other.enter(link.code)).toBeNull();
    expect(await other.look(link.code)).toMatchObject({ step: "passcode" });
  });

  test("goes back to the names while it waits, and leaves the queue", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    await device.does(link.code, { intent: "startOver" });
    expect(await queue()).toEqual([]);
    expect(await device.look(link.code)).toMatchObject({ step: "name" });
  });

  test("survives an answer that was lost: the device comes in once more, and has one session", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    await admitAll();
    const before = device.headers.cookie;
    await device.enter(link.code);
    const lost = at.aDevice();
    for (const pair of (before ?? "").split("; ")) lost.keep(pair);
    expect(await lost.enter(link.code)).not.toBeNull();
    expect(await at.db.selectFrom("sessions").select("token_hash").execute()).toHaveLength(1);
    // Whichever of the two answers the browser keeps, it is in.
    expect((await device.session())?.id).toBe((await lost.session())?.id);
  });

  test("after signing out begins at the passcode again", async () => {
    const device = at.aDevice();
    await comesIn(device, "faculty5");
    await at.sessions.end(device.headers);
    expect(await device.look(link.code)).toMatchObject({ step: "passcode" });
    expect(await device.enter(link.code)).toBeNull();
  });
});

describe("[JOIN-5] a passcode is not enough for every role", () => {
  test.each(["pd", "apd", "coordinator"])("%s is told to sign in", async (mailbox) => {
    const device = at.aDevice();
    await device.does(link.code, { intent: "passcode", passcode: link.passcode });
    expect(await device.does(link.code, { intent: "name", personId: await at.personId(mailbox) })).toMatchObject({
      refusal: { code: "signInNeeded" },
    });
    expect(await device.look(link.code)).toMatchObject({ step: "name" });
  });

  test("who waits and is given such a role meanwhile is not admitted; who is in is out", async () => {
    const personId = await at.personId("chief3");
    const setRole = (role: "chief" | "pd") =>
      at.db.updateTable("meeting_members").set({ role }).where("person_id", "=", personId).execute();
    const device = at.aDevice();
    await device.asksAs(personId, link);
    await setRole("pd");
    expect(await admitAll()).toMatchObject({ refusal: { code: "requestGone" } });
    expect(await device.enter(link.code)).toBeNull();
    await setRole("chief");
    await comesIn(device, "chief3");
    expect(await device.session()).not.toBeNull();
    await setRole("pd");
    expect(await device.session()).toBeNull();
    await setRole("chief");
  });

  test("who leaves the roster is out", async () => {
    const device = at.aDevice();
    await comesIn(device, "faculty5");
    const personId = await at.personId("faculty5");
    const setActive = (active: boolean) =>
      at.db.updateTable("meeting_members").set({ active }).where("person_id", "=", personId).execute();
    await setActive(false);
    expect(await device.session()).toBeNull();
    await setActive(true);
  });
});

describe("[JOIN-6] the inner side of the door", () => {
  test("hosts admit and refuse, the coordinator only shows the code, and others see nothing of it", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    const requestId = (await queue())[0]?.requestId ?? "";
    const coordinator = await at.personId("coordinator");
    expect(await at.host.view(at.meetingId, coordinator)).toMatchObject({ queue: [{ requestId }] });
    for (const command of [
      { act: "admit", requestId },
      { act: "admitAll" },
      { act: "refuse", requestId },
      { act: "renewCode" },
      { act: "endCode" },
      { act: "changeSeats", seats: 1 },
    ] as const) {
      expect(await at.host.run(at.meetingId, coordinator, command)).toEqual({
        ok: false,
        refusal: { code: "notAllowed" },
      });
    }
    for (const mailbox of ["chief3", "faculty6", "observer"]) {
      const id = await at.personId(mailbox);
      expect(await at.host.view(at.meetingId, id)).toBeNull();
      expect(await at.host.run(at.meetingId, id, { act: "admit", requestId })).toMatchObject({ ok: false });
    }
    const stranger = await aStranger(at.db);
    expect(await at.host.view(at.meetingId, stranger)).toBeNull();
    expect(await at.host.run(at.meetingId, stranger, { act: "admitAll" })).toMatchObject({
      refusal: { code: "meetingUnknown" },
    });
    expect(await at.host.run("nonsense", pd, { act: "admitAll" })).toMatchObject({
      refusal: { code: "meetingUnknown" },
    });
    expect(await at.host.run(at.meetingId, await at.personId("apd"), { act: "admit", requestId })).toEqual({
      ok: true,
    });
  });

  test("the coordinator may open a closed door, and an open one keeps its link", async () => {
    await at.host.run(at.meetingId, pd, { act: "endCode" });
    const coordinator = await at.personId("coordinator");
    expect((await at.host.view(at.meetingId, coordinator))?.invitation).toBeNull();
    await at.host.run(at.meetingId, coordinator, { act: "showCode" });
    const opened = (await at.host.view(at.meetingId, coordinator))?.invitation?.link;
    expect(opened).toMatch(/^https:\/\/rank\.example\.org\/join\/[\w-]{22}$/);
    await at.host.run(at.meetingId, pd, { act: "showCode" });
    expect((await at.host.view(at.meetingId, coordinator))?.invitation?.link).toBe(opened);
  });

  test("a refusal is said, with the host's sentence, and may be asked against twice", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    for (const mayAskAgain of [true, true, false]) {
      const requestId = (await queue())[0]?.requestId ?? "";
      await at.host.run(at.meetingId, pd, { act: "refuse", requestId, sentence: "We are nearly done." });
      expect(await device.look(link.code)).toMatchObject({
        step: "refused",
        sentence: "We are nearly done.",
        mayAskAgain,
      });
      expect(await device.does(link.code, { intent: "askAgain" })).toMatchObject({ ok: mayAskAgain });
    }
    expect(await queue()).toEqual([]);
  });

  test("of two hosts who decide at once, one does", async () => {
    await at.aDevice().asksAs(await at.personId("faculty5"), link);
    const requestId = (await queue())[0]?.requestId ?? "";
    const answers = await Promise.all([
      at.host.run(at.meetingId, pd, { act: "admit", requestId }),
      at.host.run(at.meetingId, await at.personId("apd"), { act: "refuse", requestId }),
    ]);
    // Which of them is first is chance.
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, refusal: { code: "requestGone" } });
  });

  test("full is full, for those who wait and for those who come; who is in already keeps the place", async () => {
    expect((await at.host.view(at.meetingId, pd))?.invitation?.seats).toBe(SEATS_DEFAULT);
    await at.host.run(at.meetingId, pd, { act: "changeSeats", seats: 2 });
    const devices = [at.aDevice(), at.aDevice(), at.aDevice()];
    for (const [index, device] of devices.entries()) {
      await device.asksAs(await at.personId(`faculty${index + 5}`), link);
    }
    expect(await admitAll()).toEqual({ ok: false, refusal: { code: "full", seats: 2, left: 1 } });
    expect(await devices[2]?.look(link.code)).toMatchObject({ step: "waiting" });
    const late = at.aDevice();
    await late.does(link.code, { intent: "passcode", passcode: link.passcode });
    await late.does(link.code, { intent: "name", personId: await at.personId("faculty9") });
    expect(await late.look(link.code)).toMatchObject({ step: "full" });
    expect(await late.does(link.code, pledge)).toMatchObject({ refusal: { code: "full" } });
    await devices[0]?.enter(link.code);
    const second = at.aDevice();
    await second.asksAs(await at.personId("faculty5"), link);
    const requestId = (await queue()).find(({ continues }) => continues)?.requestId ?? "";
    expect(await at.host.run(at.meetingId, pd, { act: "admit", requestId })).toEqual({ ok: true });
    await at.host.run(at.meetingId, pd, { act: "changeSeats", seats: 3 });
    expect(await admitAll()).toEqual({ ok: true });
  });
});

describe("[JOIN-3] a link ends", () => {
  test("when it was never there, with the host, by a renewal, and after a day", async () => {
    const device = at.aDevice();
    expect(await device.look("invented-link-of-nobody")).toEqual({ step: "unknown" });
    expect(await device.does("invented", { intent: "passcode", passcode: "000000" })).toMatchObject({
      refusal: { code: "linkUnknown" },
    });
    await device.does(link.code, { intent: "passcode", passcode: link.passcode });
    const next = await at.open();
    expect(next.code).not.toBe(link.code);
    expect(await device.look(link.code)).toEqual({ step: "ended" });
    expect(await device.does(link.code, { intent: "name", personId: await at.personId("faculty5") })).toMatchObject({
      refusal: { code: "linkEnded" },
    });
    expect(await device.does(link.code, { intent: "passcode", passcode: link.passcode })).toMatchObject({
      refusal: { code: "linkEnded" },
    });
    await at.host.run(at.meetingId, pd, { act: "endCode" });
    expect(await device.look(next.code)).toEqual({ step: "ended" });
    const last = await at.open();
    at.clock.pass(codeLifetime);
    expect(await device.look(last.code)).toEqual({ step: "ended" });
    expect((await at.host.view(at.meetingId, pd))?.invitation).toBeNull();
  });

  test("and leaves nothing in the database that opened the door", async () => {
    await at.host.run(at.meetingId, pd, { act: "endCode" });
    const rows = await at.db.selectFrom("join_codes").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link.code);
    expect(rows.map(({ passcode }) => passcode)).toEqual([null]);
  });

  test("and whoever waits goes on waiting", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    await at.open();
    expect(await device.look(link.code)).toMatchObject({ step: "waiting" });
    await admitAll();
    expect(await device.enter(link.code)).not.toBeNull();
  });
});

describe("[JOIN-7] one name, one device by passcode", () => {
  test("a name in use asks first, and the old device is out when the host says yes", async () => {
    const [first, second] = [at.aDevice(), at.aDevice("10.0.0.2")];
    await comesIn(first, "faculty5");
    await second.does(link.code, { intent: "passcode", passcode: link.passcode });
    const names = await second.look(link.code);
    expect(names.step === "name" && names.roster.find(({ name }) => name === "Emeka Grünwald")?.presence).toBe("here");
    await second.does(link.code, { intent: "name", personId: await at.personId("faculty5") });
    expect(await second.look(link.code)).toMatchObject({ step: "taken", name: "Emeka Grünwald" });
    await second.does(link.code, { intent: "continueHere" });
    await second.does(link.code, pledge);
    expect(await first.session()).not.toBeNull();
    const [contested] = await queue();
    expect(contested).toMatchObject({ continues: true });
    expect(await admitAll()).toEqual({ ok: false, refusal: { code: "oneByOne" } });
    await at.host.run(at.meetingId, pd, { act: "admit", requestId: contested?.requestId ?? "" });
    expect(await first.session()).toBeNull();
    await second.enter(link.code);
    expect(await second.session()).toMatchObject({ person: { name: "Emeka Grünwald" } });
    expect(await first.look(link.code)).toMatchObject({ step: "passcode" });
  });

  test("of two that wait under one name the one admitted comes in, and the other is told", async () => {
    const [first, second] = [at.aDevice(), at.aDevice()];
    const personId = await at.personId("faculty5");
    await first.asksAs(personId, link);
    await second.asksAs(personId, link);
    const other = at.aDevice();
    await other.asksAs(await at.personId("faculty6"), link);
    expect((await queue()).map(({ continues }) => continues)).toEqual([true, true, false]);
    expect(await admitAll()).toEqual({ ok: true });
    expect(await queue()).toHaveLength(2);
    await at.host.run(at.meetingId, pd, { act: "admit", requestId: (await queue())[0]?.requestId ?? "" });
    expect(await queue()).toEqual([]);
    expect(await second.look(link.code)).toMatchObject({ step: "replaced" });
    expect(await first.enter(link.code)).not.toBeNull();
    await second.does(link.code, { intent: "startOver" });
    expect(await second.look(link.code)).toMatchObject({ step: "name" });
  });

  test("the person in the room may let their other device in, or say that it is not theirs", async () => {
    const [first, second] = [at.aDevice(), at.aDevice()];
    await comesIn(first, "faculty5");
    const personId = await at.personId("faculty5");
    const another = await at.personId("faculty6");
    await second.asksAs(personId, link);
    expect(await at.host.run(at.meetingId, another, { act: "letMineIn" })).toMatchObject({ ok: false });
    await at.host.run(at.meetingId, personId, { act: "refuseMine" });
    expect(await second.look(link.code)).toMatchObject({
      step: "refused",
      sentence: expect.stringContaining("not their device"),
    });
    await second.does(link.code, { intent: "askAgain" });
    expect(await at.host.run(at.meetingId, personId, { act: "letMineIn" })).toEqual({ ok: true });
    expect(await second.enter(link.code)).not.toBeNull();
    expect(await first.session()).toBeNull();
  });

  test("a full sign-in elsewhere is not ended by somebody at the door", async () => {
    const laptop = at.aDevice();
    const personId = await at.personId("faculty5");
    laptop.keep(await at.sessions.begin(personId, "link", { host: "127.0.0.1" }));
    await comesIn(at.aDevice(), "faculty5");
    expect(await laptop.session()).toMatchObject({ limitedTo: null });
  });
});

describe("[JOIN-8] the pledge is kept, once a meeting", () => {
  const pledges = () => at.db.selectFrom("pledges").select(["person_id", "pledged_at"]).execute();

  test("from when it was given, and not of somebody who was refused", async () => {
    const device = at.aDevice();
    await device.asksAs(await at.personId("faculty5"), link);
    const given = at.clock.now();
    at.clock.pass(60_000);
    expect(await pledges()).toEqual([]);
    await admitAll();
    expect(await pledges()).toEqual([{ person_id: await at.personId("faculty5"), pledged_at: given }]);
  });

  test("a signed-in member only pledges, and the second time not even that", async () => {
    const device = at.aDevice();
    const personId = await at.personId("pd");
    device.keep(await at.sessions.begin(personId, "link", { host: "127.0.0.1" }));
    expect(await device.look(link.code)).toMatchObject({ step: "pledge", name: "Renata Almqvist", isSignedIn: true });
    await device.does(link.code, pledge);
    expect(await device.look(link.code)).toEqual({ step: "inside", meetingId: at.meetingId });
    expect(await pledges()).toHaveLength(1);
  });

  test("somebody signed in who is not on the roster is asked like everybody, and told so", async () => {
    const device = at.aDevice();
    const stranger = await aStranger(at.db);
    device.keep(await at.sessions.begin(stranger, "link", { host: "127.0.0.1" }));
    expect(await device.look(link.code)).toEqual({ step: "passcode", otherPerson: "A Stranger" });
    expect(await device.does(link.code, pledge)).toMatchObject({ ok: false });
  });
});

describe("[JOIN-4] the session of an admission", () => {
  test("ends after twelve hours, used or not", async () => {
    const device = at.aDevice();
    await comesIn(device, "faculty5");
    const hour = 60 * 60 * 1000;
    for (let passed = 0; passed < limitedLifetime - hour; passed += hour) {
      at.clock.pass(hour);
      expect(await device.session()).not.toBeNull();
    }
    at.clock.pass(hour);
    expect(await device.session()).toBeNull();
  });
});
