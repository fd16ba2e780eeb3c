// Files imported in the browser, as their service does it on a real database: mapped, looked at, carried out, stopped, taken back.
import { beforeAll, describe, expect, test } from "vitest";
import { readImportedList } from "../../db/imported-lists";
import { listGivenScores } from "../../db/interview-notes";
import { listInterviews } from "../../db/interviews";
import { readPastCycles } from "../../db/past-cycles";
import { readNamesIn } from "../../db/roster";
import type { SeasonRow } from "../../db/seasons";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TestImports, theImports } from "../support/imports";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";
import { aZip } from "../support/zip";

let database: TestDatabase;
let world: TwoPrograms;
let imports: TestImports;
let coordinator: string;
let year = 2030;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  imports = theImports(database, world);
  coordinator = world.a.people.coordinator.id;
});

const aSeason = () => imports.aSeason(year++);
const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const heading = "AAMC ID,Applicant Name,E-mail,USMLE Step 2 CK Score,Gender";
const three = csv(
  heading,
  '10000001,"One, A",one@example.org,240,F',
  '1000002,"Two, B",two@example.org,231,M',
  '10000003,"Three, C",,250,F',
);
const stateOf = async ({ draftId }: { draftId: string }) => {
  const state = await world.server.live.fresh(database.db, draftId);
  if (!state) throw new Error("a draft has a log");
  return state;
};
const named = async (season: { draftId: string }) =>
  Object.values((await stateOf(season)).applicants)
    .map(({ name }) => name)
    .sort();
