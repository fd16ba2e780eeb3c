// The preliminary list: arranged, kept, compared and frozen, on a real database with the server's own pipeline.
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { findSeason, readWithheld } from "../../db/seasons";
import { leftOut, leftOutWords } from "../../domain/left-out";
import { rankedIds } from "../../domain/rank-list";
import { unavailable } from "../../server/failure";
import { doorServiceAt } from "../../server/joining/host";
import { createScoresService } from "../../server/notes/scores-service";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { type TestSeason, type TestSeasons, theSeasons } from "../support/a-season";
import { aDatabase, type TestDatabase } from "../support/database";
import { thePrograms } from "../support/programs";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let there: TestSeasons;
beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  there = theSeasons({ db: database.db, world });
});
const stateOf = (meetingId: string) => world.server.live.fresh(database.db, meetingId);
const orderOf = async ({ draftId }: TestSeason) => (await stateOf(draftId))?.order;

/** Everybody ranked, as the coordinator puts them. */
async function placed(season: TestSeason, protectedCount = 2): Promise<void> {
  const ids = season.applicantIds;
  const lists = { protected: ids.slice(0, protectedCount), middle: ids.slice(protectedCount), red: [], unplaced: [] };
  await there.ask(season, { type: "arrangeList", source: "imported", ...lists }, world.a.people.coordinator.id);
}

