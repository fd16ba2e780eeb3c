// The audit trail on a real database: what is on record, that it holds, and who may read how much of it.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addAdministrator, removeAdministrator } from "../../db/administrators";
import { installationChain } from "../../db/audit-trail";
import { savePerson } from "../../db/people";
import { saveMemberships } from "../../db/roster";
import { rankedIds } from "../../domain/rank-list";
import { createAuditPages } from "../../server/audit-pages";
import { type AuditTrail, createAuditTrail } from "../../server/audit-trail";
import { createCookie, type RequestHeaders } from "../../server/auth/cookie";
import { createDemoSignIn } from "../../server/auth/demo";
import { createSessions } from "../../server/auth/session";
import { signInFor } from "../../server/auth/sign-in";
import { createSignInAudit } from "../../server/auth/sign-in-audit";
import { createSignInLinks } from "../../server/auth/sign-in-link";
import { Tries } from "../../server/auth/tries";
import { doorServiceAt } from "../../server/joining/host";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { createMeetingService } from "../../server/meeting-service";
import { createRosterService } from "../../server/programs/roster-service";
import { createRateLimits } from "../../server/rate-limits";
import { verifyAuditTrail } from "../../server/verify-log";
import { aDatabase, type TestDatabase } from "../support/database";
import { TestDevice } from "../support/door";
import { aServer, type TestServer } from "../support/server";
import { aClock, type TestClock } from "../support/test-clock";

let database: TestDatabase;
let server: TestServer;
let clock: TestClock;
let trail: AuditTrail;
let programId: string;
let pd: string;

const log = createLog("silent");

beforeAll(async () => {
  database = await aDatabase();
  server = await aServer(database);
  programId = (await database.db.selectFrom("programs").select("id").executeTakeFirstOrThrow()).id;
  pd = await server.personId("pd@example.org");
});
beforeEach(() => {
  clock = aClock();
  trail = createAuditTrail({ db: database.db, clock: clock.now, log });
});

const entries = async (chainId: string) =>
  database.db.selectFrom("audit_entries").selectAll().where("chain_id", "=", chainId).orderBy("seq").execute();
const lastOf = async (chainId: string) => (await entries(chainId)).at(-1);
const noFilter = {};
const noMail = { isSet: false, check: async () => null };
const cookies = {
  browserCookie: createCookie("rank-room-browser", { publicUrl: undefined }),
  leftCookie: createCookie("rank-room-left", { publicUrl: undefined }),
};
const browser: RequestHeaders = { host: "127.0.0.1", "user-agent": "a browser" };

