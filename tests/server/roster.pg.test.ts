// A program's roster on a real database: who may change what, what stays, and what reaches the meetings.
import { beforeAll, describe, expect, it } from "vitest";
import { type Role, roles } from "../../domain/member";
import type { RosterLine } from "../../server/load-context";
import { invitationLifetime } from "../../server/programs/invitations";
import { createProgramService } from "../../server/programs/program-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TestPrograms, thePrograms } from "../support/programs";
import { aClock } from "../support/test-clock";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let services: TestPrograms;
const clock = aClock();
let people: Record<Role, { id: string; email: string }>;
let programId: string;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  services = thePrograms({ db: database.db, follower: world.server.follower, clock: clock.now });
  people = world.a.people;
  programId = world.a.programId;
});

const line = async (email: string): Promise<RosterLine | undefined> => {
  const answer = await services.roster.open(programId, people.pd.id);
  return answer.ok ? answer.roster.people.find((person) => person.email === email) : undefined;
};
const memberInMeeting = async (id: string) =>
  (await world.server.live.fresh(database.db, world.a.meetingId))?.members[id];
const add = (by: string, email: string, role: Role, name = "Dr New") =>
  services.roster.add(programId, by, { name, email, role });
const idOf = (email: string) => world.server.personId(email);

describe("[ROSTER-1] the roster", () => {
  it("somebody added is invited, in the meeting, and under the asker's name in the log", async () => {
    expect(await add(people.coordinator.id, "new1@example.org", "faculty")).toMatchObject({ ok: true });
    expect(await line("new1@example.org")).toMatchObject({ state: "invited", invitedAt: null, joinedAt: null });
    expect(await memberInMeeting(await idOf("new1@example.org"))).toMatchObject({ name: "Dr New", role: "faculty" });
    const [event] = await database.db
      .selectFrom("meeting_events")
      .select("actor_id")
      .where("meeting_id", "=", world.a.meetingId)
      .where("type", "=", "memberAdded")
      .orderBy("seq", "desc")
      .limit(1)
      .execute();
    expect(event?.actor_id).toBe(people.coordinator.id);
  });

  it("whoever signs in for the first time has joined", async () => {
    await world.server.cookieOf("new1@example.org");
    expect(await line("new1@example.org")).toMatchObject({ state: "active" });
  });

  it("the same address is not added twice, in whatever letter case", async () => {
    expect(await add(people.pd.id, "NEW1@example.org", "chief")).toMatchObject({
      status: 409,
      field: "email",
      message: "That address is on the roster already, as faculty.",
    });
  });

  it.each([
    ["name", { name: " ", email: "x@example.org", role: "faculty" }],
    ["email", { name: "X", email: "x at example", role: "faculty" }],
    ["role", { name: "X", email: "x@example.org", role: "king" }],
  ])("says at the %s what is wrong", async (field, typed) => {
    expect(await services.roster.add(programId, people.pd.id, typed)).toMatchObject({ status: 400, field });
  });

  it("a change that was cut short is made good later", async () => {
    const email = "late@example.org";
    const unreached = thePrograms({
      db: database.db,
      follower: { follow: async () => {}, watch: () => () => {} },
    });
    await unreached.roster.add(programId, people.pd.id, { name: "Dr Late", email, role: "faculty" });
    const id = await idOf(email);
    expect(await memberInMeeting(id)).toBeUndefined();
    const stop = world.server.follower.watch();
    await expect.poll(() => memberInMeeting(id)).toBeTruthy();
    stop();
  });

  it("a meeting of a year that is over takes in those who may open the program, and nobody else", async () => {
    const opened = await services.programs.openMeeting(programId, people.pd.id, {
      trackId: world.a.trackId,
      year: "2019",
      title: "Long ago",
      quota: "4",
    });
    if (!opened.ok) throw new Error(opened.message);
    const state = await world.server.live.fresh(database.db, opened.meetingId);
    expect([...new Set(Object.values(state?.members ?? {}).map(({ role }) => role))].sort()).toEqual(
      ["associatePd", "coordinator", "pd"].sort(),
    );
    expect(state).toMatchObject({ title: "Long ago", matchYear: 2019, quota: 4, programCode: "1000140C0" });
  });
});