describe("an arrangement", () => {
  const typed = { source: "scores", protectedCount: "2" };

  test("[DRAFT-3] is shown first, and done as it was shown or not at all", async () => {
    const season = await there.open(2041, 4);
    const [one, two, three] = season.applicantIds as [string, string, string];
    const { pd, coordinator, chief, faculty } = world.a.people;
    await there.note(season, one, chief.id, { score: 3 });
    await there.note(season, two, chief.id, { score: 9 });
    await there.note(season, three, chief.id, { score: 6 });
    const shown = await there.preliminary.propose(season.id, coordinator.id, typed);
    if (!shown.ok) throw new Error(shown.message);
    const { proposal } = shown;
    expect(proposal.first.map(({ applicantId }) => applicantId).slice(0, 3)).toEqual([two, three, one]);
    // [DRAFT-5] Nobody scored the fourth.
    expect(proposal.withoutValue).toEqual([season.applicantIds[3]]);
    expect(proposal.first.at(-1)).toEqual({ applicantId: season.applicantIds[3] });
    expect(proposal.counts).toEqual({ protected: 2, middle: 2, red: 0, unplaced: 0 });
    expect(await orderOf(season)).toMatchObject({ protected: [], middle: [] });

    await there.note(season, three, faculty.id, { score: 1 });
    const { plan } = proposal;
    const other = await there.preliminary.arrange(season.id, coordinator.id, { ...typed, protectedCount: "1", plan });
    expect(other).toMatchObject({ ok: false, status: 409 });
    const again = await there.preliminary.propose(season.id, pd.id, typed);
    if (!again.ok) throw new Error(again.message);
    const done = await there.preliminary.arrange(season.id, pd.id, { ...typed, plan: again.proposal.plan });
    expect(done).toEqual({ ok: true });
    const order = await orderOf(season);
    expect(order && rankedIds(order)).toEqual(again.proposal.first.map(({ applicantId }) => applicantId));
  });

  test("[RUBRIC-8] says of each group how many it protects and ranks, now and then, as SQL counts them", async () => {
    // Six US graduates who need nothing, then six from abroad who need a visa; one type is on no file.
    const season = await there.open(2078, 13, (n) =>
      n > 12 ? {} : n <= 6 ? { schoolType: "US MD", visa: "none" } : { schoolType: "International", visa: "h1b" },
    );
    const { pd, coordinator, chief } = world.a.people;
    await placed(season, 8);
    const { applicantIds } = season;
    for (const [index, id] of applicantIds.entries())
      await there.note(season, id, chief.id, { score: index < 6 ? 9 : 3 });
    const shown = await there.preliminary.propose(season.id, coordinator.id, { source: "scores", protectedCount: "6" });
    if (!shown.ok) throw new Error(shown.message);
    const { rows } = await sql<{ group: string; people: number; protected: number }>`
      SELECT a.facts ->> 'schoolType' AS "group", count(*)::int AS people,
        (count(*) FILTER (WHERE a.id = ANY (r.protected)))::int AS protected
      FROM applicants a JOIN rank_orders r ON r.meeting_id = a.meeting_id
      WHERE a.meeting_id = ${season.draftId} AND a.facts ->> 'schoolType' IS NOT NULL GROUP BY 1 ORDER BY 1`.execute(
      database.db,
    );
    expect(rows).toEqual([
      { group: "International", people: 6, protected: 2 },
      { group: "US MD", people: 6, protected: 6 },
    ]);
    const lost = { protected: applicantIds.slice(6, 8), ranked: [] };
    const abroad = { people: 6, before: { protected: 2, ranked: 6 }, after: { protected: 0, ranked: 6 }, losing: lost };
    const home = { people: 6, before: { protected: 6, ranked: 6 }, after: { protected: 6, ranked: 6 } };
    const nobody = { protected: [], ranked: [] };
    expect(shown.proposal.groups).toEqual([
      { dimension: "schoolType", group: "US MD graduates", ...home, losing: nobody },
      { dimension: "schoolType", group: "international graduates", ...abroad },
      { dimension: "visa", group: "who need no sponsorship", ...home, losing: nobody },
      { dimension: "visa", group: "who need sponsorship", ...abroad },
    ]);
    expect(leftOut(shown.proposal.groups).map(leftOutWords)).toEqual([
      "None of the 6 international graduates would be protected; 2 are now.",
      "None of the 6 who need sponsorship would be protected; 2 are now.",
    ]);

    // [RECUSE-1] Whoever is withheld is in no count; to empty the list leaves nobody out.
    await there.ask(season, { type: "declareRecusal", applicantId: applicantIds[6] as string }, pd.id);
    const ofPd = await there.preliminary.propose(season.id, pd.id, { source: "scores", protectedCount: "6" });
    if (!ofPd.ok) throw new Error(ofPd.message);
    expect(ofPd.proposal.groups.map(({ people }) => people)).toEqual([6, 5, 6, 5]);
    expect(JSON.stringify(ofPd.proposal)).not.toContain(applicantIds[6]);
    const empty = await there.preliminary.propose(season.id, pd.id, { source: "nothing", protectedCount: "0" });
    expect(empty).toMatchObject({ ok: true, proposal: { groups: [] } });
  });

  test("[RECUSE-1] by scores: what puts somebody there is the mean of the scores page, of those whom the reader sees", async () => {
    const season = await there.open(2079, 5);
    const { pd, chief, faculty } = world.a.people;
    const [one, two, three, four, withheld] = season.applicantIds as [string, string, string, string, string];
    for (const [id, score] of [
      [one, 9],
      [two, 8],
      [three, 6],
      [withheld, 1],
    ] as const)
      await there.note(season, id, chief.id, { score });
    for (const [id, score] of [
      [one, 5],
      [three, 4],
      [four, 6],
      [withheld, 5],
    ] as const)
      await there.note(season, id, faculty.id, { score });
    await there.ask(season, { type: "declareRecusal", applicantId: withheld }, pd.id);
    const shown = await there.preliminary.propose(season.id, pd.id, { source: "scores", protectedCount: "2" });
    const page = await createScoresService(database).open(season.id, pd.id);
    if (!shown.ok || !page.ok) throw new Error("a director reads both");
    const means = page.page.lines.map(({ id, score }): [string, number | undefined] => [id, score?.standardised]);
    expect(means).toHaveLength(4);
    const values = new Map(shown.proposal.first.map(({ applicantId, value }) => [applicantId, value]));
    expect(values).toEqual(new Map(means));
  });

  test("[DRAFT-4] what it replaced is a snapshot to compare with and to come back to", async () => {
    const season = await there.open(2042, 5);
    const { pd } = world.a.people;
    await placed(season);
    const before = await orderOf(season);
    const back = { source: "nothing", protectedCount: "0" };
    const proposed = await there.preliminary.propose(season.id, pd.id, back);
    if (!proposed.ok) throw new Error(proposed.message);
    await there.preliminary.arrange(season.id, pd.id, { ...back, plan: proposed.proposal.plan });
    expect((await orderOf(season))?.unplaced).toHaveLength(5);
    const snapshot = (await stateOf(season.draftId))?.snapshots[0];
    expect(snapshot?.name).toBe("Before: Nothing: everybody back to the tray");
    const ends = { from: String(snapshot?.seq), to: "now" };
    const told = await there.preliminary.difference(season.id, pd.id, ends);
    if (!told.ok) throw new Error(told.message);
    expect(told.difference.changes).toHaveLength(5);
    expect(Object.values(told.difference.names)).toContain("Draft01, Applicant");
    const form = { source: "snapshot", protectedCount: "0", snapshot: String(snapshot?.seq) };
    const restored = await there.preliminary.propose(season.id, pd.id, form);
    if (!restored.ok) throw new Error(restored.message);
    await there.preliminary.arrange(season.id, pd.id, { ...form, plan: restored.proposal.plan });
    expect(await orderOf(season)).toEqual(before);
    for (const from of ["1", "99999", "later"])
      expect(await there.preliminary.difference(season.id, pd.id, { from, to: "now" })).toMatchObject({ ok: false });
  });

  test("by the rubric: nobody of whom too little is on file has a place in it", async () => {
    const season = await there.open(2043, 3);
    const form = { source: "rubric", protectedCount: "3" };
    const proposed = await there.preliminary.propose(season.id, world.a.people.pd.id, form);
    if (!proposed.ok) throw new Error(proposed.message);
    expect(proposed.proposal.withoutValue).toEqual(season.applicantIds);
    expect(proposed.proposal.counts).toMatchObject({ protected: 0, middle: 3 });
  });

  test("from an imported list: its order and its border; without one it is said that there is none", async () => {
    const season = await there.open(2057, 4);
    const { pd } = world.a.people;
    const form = { source: "imported", protectedCount: "" };
    expect(await there.preliminary.propose(season.id, pd.id, form)).toMatchObject({ ok: false, status: 409 });
    const [one, two, three, four] = season.applicantIds as [string, string, string, string];
    const list = { protected: [three], middle: [one], red: [four] };
    const { preliminary } = theSeasons({ db: database.db, world, readImportedList: async () => list });
    expect(await preliminary.open(season.id, pd.id)).toMatchObject({ page: { hasImportedList: true } });
    const proposed = await preliminary.propose(season.id, pd.id, form);
    expect(proposed).toMatchObject({
      proposal: { counts: { protected: 1, middle: 2, red: 1, unplaced: 0 }, withoutValue: [two] },
    });
    const moved = await preliminary.propose(season.id, pd.id, { ...form, protectedCount: "2" });
    expect(moved).toMatchObject({ proposal: { counts: { protected: 2, middle: 1 } } });
  });

  test("what was typed wrong is said at its field", async () => {
    const season = await there.open(2044, 1);
    const ask = (form: Record<string, string>) => there.preliminary.propose(season.id, world.a.people.pd.id, form);
    expect(await ask({ source: "votes", protectedCount: "1" })).toMatchObject({ status: 400, field: "source" });
    expect(await ask({ source: "scores", protectedCount: "-1" })).toMatchObject({
      status: 400,
      field: "protectedCount",
    });
    expect(await ask({ source: "snapshot", protectedCount: "1" })).toMatchObject({ status: 404 });
  });
});

