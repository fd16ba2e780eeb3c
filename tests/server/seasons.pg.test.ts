// Seasons: opened, followed by their drafts, read by their program's people and by nobody else.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addPastCycle } from "../../db/past-cycles";
import { findSeason, findSeasonOf, readWithheld } from "../../db/seasons";
import { systemClock } from "../../server/clock";
import { createFunnelService } from "../../server/seasons/funnel-service";
import { createSeasonService } from "../../server/seasons/season-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { thePrograms } from "../support/programs";
import { until } from "../support/server";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let service: ReturnType<typeof createSeasonService>;
let funnels: ReturnType<typeof createFunnelService>;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  const { follower, meetings, trail } = world.server;
  funnels = createFunnelService({ db: database.db, clock: systemClock, trail });
  service = createSeasonService({
    db: database.db,
    clock: () => new Date(),
    follower,
    dispatch: (request) => meetings.dispatcher.dispatch(request),
  });
});

async function aSeason(year: string) {
  const { programId, trackId, people } = world.a;
  const added = await service.add(programId, people.pd.id, { trackId, year });
  if (!added.ok) throw new Error(added.message);
  const season = await findSeason(database.db, added.seasonId);
  if (!season?.draftId) throw new Error("a season has a draft");
  return { ...season, draftId: season.draftId };
}

test("an imported meeting has a season, frozen from the start", async () => {
  const { people, seasonId } = world.a;
  const opened = await service.open(seasonId, people.coordinator.id);
  expect(opened).toMatchObject({ ok: true, season: { isFrozen: true, applicantCount: 8, matchYear: 2027 } });
});

test("[RECUSE-1] whoever is recused from somebody is not told of them by a count either", async () => {
  const opened = await service.open(world.a.seasonId, world.recused.coordinator.id);
  expect(opened).toMatchObject({ ok: true, season: { applicantCount: 7 } });
});

test("[DRAFT-1] a draft's members are those who prepare, and it loses whoever prepares no longer", async () => {
  const { draftId, programId } = await aSeason("2031");
  const { people } = world.a;
  const rolesIn = async () => {
    const state = await world.server.live.fresh(database.db, draftId);
    return new Set(Object.values(state?.members ?? {}).map(({ role }) => role));
  };
  expect(await rolesIn()).toEqual(new Set(["pd", "associatePd", "coordinator"]));
  const { roster } = thePrograms({ db: database.db, follower: world.server.follower });
  const person = people.coordinator.id;
  const name = "Dr coordinator of a";
  await roster.change(programId, people.pd.id, { memberId: person, name, role: "faculty" });
  const state = await world.server.live.fresh(database.db, draftId);
  expect(state?.kind).toBe("draft");
  expect(state?.members[person]).toBeUndefined();
  await roster.change(programId, people.pd.id, { memberId: person, name, role: "coordinator" });
  expect((await world.server.live.fresh(database.db, draftId))?.members[person]?.role).toBe("coordinator");
});