describe("[ROSTER-2] removing", () => {
  it("wants a reason, keeps the row, and lets them come back", async () => {
    const email = "leaver@example.org";
    await add(people.pd.id, email, "faculty");
    const memberId = await idOf(email);
    const remove = (reason: string) => services.roster.remove(programId, people.coordinator.id, { memberId, reason });
    expect(await remove(" ")).toMatchObject({ status: 400, field: "reason" });
    expect(await remove("Left for another program.")).toEqual({ ok: true });
    expect(await line(email)).toMatchObject({
      state: "removed",
      removedReason: "Left for another program.",
      mayRemove: false,
    });
    expect(await memberInMeeting(memberId)).toBeUndefined();
    expect(await remove("Once more, please.")).toMatchObject({ status: 409 });
    await add(people.pd.id, email, "chief");
    expect(await line(email)).toMatchObject({ state: "invited", role: "chief", removedReason: null });
    expect(await memberInMeeting(memberId)).toMatchObject({ role: "chief" });
  });
});

describe("[ROSTER-3] the last program director", () => {
  const b = () => world.b;
  it("is not removed and not demoted, by themselves or an administrator, until there is another", async () => {
    const { pd } = b().people;
    for (const by of [pd.id, world.administrator.id]) {
      const demoted = { memberId: pd.id, name: "Dr pd of b", role: "faculty" };
      expect(await services.roster.change(b().programId, by, demoted)).toMatchObject({ status: 409 });
      expect(
        await services.roster.remove(b().programId, by, { memberId: pd.id, reason: "They moved away." }),
      ).toMatchObject({
        status: 409,
        message: expect.stringContaining("only program director"),
      });
    }
  });

  it("two who demote each other at once leave one", async () => {
    const { pd, faculty } = b().people;
    const become = (by: string, memberId: string, role: Role) =>
      services.roster.change(b().programId, by, { memberId, name: "Dr X", role });
    expect(await become(pd.id, faculty.id, "pd")).toEqual({ ok: true });
    const outcomes = await Promise.all([become(pd.id, faculty.id, "faculty"), become(faculty.id, pd.id, "faculty")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is not demoted by a file either: that row is not taken", async () => {
    const { programId: other } = b();
    const roster = await services.roster.open(other, world.administrator.id);
    const director = roster.ok ? roster.roster.people.find(({ role }) => role === "pd") : undefined;
    const file = `Name,E-mail,Role\n${director?.name},${director?.email},faculty\nDr Seven,seven@b.example.org,chief\n`;
    const done = await services.roster.importPeople(other, director?.id ?? "", file);
    expect(done).toMatchObject({
      ok: true,
      plan: {
        people: [{ email: "seven@b.example.org", change: "new" }],
        bad: [{ row: 2, column: "Role", expected: "pd, because this is the program's only program director" }],
      },
    });
  });
});

describe("[ROLE-3] who says who decides", () => {
  it("the director makes an associate PD, who is host in the meeting and may not lock", async () => {
    const memberId = people.chief.id;
    const done = await services.roster.change(programId, people.pd.id, {
      memberId,
      name: "Dr chief",
      role: "associatePd",
    });
    expect(done).toEqual({ ok: true });
    const ask = (type: "lockList", by: string) =>
      world.server.meetings.dispatcher.dispatch({
        meetingId: world.a.meetingId,
        commandId: crypto.randomUUID(),
        command: { type },
        actor: { kind: "member", memberId: by },
      });
    expect(await ask("lockList", memberId)).toMatchObject({ ok: false, code: "notAllowed" });
    expect((await memberInMeeting(memberId))?.role).toBe("associatePd");
    await services.roster.change(programId, people.pd.id, { memberId, name: "Dr chief", role: "chief" });
  });

  it.each(["associatePd", "coordinator"] as const)("the %s neither makes one nor changes one", async (role) => {
    const by = people[role].id;
    expect(await add(by, "host@example.org", "pd")).toMatchObject({ status: 403 });
    const self = { memberId: by, name: "Dr Me", role: "pd" };
    expect(await services.roster.change(programId, by, self)).toMatchObject({ status: 403 });
    const renamed = { memberId: people.pd.id, name: "Somebody Else", role: "pd" };
    expect(await services.roster.change(programId, by, renamed)).toMatchObject({ status: 403 });
    expect(
      await services.roster.remove(programId, by, { memberId: people.pd.id, reason: "They moved away." }),
    ).toMatchObject({
      status: 403,
    });
    const rows = `Name,E-mail,Role\nDr Host,host@example.org,pd\n`;
    expect(await services.roster.importPeople(programId, by, rows)).toMatchObject({
      ok: true,
      plan: { people: [], bad: [{ row: 2, value: "Program director" }] },
    });
  });

  it.each(["chief", "faculty", "observer"] as const)("a %s has nothing to do with it", async (role) => {
    const by = people[role].id;
    expect(await services.roster.open(programId, by)).toMatchObject({ status: 403 });
    expect(await add(by, "y@example.org", "faculty")).toMatchObject({ status: 403 });
    expect(await services.programs.open(programId, by)).toMatchObject({ status: 403 });
  });
});

describe("importing people", () => {
  const file = (rows: string) => new TextEncoder().encode(`Name,E-mail,Role\n${rows}`);

  it("shows first what would change and changes nothing, then does it", async () => {
    await add(people.pd.id, "known@example.org", "faculty", "Dr Known");
    const rows =
      "Dr Fresh,fresh@example.org,faculty\nDr Known,known@example.org,chief\n" +
      `Dr faculty of a,${people.faculty.email},faculty\nNobody,nowhere,faculty\n`;
    const checked = await services.roster.checkPeople(programId, people.coordinator.id, file(rows));
    if (!checked.ok) throw new Error(checked.message);
    expect(checked.plan.people.map(({ row, change }) => [row, change])).toEqual([
      [2, "new"],
      [3, "changed"],
      [4, "unchanged"],
    ]);
    expect(checked.plan.people[1]?.was).toEqual({ name: "Dr Known", role: "faculty" });
    expect(checked.plan.bad).toMatchObject([{ row: 5, column: "E-mail", value: "nowhere" }]);
    expect(await line("fresh@example.org")).toBeUndefined();
    expect(await services.roster.importPeople(programId, people.coordinator.id, checked.text)).toMatchObject({
      ok: true,
    });
    expect(await line("fresh@example.org")).toMatchObject({ state: "invited", role: "faculty" });
    expect(await memberInMeeting(await idOf("known@example.org"))).toMatchObject({ role: "chief" });
    const again = await services.roster.checkPeople(programId, people.coordinator.id, file(rows));
    expect(again.ok && again.plan.people.map(({ change }) => change)).toEqual(["unchanged", "unchanged", "unchanged"]);
  });

  it("says in a sentence when the file is none of ours", async () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);
    expect(await services.roster.checkPeople(programId, people.pd.id, zip)).toMatchObject({
      status: 400,
      message: expect.stringContaining("The file is an Excel workbook"),
    });
  });
});

