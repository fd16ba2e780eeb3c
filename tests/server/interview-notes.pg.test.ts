// Interview notes through their services: saved once whatever happens, struck, read by whoever may, reminded of by real mail; and
// the scores made of them.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createAuditTrail } from "../../server/audit-trail";
import type { NoteSave } from "../../server/context/notes";
import { createLog } from "../../server/log";
import { createMail } from "../../server/mail";
import { createInterviewsService, type InterviewsParts } from "../../server/notes/interviews-service";
import { createNotesService } from "../../server/notes/notes-service";
import { createScoresService } from "../../server/notes/scores-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { aMailServer, type MailServer } from "../support/mail-server";
import { aClock, type TestClock } from "../support/test-clock";
import { type TestPerson, type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let post: MailServer;
let clock: TestClock;
/** Entries of the trail from before the test. */
let before: ReadonlySet<string>;
let notes: ReturnType<typeof createNotesService>;
let interviews: ReturnType<typeof createInterviewsService>;
let scores: ReturnType<typeof createScoresService>;
const log = createLog("silent");

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  post = await aMailServer();
});

/** Tests count mails, versions and means, so each begins without any; the trail alone cannot be emptied. */
beforeEach(async () => {
  const { db } = database;
  for (const table of ["interview_note_versions", "interview_notes", "interviews", "note_reminders"] as const)
    await db.deleteFrom(table).execute();
  before = new Set((await db.selectFrom("audit_entries").select("id").execute()).map(({ id }) => id));
  clock = aClock("2026-12-10T12:00:00Z");
  notes = createNotesService({
    ...hearing(),
    clock: clock.now,
    trail: createAuditTrail({ db, clock: clock.now, log }),
  });
  interviews = createInterviewsService(interviewsParts());
  scores = createScoresService({ db });
});

const hearing = () => ({
  db: database.db,
  live: world.server.live,
  dispatch: world.server.meetings.dispatcher.dispatch.bind(world.server.meetings.dispatcher),
});

const interviewsParts = (part: Partial<InterviewsParts> = {}): InterviewsParts => ({
  db: database.db,
  clock: clock.now,
  log,
  sendMail: createMail({ smtpUrl: post.url, from: "rank-room@example.org" }, log).send,
  isMailed: true,
  origin: () => "https://rank.example.org",
  ...part,
});

const season = () => world.a.seasonId;
const applicant = (at: number) => world.a.applicantIds[at] ?? "";
const save = (person: TestPerson, at: number, part: Partial<NoteSave>) =>
  notes.save(season(), applicant(at), person.id, { saveId: randomUUID(), base: null, content: {}, ...part });
const versionsOf = async () =>
  (await database.db.selectFrom("interview_note_versions").selectAll().orderBy("at").orderBy("version").execute()).map(
    ({ version, content }) => [version, content],
  );
async function trailOf(action: string) {
  const rows = await database.db.selectFrom("audit_entries").selectAll().where("action", "=", action).execute();
  const own = rows.filter(({ id }) => !before.has(id));
  return own.map(({ actor_id, outcome, person_id, applicant_id }) => ({ actor_id, outcome, person_id, applicant_id }));
}
async function lead(type: "lockList" | "unlockList") {
  const answer = await world.server.meetings.dispatcher.dispatch({
    meetingId: world.a.meetingId,
    commandId: randomUUID(),
    command: { type, reason: "Enough said." },
    actor: { kind: "member", memberId: world.a.people.pd.id },
  });
  if (!answer.ok) throw new Error(answer.message);
}