test("[SEASON-1] a season of another program does not exist, and a role opens what is its own", async () => {
  const { id } = await aSeason("2032");
  expect(await service.open(id, world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
  expect(await service.open(id, world.administrator.id)).toMatchObject({ ok: false, status: 404 });
  expect(await service.open(id, world.a.people.faculty.id)).toMatchObject({ ok: false, status: 403 });
  expect(await service.open("nonsense", world.a.people.pd.id)).toMatchObject({ ok: false, status: 404 });
});

test("a track has one season a year", async () => {
  const { programId, trackId } = world.a;
  await aSeason("2033");
  const again = await service.add(programId, world.a.people.pd.id, { trackId, year: "2033" });
  expect(again).toMatchObject({ ok: false, status: 409, field: "year" });
});

test("a draft is nobody's meeting on the list of meetings", async () => {
  const { draftId } = await aSeason("2034");
  const mine = await world.server.service.listFor(world.a.people.pd.id);
  expect(mine.map(({ id }) => id)).not.toContain(draftId);
});

test("[RECUSE-1] a recusal before the meeting holds for those who prepare on their draft, and for others on what they read", async () => {
  const season = await aSeason("2035");
  const applicantId = randomUUID();
  await world.server.meetings.dispatcher.dispatch({
    meetingId: season.draftId,
    commandId: randomUUID(),
    command: {
      type: "importSeason",
      meeting: {
        title: "Preliminary list",
        programName: season.programName,
        programCode: season.programCode,
        matchYear: season.matchYear,
        quota: season.quota,
      },
      quotaGiven: false,
      members: [],
      applicants: [{ id: applicantId, withdrawn: false, facts: { name: "Known, Well" } }],
    },
    actor: { kind: "system" },
  });
  const { faculty, associatePd } = world.a.people;
  for (const { id } of [faculty, associatePd]) {
    expect(await service.declareRecusal(season.id, applicantId, id, { reason: "My former student" })).toEqual({
      ok: true,
    });
    expect(await readWithheld(database.db, season, id)).toEqual(new Set([applicantId]));
    // A second time they are told what a stranger to the applicant is told.
    expect(await service.declareRecusal(season.id, applicantId, id, {})).toMatchObject({ ok: false, status: 404 });
  }
  const state = await world.server.live.fresh(database.db, season.draftId);
  expect(state?.recusals).toEqual({ [associatePd.id]: [applicantId] });
  expect(await findSeasonOf(database.db, season.draftId)).toMatchObject({ id: season.id });
});

test("[RECUSE-1] once the list is frozen the same page declares it in the meeting: open sockets, pages and counts lose them at once", async () => {
  const { people, applicantIds, seasonId, meetingId } = world.a;
  const applicantId = applicantIds[4] ?? "";
  const screen = await world.server.join(people.chief.email);
  const seen = () => screen.store.getSnapshot().state.applicants[applicantId];
  expect(seen()).toBeDefined();
  expect(await service.declareRecusal(seasonId, applicantId, people.chief.id, { reason: "She is my cousin." })).toEqual(
    {
      ok: true,
    },
  );
  await until(() => seen() === undefined, "the open screen has lost them");
  const state = await world.server.live.fresh(database.db, meetingId);
  expect(state?.recusals[people.chief.id]).toEqual([applicantId]);
  const page = await service.recusalPage(seasonId, people.chief.id);
  expect(page).toMatchObject({ ok: true, page: { withheldCount: 1 } });
  expect(JSON.stringify(page)).not.toContain(applicantId);
  expect(await service.declareRecusal(seasonId, applicantId, people.chief.id, {})).toMatchObject({ status: 404 });
  // Observers see the names too: a recusal declared before the meeting is the earliest there is.
  expect(await service.recusalPage(seasonId, people.observer.id)).toMatchObject({
    ok: true,
    page: { withheldCount: 0 },
  });
});

test("[SEASON-2] a season's home tells how far it is, and whoever prepares sees it on their own", async () => {
  const { people } = world.a;
  const { id } = await aSeason("2041");
  const opened = await service.open(id, people.coordinator.id);
  expect(opened).toMatchObject({ ok: true, season: { next: { name: "applicants", words: "None yet" } } });
  const cards = await service.cards(people.coordinator.id);
  expect(cards.find((card) => card.id === id)).toMatchObject({ next: { name: "applicants" }, isLocked: false });
  // A year that another one has followed asks for nothing any more.
  expect(cards.find((card) => card.id === world.a.seasonId)).toMatchObject({ next: null });
  expect(await service.cards(people.faculty.id)).toEqual([]);
});

test("[SEASON-2] a frozen season waits for its lock, whatever is still open in it", async () => {
  const opened = await service.open(world.a.seasonId, world.a.people.pd.id);
  expect(opened).toMatchObject({ ok: true, season: { next: { name: "lock" } } });
});

describe("[SEASON-3] the funnel", () => {
  const changed = (typed: Record<string, string>, who = world.a.people.coordinator.id) =>
    funnels.change(world.a.seasonId, who, { year: "2027", version: "0", ...typed });
  const years = async (who = world.a.people.pd.id) => {
    const opened = await funnels.open(world.a.seasonId, who);
    if (!opened.ok) throw new Error(opened.message);
    return opened.years;
  };

  test("is counted here until it is typed, without those withheld from the reader", async () => {
    expect(await years()).toMatchObject([{ matchYear: 2027, version: 0, counts: {}, counted: { ranked: 7 } }]);
    const [seen] = await years(world.recused.pd.id);
    expect(seen?.counted).toEqual({ ranked: 6 });
  });

  test("is typed, in versions, and what is left empty is not known", async () => {
    expect(await changed({ applied: "1200", reviewed: "", criteria: "Step 2 of 225 or more." })).toEqual({ ok: true });
    expect(await changed({ applied: "1300" })).toMatchObject({ ok: false, status: 409 });
    expect(await changed({ version: "1", applied: "1204", invited: "200" })).toEqual({ ok: true });
    expect(await changed({ year: "2026", applied: "1100" })).toEqual({ ok: true });
    expect(await years()).toMatchObject([
      { matchYear: 2027, version: 2, counts: { applied: 1204, invited: 200 }, criteria: null },
      { matchYear: 2026, version: 1, counts: { applied: 1100 }, counted: {} },
    ]);
    const kept = await database.db
      .selectFrom("funnel_counts")
      .select("applied")
      .where("match_year", "=", 2027)
      .execute();
    expect(kept).toHaveLength(2);
  });

  test("counts the ranks of a past list, behind what is typed", async () => {
    const ranks = [1, 2, 3].map((rank) => ({ rank, outcome: "matchedElsewhere" as const, signal: null }));
    const file = { trackId: world.a.trackId, quota: 2, ranks, importId: randomUUID(), at: systemClock() };
    for (const year of [2026, 2025]) await addPastCycle(database.db, { ...file, year });
    expect((await years()).slice(1)).toMatchObject([
      { matchYear: 2026, counts: { applied: 1100 }, counted: { ranked: 3 } },
      { matchYear: 2025, version: 0, counts: {}, counted: { ranked: 3 } },
    ]);
  });

  test.each([
    ["applied", { applied: "many" }],
    ["applied", { applied: "-1" }],
    ["invited", { applied: "10", invited: "11" }],
    ["year", { year: "twenty" }],
    ["criteria", { criteria: "x".repeat(1001) }],
  ])("%s is asked for in a sentence", async (field, typed) => {
    expect(await changed({ version: "7", ...typed })).toMatchObject({ ok: false, status: 400, field });
  });

  test("is for those who prepare", async () => {
    expect(await changed({}, world.a.people.chief.id)).toMatchObject({ ok: false, status: 403 });
    expect(await changed({}, world.b.people.pd.id)).toMatchObject({ ok: false, status: 404 });
  });
});