describe("[ROSTER-4] an invitation", () => {
  const email = "guest@example.org";
  let memberId: string;
  const invite = async (how: "mail" | "link", by = people.pd.id) =>
    services.roster.invite(programId, by, { memberId, how });
  const tokenOf = (url: string | null | undefined) => url?.split("/").at(-1) ?? "";
  beforeAll(async () => {
    await add(people.pd.id, email, "faculty", "Dr Guest");
    memberId = await idOf(email);
  });

  /** As the door of the server does, with a session that is only said to begin. */
  const accept = (token: string, signedIn?: string, browserHash: string | null = null) =>
    services.invitations.accept(token, { signedIn, browserHash, begin: async () => "begun" });

  it("is mailed, or handed over; only the newest works", async () => {
    const first = await invite("link");
    if (!first.ok) throw new Error(first.message);
    expect(first.url).toMatch(/^http:\/\/rank\.example\.org\/invitations\/[\w-]{43}$/);
    expect(await invite("mail")).toEqual({ ok: true, url: null });
    const mail = services.mails.at(-1);
    expect(mail).toMatchObject({ email, text: expect.stringContaining(mail?.url ?? "no link") });
    const { invitations } = services;
    expect(await invitations.look(tokenOf(first.url), undefined)).toEqual({ ok: false, code: "invitationVoid" });
    expect(await invitations.look(tokenOf(mail?.url), undefined)).toEqual({
      ok: true,
      invitation: { programName: "Program 1000140C0", personName: "Dr Guest", role: "faculty", asksForSignIn: false },
    });
    const stored = await database.db.selectFrom("invitations").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(tokenOf(mail?.url));
  });

  it("lasts 14 days, and a browser signed in as another does not use it up", async () => {
    const made = await invite("link");
    const token = tokenOf(made.ok ? made.url : "");
    expect(await accept(token, people.faculty.id)).toEqual({ ok: false, code: "otherPerson" });
    clock.pass(invitationLifetime + 1);
    expect(await accept(token)).toEqual({ ok: false, code: "invitationExpired" });
  });

  it("signs in whoever has never been here, once, however many try at the same time", async () => {
    const made = await invite("link");
    const token = tokenOf(made.ok ? made.url : "");
    const tries = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
    expect(tries.filter(({ ok }) => ok)).toEqual([
      { ok: true, personId: memberId, setCookie: "begun", isAgain: false },
    ]);
    expect(await services.invitations.look(token, undefined)).toEqual({ ok: false, code: "invitationUsed" });
    expect(await line(email)).toMatchObject({ state: "active" });
    expect(await invite("link")).toMatchObject({ status: 409 });
  });

  it("[SIGNIN-4] pressed twice in one browser is accepted once and answered the same; elsewhere it is used", async () => {
    await add(people.pd.id, "twice@example.org", "faculty");
    const twice = await idOf("twice@example.org");
    const made = await services.roster.invite(programId, people.pd.id, { memberId: twice, how: "link" });
    const token = tokenOf(made.ok ? made.url : "");
    const [first, second] = await Promise.all([accept(token, undefined, "mine"), accept(token, undefined, "mine")]);
    expect([first, second].map((answer) => answer.ok && answer.isAgain).sort()).toEqual([false, true]);
    expect(await accept(token, undefined, "another")).toEqual({ ok: false, code: "invitationUsed" });
    expect(await services.invitations.look(token, twice)).toEqual({ ok: true, invitation: null });
  });

  it("does not sign in somebody who has been here before: they sign in first", async () => {
    // The director of the other program has joined there.
    await world.server.cookieOf(world.b.people.pd.email);
    await add(people.pd.id, world.b.people.pd.email, "observer");
    const made = await services.roster.invite(programId, people.pd.id, { memberId: world.b.people.pd.id, how: "link" });
    const token = tokenOf(made.ok ? made.url : "");
    expect(await services.invitations.look(token, undefined)).toMatchObject({ invitation: { asksForSignIn: true } });
    expect(await accept(token)).toEqual({ ok: false, code: "otherPerson" });
    expect(await accept(token, world.b.people.pd.id)).toMatchObject({ ok: true, setCookie: null });
  });

  it("[ROLE-3] of a host is not handed to those who prepare, and may be mailed by them", async () => {
    await add(people.pd.id, "second-pd@example.org", "pd");
    const host = await idOf("second-pd@example.org");
    const wish = (how: string) => services.roster.invite(programId, people.coordinator.id, { memberId: host, how });
    expect(await wish("link")).toMatchObject({ status: 403 });
    expect(await wish("mail")).toEqual({ ok: true, url: null });
  });

  it("is void once the person is removed", async () => {
    await add(people.pd.id, "gone@example.org", "faculty");
    memberId = await idOf("gone@example.org");
    const made = await invite("link");
    await services.roster.remove(programId, people.pd.id, { memberId, reason: "Added by mistake." });
    expect(await services.invitations.look(tokenOf(made.ok ? made.url : ""), undefined)).toEqual({
      ok: false,
      code: "invitationVoid",
    });
  });
});