describe("[AUDIT-1] what is on record", () => {
  const asker = () => {
    const { db } = database;
    const cookie = createCookie("rank-room", { publicUrl: undefined });
    const sessions = createSessions({ db, clock: clock.now, cookie });
    const urls: string[] = [];
    const links = createSignInLinks({
      db,
      clock: clock.now,
      log,
      origin: () => "https://rank.example.org",
      send: async ({ url }) => void urls.push(url),
    });
    const demo = createDemoSignIn({ db, isDemo: true });
    const audit = createSignInAudit({ trail, tries: new Tries(clock.now), log, network: "192.0.2.7" });
    const limits = createRateLimits({ log });
    const signIn = signInFor(
      { db, clock: clock.now, isDemo: true, sessions, links, demo, sso: undefined, limits, ...cookies, mail: noMail },
      { headers: browser, network: "192.0.2.7", audit },
    );
    return { signIn, links, token: () => urls.at(-1)?.split("/").at(-1) ?? "" };
  };

  test("a sign-in with its way, in the installation's trail and in that of each of the person's programs", async () => {
    const { signIn } = asker();
    expect(await signIn.signInAsDemoPerson("pd@example.org")).toMatchObject({ ok: true });
    for (const chain of [installationChain, programId]) {
      expect(await lastOf(chain)).toMatchObject({
        actor_id: pd,
        action: "signIn",
        outcome: "done",
        payload: { detail: { way: "demo", network: "192.0.2.7" } },
      });
    }
  });

  test("every failed attempt: a wrong address, an unknown, a used and an old link", async () => {
    const { signIn, links, token } = asker();
    const reasonOf = async () => ((await lastOf(installationChain))?.payload as { detail: object } | undefined)?.detail;
    await signIn.signInAsDemoPerson("nobody@example.org");
    expect(await reasonOf()).toMatchObject({ way: "demo", reason: "personUnknown" });
    await signIn.useLink("invented", "/");
    expect(await reasonOf()).toMatchObject({ way: "link", reason: "linkUnknown" });
    await signIn.requestLink("pd@example.org", "/");
    await links.settled();
    await signIn.useLink(token(), "/");
    await signIn.useLink(token(), "/");
    expect(await reasonOf()).toMatchObject({ way: "link", reason: "linkUsed" });
    // Whose link it was is known; that they tried it is not.
    expect(await lastOf(programId)).toMatchObject({ actor_id: null, person_id: pd, outcome: "refused" });
    await signIn.requestLink("pd@example.org", "/");
    await links.settled();
    clock.pass(5 * 60 * 60 * 1000);
    await signIn.useLink(token(), "/");
    expect(await reasonOf()).toMatchObject({ way: "link", reason: "linkExpired" });
  });

  test("whoever tries a thousand times fills no trail, and how often is on record all the same", async () => {
    const { signIn } = asker();
    const before = (await entries(installationChain)).length;
    for (let n = 0; n < 1000; n++) await signIn.signInAsDemoPerson("guess@example.org");
    const tried = (await entries(installationChain)).slice(before);
    expect(tried).toHaveLength(25);
    expect(tried.at(-1)).toMatchObject({ payload: { detail: { reason: "personUnknown", tries: 512 } } });
  });

  test("who came in at a meeting's door, and a wrong passcode there with the meeting", async () => {
    const host = doorServiceAt(server.door, server.origin);
    await host.run(server.meetingId, pd, { act: "showCode" });
    const { link = "", passcode = "" } = (await host.view(server.meetingId, pd))?.invitation ?? {};
    const code = link.split("/").at(-1) ?? "";
    const audit = createSignInAudit({ trail, tries: new Tries(clock.now), log, network: "192.0.2.8" });
    const device = new TestDevice(server, "192.0.2.8", audit);
    const wrong = passcode === "000000" ? "000001" : "000000";
    await device.does(code, { intent: "passcode", passcode: wrong });
    const detail = { way: "passcode", reason: "passcodeWrong", network: "192.0.2.8" };
    for (const chain of [installationChain, programId]) {
      expect(await lastOf(chain)).toMatchObject({ actor_id: null, meeting_id: server.meetingId, payload: { detail } });
    }
    const member = await server.personId("faculty9@example.org");
    await device.asksAs(member, { code, passcode });
    await host.run(server.meetingId, pd, { act: "admitAll" });
    await device.enter(code);
    expect(await lastOf(programId)).toMatchObject({ actor_id: member, payload: { detail: { way: "passcode" } } });
  });

  test("asking for a link is answered before anything is on record, known address or not", async () => {
    const { signIn, links } = asker();
    for (const email of ["pd@example.org", "nobody@example.org"]) {
      const before = (await entries(installationChain)).length;
      // Nothing is written while the trail is held by somebody else, and the answer does not wait for it.
      await database.db.transaction().execute(async (trx) => {
        await trx.selectFrom("audit_chains").selectAll().forUpdate().execute();
        expect(await signIn.requestLink(email, "/")).toMatchObject({ ok: true });
        expect(await entries(installationChain)).toHaveLength(before);
      });
      await links.settled();
      expect(await entries(installationChain)).toHaveLength(before + 1);
    }
    expect(JSON.stringify(await entries(installationChain))).not.toContain("@example.org");
  });

  test("a sign-in that cannot be put on record does not happen", async () => {
    const broken: AuditTrail = { ...trail, recordOfPerson: () => Promise.reject(new Error("the disk is full")) };
    const audit = createSignInAudit({ trail: broken, tries: new Tries(clock.now), log, network: "" });
    const { db } = database;
    const sessions = createSessions({
      db,
      clock: clock.now,
      cookie: createCookie("rank-room", { publicUrl: undefined }),
    });
    const demo = createDemoSignIn({ db, isDemo: true });
    const links = createSignInLinks({ db, clock: clock.now, log, origin: () => "", send: async () => {} });
    const unused = { ...links, look: async () => ({ state: "open", personId: pd }) as const, take: async () => true };
    const parts = { db, clock: clock.now, isDemo: true, sessions, links: unused, demo, sso: undefined, mail: noMail };
    const asked = (headers: RequestHeaders) =>
      signInFor({ ...parts, ...cookies, limits: createRateLimits({ log }) }, { headers, network: "", audit });
    const signIn = asked(browser);
    await expect(signIn.useLink("x", "/")).rejects.toThrow("the disk is full");
    const cookie = await server.cookieOf("pd@example.org");
    expect((await asked({ ...browser, cookie }).signOut()).setCookies[0], "signing out works all the same").toContain(
      "Max-Age=0",
    );
  });

  test("who took which file, and who was refused one", async () => {
    await server.service.rankListFile(server.meetingId, pd, "r3-aamc");
    expect(await lastOf(programId)).toMatchObject({
      actor_id: pd,
      action: "rankListExported",
      outcome: "done",
      meeting_id: server.meetingId,
      payload: { detail: { format: "r3-aamc" } },
    });
    await server.service.rankListFile(server.meetingId, await server.personId("faculty5@example.org"), "csv");
    expect(await lastOf(programId)).toMatchObject({ action: "rankListExported", outcome: "refused" });
  });

  test("a file that cannot be put on record is not given out", async () => {
    const refusing: AuditTrail = { ...trail, recordExport: async () => false };
    const service = createMeetingService({ db: database.db, live: server.live, trail: refusing });
    expect(await service.rankListFile(server.meetingId, pd, "csv")).toMatchObject({ ok: false, status: 503 });
    const pages = createAuditPages({ db: database.db, trail: refusing });
    expect(await pages.file(programId, pd, noFilter)).toMatchObject({ ok: false, status: 503 });
  });

  test("locks and unlocks, pointing to the meeting's own log", async () => {
    const run = async (command: { type: "lockList"; reason: string } | { type: "unlockList"; reason: string }) => {
      const actor = { kind: "member", memberId: pd } as const;
      const { meetingId } = server;
      const answer = await server.meetings.dispatcher.dispatch({ meetingId, commandId: randomUUID(), command, actor });
      expect(answer).toMatchObject({ ok: true });
      return answer.ok ? answer.seq : 0;
    };
    const locked = await run({ type: "lockList", reason: "Agreed." });
    expect(await lastOf(programId)).toMatchObject({
      actor_id: pd,
      action: "listLocked",
      payload: { detail: { seq: locked, version: 1 } },
    });
    await run({ type: "unlockList", reason: "A late withdrawal." });
    expect(await lastOf(programId)).toMatchObject({ action: "listUnlocked" });
    expect(JSON.stringify(await entries(programId))).not.toContain("withdrawal");
  });

  test("every change of a role, by whom, from what and to what; and who may take an invitation", async () => {
    const roles = async () => (await entries(programId)).filter(({ action }) => action === "roleChanged");
    expect(await roles(), "the whole of the imported file").toHaveLength(22);
    const follower = { follow: async () => {}, watch: () => () => {} };
    const invite = async () => ({ ok: true, url: null }) as const;
    const roster = createRosterService({ db: database.db, clock: clock.now, follower, invite, isMailed: false });
    const added = await roster.add(programId, pd, { name: "New One", email: "new@example.org", role: "faculty" });
    const personId = added.ok ? added.memberId : "";
    await roster.change(programId, pd, { memberId: personId, name: "New One", role: "chief" });
    await roster.change(programId, pd, { memberId: personId, name: "New Name", role: "chief" });
    await roster.remove(programId, pd, { memberId: personId, reason: "Left for another hospital." });
    const changes = (await roles()).slice(22);
    expect(changes.map(({ payload }) => (payload as { detail: object }).detail)).toEqual([
      { to: "faculty" },
      { from: "faculty", to: "chief" },
      { from: "chief" },
    ]);
    for (const change of changes) expect(change).toMatchObject({ actor_id: pd, person_id: personId });
    expect(JSON.stringify(changes)).not.toContain("hospital");
  });

  test("who becomes an administrator, and is one no more", async () => {
    const change = { by: null, now: clock.now() };
    const { db } = database;
    await db.transaction().execute((trx) => addAdministrator(trx, pd, change));
    expect(await lastOf(installationChain)).toMatchObject({ action: "administratorAdded", person_id: pd });
    await db.transaction().execute((trx) => removeAdministrator(trx, pd, change));
    expect(await lastOf(installationChain)).toMatchObject({ action: "administratorRemoved", person_id: pd });
  });
});

