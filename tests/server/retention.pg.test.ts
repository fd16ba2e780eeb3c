// Retention and purges on a real database: nothing early, nothing under a hold, exactly what was shown, and a log that holds.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Registry } from "prom-client";
import { beforeEach, describe, expect, test } from "vitest";
import { addEquityRows } from "../../db/equity-facts";
import { addFloorException } from "../../db/floor-exceptions";
import { saveImportedNote } from "../../db/interview-notes";
import { addMeeting } from "../../db/meetings";
import { claimReminder } from "../../db/note-reminders";
import { addQuestion } from "../../db/open-questions";
import { addContact } from "../../db/outside-contacts";
import { findPersonByEmail } from "../../db/people";
import { countHeld } from "../../db/purge";
import { seasonTables, yearTables } from "../../db/purge-season";
import { addRating } from "../../db/rubric-ratings";
import { addSeasonRecusal } from "../../db/seasons";
import { followProgramSchema, type MemberCommand } from "../../domain/commands";
import type { ApplicantId, MeetingId, MemberId } from "../../domain/ids";
import { rankedIds } from "../../domain/rank-list";
import { nothingTaken } from "../../domain/retention";
import { createCookie } from "../../server/auth/cookie";
import { createSessions } from "../../server/auth/session";
import { demoSeason } from "../../server/demo/season";
import { type Committed, Dispatcher } from "../../server/dispatch";
import { Door } from "../../server/joining/door";
import { doorServiceAt } from "../../server/joining/host";
import { LiveMeetings } from "../../server/live-meetings";
import type { RetentionPage, RetentionService } from "../../server/load-context";
import { createLog } from "../../server/log";
import { MeetingMetrics } from "../../server/meeting-metrics";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { createRetention } from "../../server/retention";
import { importSeason } from "../../server/season-import";
import { verifyAuditTrail, verifyMeeting } from "../../server/verify-log";
import { aDatabase, type TestDatabase } from "../support/database";
import { TestDevice } from "../support/door";
import { aClock, type TestClock } from "../support/test-clock";

const year = 365 * 24 * 60 * 60 * 1000;

let database: TestDatabase;
let clock: TestClock;
let live: LiveMeetings;
let dispatcher: Dispatcher;
let retention: RetentionService;
let broadcasts: Committed[];
let meetingId: MeetingId;
let programId: string;
let programName: string;
let pd: MemberId;

const idOf = async (email: string) => (await findPersonByEmail(database.db, email))?.id ?? "";

beforeEach(async () => {
  database = await aDatabase();
  const { db } = database;
  clock = aClock("2027-02-01T09:00:00Z");
  live = new LiveMeetings();
  broadcasts = [];
  const metrics = new MeetingMetrics(new Registry());
  const broadcast = (committed: Committed) => broadcasts.push(committed);
  dispatcher = new Dispatcher({ db, live, clock: clock.now, log: createLog("silent"), metrics, broadcast });
  retention = createRetention({ db, clock: clock.now, dispatch: (request) => dispatcher.dispatch(request) });
  ({ meetingId } = await importSeason(demoSeason(), { db, live, dispatcher }));
  ({ id: programId, name: programName } = await db
    .selectFrom("programs")
    .select(["id", "name"])
    .executeTakeFirstOrThrow());
  pd = await idOf("pd@example.org");
});

const run = (command: MemberCommand, memberId = pd) =>
  dispatcher.dispatch({ meetingId, commandId: randomUUID(), command, actor: { kind: "member", memberId } });

/** Something of every kind that a purge takes. */
async function workInTheMeeting(): Promise<void> {
  const { order } = live.current(meetingId) ?? {};
  const [first, second, third] = order ? rankedIds(order) : [];
  const faculty = await idOf("faculty6@example.org");
  await run({ type: "endorseApplicant", applicantId: first ?? "", strength: "champion", evidence: "Nights together." });
  const words = "The gap is unexplained.";
  const flag = { category: "unexplainedGap", provenance: "document", sentence: words } as const;
  await run({ type: "raiseFlag", applicantId: second ?? "", ...flag }, faculty);
  await run({ type: "declareRecusal", applicantId: third ?? "" }, faculty);
  const to = { zone: "middle", after: null, before: null } as const;
  expect(await run({ type: "moveApplicant", applicantId: first ?? "", to }, faculty)).toMatchObject({ ok: false });
  await workInTheSeason(first ?? "", faculty);
  await run({ type: "lockList", reason: "Agreed, with one gap." });
  await workAtTheDoor();
}

const hostAt = () => doorServiceAt(new Door(database.db, clock.now), "https://rank.example.org");