test("[RECUSE-1] whoever is recused is told nothing of the applicant by proposals, checks and differences", async () => {
  const season = await there.open(2045, 4);
  const { associatePd, chief } = world.a.people;
  const hidden = season.applicantIds[1] as string;
  await placed(season);
  for (const id of season.applicantIds) await there.note(season, id, chief.id, { score: 5, worksWithSince: said });
  await there.ask(season, { type: "takeSnapshot", name: "First pass" }, associatePd.id);
  const { seq } = (await stateOf(season.draftId))?.snapshots.at(-1) ?? { seq: 0 };
  await there.ask(season, { type: "declareRecusal", applicantId: hidden }, associatePd.id);
  const toTop = { zone: "middle", after: null, before: season.applicantIds[2] as string } as const;
  await there.ask(season, { type: "moveApplicant", applicantId: hidden, to: toTop }, world.a.people.pd.id);
  const { preliminary } = there;
  const answers = [
    await preliminary.open(season.id, associatePd.id),
    await preliminary.checks(season.id, associatePd.id, null),
    await preliminary.difference(season.id, associatePd.id, { from: String(seq), to: "now" }),
    ...(await Promise.all(
      ["scores", "rubric", "nothing"].map((source) =>
        preliminary.propose(season.id, associatePd.id, { source, protectedCount: "2" }),
      ),
    )),
  ];
  for (const answer of answers) {
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(hidden);
    expect(JSON.stringify(answer)).not.toContain("Draft02");
  }
  expect(await preliminary.checks(season.id, associatePd.id, hidden)).toMatchObject({ ok: false, status: 404 });
  expect(answers[2]).toMatchObject({ difference: { changes: [] } });
});