describe("[AUDIT-3] reading", () => {
  test("of a meeting and of a file is on record once in ten minutes", async () => {
    const service = createMeetingService({ db: database.db, live: new LiveMeetings(), trail });
    const chief = await server.personId("chief3@example.org");
    const { state } = (await service.open(server.meetingId, chief)) ?? {};
    const applicantId = rankedIds(state?.order ?? { protected: [], middle: [], red: [], unplaced: [] })[9] ?? "";
    const own = async () => (await entries(programId)).filter(({ actor_id }) => actor_id === chief);
    await Promise.all(Array.from({ length: 20 }, () => service.open(server.meetingId, chief)));
    for (let n = 0; n < 5; n++) await service.noteRead(server.meetingId, applicantId, chief);
    await service.historyOf(server.meetingId, applicantId, chief);
    expect((await own()).map(({ action }) => action)).toEqual(["meetingRead", "applicantRead"]);
    expect(await own()).toMatchObject([{}, { meeting_id: server.meetingId, applicant_id: applicantId }]);
    clock.pass(11 * 60 * 1000);
    await service.noteRead(server.meetingId, applicantId, chief);
    expect(await own()).toHaveLength(3);
  });

  test("of somebody unknown, or of a meeting that is not theirs, is no reading", async () => {
    const stranger = await savePerson(database.db, { name: "Stranger", email: "stranger@example.org" });
    const before = (await entries(programId)).length;
    expect(await server.service.noteRead(server.meetingId, randomUUID(), pd)).toBe(false);
    expect(await server.service.noteRead("nonsense", randomUUID(), pd)).toBe(false);
    expect(await server.service.open(server.meetingId, stranger)).toBeNull();
    expect(await entries(programId)).toHaveLength(before);
  });
});