/** Two have pledged; somebody mistypes the passcode once, asks to come in, and is refused with a sentence. */
async function workAtTheDoor(): Promise<void> {
  const { db } = database;
  const [door, host] = [new Door(db, clock.now), hostAt()];
  const faculty = await idOf("faculty6@example.org");
  for (const who of [pd, faculty]) await host.pledge(meetingId, who);
  await host.run(meetingId, pd, { act: "renewCode" });
  const { invitation } = (await host.view(meetingId, pd)) ?? {};
  const [code = "", passcode = ""] = [invitation?.link.split("/").at(-1), invitation?.passcode];
  const cookie = createCookie("rank-room", { publicUrl: undefined });
  const device = new TestDevice({ door, sessions: createSessions({ db, clock: clock.now, cookie }) });
  await device.does(code, { intent: "passcode", passcode: passcode === "000000" ? "000001" : "000000" });
  await device.asksAs(await idOf("faculty7@example.org"), { code, passcode });
  const [asks] = (await host.view(meetingId, pd))?.queue ?? [];
  const sentence = "Not the one I know.";
  await host.run(meetingId, pd, { act: "refuse", requestId: asks?.requestId ?? "", sentence });
  await device.does(code, { intent: "passcode", passcode: passcode === "000000" ? "000001" : "000000" });
}

/** A row in every table of a season that a purge takes. */
async function workInTheSeason(applicantId: ApplicantId, memberId: MemberId): Promise<void> {
  const { db } = database;
  const { id: seasonId } = await db.selectFrom("seasons").select("id").executeTakeFirstOrThrow();
  const at = clock.now();
  const about = { seasonId, applicantId };
  await saveImportedNote(db, {
    ...about,
    authorId: memberId,
    content: { text: "Calm on the phone." },
    heldOn: "2026-12-01",
    at,
  });
  await addSeasonRecusal(db, { ...about, memberId, reason: "My former student.", at });
  await addRating(db, {
    ...about,
    line: "lettersAndFit",
    rating: 4,
    source: "A letter that says so.",
    authorId: memberId,
    at,
  });
  await addFloorException(db, { ...about, reason: "Ill on the day.", authorId: memberId, at });
  await addQuestion(db, { ...about, question: "Why the pause?", fact: null, ownerId: memberId, askedBy: memberId, at });
  await addContact(db, {
    ...about,
    colleague: "Dr Orla Finch",
    relation: "Clerkship director",
    heldOn: "2026-11-20",
    provenance: "secondHand",
    sentence: "Asks for help early.",
    loggedBy: memberId,
    at,
  });
  const file = { seasonId, importId: null, at };
  await addEquityRows(db, file, [{ row: 2, applicantId, facts: { gender: "Female" } }]);
  const day = "2026-12-02";
  await claimReminder(db, { programId, seasonId, personId: memberId, day, by: memberId, at });
}

const page = async (): Promise<RetentionPage> => {
  const opened = await retention.open(programId, pd);
  if (!opened) throw new Error("the page is the director's");
  return opened;
};
const purge = async () => retention.purge(programId, pd, { name: programName, plan: (await page()).purge?.plan ?? "" });
const purgeable = async () => {
  await workInTheMeeting();
  clock.pass(2.5 * year);
};