describe("saving", () => {
  test("[NOTE-2] the same save again is one version and the same answer, however many come at once", async () => {
    const { faculty } = world.a.people;
    const asked = { saveId: randomUUID(), content: { text: "Knew our rotation." } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(faculty, 0, asked)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await versionsOf()).toEqual([[1, { text: "Knew our rotation." }]]);
  });

  test("[NOTE-1] every save is a version, and the inbox has the last", async () => {
    const { faculty } = world.a.people;
    const first = await save(faculty, 0, { content: { score: 3 } });
    if (!first.ok) throw new Error(first.message);
    const base = { noteId: first.note.id, version: 1 };
    await save(faculty, 0, { base, content: { score: 4, answers: { willStay: { answer: "yes", evidence: " " } } } });
    expect(await versionsOf()).toEqual([
      [1, { score: 3 }],
      [2, { score: 4, answers: { willStay: { answer: "yes" } } }],
    ]);
    const opened = await notes.inbox(season(), faculty.id);
    expect(opened).toMatchObject({ inbox: { interviewees: [{ id: applicant(0), note: { version: 2 } }] } });
  });

  test("[NOTE-1] its author and the hosts read every version, struck or not; nobody else is told of it", async () => {
    const { faculty, chief, coordinator, pd } = world.a.people;
    const first = await save(faculty, 0, { content: { score: 2 } });
    if (!first.ok) throw new Error(first.message);
    const noteId = first.note.id;
    await save(faculty, 0, { base: { noteId, version: 1 }, content: { score: 4, text: "Saw them again." } });
    const read = (person: TestPerson) => notes.versions(season(), noteId, person.id);
    const past = {
      author: "Dr faculty of a",
      versions: [
        { version: 2, content: { score: 4, text: "Saw them again." }, isTyped: true },
        { version: 1, content: { score: 2 }, isTyped: true },
      ],
    };
    expect(await read(faculty)).toMatchObject({ past: { ...past, isMine: true } });
    expect(await trailOf("notesRead")).toEqual([]);
    const host = await notes.about(season(), applicant(0), pd.id);
    expect(host).toMatchObject({ about: { rewritten: [{ noteId, author: "Dr faculty of a", versions: 2 }] } });
    await notes.strike(season(), pd.id, { noteId, reason: "About somebody else." });
    expect(await read(pd)).toMatchObject({ past: { ...past, isMine: false } });
    expect((await trailOf("notesRead")).map(({ actor_id }) => actor_id)).toContain(pd.id);
    expect(await read(chief)).toMatchObject({ ok: false, status: 404 });
    expect(await read(coordinator)).toMatchObject({ ok: false, status: 403 });
    expect(await read(world.b.people.pd)).toMatchObject({ ok: false, status: 404 });
    expect(await notes.versions(season(), randomUUID(), pd.id)).toMatchObject({ status: 404 });
  });

  test("[NOTE-1] [RECUSE-1] versions of a note about somebody that a host is recused from are nobody's to them", async () => {
    const written = await save(world.a.people.faculty, 1, { content: { score: 3 } });
    if (!written.ok) throw new Error(written.message);
    const asked = await notes.versions(season(), written.note.id, world.recused.pd.id);
    expect(asked).toMatchObject({ ok: false, status: 404 });
  });

  test("[NOTE-2] over a newer version it is refused with that version, and a change is taken when it says so", async () => {
    const { faculty } = world.a.people;
    await save(faculty, 0, { content: { text: "From the phone." } });
    const late = await save(faculty, 0, { content: { text: "From the laptop." } });
    expect(late).toMatchObject({ ok: false, status: 409, code: "conflict", theirs: { version: 1 } });
    if (late.ok || late.code !== "conflict" || !late.theirs) throw new Error("refused");
    const base = { noteId: late.theirs.id, version: 1 };
    expect(await save(faculty, 0, { base, content: { text: "Both." } })).toMatchObject({ note: { version: 2 } });
    // What says the same is no conflict.
    expect(await save(faculty, 0, { content: { text: "Both. " } })).toMatchObject({ ok: true, note: { version: 2 } });
  });

  test("whatever is sent is a sentence, and a clock ahead of ours says nothing in the future", async () => {
    const { faculty } = world.a.people;
    expect(await save(faculty, 0, { content: { score: -1 } })).toMatchObject({ status: 400, field: "score" });
    expect(await save(faculty, 0, { content: { text: "x".repeat(5000) } })).toMatchObject({ status: 400 });
    expect(await save(faculty, 0, { saveId: "x" })).toMatchObject({ status: 400 });
    const strange = await notes.save(season(), applicant(0), faculty.id, null as never);
    expect(strange).toMatchObject({ ok: false, status: 400 });
    const said = await save(faculty, 0, {
      content: { worksWithSince: "2031-01-01T00:00:00.000Z", text: "\u0000\ud800 ok" },
    });
    expect(said).toMatchObject({ note: { content: { worksWithSince: clock.now().toISOString() } } });
  });
});