const applicantCalled = async (season: { draftId: string }, name: string) => {
  const found = Object.values((await stateOf(season)).applicants).find((applicant) => applicant.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const actor = (memberId: string) => ({ kind: "member", memberId }) as const;
const doing = (
  season: { draftId: string },
  command: Parameters<typeof world.server.meetings.dispatcher.dispatch>[0]["command"],
  by = coordinator,
) =>
  world.server.meetings.dispatcher.dispatch({
    meetingId: season.draftId,
    commandId: crypto.randomUUID(),
    command,
    actor: actor(by),
  });

describe("a file of applicants", () => {
  test("[IMPORT-3] [IMPORT-5] is shown row by row, changes nothing before it is carried out, and a bad row keeps out itself alone", async () => {
    const season = await aSeason();
    const dry = await imports.checked(season, coordinator, { content: three });
    expect(dry).toMatchObject({
      kind: "applicants",
      step: "checked",
      protectedColumns: { kept: [], dropped: ["Gender"] },
    });
    expect(dry.counts).toEqual({ new: 2, changed: 0, unchanged: 0, bad: 1, withheld: 0, otherTrack: 0 });
    expect(await named(season)).toEqual([]);
    const bad = await imports.view(season, coordinator, dry.id, "bad");
    expect(bad.rows?.rows).toEqual([
      {
        row: 3,
        name: "Two, B",
        changes: [],
        problems: [
          { column: "AAMC ID", value: "1000002", expected: expect.stringMatching(/^exactly 8 digits, not 7/) },
        ],
      },
    ]);
    const done = await imports.imported(season, coordinator, { content: three });
    expect(done.step).toBe("done");
    expect(await named(season)).toEqual(["One, A", "Three, C"]);
  });

  test("[IMPORT-1] [IMPORT-4] a second file overrides its own columns, blank cells too, and nothing else", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const again = csv("AAMC ID,E-mail", "10000001,", "10000003,three@example.org");
    const dry = await imports.checked(season, coordinator, { content: again });
    expect(dry.counts).toMatchObject({ new: 0, changed: 2, bad: 0 });
    expect(dry.rows?.rows.map(({ name, changes }) => [name, changes])).toEqual([
      ["One, A", [{ what: "E-mail", from: "one@example.org" }]],
      ["Three, C", [{ what: "E-mail", to: "three@example.org" }]],
    ]);
    await imports.imported(season, coordinator, { content: again });
    expect(await applicantCalled(season, "One, A")).toEqual({
      id: expect.any(String),
      withdrawn: false,
      name: "One, A",
      aamcId: "10000001",
      step2: [240],
    });
    expect((await imports.checked(season, coordinator, { content: again })).counts).toMatchObject({
      changed: 0,
      unchanged: 2,
    });
  });

  test("[IMPORT-8] a protected column is kept nowhere, and cannot be mapped", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, {
      content: three.replaceAll(",F", ",Fxyzzy"),
      mapping: { Gender: "school" },
    });
    const held = await database.db.selectFrom("import_rows").selectAll().execute();
    const facts = await database.db.selectFrom("applicants").selectAll().execute();
    expect(JSON.stringify([held, facts])).not.toContain("xyzzy");
  });

  test("a column can be mapped to another field or left out, and the program is remembered by it", async () => {
    const season = await aSeason();
    const content = csv("AAMC ID,Full Name,Nickname,Mailbox", "10000001,One,Uno,one@example.org");
    await imports.imported(season, coordinator, {
      content,
      mapping: { "Full Name": "", Nickname: "name", Mailbox: "email" },
    });
    expect(await applicantCalled(season, "Uno")).toMatchObject({ email: "one@example.org" });
    const other = await aSeason();
    const uploaded = await imports.service.upload(
      other.id,
      coordinator,
      { name: "x", bytes: Buffer.from(content) },
      "",
    );
    if (!uploaded.ok) throw new Error(uploaded.message);
    const { columns } = await imports.view(other, coordinator, uploaded.importId);
    expect(columns.map(({ field }) => field)).toEqual(["aamcId", null, "name", "email"]);
    expect(columns[3]?.samples).toEqual(["one@example.org"]);
  });

  test("what a kind cannot do without has to be mapped", async () => {
    const season = await aSeason();
    const content = csv("Applicant Name,School", "One,A");
    await expect(imports.checked(season, coordinator, { content })).rejects.toThrow("“AAMC ID” or “NRMP ID”");
  });

  test("rows of another track are left, and counted", async () => {
    const season = await aSeason();
    const content = csv(
      "AAMC ID,Applicant Name,Tracks Applied by Applicant",
      "10000001,One,Internal Medicine|1000140C0 (Categorical)",
      "10000002,Two,Internal Medicine|1000140P0 (Preliminary)",
      '10000003,Three,"Internal Medicine|1000140C0 (Categorical),Internal Medicine|1000140P0 (Preliminary)"',
      "10000004,Four,",
    );
    const done = await imports.imported(season, coordinator, { content });
    expect(done.counts).toMatchObject({ new: 3, otherTrack: 1 });
    expect(await named(season)).toEqual(["Four", "One", "Three"]);
  });

  test("[RECUSE-1] nothing is shown or done about somebody the importer is recused from; how many rows is said", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const one = await applicantCalled(season, "One, A");
    await doing(season, { type: "declareRecusal", applicantId: one.id });
    const again = csv(
      "AAMC ID,E-mail,USMLE Step 2 CK Score",
      "10000001,secret@example.org,9999",
      "10000003,x@example.org,",
    );
    const dry = await imports.checked(season, coordinator, { content: again });
    expect(dry.counts).toEqual({ new: 0, changed: 1, unchanged: 0, bad: 0, withheld: 1, otherTrack: 0 });
    for (const show of ["new", "changed", "unchanged", "bad"]) {
      expect(JSON.stringify(await imports.view(season, coordinator, dry.id, show))).not.toMatch(/One, A|secret|9999/);
    }
    await imports.service.commit(season.id, dry.id, coordinator);
    await imports.settled(season, coordinator, dry.id);
    expect((await stateOf(season)).applicants[one.id]).toEqual(one);
  });

  test("[PROGRAM-1] [SEASON-1] an import is its starter's alone", async () => {
    const season = await aSeason();
    const { id } = await imports.checked(season, coordinator, { content: three });
    for (const { id: person } of [world.a.people.pd, world.b.people.pd, world.administrator]) {
      expect(await imports.service.open(season.id, id, person, {})).toMatchObject({ ok: false, status: 404 });
      expect(await imports.service.commit(season.id, id, person)).toMatchObject({ ok: false, status: 404 });
      expect(await imports.service.badRows(season.id, id, person)).toMatchObject({ ok: false, status: 404 });
    }
    expect(await imports.service.open(season.id, id, world.a.people.faculty.id, {})).toMatchObject({ status: 403 });
  });

  test("the rows that cannot be taken are a file, with the reason, and nothing in it runs", async () => {
    const season = await aSeason();
    const content = csv("AAMC ID,Applicant Name,USMLE Step 2 CK Score", "1,=HYPERLINK(1),240", '1000002,"T,wo",240');
    const { id } = await imports.checked(season, coordinator, { content });
    const file = await imports.service.badRows(season.id, id, coordinator);
    if (!file.ok) throw new Error(file.message);
    const lines = String(file.content).replace("\uFEFF", "").split("\r\n");
    expect(lines[0]).toBe("Row,AAMC ID,Applicant Name,USMLE Step 2 CK Score,Reason");
    expect(lines[1]).toBe('2,1,\'=HYPERLINK(1),240,"AAMC ID: “1”, expected exactly 8 digits"');
    expect(lines[2]).toContain('3,1000002,"T,wo",240');
  });
});