describe("[KEEP-1] nothing is taken early", () => {
  test("the page says until when, and nothing is due before", async () => {
    expect(await page()).toMatchObject({
      years: 2,
      hold: null,
      held: [{ matchYear: 2027, keptUntil: "2029-06-30", isOver: false }],
      purge: null,
    });
    expect(await purge()).toMatchObject({ ok: false, status: 409 });
    expect(await retention.setYears(programId, pd, "7")).toEqual({ ok: true });
    clock.pass(2.5 * year);
    expect((await page()).purge).toBeNull();
    expect(await retention.setYears(programId, pd, "2")).toEqual({ ok: true });
    expect((await page()).purge).not.toBeNull();
  });

  test.each(["1", "0", "51", "", "two", "2.5", "-3"])(
    "keeping for %j years is refused in a sentence",
    async (typed) => {
      expect(await retention.setYears(programId, pd, typed)).toMatchObject({ ok: false, status: 400, field: "years" });
      expect((await page()).years).toBe(2);
    },
  );

  test("not by a command that goes straight to the pipeline, either", async () => {
    const taken = await countHeld(database.db, meetingId);
    const straight = {
      meetingId,
      commandId: randomUUID(),
      command: { type: "purgeMeeting", taken },
      actor: { kind: "system" },
    };
    expect(await dispatcher.dispatch(straight as Parameters<typeof dispatcher.dispatch>[0])).toMatchObject({
      ok: false,
    });
    expect(await countHeld(database.db, meetingId)).toEqual(taken);
  });

  test("a hold stops it, also one placed after the page was shown; lifted, it is due again", async () => {
    await purgeable();
    const { plan = "" } = (await page()).purge ?? {};
    expect(await retention.placeHold(programId, pd, "")).toMatchObject({ ok: false, field: "reason" });
    expect(await retention.placeHold(programId, pd, "A complaint is pending.")).toEqual({ ok: true });
    expect(await retention.placeHold(programId, pd, "Another one is pending.")).toMatchObject({
      ok: false,
      status: 409,
    });
    expect(await page()).toMatchObject({ hold: { reason: "A complaint is pending." }, purge: null });
    expect(await retention.purge(programId, pd, { name: programName, plan })).toMatchObject({ ok: false, status: 409 });
    const held = await countHeld(database.db, meetingId);
    const straight = { meetingId, commandId: randomUUID(), command: { type: "purgeMeeting", taken: held } as const };
    expect(await dispatcher.dispatch({ ...straight, actor: { kind: "system" } })).toMatchObject({ ok: false });
    expect(held.applicants).toBe(168);
    expect(await retention.liftHold(programId, pd, "It was settled.")).toEqual({ ok: true });
    expect(await retention.liftHold(programId, pd, "A reason of its own.")).toMatchObject({ ok: false, status: 409 });
    expect(await retention.purge(programId, pd, { name: programName, plan })).toMatchObject({ ok: true });
  });
});

describe("[KEEP-2] a purge", () => {
  test("takes exactly what was shown, and is on record with it", async () => {
    await purgeable();
    const shown = (await page()).purge;
    expect(shown).toMatchObject({
      meetingCount: 1,
      taken: {
        applicants: 168,
        endorsements: 1,
        flags: 1,
        recusals: 1,
        lockedLists: 1,
        refusals: 1,
        joinCodes: 1,
        joinRequests: 1,
        pledges: 2,
        seasonRecusals: 1,
        interviews: 2,
        interviewNotes: 2,
        ratings: 2,
        questions: 1,
        contacts: 1,
        equityFacts: 1,
      },
    });
    const purged = await purge();
    expect(purged).toEqual({ ok: true, taken: shown?.taken });
    expect(await countHeld(database.db, meetingId)).toEqual(nothingTaken);
    expect(await page()).toMatchObject({
      purge: null,
      held: [{ meetings: [{ purgedAt: clock.now().toISOString() }] }],
    });
    const entries = await database.db
      .selectFrom("audit_entries")
      .select(["chain_id", "actor_id", "payload"])
      .where("action", "=", "meetingPurged")
      .execute();
    expect(entries).toHaveLength(2);
    for (const { actor_id, payload } of entries) {
      expect(actor_id).toBe(pd);
      expect(payload).toMatchObject({ detail: { matchYear: 2027, ...shown?.taken }, subject: { meetingId } });
    }
    expect(await verifyAuditTrail(database.db, programId)).toMatchObject({ ok: true });
    expect(await database.db.selectFrom("join_tries").select("key").execute()).toEqual([]);
    const reopened = await hostAt().run(meetingId, pd, { act: "showCode" });
    expect(reopened, "the door stays shut").toMatchObject({ ok: false, refusal: { code: "meetingUnknown" } });
    expect(await hostAt().pledgeAsked(meetingId, await idOf("chief3@example.org")), "nothing to pledge").toBeNull();
    expect(await purge(), "a second time there is nothing").toMatchObject({ ok: false, status: 409 });
  });

  test("takes nothing when there is something else by now", async () => {
    await workInTheMeeting();
    clock.pass(2.5 * year);
    const { plan = "" } = (await page()).purge ?? {};
    await run({ type: "unlockList", reason: "A late word." });
    const before = await countHeld(database.db, meetingId);
    expect(await retention.purge(programId, pd, { name: programName, plan })).toMatchObject({ ok: false, status: 409 });
    expect(await countHeld(database.db, meetingId)).toEqual(before);
  });

  test.each(["", "internal medicine ", "Yes"])("wants the program's name typed; %j is not it", async (name) => {
    await purgeable();
    const { plan = "" } = (await page()).purge ?? {};
    const refused = await retention.purge(programId, pd, { name, plan });
    expect(refused).toMatchObject({ ok: false, status: 400, field: "name" });
  });

  test("leaves nothing of an applicant in any table", async () => {
    await purgeable();
    const names = Object.values(live.current(meetingId)?.applicants ?? {}).flatMap((a) => [a.name, a.aamcId ?? "-"]);
    await purge();
    const { rows: tables } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(database.db);
    for (const { name } of tables) {
      const { rows } = await sql<{ text: string }>`SELECT to_jsonb(t)::text AS text FROM ${sql.table(name)} t`.execute(
        database.db,
      );
      const said = rows.map(({ text }) => text).join("\n");
      const written = ["The gap is unexplained.", "Nights together.", "with one gap", "Not the one I know."];
      const before = [
        "Calm on the phone",
        "former student",
        "letter that says",
        "Ill on",
        "the pause",
        "Finch",
        "Asks for",
      ];
      for (const secret of [...names, ...written, ...before]) {
        expect(said.includes(secret), `${secret} in ${name}`).toBe(false);
      }
    }
    const memory = JSON.stringify([live.current(meetingId), live.recentSince(meetingId, 0)]);
    expect(memory).not.toContain(names[0]);
  });

  test.each(["apd", "coordinator", "chief3", "faculty5", "observer"])("is not %s's, nor is the page", async (who) => {
    await purgeable();
    const { plan = "" } = (await page()).purge ?? {};
    const personId = await idOf(`${who}@example.org`);
    expect(await retention.open(programId, personId)).toBeNull();
    for (const answer of [
      await retention.purge(programId, personId, { name: programName, plan }),
      await retention.setYears(programId, personId, "3"),
      await retention.placeHold(programId, personId, "x"),
      await retention.liftHold(programId, personId, "x"),
    ]) {
      expect(answer).toMatchObject({ ok: false, status: 404 });
    }
    expect((await countHeld(database.db, meetingId)).applicants).toBe(168);
  });

  test("of one program takes nothing of another", async () => {
    await purgeable();
    const season = { ...demoSeason(), programCode: "2000140C0" };
    season.applicants = season.applicants.map(({ facts, ...row }) => ({ ...row, facts: { ...facts, tracks: [] } }));
    const other = await importSeason(season, { db: database.db, live, dispatcher });
    await purge();
    expect((await countHeld(database.db, other.meetingId)).applicants).toBe(168);
    const otherProgram = await database.db
      .selectFrom("programs")
      .select("id")
      .where("id", "<>", programId)
      .executeTakeFirstOrThrow();
    // The same people are members there too: its director is this one's. Somebody else's is not.
    await sql`UPDATE memberships SET role = 'faculty' WHERE program_id = ${otherProgram.id} AND person_id = ${pd}`.execute(
      database.db,
    );
    expect(await retention.open(otherProgram.id, pd)).toBeNull();
    expect(await retention.open("nonsense", pd)).toBeNull();
  });
});