describe("who", () => {
  test("[NOTE-4] [RECUSE-1] before the meeting its author and the hosts read a note; that a host did is on record", async () => {
    const { faculty, pd, chief, coordinator } = world.a.people;
    await save(faculty, 0, { content: { score: 4, text: "Steady." } });
    expect(await notes.about(season(), applicant(0), chief.id)).toMatchObject({ status: 403 });
    expect(await notes.about(season(), applicant(0), coordinator.id)).toMatchObject({ status: 403 });
    expect(await notes.about(season(), applicant(0), world.b.people.pd.id)).toMatchObject({ status: 404 });
    expect(await notes.about(season(), applicant(1), world.recused.pd.id)).toMatchObject({ status: 404 });
    expect(await trailOf("notesRead")).toEqual([]);
    const read = await notes.about(season(), applicant(0), pd.id);
    expect(read).toMatchObject({ about: { view: { notes: [{ content: { text: "Steady." } }], score: { count: 1 } } } });
    expect(await trailOf("notesRead")).toEqual([
      { actor_id: pd.id, outcome: "done", person_id: null, applicant_id: applicant(0) },
    ]);
  });

  test("[NOTE-4] in the meeting members but observers read them once the list is frozen, the recused never", async () => {
    const { faculty, chief, observer } = world.a.people;
    await save(faculty, 0, { content: { score: 4 } });
    await save(faculty, 1, { content: { score: 2, text: "SecretText" } });
    const { service } = world.server;
    const read = (person: TestPerson, at: number) => service.interviewOf(world.a.meetingId, applicant(at), person.id);
    expect(await read(chief, 0)).toMatchObject({ notes: [{ author: "Dr faculty of a", content: { score: 4 } }] });
    expect(await read(observer, 0)).toBeNull();
    expect(await read(world.recused.chief, 1)).toBeNull();
    expect(await read(world.b.people.pd, 0)).toBeNull();
    expect(await trailOf("notesRead")).toMatchObject([{ actor_id: chief.id }]);
    // One's own alone is one's own to read.
    await read(faculty, 0);
    expect(await trailOf("notesRead")).toHaveLength(1);
  });

  test("[AGENDA-3] the hosts' agenda is told scores by applicant, without whose they are; nobody else is", async () => {
    const { pd, associatePd, coordinator, chief, faculty, observer } = world.a.people;
    const { service } = world.server;
    const told = (person: TestPerson) => service.agendaScoresOf(world.a.meetingId, person.id);
    expect(await told(pd)).toEqual({ scores: [] });
    await save(faculty, 0, { content: { score: 4, text: "SecretText" } });
    await save(chief, 0, { content: { score: 2 } });
    await save(faculty, 1, { content: { score: 5 } });
    const of = (at: number, count: number) => expect.objectContaining({ applicantId: applicant(at), count });
    for (const host of [pd, associatePd]) {
      const { scores: all } = (await told(host)) ?? {};
      expect(all).toHaveLength(2);
      expect(all).toEqual(expect.arrayContaining([of(0, 2), of(1, 1)]));
      expect(JSON.stringify(all)).not.toMatch(new RegExp(`SecretText|${faculty.id}`));
    }
    // Closed up for whoever is recused, the others' figures too: no mean is left that knows of them.
    const { scores: some } = (await told(world.recused.pd)) ?? {};
    expect(some).toEqual([of(0, 2)]);
    for (const other of [coordinator, chief, faculty, observer, world.b.people.pd])
      expect(await told(other)).toBeNull();
    expect(await service.agendaScoresOf("nonsense", pd.id)).toBeNull();
  });

  test("[RECUSE-1] an interviewee that one is recused from is not in the inbox, in no count, and cannot be written of", async () => {
    const { coordinator } = world.a.people;
    const { faculty } = world.recused;
    const ticked = [applicant(0), applicant(1)];
    await interviews.assign(season(), coordinator.id, {
      memberId: faculty.id,
      shown: [],
      ticked,
      heldOn: "2026-12-01",
    });
    const opened = await notes.inbox(season(), faculty.id);
    expect(JSON.stringify(opened)).not.toContain(applicant(1));
    expect(opened).toMatchObject({ inbox: { interviewees: [{ id: applicant(0), heldOn: "2026-12-01" }] } });
    expect(await notes.mine(faculty.id)).toMatchObject([{ written: 0, total: 1 }]);
    const refused = await save(faculty, 1, { content: { score: 1 } });
    expect(refused).toEqual(
      await notes.save(season(), randomUUID(), faculty.id, { saveId: "", base: null, content: {} }),
    );
  });
});