describe("[SSO-2] single sign-on required of a program's people", () => {
  const askFor = (required: string, by = people.pd.id) =>
    services.programs.changeSsoRequired(programId, by, { required });
  const isRequired = async () => {
    const page = await services.programs.open(programId, people.pd.id);
    return page.ok && page.program.sso?.isRequired;
  };

  it("is switched by the PD or an administrator, and each switch is on record once", async () => {
    expect(await askFor("yes")).toEqual({ ok: true });
    expect(await askFor("yes")).toEqual({ ok: true });
    expect(await isRequired()).toBe(true);
    expect(await askFor("no", people.associatePd.id)).toMatchObject({ status: 403 });
    expect(await askFor("perhaps")).toMatchObject({ status: 400 });
    expect(await askFor("no", world.administrator.id)).toEqual({ ok: true });
    expect(await isRequired()).toBe(false);
    const trail = await world.server.audit.open(programId, world.administrator.id, { kind: "signIn" }, undefined);
    expect(
      trail?.entries
        .map(({ who, what }) => [who, what])
        .filter(([, what]) => /single sign-on|password/.test(what ?? "")),
    ).toEqual([
      ["Administrator", "Let the program's people sign in by link and password again"],
      ["Dr pd of a", "Made single sign-on required of the program's people"],
    ]);
  });

  it("cannot be required where there is none, and is not shown there", async () => {
    const { db } = database;
    const plain = createProgramService({ db, clock: clock.now, follower: world.server.follower, ssoName: null });
    expect(await plain.changeSsoRequired(programId, people.pd.id, { required: "yes" })).toMatchObject({ status: 409 });
    const page = await plain.open(programId, people.pd.id);
    expect(page.ok && page.program.sso).toBeNull();
  });
});