describe("[KEEP-2] tables of a season", () => {
  /** Everything that points at seasons, directly or through such a table, and everything that says by name that it does. */
  async function tablesOfSeasons(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      WITH RECURSIVE below AS (
        SELECT 'seasons'::regclass::oid AS id
        UNION SELECT c.conrelid FROM pg_constraint c JOIN below b ON c.confrelid = b.id WHERE c.contype = 'f'
      )
      SELECT relname AS name FROM pg_class WHERE oid IN (SELECT id FROM below)
      UNION SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'season_id'
      ORDER BY 1`.execute(database.db);
    return rows.map(({ name }) => name);
  }

  test("are each taken, or stay for a reason", async () => {
    expect(await tablesOfSeasons(), "name a new one in db/purge-season.ts").toEqual(Object.keys(seasonTables).sort());
  });

  test("and so are those that belong to a track's match year", async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public'
        AND column_name IN ('track_id', 'match_year') GROUP BY 1 HAVING count(*) = 2 ORDER BY 1`.execute(database.db);
    const own = ["meetings", "seasons"];
    expect(rows.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual(Object.keys(yearTables).sort());
  });

  test("a season without a meeting goes with its draft, and one with both with its meeting", async () => {
    await workInTheMeeting();
    const { db } = database;
    const track = await db.selectFrom("tracks").select("id").executeTakeFirstOrThrow();
    const draftId = await addMeeting(db, {
      trackId: track.id,
      matchYear: 2027,
      quota: 1,
      title: "Draft",
      kind: "draft",
    });
    if (!draftId) throw new Error("a track may have several logs");
    const held = async (id: MeetingId) => (await countHeld(db, id)).questions;
    expect([await held(meetingId), await held(draftId)]).toEqual([1, 0]);
    await db.updateTable("seasons").set({ draft_id: draftId }).execute();
    expect([await held(meetingId), await held(draftId)]).toEqual([1, 0]);
    await db.updateTable("seasons").set({ meeting_id: null }).execute();
    expect([await held(meetingId), await held(draftId)]).toEqual([0, 1]);
  });
});