describe("at work", () => {
  /** Holds the season's log for as long as the work takes. */
  async function whileHeld(season: { draftId: string }, work: () => Promise<void>): Promise<void> {
    await database.db.transaction().execute(async (trx) => {
      await trx.selectFrom("meetings").select("id").where("id", "=", season.draftId).forUpdate().execute();
      await work();
    });
  }

  test("[IMPORT-3] stopped before it is saved, nothing has happened, and it can be carried out again", async () => {
    const season = await aSeason();
    const { id } = await imports.checked(season, coordinator, { content: three });
    await whileHeld(season, async () => {
      await imports.service.commit(season.id, id, coordinator);
      await imports.service.stop(season.id, id, coordinator);
      // Longer than its heart takes to beat.
      await new Promise((resolve) => setTimeout(resolve, 700));
    });
    const stopped = await imports.settled(season, coordinator, id);
    expect(stopped).toMatchObject({ step: "checked", told: "Stopped. Nothing was changed." });
    expect(await named(season)).toEqual([]);
    await imports.service.commit(season.id, id, coordinator);
    expect((await imports.settled(season, coordinator, id)).step).toBe("done");
    expect(await named(season)).toHaveLength(2);
  });

  test("a second import of the season is refused with a sentence that says whose is at work", async () => {
    const season = await aSeason();
    const { id } = await imports.checked(season, coordinator, { content: three });
    const other = await imports.checked(season, world.a.people.pd.id, { content: three });
    await whileHeld(season, async () => {
      await imports.service.commit(season.id, id, coordinator);
      const refused = await imports.service.commit(season.id, other.id, world.a.people.pd.id);
      expect(refused).toMatchObject({
        ok: false,
        status: 409,
        message: expect.stringContaining("Dr coordinator of a"),
      });
    });
    await imports.settled(season, coordinator, id);
  });

  test("one whose process died is made good: done if the log has it, else as before", async () => {
    const season = await aSeason();
    const { id } = await imports.checked(season, coordinator, { content: three });
    const long = new Date(imports.clock.now().getTime() - 60_000);
    const dead = (commandId: string) =>
      database.db
        .updateTable("imports")
        .set({ state: "committing", beat_at: long, log_id: season.draftId, command_id: commandId })
        .where("id", "=", id)
        .execute();
    await dead(crypto.randomUUID());
    expect(await imports.view(season, coordinator, id)).toMatchObject({
      step: "checked",
      told: expect.stringContaining("restarted"),
    });
    await imports.service.commit(season.id, id, coordinator);
    await imports.settled(season, coordinator, id);
    const { command_id: commandId } = await database.db
      .selectFrom("imports")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await dead(commandId ?? "");
    expect(await imports.view(season, coordinator, id)).toMatchObject({ step: "done" });
  });

  test("[LOCK-2] what the list refuses is said, and can be done later", async () => {
    const { people, seasonId, meetingId } = world.a;
    const season = { ...(await aSeason()), id: seasonId } as SeasonRow;
    const lock = (command: "lockList" | "unlockList") =>
      world.server.meetings.dispatcher.dispatch({
        meetingId,
        commandId: crypto.randomUUID(),
        command: { type: command, reason: "A test." },
        actor: actor(people.pd.id),
      });
    expect(await lock("lockList")).toMatchObject({ ok: true });
    const { id } = await imports.checked(season, coordinator, { content: three });
    await imports.service.commit(seasonId, id, coordinator);
    expect(await imports.settled(season, coordinator, id)).toMatchObject({
      step: "checked",
      told: expect.stringContaining("locked"),
    });
    await lock("unlockList");
    await imports.service.commit(seasonId, id, coordinator);
    expect((await imports.settled(season, coordinator, id)).step).toBe("done");
    expect(await imports.service.undo(seasonId, id, coordinator)).toEqual({ ok: true });
  });
});