it("[DAY-1] the program's time zone is said by those who prepare, and each change is on record once", async () => {
  const say = (timeZone: string, by = people.pd.id) => services.programs.changeTimeZone(programId, by, { timeZone });
  expect(await say("Pacific/Honolulu")).toEqual({ ok: true });
  expect(await say("Pacific/Honolulu")).toEqual({ ok: true });
  expect(await say("Pacific/Honolulu", people.faculty.id)).toMatchObject({ status: 403 });
  expect(await say("Mars/Olympus")).toMatchObject({ status: 400 });
  const trail = await world.server.audit.open(programId, people.pd.id, { kind: "season" }, undefined);
  expect(trail?.entries.map(({ who, what }) => [who, what])).toEqual([
    ["Dr pd of a", "Said that the program's days are those of Pacific/Honolulu"],
  ]);
});

describe("[PROGRAM-1] two programs", () => {
  it("a person may have a role in each, under the name that each writes", async () => {
    await services.roster.add(world.b.programId, world.administrator.id, {
      name: "Dr Faculty, as B writes it",
      email: people.faculty.email,
      role: "chief",
    });
    const mine = await services.programs.mine(people.faculty.id);
    expect(mine.programs.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [programId, "faculty"],
        [world.b.programId, "chief"],
      ].sort(),
    );
    expect(await line(people.faculty.email)).toMatchObject({ name: "Dr faculty of a", role: "faculty" });
    const { name } = await database.db
      .selectFrom("people")
      .select("name")
      .where("id", "=", people.faculty.id)
      .executeTakeFirstOrThrow();
    expect(name).toBe("Dr faculty of a");
  });

  it("of another's nobody learns that it exists: it is answered like one that does not", async () => {
    const nowhere = crypto.randomUUID();
    for (const role of roles) {
      const by = people[role].id;
      if (role === "faculty") continue;
      for (const open of [services.programs.open, services.roster.open]) {
        expect(await open(world.b.programId, by)).toEqual(await open(nowhere, by));
        expect(await open(world.b.programId, by)).toMatchObject({ status: 404 });
      }
    }
    expect(await services.programs.open("nonsense", people.pd.id)).toMatchObject({ status: 404 });
  });

  it("a person of another program is no member to change, remove or invite", async () => {
    const { roster } = services;
    const by = world.administrator.id;
    const memberId = people.observer.id;
    const typed = { memberId, name: "Taken over", role: "chief", reason: "They moved away.", how: "link" };
    for (const act of [roster.change, roster.remove, roster.invite]) {
      expect(await act(world.b.programId, by, typed)).toMatchObject({ status: 409 });
    }
    expect(await line(people.observer.email)).toMatchObject({ name: "Dr observer of a", role: "observer" });
  });

  it("a track of another program is not there to be changed or met on", async () => {
    const { programs } = services;
    const typed = { trackId: world.b.trackId, name: "Mine now", quota: "9", year: "2027", title: "Taken over" };
    expect(await programs.changeTrack(programId, people.pd.id, typed)).toMatchObject({ status: 400, field: "trackId" });
    expect(await programs.openMeeting(programId, people.pd.id, typed)).toMatchObject({ status: 400, field: "trackId" });
    const open = await programs.open(world.b.programId, world.administrator.id);
    expect(open.ok && open.program.tracks[0]?.name).not.toBe("Mine now");
  });
});