describe("[AUDIT-2] the chain", () => {
  const tamper = async (table: "audit_entries" | "audit_chains", statement: ReturnType<typeof sql>) => {
    await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER USER`.execute(database.db);
    await statement.execute(database.db);
    await sql`ALTER TABLE ${sql.table(table)} ENABLE TRIGGER USER`.execute(database.db);
  };
  const aChain = async (count: number) => {
    const id = randomUUID();
    const one = { programId: id, actorId: pd, action: "signOut", subject: {}, detail: {}, outcome: "done" } as const;
    await Promise.all(Array.from({ length: count }, () => trail.record(one)));
    return id;
  };

  test("holds for what many write at once, here and in another process", async () => {
    const other = createAuditTrail({ db: database.db, clock: clock.now, log });
    const id = randomUUID();
    const one = { programId: id, actorId: pd, action: "signOut", subject: {}, detail: {}, outcome: "done" } as const;
    await Promise.all(Array.from({ length: 200 }, (_, n) => (n % 2 ? trail : other).record(one)));
    expect(await verifyAuditTrail(database.db, id)).toEqual({ ok: true, links: 200, purged: 0 });
    expect(await verifyAuditTrail(database.db, programId)).toMatchObject({ ok: true });
    expect(await verifyAuditTrail(database.db, installationChain)).toMatchObject({ ok: true });
  });

  test("refuses UPDATE, DELETE and TRUNCATE", async () => {
    for (const statement of [
      "update audit_entries set seq = seq",
      "delete from audit_entries",
      "truncate audit_entries",
    ]) {
      await expect(sql.raw(statement).execute(database.db), statement).rejects.toThrow("cannot be changed");
    }
    await expect(sql`DELETE FROM audit_chains`.execute(database.db)).rejects.toThrow("cannot be changed");
  });

  test("names the first entry that is not what was written", async () => {
    const changed = await aChain(5);
    await tamper(
      "audit_entries",
      sql`UPDATE audit_entries SET payload = jsonb_set(payload, '{outcome}', '"refused"') WHERE chain_id = ${changed} AND seq = 3`,
    );
    expect(await verifyAuditTrail(database.db, changed)).toMatchObject({ ok: false, seq: 3 });

    const resigned = await aChain(5);
    await tamper(
      "audit_entries",
      sql`UPDATE audit_entries SET actor_id = NULL WHERE chain_id = ${resigned} AND seq = 2`,
    );
    expect(await verifyAuditTrail(database.db, resigned)).toMatchObject({ ok: false, seq: 2 });

    const cut = await aChain(5);
    await tamper("audit_entries", sql`DELETE FROM audit_entries WHERE chain_id = ${cut} AND seq = 5`);
    expect(await verifyAuditTrail(database.db, cut)).toMatchObject({ ok: false, seq: 5 });

    // Emptied as a purge empties the log of a meeting: nothing purges a trail.
    const emptied = await aChain(3);
    await tamper(
      "audit_entries",
      sql`UPDATE audit_entries SET payload = '{"purged": true, "outcome": "done"}' WHERE chain_id = ${emptied} AND seq = 1`,
    );
    expect(await verifyAuditTrail(database.db, emptied)).toMatchObject({ ok: false, seq: 1 });
  });

  test("an entry that cannot be stored fails alone", async () => {
    const one = { programId, actorId: pd, action: "signOut", subject: {}, outcome: "done" } as const;
    const results = await Promise.allSettled([
      trail.record({ ...one, detail: { a: 1 } }),
      trail.record({ ...one, detail: { a: "\u0000" } }),
      trail.record({ ...one, detail: { a: 2 } }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});

describe("[AUDIT-4] who reads it", () => {
  const open = (personId: string, of: string | null = programId) =>
    server.audit.open(of, personId, noFilter, undefined);

  test.each(["apd", "coordinator", "chief3", "faculty5", "observer"])("is not %s's to read or take", async (who) => {
    const personId = await server.personId(`${who}@example.org`);
    expect(await open(personId)).toBeNull();
    expect(await server.audit.file(programId, personId, noFilter)).toMatchObject({ ok: false, status: 404 });
  });

  test("nor another program's director's, nor a program's that is not there", async () => {
    const otherId = randomUUID();
    await database.db.insertInto("programs").values({ id: otherId, name: "Surgery" }).execute();
    const otherPd = await savePerson(database.db, { name: "Other", email: "other-pd@example.org" });
    await saveMemberships(database.db, otherId, [{ personId: otherPd, name: "Other", role: "pd" }], "active", {
      by: null,
      now: new Date(),
    });
    expect(await open(otherPd)).toBeNull();
    expect(await open(pd, otherId)).toBeNull();
    expect(await open(otherPd, otherId)).toMatchObject({
      title: "Surgery",
      entries: [{ what: "Added Other to the roster as Program director" }],
    });
    expect(await open(pd, randomUUID())).toBeNull();
    expect(await open(pd, "nonsense")).toBeNull();
    expect(await open(pd, null)).toBeNull();
  });

  test("an administrator reads sign-ins and roles of a program, no applicant, and all of the installation", async () => {
    const administrator = await savePerson(database.db, { name: "Admin", email: "admin@example.org" });
    expect(await open(administrator)).toBeNull();
    await database.db
      .transaction()
      .execute((trx) => addAdministrator(trx, administrator, { by: null, now: clock.now() }));
    const page = await open(administrator);
    expect(page).toMatchObject({ isWhole: false, kinds: ["signIn", "roster"] });
    const shown = new Set(page?.entries.map(({ seq }) => seq));
    const actions = (await entries(programId)).filter(({ seq }) => shown.has(seq)).map(({ action }) => action);
    expect(actions.every((action) => ["signIn", "signOut", "signInLinkAsked", "roleChanged"].includes(action))).toBe(
      true,
    );
    const asked = await server.audit.open(programId, administrator, { kind: "reading" }, undefined);
    expect(asked?.entries, "not by asking for them either").toEqual([]);
    const whole = await open(administrator, null);
    expect(whole?.entries[0]).toMatchObject({ who: "The server's console", what: "Made Admin an administrator" });
  });

  test("in pages, newest first, each entry once; filters narrow it", async () => {
    const seqs: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await server.audit.open(programId, pd, noFilter, before);
      seqs.push(...(page?.entries.map(({ seq }) => seq) ?? []));
      if (!page?.older) break;
      before = page.older;
    }
    expect(seqs).toEqual((await entries(programId)).map(({ seq }) => seq).reverse());
    const exports = await server.audit.open(programId, pd, { kind: "export", outcome: "refused" }, undefined);
    expect(exports?.entries.map(({ who, what }) => [who, what])).toEqual([
      [expect.any(String), expect.stringMatching(/^Was refused the rank order list of .* as CSV$/)],
    ]);
    expect((await server.audit.open(programId, pd, { to: "2020-01-01" }, undefined))?.entries).toEqual([]);
    const own = await server.audit.open(programId, pd, { actorId: pd }, undefined);
    expect(new Set(own?.entries.map(({ who }) => who)).size).toBe(1);
  });

  test("a reader who is recused from an applicant finds no entry about them, on the page or in the file", async () => {
    const state = (await server.service.open(server.meetingId, pd))?.state;
    const applicantId = state ? (rankedIds(state.order)[20] ?? "") : "";
    const name = state?.applicants[applicantId]?.name ?? "";
    await server.service.noteRead(server.meetingId, applicantId, await server.personId("faculty6@example.org"));
    const said = async () => JSON.stringify((await open(pd))?.entries);
    const file = async () => {
      const taken = await server.audit.file(programId, pd, noFilter);
      let text = "";
      if (taken.ok) for await (const lines of taken.lines) text += lines;
      return text;
    };
    expect(await said()).toContain(name);
    expect(await file()).toContain(name);
    await server.meetings.dispatcher.dispatch({
      meetingId: server.meetingId,
      commandId: randomUUID(),
      command: { type: "declareRecusal", applicantId },
      actor: { kind: "member", memberId: pd },
    });
    for (const text of [await said(), await file()]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(applicantId);
    }
    expect(await open(pd)).toMatchObject({ isRecused: true });
  });

  test("the file is on record, and no cell of it runs as a formula", async () => {
    // A program writes its people's names itself.
    await database.db
      .updateTable("memberships")
      .set({ name: "=HYPERLINK(1)" })
      .where("person_id", "=", await server.personId("chief3@example.org"))
      .execute();
    const taken = await server.audit.file(programId, pd, { kind: "reading" });
    expect(await lastOf(programId)).toMatchObject({
      action: "auditExported",
      payload: { detail: { kind: "reading" } },
    });
    let text = "";
    if (taken.ok) for await (const lines of taken.lines) text += lines;
    expect(text).toContain("'=HYPERLINK(1)");
    expect(text).not.toMatch(/(^|,|")=HYPER/m);
  });
});