describe("taking it back", () => {
  test("[IMPORT-6] what nobody has touched since goes back; the rest is named with its reason", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const content = csv(
      "AAMC ID,Applicant Name,E-mail",
      "10000001,One,new@example.org",
      "10000009,Nine,",
      "10000008,Eight,",
    );
    const { id } = await imports.imported(season, coordinator, { content });
    const eight = await applicantCalled(season, "Eight");
    await doing(season, {
      type: "moveApplicant",
      applicantId: eight.id,
      to: { zone: "middle", after: null, before: null },
    });
    await imports.imported(season, coordinator, { content: csv("AAMC ID,E-mail", "10000001,typed@example.org") });
    expect(await imports.service.undo(season.id, id, coordinator)).toEqual({ ok: true });
    const { takenBack, step } = await imports.view(season, coordinator, id);
    expect(step).toBe("undone");
    expect(takenBack?.count).toBe(2);
    expect(takenBack?.kept).toEqual([
      { who: "Eight", what: "", why: "has been placed on the list since" },
      { who: "One, A", what: "E-mail", why: "was changed since" },
    ]);
    expect(await named(season)).toEqual(["Eight", "One, A", "Three, C"]);
    expect((await applicantCalled(season, "One, A")).email).toBe("typed@example.org");
    expect(await imports.service.undo(season.id, id, coordinator)).toMatchObject({ ok: false, status: 409 });
    // LOG-3: the tables are what the log says.
    expect(await rebuildMeeting(database.db, season.draftId, { keep: false })).toEqual([]);
  });

  test("[IMPORT-6] whoever was withdrawn by it stands where they stood", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const one = await applicantCalled(season, "One, A");
    await doing(season, {
      type: "moveApplicant",
      applicantId: one.id,
      to: { zone: "protected", after: null, before: null },
    });
    const { id } = await imports.imported(season, coordinator, {
      content: csv("AAMC ID,Withdrawn by Applicant", "10000001,Yes"),
    });
    expect((await stateOf(season)).order.protected).toEqual([]);
    await imports.service.undo(season.id, id, coordinator);
    expect((await stateOf(season)).order.protected).toEqual([one.id]);
  });

  test("[IMPORT-6] an added applicant about whom there is an interview by now stays", async () => {
    const season = await aSeason();
    const { id } = await imports.imported(season, coordinator, { content: three });
    const one = await applicantCalled(season, "One, A");
    await database.db
      .insertInto("interviews")
      .values({ season_id: season.id, applicant_id: one.id, member_id: world.a.people.faculty.id, held_on: null })
      .execute();
    await imports.service.undo(season.id, id, coordinator);
    expect(await named(season)).toEqual(["One, A"]);
    expect((await imports.view(season, coordinator, id)).takenBack?.kept).toEqual([
      { who: "One, A", what: "", why: "has interviews, notes, questions or calls on file" },
    ]);
  });

  test("[IMPORT-6] a colleague may take it back unseen, is named, and leaves whom they are recused from", async () => {
    const season = await aSeason();
    const { pd, associatePd, faculty } = world.a.people;
    const { id } = await imports.imported(season, coordinator, { content: three });
    const third = await applicantCalled(season, "Three, C");
    await doing(season, { type: "declareRecusal", applicantId: third.id }, pd.id);
    const othersOf = async (person: string) => {
      const start = await imports.service.start(season.id, person);
      return start.ok && start.start.others;
    };
    const coordinatorsName = (await readNamesIn(database.db, world.a.programId)).get(coordinator);
    expect(await othersOf(pd.id)).toMatchObject([{ id, kind: "applicants", by: coordinatorsName }]);
    expect(await othersOf(associatePd.id)).toEqual([]);
    expect(await othersOf(coordinator)).toEqual([]);
    const undo = (person: string) => imports.service.undoOthers(season.id, person, { importId: id });
    expect(await undo(associatePd.id)).toMatchObject({ ok: false, status: 403 });
    expect(await undo(faculty.id)).toMatchObject({ ok: false, status: 403 });
    expect(await undo(world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
    expect(await undo(coordinator)).toMatchObject({ ok: false, status: 404 });

    expect(await undo(pd.id)).toEqual({ ok: true });
    expect(await named(season)).toEqual(["Three, C"]);
    const view = await imports.view(season, coordinator, id);
    expect(view.told).toMatch(/ took it back\.$/);
    expect(view.takenBack).toEqual({
      count: 1,
      kept: [{ who: "Three, C", what: "", why: "whoever took it back is recused from them" }],
    });
    expect(await undo(pd.id)).toMatchObject({ ok: false, status: 404 });
    expect(await othersOf(pd.id)).toEqual([]);
    const entry = await database.db
      .selectFrom("audit_entries")
      .select(["actor_id", "person_id"])
      .where("action", "=", "importTakenBack")
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(entry).toEqual({ actor_id: pd.id, person_id: coordinator });
  });

  test("[IMPORT-6] is possible for a day", async () => {
    const season = await aSeason();
    const { id } = await imports.imported(season, coordinator, { content: three });
    imports.clock.pass(24 * 60 * 60 * 1000 + 1);
    expect((await imports.view(season, coordinator, id)).undoUntil).toBeNull();
    expect(await imports.service.undo(season.id, id, coordinator)).toMatchObject({ ok: false, status: 409 });
    const late = await imports.service.undoOthers(season.id, world.a.people.pd.id, { importId: id });
    expect(late).toMatchObject({ ok: false, status: 404 });
  });
});