describe("striking", () => {
  test("[NOTE-3] an author or a host strikes with a reason; it stays, counts no more, and makes room for another", async () => {
    const { faculty, chief, pd } = world.a.people;
    const first = await save(faculty, 0, { content: { score: 1 } });
    if (!first.ok) throw new Error(first.message);
    const noteId = first.note.id;
    const strike = (person: TestPerson, reason = "About somebody else.") =>
      notes.strike(season(), person.id, { noteId, reason });
    expect(await strike(chief)).toMatchObject({ status: 404 });
    expect(await strike(faculty, "")).toMatchObject({ status: 400, field: "reason" });
    expect(await strike(pd)).toEqual({ ok: true });
    expect(await strike(faculty)).toMatchObject({ status: 404 });
    expect(await trailOf("noteStruck")).toEqual([
      { actor_id: pd.id, outcome: "done", person_id: faculty.id, applicant_id: applicant(0) },
    ]);
    expect(await notes.about(season(), applicant(0), pd.id)).toMatchObject({
      about: { view: { notes: [], score: null }, struck: [{ author: "Dr faculty of a", struckBy: "Dr pd of a" }] },
    });
    // A device that was at it is told, and can begin anew; what was struck stays.
    const late = await save(faculty, 0, { base: { noteId, version: 1 }, content: { score: 5 } });
    expect(late).toMatchObject({ code: "conflict", theirs: null });
    expect(await save(faculty, 0, { content: { score: 5 } })).toMatchObject({ ok: true, note: { version: 1 } });
    expect(await versionsOf()).toEqual([
      [1, { score: 1 }],
      [1, { score: 5 }],
    ]);
  });

  test("[NOTE-3] after the lock notes are read and nothing of them changes", async () => {
    const { faculty, pd } = world.a.people;
    const first = await save(faculty, 0, { content: { score: 3 } });
    if (!first.ok) throw new Error(first.message);
    await lead("lockList");
    expect(await save(faculty, 0, { content: { score: 4 } })).toMatchObject({ status: 409 });
    expect(await save(faculty, 2, { content: { score: 4 } })).toMatchObject({ status: 409 });
    const struck = await notes.strike(season(), pd.id, { noteId: first.note.id, reason: "Written too late." });
    expect(struck).toMatchObject({ status: 409 });
    expect(await notes.addMet(season(), faculty.id, { applicantId: applicant(3) })).toMatchObject({ status: 409 });
    expect(await notes.inbox(season(), faculty.id)).toMatchObject({ inbox: { isReadOnly: true } });
    expect(await notes.mine(faculty.id)).toEqual([]);
    expect(await versionsOf()).toHaveLength(1);
    await lead("unlockList");
  });
});

describe("who interviews whom", () => {
  const assign = (memberId: string, shown: string[], ticked: string[], heldOn = "") =>
    interviews.assign(season(), world.a.people.coordinator.id, { memberId, shown, ticked, heldOn });

  test("ticks are told against what was shown, and an interview with a note stays", async () => {
    const { faculty, coordinator } = world.a.people;
    expect(await assign(faculty.id, [], [applicant(0), applicant(2)])).toMatchObject({ added: 2, removed: 0 });
    // Somebody else adds one meanwhile: it was not shown here, so it stays.
    await assign(faculty.id, [], [applicant(3)]);
    await save(faculty, 0, { content: { score: 2 } });
    expect(await assign(faculty.id, [applicant(0), applicant(2)], [])).toMatchObject({ added: 0, removed: 1 });
    const opened = await interviews.open(season(), coordinator.id, faculty.id);
    if (!opened.ok) throw new Error(opened.message);
    const assigned = opened.page.chosen?.applicants.filter(({ isAssigned }) => isAssigned);
    expect(assigned?.map(({ id, hasNote }) => [id, hasNote])).toEqual([
      [applicant(0), true],
      [applicant(3), false],
    ]);
    expect(opened.page.interviewers.find(({ id }) => id === faculty.id)).toMatchObject({ assigned: 2, written: 1 });
    expect(opened.page.reminders).toBeNull();
    // Back again, it is the interview it was.
    expect(await assign(faculty.id, [], [applicant(2)], "2026-12-03")).toMatchObject({ added: 1 });
  });

  test("[PROGRAM-1] nobody of another program, nobody who does not interview, no applicant who is withheld", async () => {
    expect(await assign(world.b.people.faculty.id, [], [applicant(0)])).toMatchObject({ status: 409 });
    expect(await assign(world.a.people.observer.id, [], [applicant(0)])).toMatchObject({ status: 409 });
    expect(await assign(world.a.people.faculty.id, [], [applicant(0)], "soon")).toMatchObject({ field: "heldOn" });
    const { coordinator, faculty } = world.recused;
    const ticks = { memberId: faculty.id, shown: [], ticked: [applicant(1)], heldOn: "" };
    expect(await interviews.assign(season(), coordinator.id, ticks)).toMatchObject({ status: 404 });
  });
});