describe("[KEEP-3] the log of a purged meeting", () => {
  test("still verifies, and says how much of it was purged", async () => {
    await purgeable();
    const { events = 0 } = (await page()).purge?.taken ?? {};
    await purge();
    const { seq } = live.current(meetingId) ?? {};
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({ ok: true, events: seq, purged: events });
  });

  test("that somebody emptied without a purge is named", async () => {
    await workInTheMeeting();
    const empty = sql`UPDATE meeting_events SET payload = '{"purged": true}' WHERE meeting_id = ${meetingId} AND seq = 40`;
    await expect(empty.execute(database.db)).rejects.toThrow("cannot be changed");
    await database.db.transaction().execute(async (trx) => {
      await sql`SELECT set_config('rank_room.purging', ${meetingId}, true)`.execute(trx);
      await empty.execute(trx);
    });
    expect(await verifyMeeting(database.db, meetingId)).toEqual({
      ok: false,
      link: "event",
      seq: 40,
      problem: "its content was taken, and no purge is on record",
    });
  });

  test("[LOG-1] whoever speaks the purge's own word changes nothing but what a purge changes", async () => {
    await workInTheMeeting();
    for (const change of [
      `update meeting_events set payload = '{"purged": true, "more": 1}'`,
      `update meeting_events set payload = '{"purged": true}', actor_id = null`,
      `update meeting_events set hash = 'x'`,
      "delete from meeting_events",
      `update locked_lists set r3_text = ''`,
      `update locked_lists set entries = '[]', r3_text = '', sha256 = 'x'`,
      "delete from locked_lists",
    ]) {
      const tried = database.db.transaction().execute(async (trx) => {
        await sql`SELECT set_config('rank_room.purging', ${meetingId}, true)`.execute(trx);
        await sql.raw(change).execute(trx);
      });
      await expect(tried, change).rejects.toThrow("cannot be changed");
    }
    const otherMeeting = database.db.transaction().execute(async (trx) => {
      await sql`SELECT set_config('rank_room.purging', ${randomUUID()}, true)`.execute(trx);
      await sql`UPDATE meeting_events SET payload = '{"purged": true}'`.execute(trx);
    });
    await expect(otherMeeting).rejects.toThrow("cannot be changed");
  });
});

describe("[KEEP-4] the purged meeting itself", () => {
  test("is the same for a process that reads its log anew, and replay equals projection", async () => {
    await purgeable();
    await purge();
    const fresh = await new LiveMeetings().fresh(database.db, meetingId);
    expect(fresh).toEqual(live.current(meetingId));
    expect(fresh).toMatchObject({ phase: "purged", purged: { by: pd }, applicants: {} });
    expect(await rebuildMeeting(database.db, meetingId, { keep: true })).toEqual([]);
    expect(broadcasts.at(-1)?.applied.map(({ event }) => event.type)).toEqual(["meetingPurged"]);
  });

  test("goes on following its program: whoever is taken off the roster is out of it too", async () => {
    await purgeable();
    await purge();
    const { title, programName: name, programCode, matchYear, quota, members } = live.current(meetingId) ?? {};
    const command = followProgramSchema.parse({
      type: "followProgram",
      version: 99,
      meeting: { title, programName: name, programCode, matchYear, quota },
      flagAuthorsShown: false,
      members: Object.values(members ?? {}).filter(({ id }) => id !== pd),
      removed: [await idOf("faculty6@example.org")],
    });
    const actor = { kind: "system", by: pd } as const;
    expect(await dispatcher.dispatch({ meetingId, commandId: randomUUID(), command, actor })).toMatchObject({
      ok: true,
    });
    const fresh = await new LiveMeetings().fresh(database.db, meetingId);
    expect(fresh).toEqual(live.current(meetingId));
    expect(fresh).toMatchObject({ phase: "purged", programVersion: 99 });
    expect(Object.keys(fresh?.formerMembers ?? {})).toEqual([await idOf("faculty6@example.org")]);
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({ ok: true });
  });

  test("refuses every command, an import too", async () => {
    await purgeable();
    await purge();
    expect(await run({ type: "lockList", reason: "x" })).toMatchObject({ ok: false, code: "meetingPurged" });
    const again = await importSeason(demoSeason(), { db: database.db, live, dispatcher });
    expect(again.answer).toMatchObject({ ok: false, code: "meetingPurged" });
  });
});
