// A program's history through its service: the newest import of a year counts, what was taken back is passed over, and what became
// of a class is written down in versions.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addPastCycle, takeBackPastCycles } from "../../db/past-cycles";
import type { PastOutcome } from "../../domain/import-kinds";
import { systemClock } from "../../server/clock";
import { createHistoryService } from "../../server/programs/history-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let service: ReturnType<typeof createHistoryService>;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  service = createHistoryService({ db: database.db, clock: systemClock, trail: world.server.trail });
});

async function addCycle(year: number, outcomes: PastOutcome[], { quota = 2, day = 1, isTakenBack = false } = {}) {
  const at = new Date(Date.UTC(2026, 10, day));
  const importId = randomUUID();
  const ranks = outcomes.map((outcome, index) => ({ rank: index + 1, outcome, signal: null }));
  await addPastCycle(database.db, { trackId: world.a.trackId, year, quota, ranks, importId, at });
  if (isTakenBack) await takeBackPastCycles(database.db, importId, at);
}
async function trackOf(personId: string) {
  const opened = await service.open(world.a.programId, personId);
  if (!opened.ok) throw new Error(opened.message);
  return opened.history.tracks.find(({ trackId }) => trackId === world.a.trackId);
}
const [here, elsewhere, not] = ["matchedHere", "matchedElsewhere", "notReached"] as const;

test("[DEPTH-3] without a past nothing is said, and with one year only what is known", async () => {
  expect(await trackOf(world.a.people.coordinator.id)).toMatchObject({ years: [], expected: null });
  await addCycle(2025, [here, elsewhere, here, not]);
  expect(await trackOf(world.a.people.pd.id)).toMatchObject({
    years: [{ year: 2025, quota: 2, ranked: 4, filled: 2, lastFill: 3, matchedElsewhere: 1, notReached: 1 }],
    expected: null,
  });
});

test("[DEPTH-2] a newer import of a year takes the place of an older one, and one taken back gives it back", async () => {
  await addCycle(2026, [elsewhere, elsewhere, here, here, not, not], { day: 2 });
  await addCycle(2026, [here, here, here], { day: 3, isTakenBack: true });
  await addCycle(2025, [here, here, not, not], { day: 4 });
  const track = await trackOf(world.a.people.pd.id);
  expect(track?.years.map(({ year, lastFill }) => [year, lastFill])).toEqual([
    [2026, 4],
    [2025, 2],
  ]);
  // For the track's quota of 3, and a list as long as the last one.
  expect(track?.expected).toMatchObject({ quota: 3, ranked: 6 });
  expect(track?.expected?.reached[50]).toBeGreaterThan(2);
});

test("[PROGRAM-1] a past is its own program's, for those who prepare", async () => {
  const { programId } = world.a;
  expect(await service.open(programId, world.b.people.pd.id)).toMatchObject({ status: 404 });
  expect(await service.open(programId, world.a.people.faculty.id)).toMatchObject({ status: 403 });
  expect(await service.open(programId, world.administrator.id)).toMatchObject({ status: 403 });
});

describe("[CLASS-1] what became of a class", () => {
  const written = (typed: Record<string, string>, who = world.a.people.coordinator.id) =>
    service.changeClass(world.a.programId, who, { track: world.a.trackId, year: "2023", version: "0", ...typed });

  test("is written down in versions, signed, and what is left empty is not known", async () => {
    expect(await written({ started: "12", leftEarly: "1", onTime: "" })).toEqual({ ok: true });
    expect(await written({ started: "13" })).toMatchObject({ ok: false, status: 409 });
    const review = "Boards went well.\r\nNobody asked about failed attempts.";
    expect(await written({ version: "1", started: "12", leftEarly: "2", review }, world.a.people.pd.id)).toEqual({
      ok: true,
    });
    const track = await trackOf(world.a.people.pd.id);
    expect(track?.classes.written).toMatchObject([
      { matchYear: 2023, version: 2, counts: { started: 12, leftEarly: 2 }, author: "Dr pd of a" },
    ]);
    expect(track?.classes.written[0]?.review).toContain("failed attempts");
    expect(track?.classes.rows[0]?.figures).toMatchObject({
      leftEarly: { kind: "told", count: 2, of: 12 },
      onTime: { kind: "unknown" },
    });
    const kept = await database.db.selectFrom("class_outcomes").select("left_early").orderBy("version").execute();
    expect(kept.map(({ left_early }) => left_early)).toEqual([1, 2]);
  });

  test("[AUDIT-1] is on record without its counts", async () => {
    const entries = await database.db
      .selectFrom("audit_entries")
      .select("payload")
      .where("action", "=", "classOutcomesChanged")
      .execute();
    expect(entries).toHaveLength(2);
    expect(Object.keys((entries[0]?.payload as { detail?: object })?.detail ?? {}).sort()).toEqual([
      "code",
      "matchYear",
      "version",
    ]);
  });

  test.each([
    ["started", {}],
    ["started", { started: "0" }],
    ["started", { started: "501" }],
    ["year", { started: "9", year: "soon" }],
    ["onTime", { started: "9", onTime: "ten" }],
    ["leftEarly", { started: "9", leftEarly: "10" }],
    ["boardsPassed", { started: "9", boardsTaken: "3", boardsPassed: "4" }],
    ["review", { started: "9", review: "x".repeat(1001) }],
  ])("%s is asked for in a sentence", async (field, typed) => {
    expect(await written({ version: "7", ...typed })).toMatchObject({ ok: false, status: 400, field });
  });

  test("[PROGRAM-1] is its own program's, for those who prepare", async () => {
    const typed = { started: "9", year: "2022" };
    expect(await written(typed, world.a.people.faculty.id)).toMatchObject({ status: 403 });
    expect(await written(typed, world.b.people.pd.id)).toMatchObject({ status: 404 });
    expect(await written({ ...typed, track: world.b.trackId })).toMatchObject({ status: 400 });
    const rows = await database.db.selectFrom("class_outcomes").select("track_id").distinct().execute();
    expect(rows).toEqual([{ track_id: world.a.trackId }]);
  });
});