describe("reminders", () => {
  beforeEach(async () => {
    post.mails.length = 0;
    const { coordinator, faculty, chief } = world.a.people;
    const give = (memberId: string, ticked: string[], heldOn: string) =>
      interviews.assign(season(), coordinator.id, { memberId, shown: [], ticked, heldOn });
    await give(faculty.id, [applicant(0), applicant(1), applicant(2)], "2026-12-04");
    await give(faculty.id, [applicant(3)], "2026-12-20");
    await give(chief.id, [applicant(0)], "2026-12-04");
    await save(chief, 0, { content: { score: 3 } });
    await save(faculty, 2, { content: { score: 3 } });
  });

  test("[NOTE-6] whoever has held interviews without a note gets one mail a day, which names nobody, and it is on record", async () => {
    const { pd, faculty } = world.a.people;
    const opened = await interviews.open(season(), pd.id, null);
    expect(opened).toMatchObject({ page: { reminders: { isMailed: true, due: [{ id: faculty.id }] } } });
    const [one, other] = await Promise.all([interviews.remind(season(), pd.id), interviews.remind(season(), pd.id)]);
    expect([one, other].map((answer) => answer.ok && answer.sent).sort()).toEqual([0, 1]);
    expect(post.mails.map(({ to }) => to)).toEqual([["faculty@a.example.org"]]);
    const source = post.mails[0]?.source.replace(/=\r?\n/g, "") ?? "";
    expect(source).toContain("The notes of 2 of your interviews are not written yet");
    expect(source).toContain(`https://rank.example.org/seasons/${season()}/notes`);
    expect(source).not.toContain("SecretA");
    expect(await trailOf("reminderSent")).toEqual([
      { actor_id: pd.id, outcome: "done", person_id: faculty.id, applicant_id: null },
    ]);
    // [DAY-1] Eight in the evening in New York, and tomorrow in UTC; then half past midnight there.
    clock.pass(13 * 60 * 60 * 1000);
    expect(await interviews.remind(season(), pd.id)).toMatchObject({ sent: 0 });
    clock.pass(4.5 * 60 * 60 * 1000);
    expect(await interviews.remind(season(), pd.id)).toMatchObject({ sent: 1 });
    expect(post.mails).toHaveLength(2);
  });

  test.each([
    ["America/New_York", []],
    ["Pacific/Honolulu", []],
    ["Asia/Tokyo", ["SecretA0, Applicant", "SecretA1, Applicant", "SecretA3, Applicant"]],
  ])("[DAY-1] an interview of the 11th is held on the evening of the 10th (UTC) in %s: %j", async (timeZone, added) => {
    const { pd, coordinator, chief } = world.a.people;
    const before = await interviews.open(season(), pd.id, null);
    clock.pass(10 * 60 * 60 * 1000);
    await database.db
      .updateTable("programs")
      .set({ time_zone: timeZone })
      .where("id", "=", world.a.programId)
      .execute();
    const ticked = [applicant(0), applicant(1), applicant(3)];
    await interviews.assign(season(), coordinator.id, { memberId: chief.id, shown: [], ticked, heldOn: "2026-12-11" });
    const opened = await interviews.open(season(), pd.id, null);
    const dueOf = (answer: typeof opened) =>
      answer.ok ? (answer.page.reminders?.due.find(({ id }) => id === chief.id)?.applicants ?? []) : undefined;
    expect(dueOf(before)).toEqual([]);
    // What the chief has written of already is not due.
    expect(dueOf(opened)).toEqual(added.filter((name) => !name.startsWith("SecretA0")));
    await database.db.updateTable("programs").set({ time_zone: "America/New_York" }).execute();
  });

  test("[NOTE-6] [RECUSE-1] a host who is recused sends nothing about whom they are recused from", async () => {
    const { pd } = world.recused;
    const opened = await interviews.open(season(), pd.id, null);
    expect(opened).toMatchObject({ page: { reminders: { due: [{ applicants: ["SecretA0, Applicant"] }] } } });
    expect(JSON.stringify(opened)).not.toContain("SecretA1");
    await interviews.remind(season(), pd.id);
    expect(post.mails[0]?.source).toContain("The note of one of your interviews is not written yet");
  });

  test("[NOTE-6] what could not be mailed is said, on record, and may be tried again", async () => {
    const { pd } = world.a.people;
    const away = createInterviewsService(
      interviewsParts({ sendMail: () => Promise.reject(new Error("no route to the mail server")) }),
    );
    expect(await away.remind(season(), pd.id)).toMatchObject({ sent: 0, failed: ["Dr faculty of a"] });
    expect((await trailOf("reminderSent")).map(({ outcome }) => outcome)).toEqual(["done", "refused"]);
    expect(await interviews.remind(season(), pd.id)).toMatchObject({ sent: 1, failed: [] });
  });

  test("without a mail server there is a text to copy and nothing is sent", async () => {
    const { pd } = world.a.people;
    const unmailed = createInterviewsService(interviewsParts({ isMailed: false }));
    const opened = await unmailed.open(season(), pd.id, null);
    if (!opened.ok) throw new Error(opened.message);
    expect(opened.page.reminders?.text).toContain("Some of your interview notes are not written yet");
    expect(await unmailed.remind(season(), pd.id)).toMatchObject({ ok: false, status: 409 });
  });
});