describe("other files", () => {
  const scores = csv(
    "AAMC ID,Interviewer E-mail,Interview Date,Score,Comment",
    "10000001,faculty@a.example.org,2029-12-01,3.5,Clear",
    "10000003,faculty@a.example.org,2029-12-01,,",
    "10000003,nobody@example.org,2029-12-01,3,",
    "10000003,coordinator@a.example.org,2029-12-01,3,",
    "10000077,faculty@a.example.org,2029-12-01,3,",
  );

  test("interview scores become notes of whoever is on the roster; an unknown address says what to do", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const dry = await imports.checked(season, coordinator, { content: scores });
    expect(dry.kind).toBe("interviewScores");
    expect(dry.counts).toMatchObject({ new: 2, bad: 3 });
    const bad = await imports.view(season, coordinator, dry.id, "bad");
    expect(bad.rows?.rows.map(({ problems }) => problems[0]?.expected)).toEqual([
      "somebody on the program's roster; add them there with this address, then import again",
      "somebody whose role writes interview notes",
      "the id of one applicant in this season",
    ]);
    const { id } = await imports.imported(season, coordinator, { content: scores });
    const one = await applicantCalled(season, "One, A");
    const given = [{ applicantId: one.id, raterId: world.a.people.faculty.id, score: 3.5, heldOn: "2029-12-01" }];
    expect(await listGivenScores(database.db, season)).toEqual(given);
    expect((await imports.checked(season, coordinator, { content: scores })).counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 2,
    });

    const other = scores
      .replace("3.5", "4")
      .replace("10000003,faculty@a.example.org,2029-12-01", "10000003,faculty@a.example.org,2029-12-02");
    const second = await imports.imported(season, coordinator, { content: other });
    const dayOfThree = async () => {
      const three = await applicantCalled(season, "Three, C");
      return (await listInterviews(database.db, season.id)).find(({ applicantId }) => applicantId === three.id)?.heldOn;
    };
    expect(await dayOfThree()).toBe("2029-12-02");
    expect((await listGivenScores(database.db, season))[0]?.score).toBe(4);
    await imports.service.undo(season.id, second.id, coordinator);
    expect(await listGivenScores(database.db, season)).toEqual(given);
    expect(await dayOfThree()).toBe("2029-12-01");
    // The first one's note has another version by now.
    await imports.service.undo(season.id, id, coordinator);
    const { takenBack } = await imports.view(season, coordinator, id);
    expect(takenBack).toMatchObject({
      count: 1,
      kept: [{ who: "One, A", what: "Interview note", why: "was changed since" }],
    });
  });

  test("past lists are kept without names; a second file leaves alone what it does not say; undo brings the old back", async () => {
    const season = await aSeason();
    const head = "Cycle,Quota,Rank,Outcome,Program Signal";
    const first = csv(
      head,
      "2023,12,1,matched elsewhere,",
      "2023,12,2,matched here,Gold",
      "2023,11,3,matched here,",
      "2099,12,1,matched here,",
    );
    const done = await imports.imported(season, coordinator, { content: first });
    expect(done.kind).toBe("pastLists");
    expect(done.counts).toMatchObject({ new: 2, bad: 2 });
    const cycle = {
      year: 2023,
      quota: 12,
      ranks: [
        { rank: 1, outcome: "matchedElsewhere", signal: null },
        { rank: 2, outcome: "matchedHere", signal: "gold" },
      ],
    };
    expect(await readPastCycles(database.db, season.trackId)).toEqual([cycle]);
    imports.clock.pass(1000);
    const { id } = await imports.imported(season, coordinator, { content: csv(head, "2023,12,1,not reached,") });
    expect((await readPastCycles(database.db, season.trackId))[0]?.ranks).toMatchObject([
      { outcome: "notReached" },
      { outcome: "matchedHere" },
    ]);
    await imports.service.undo(season.id, id, coordinator);
    expect(await readPastCycles(database.db, season.trackId)).toEqual([cycle]);
  });

  test("[IMPORT-2] a preliminary list is kept for the builder, and moves nobody", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const content = csv(
      "Rank,AAMC ID,Applicant Name,Zone",
      "1,10000003,Three C,protected",
      "2,10000077,X,middle",
      ",10000001,One A,red",
    );
    const done = await imports.imported(season, coordinator, { content });
    expect(done.kind).toBe("preliminaryList");
    expect(done.counts).toMatchObject({ new: 2, bad: 1 });
    const [one, other] = [await applicantCalled(season, "One, A"), await applicantCalled(season, "Three, C")];
    expect(await readImportedList(database.db, season.id)).toMatchObject({
      protected: [other.id],
      middle: [],
      red: [one.id],
    });
    expect((await stateOf(season)).order.unplaced).toHaveLength(2);
    await imports.service.undo(season.id, done.id, coordinator);
    expect(await readImportedList(database.db, season.id)).toBeUndefined();
  });

  test("photos are matched by AAMC ID, told by what they are, and shown to nobody until the director says so", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: three });
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]);
    const zip = aZip([
      { name: "photos/10000001.jpg", bytes: jpeg },
      { name: "__MACOSX/10000001.jpg", bytes: jpeg },
      { name: "photos/10000003.png", bytes: "MZ a program" },
      { name: "photos/10000088.jpg", bytes: jpeg },
      { name: "photos/10000099.jpg", bytes: Buffer.concat([jpeg, Buffer.alloc(2 * 1024 * 1024)]) },
      { name: "photos/me.jpg", bytes: jpeg },
    ]);
    const done = await imports.imported(season, coordinator, { content: zip, name: "photos.zip" });
    expect(done.kind).toBe("photos");
    expect(done.counts).toMatchObject({ new: 1, bad: 4 });
    const one = await applicantCalled(season, "One, A");
    const { faculty, pd } = world.a.people;
    const photoFor = (person: string) => imports.service.photo(season.id, one.id, person);
    expect(await photoFor(pd.id)).toMatchObject({ ok: false, status: 404 });
    expect(await imports.service.showPhotos(season.id, coordinator, { shown: "yes" })).toMatchObject({ status: 403 });
    await imports.service.showPhotos(season.id, pd.id, { shown: "yes" });
    expect(await photoFor(faculty.id)).toMatchObject({ ok: true, contentType: "image/jpeg", content: jpeg });
    expect(await photoFor(world.a.people.observer.id)).toMatchObject({ ok: false, status: 403 });
    expect(await photoFor(world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
    await doing(season, { type: "declareRecusal", applicantId: one.id }, pd.id);
    expect(await photoFor(pd.id)).toMatchObject({ ok: false, status: 404 });
    const start = await imports.service.start(season.id, pd.id);
    expect(start.ok && start.start.photos.applicants).toEqual([]);
    await imports.service.undo(season.id, done.id, coordinator);
    expect(await photoFor(faculty.id)).toMatchObject({ ok: false, status: 404 });
  });

  test("[AUDIT-1] imports and what was taken back are on the program's record, without a name and a number", async () => {
    const rows = await database.db
      .selectFrom("audit_entries")
      .select(["action", "payload"])
      .where("chain_id", "=", world.a.programId)
      .where("action", "in", ["filesImported", "importTakenBack", "photosShown"])
      .execute();
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(["filesImported", "importTakenBack", "photosShown"]),
    );
    expect(JSON.stringify(rows)).not.toMatch(/One|"new"/);
  });
});

test("[IMPORT-7] a file that is refused leaves nothing behind", async () => {
  const season = await aSeason();
  const count = async () => {
    const tables = ["imports", "import_rows", "applicant_photos"] as const;
    return Promise.all(
      tables.map(async (table) => {
        const row = await database.db
          .selectFrom(table)
          .select((e) => e.fn.countAll().as("n"))
          .executeTakeFirstOrThrow();
        return Number(row.n);
      }),
    );
  };
  const before = await count();
  const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(1_500_000)]);
  const bomb = aZip(Array.from({ length: 30 }, (_, n) => ({ name: `${10000000 + n}.png`, bytes: png })));
  for (const content of [bomb, bomb.subarray(0, bomb.length - 30), Buffer.from("MZ\x00\x01\x02"), Buffer.alloc(0)]) {
    const refused = await imports.service.upload(season.id, coordinator, { name: "x.zip", bytes: content }, "");
    expect(refused).toMatchObject({ ok: false, status: 400, field: "file" });
  }
  expect(await count()).toEqual(before);
});