const said = "2026-01-10T17:30:00.000Z";

describe("the freeze", () => {
  test("[FREEZE-2] opens the meeting with the list, the recusals and the word of the interviewers, and the projection says the same", async () => {
    const season = await there.open(2046, 5);
    const [one, two, three] = season.applicantIds as [string, string, string];
    const { pd, coordinator, chief, faculty, observer } = world.a.people;
    await placed(season);
    await there.note(season, one, chief.id, { worksWithSince: said, text: "Calm at night." });
    await there.note(season, two, faculty.id, { worksWithSince: said });
    await there.note(season, three, coordinator.id, { worksWithSince: said });
    await there.ask(season, { type: "declareRecusal", applicantId: three, reason: "Cousin" }, coordinator.id);
    await there.seasons.declareRecusal(season.id, two, faculty.id, { reason: "My student" });
    const frozen = await there.preliminary.freeze(season.id, pd.id);
    if (!frozen.ok) throw new Error(frozen.message);
    const meeting = await stateOf(frozen.meetingId);
    expect(meeting).toMatchObject({ kind: "meeting", title: "Rank meeting 2046", phase: "open" });
    expect(meeting?.order).toEqual(await orderOf(season));
    expect(meeting?.preliminary).toEqual(meeting?.order);
    expect(Object.keys(meeting?.members ?? {})).toEqual(expect.arrayContaining([faculty.id, observer.id]));
    expect(meeting?.recusals).toEqual({ [coordinator.id]: [three], [faculty.id]: [two] });
    expect(Object.values(meeting?.endorsements ?? {})).toMatchObject([
      { applicantId: one, by: chief.id, at: said, strength: "workWith", relationship: "interviewed" },
    ]);
    const row = await findSeason(database.db, season.id);
    expect(row).toMatchObject({ meetingId: frozen.meetingId, isFrozen: true });
    expect(row && (await readWithheld(database.db, row, faculty.id))).toEqual(new Set([two]));
    const rows = await database.db
      .selectFrom("endorsements")
      .select(["member_id", "at"])
      .where("meeting_id", "=", frozen.meetingId)
      .execute();
    expect(rows).toEqual([{ member_id: chief.id, at: new Date(said) }]);
    for (const id of [frozen.meetingId, season.draftId])
      expect(await rebuildMeeting(database.db, id, { keep: false })).toEqual([]);
    // Nothing of the notes but the word itself is in the meeting.
    expect(JSON.stringify(meeting)).not.toContain("Calm at night");
  });

  test("[FREEZE-2] [RECUSE-1] a recusal that is declared while the meeting is being opened is in it", async () => {
    const season = await there.open(2071, 3);
    const { pd, faculty } = world.a.people;
    const [one] = season.applicantIds as [string];
    await placed(season, 1);
    const { dispatcher } = world.server.meetings;
    const late = theSeasons({
      db: database.db,
      world,
      dispatch: async (request) => {
        // After the freeze has read who is recused, and before the meeting has its list.
        if (request.command.type === "openFromDraft")
          expect(await there.seasons.declareRecusal(season.id, one, faculty.id, {})).toEqual({ ok: true });
        return dispatcher.dispatch(request);
      },
    });
    const frozen = await late.preliminary.freeze(season.id, pd.id);
    if (!frozen.ok) throw new Error(frozen.message);
    expect((await stateOf(frozen.meetingId))?.recusals).toEqual({ [faculty.id]: [one] });
  });

  test("[FREEZE-1] is the program director's, and waits for the tray", async () => {
    const season = await there.open(2047, 2);
    const { pd, associatePd, coordinator, faculty } = world.a.people;
    for (const { id } of [associatePd, coordinator, faculty])
      expect(await there.preliminary.freeze(season.id, id)).toMatchObject({ ok: false, status: 403 });
    expect(await there.preliminary.freeze(season.id, world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
    const refused = await there.preliminary.freeze(season.id, pd.id);
    expect(refused).toMatchObject({
      ok: false,
      status: 409,
      message: expect.stringContaining("2 applicants are not placed"),
    });
    expect(await findSeason(database.db, season.id)).toMatchObject({ isFrozen: false });
  });

  test("[FREEZE-2] asked for by five clicks at once, is one meeting with one list", async () => {
    const season = await there.open(2048, 3);
    await placed(season);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => there.preliminary.freeze(season.id, world.a.people.pd.id)),
    );
    const meetings = await database.db.selectFrom("meetings").select("id").where("match_year", "=", 2048).execute();
    expect(meetings).toHaveLength(2);
    const meetingId = meetings.find(({ id }) => id !== season.draftId)?.id;
    expect(answers).toEqual(answers.map(() => ({ ok: true, meetingId })));
    const events = await database.db
      .selectFrom("meeting_events")
      .select(["type", "meeting_id"])
      .where("meeting_id", "in", [season.draftId, meetingId ?? ""])
      .where("type", "in", ["preliminaryFrozen", "draftFrozen"])
      .execute();
    expect(events.map(({ type }) => type).sort()).toEqual(["draftFrozen", "preliminaryFrozen"]);
  });

  test("[FREEZE-2] cut short between its two logs, is ended by the next try", async () => {
    const { pd } = world.a.people;
    const { dispatcher } = world.server.meetings;
    const broken = theSeasons({
      db: database.db,
      world,
      dispatch: async (request) =>
        request.command.type === "openFromDraft" ? unavailable : dispatcher.dispatch(request),
    });
    const season = await broken.open(2049, 2);
    await placed(season);
    expect(await broken.preliminary.freeze(season.id, pd.id)).toMatchObject({ ok: false, status: 409 });
    const between = await there.preliminary.open(season.id, pd.id);
    expect(between).toMatchObject({ ok: true, page: { stage: "cutShort" } });
    const ended = await there.preliminary.freeze(season.id, pd.id);
    expect(ended).toMatchObject({ ok: true });
    const opened = await there.preliminary.open(season.id, pd.id);
    expect(opened).toMatchObject({
      ok: true,
      page: {
        stage: "frozen",
        list: [
          { place: "protected", rank: 1 },
          { place: "protected", rank: 2 },
        ],
      },
    });
  });

  test("[FREEZE-2] goes to the meeting that was opened for the season, and not over one that has applicants", async () => {
    const season = await there.open(2050, 2);
    const { pd } = world.a.people;
    const { programs } = thePrograms({ db: database.db, follower: world.server.follower });
    const form = { trackId: season.trackId, year: "2050", title: "Our meeting", quota: "2" };
    const opened = await programs.openMeeting(season.programId, pd.id, form);
    if (!opened.ok) throw new Error(opened.message);
    await placed(season);
    expect(await there.preliminary.freeze(season.id, pd.id)).toEqual({ ok: true, meetingId: opened.meetingId });
    expect(await stateOf(opened.meetingId)).toMatchObject({ title: "Our meeting", quota: 2 });

    const late = await there.open(2051, 2);
    const second = await programs.openMeeting(late.programId, pd.id, { ...form, year: "2051" });
    if (!second.ok) throw new Error(second.message);
    await placed(late);
    const facts = { name: "Came, Elsewhere" };
    const { title, programName, programCode, matchYear, quota } = (await stateOf(second.meetingId)) ?? ({} as never);
    const applicants = [{ id: crypto.randomUUID(), withdrawn: false, facts }];
    const meeting = { title, programName, programCode, matchYear, quota };
    const files = { type: "importSeason", meeting, quotaGiven: false, members: [], applicants } as const;
    await there.ask({ ...late, draftId: second.meetingId }, { ...files, members: [], applicants }, null);
    expect(await there.preliminary.freeze(late.id, pd.id)).toMatchObject({ ok: false, status: 409 });
    // Nothing is closed by a freeze that cannot be ended.
    expect((await stateOf(late.draftId))?.frozen).toBeUndefined();
  });

  test("[FREEZE-3] afterwards the draft is nobody's to open, and its list is read under the recusals of the meeting", async () => {
    const season = await there.open(2052, 3);
    const { pd, associatePd } = world.a.people;
    await placed(season);
    await there.ask(season, { type: "takeSnapshot", name: "Before the freeze" }, pd.id);
    const frozen = await there.preliminary.freeze(season.id, pd.id);
    if (!frozen.ok) throw new Error(frozen.message);
    expect(await world.server.service.open(season.draftId, pd.id)).toBeNull();
    expect(await world.server.service.historyOf(season.draftId, season.applicantIds[0] ?? "", pd.id)).toBeNull();
    const hidden = season.applicantIds[1] ?? "";
    await there.ask({ draftId: frozen.meetingId }, { type: "declareRecusal", applicantId: hidden }, associatePd.id);
    const page = await there.preliminary.open(season.id, associatePd.id);
    expect(page).toMatchObject({ ok: true, page: { stage: "frozen", snapshots: [{ name: "Before the freeze" }] } });
    expect(JSON.stringify(page)).not.toContain("Draft02");
    await expect(there.ask(season, { type: "takeSnapshot", name: "Late" }, pd.id)).rejects.toThrow("is frozen");
    const proposed = await there.preliminary.propose(season.id, pd.id, { source: "nothing", protectedCount: "0" });
    expect(proposed).toMatchObject({ ok: false, status: 409 });
  });

  test("[AUDIT-1] is on record", async () => {
    const season = await there.open(2053, 1);
    await placed(season, 1);
    await there.preliminary.freeze(season.id, world.a.people.pd.id);
    const entry = await database.db
      .selectFrom("audit_entries")
      .select(["action", "actor_id"])
      .where("meeting_id", "=", season.draftId)
      .where("action", "=", "listFrozen")
      .execute();
    expect(entry).toEqual([{ action: "listFrozen", actor_id: world.a.people.pd.id }]);
  });
});