describe("scores", () => {
  test("[SCORE-5] leniency is the director's alone, and nobody else's payload has who gave what", async () => {
    const { pd, associatePd, coordinator, faculty, chief } = world.a.people;
    for (const [at, score] of [4, 5, 3].entries()) await save(faculty, at + 2, { content: { score } });
    for (const [at, score] of [2, 3, 1].entries()) await save(chief, at + 2, { content: { score } });
    const ofPd = await scores.open(season(), pd.id);
    if (!ofPd.ok) throw new Error(ofPd.message);
    expect(ofPd.leniency?.map(({ name, overOthers }) => [name, overOthers])).toEqual([
      ["Dr faculty of a", 2],
      ["Dr chief of a", -2],
    ]);
    const line = ofPd.page.lines.find(({ id }) => id === applicant(3));
    expect(line?.score).toMatchObject({ raw: 4, count: 2, standardisedSpread: 0 });
    for (const person of [associatePd, coordinator]) {
      const opened = await scores.open(season(), person.id);
      expect(opened).toMatchObject({ ok: true, leniency: null });
      expect(JSON.stringify(opened)).not.toMatch(new RegExp(`${faculty.id}|${chief.id}|Dr faculty`));
    }
    expect(await scores.open(season(), faculty.id)).toMatchObject({ status: 403 });
  });

  test("[RECUSE-1] a recused reader's figures are made without whoever is withheld", async () => {
    const { faculty } = world.a.people;
    for (const [at, score] of [4, 1, 3, 5].entries()) await save(faculty, at, { content: { score } });
    const whole = await scores.open(season(), world.a.people.pd.id);
    const closed = await scores.open(season(), world.recused.pd.id);
    expect(whole).toMatchObject({ page: { scale: { count: 4, mean: 3.25 } } });
    expect(closed).toMatchObject({ page: { scale: { count: 3, mean: 4 } }, leniency: [{ count: 3 }] });
    expect(JSON.stringify(closed)).not.toContain(applicant(1));
  });
});