describe("a draft", () => {
  test("[DRAFT-1] whoever is made coordinator later brings the recusal that they declared as faculty", async () => {
    const season = await there.open(2054, 2);
    const hidden = season.applicantIds[1] ?? "";
    const { pd, chief } = world.a.people;
    await there.seasons.declareRecusal(season.id, hidden, chief.id, {});
    const { roster } = thePrograms({ db: database.db, follower: world.server.follower });
    const change = (role: string) =>
      roster.change(season.programId, pd.id, { memberId: chief.id, name: "Dr chief of a", role });
    await change("coordinator");
    expect((await stateOf(season.draftId))?.recusals).toEqual({ [chief.id]: [hidden] });
    const opened = await world.server.service.open(season.draftId, chief.id);
    expect(opened?.state.withheldCount).toBe(1);
    await change("chief");
  });

  test("[DRAFT-1] is no meeting: its address leads to the season, it gives no files and has no door", async () => {
    const season = await there.open(2055, 1);
    const { pd, faculty } = world.a.people;
    const { preliminary } = there;
    expect(await preliminary.seasonOfDraft(season.draftId, pd.id)).toBe(season.id);
    expect(await preliminary.seasonOfDraft(season.draftId, faculty.id)).toBeNull();
    expect(await preliminary.seasonOfDraft(world.a.meetingId, pd.id)).toBeNull();
    for (const format of ["r3-aamc", "csv", "xlsx"] as const) {
      const file = await world.server.service.rankListFile(season.draftId, pd.id, format);
      expect(file).toMatchObject({ ok: false, status: 409, message: expect.stringContaining("draft") });
    }
    const door = doorServiceAt(world.server.door, "http://rank.example.org");
    expect(await door.view(season.draftId, pd.id)).toBeNull();
    expect(await door.run(season.draftId, pd.id, { act: "showCode" })).toEqual({
      ok: false,
      refusal: { code: "draftHasNoDoor" },
    });
  });
});

test("who has met whom: a note or a day that has come, and what is only planned apart from it", async () => {
  const season = await there.open(2056, 3);
  const [one, two, three] = season.applicantIds as [string, string, string];
  const { pd, chief, faculty } = world.a.people;
  await there.note(season, one, chief.id, { score: 4 });
  await database.db
    .insertInto("interviews")
    .values([
      { season_id: season.id, applicant_id: one, member_id: faculty.id, held_on: "2999-01-01" },
      { season_id: season.id, applicant_id: two, member_id: faculty.id, held_on: null },
    ])
    .execute();
  const answer = await there.preliminary.checks(season.id, pd.id, one);
  if (!answer.ok) throw new Error(answer.message);
  const { people, rubric } = answer.checks;
  expect(people[one]).toMatchObject({
    met: ["Dr chief of a"],
    planned: ["Dr faculty of a"],
    score: { count: 1, raw: 4 },
  });
  expect(people[two]).toMatchObject({ met: [], planned: ["Dr faculty of a"], score: null });
  expect(people[three]).toEqual({ met: [], planned: [], score: null, suggested: null });
  expect(rubric?.score.lines.length).toBeGreaterThan(3);
});
