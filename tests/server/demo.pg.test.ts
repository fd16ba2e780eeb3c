// The demo at its first start: a frozen season with all that stands behind it, and a second track's season in preparation.
import { beforeAll, expect, test } from "vitest";
import { readEvents } from "../../db/event-log";
import { readPastCycles } from "../../db/past-cycles";
import { listSeasonsOf } from "../../db/seasons";
import { listUnheardSeasons, listWorksWith } from "../../db/works-with";
import { nextStep } from "../../domain/season-steps";
import { openDemoSeason } from "../../server/demo/open";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { readProgress } from "../../server/seasons/season-progress";
import { verifyMeeting } from "../../server/verify-log";
import { aDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
const open = () => openDemoSeason({ db: database.db, live: new LiveMeetings(), log: createLog("silent") });

beforeAll(async () => {
  database = await aDatabase();
  await open();
});

const seasons = async () => {
  const programs = await database.db.selectFrom("programs").select("id").execute();
  return listSeasonsOf(
    database.db,
    programs.map(({ id }) => id),
  );
};
async function progressOf(code: string) {
  const season = (await seasons()).find(({ programCode }) => programCode === code);
  const pd = await database.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", "pd@example.org")
    .executeTakeFirstOrThrow();
  if (!season) throw new Error(`there is no season of ${code}`);
  return (await readProgress(database.db, season, pd.id)).counts;
}

test("the first track's season is frozen and waits for its lock", async () => {
  const counts = await progressOf("1000140C0");
  expect(counts).toMatchObject({ applicants: 162, assigned: 162, unplaced: 0, isRubricSaved: true, isFrozen: true });
  expect(counts.notes).toBeGreaterThan(300);
  expect(nextStep(counts)?.name).toBe("lock");
});

test("its people have said what they would on the day: endorsements in each strength, flags in each state, an agenda", async () => {
  const season = (await seasons()).find(({ programCode }) => programCode === "1000140C0");
  const state = await new LiveMeetings().fresh(database.db, season?.meetingId ?? "");
  if (!season?.meetingId || !state) throw new Error("the season has a meeting");
  const standing = Object.values(state.endorsements).filter(({ struck }) => !struck);
  const of = (strength: string) => standing.filter((mark) => mark.strength === strength);
  expect(of("champion").length).toBeGreaterThanOrEqual(5);
  expect(of("champion").every(({ evidence = "" }) => evidence.split(" ").length > 3)).toBe(true);
  expect(of("strong").length).toBeGreaterThanOrEqual(5);
  expect(of("workWith").length).toBeGreaterThanOrEqual(20);
  const flags = Object.values(state.flags).map(({ status }) => status);
  expect(new Set(flags)).toEqual(new Set(["open", "verified", "dismissed"]));
  expect(state.room.agenda.map(({ status }) => status)).toEqual(["waiting", "waiting", "waiting", "waiting"]);
  // What its notes say is in the log, dated as said: nothing is lost between the two, and nothing is from tomorrow.
  expect(await listUnheardSeasons(database.db)).toEqual([]);
  const notes = await listWorksWith(database.db, season.id, { said: true });
  const signed = new Set(Object.values(state.endorsements).map(({ by, applicantId }) => `${by} ${applicantId}`));
  expect(notes.filter(({ authorId, applicantId }) => !signed.has(`${authorId} ${applicantId}`))).toEqual([]);
  const log = await readEvents(database.db, season.meetingId, 0);
  const times = log.map(({ at }) => Date.parse(at));
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times.at(-1)).toBeLessThan(Date.now());
  const opened = log.find(({ type }) => type === "preliminaryFrozen")?.at ?? "";
  for (const mark of of("workWith")) expect(mark.at < opened).toBe(true);
});

test("the second track's is still being prepared", async () => {
  const counts = await progressOf("1000140P0");
  expect(counts).toMatchObject({ applicants: 23, placed: 14, unplaced: 9, isFrozen: false, phase: null });
  expect(nextStep(counts)?.name).toBe("notes");
});

test("both tracks have a past, and the draft has snapshots to look back at", async () => {
  const tracks = await database.db.selectFrom("tracks").select(["id", "code"]).execute();
  const years = async (code: string) => {
    const past = await readPastCycles(database.db, tracks.find((track) => track.code === code)?.id ?? "");
    return past.map(({ year, ranks }) => [year, ranks.length]);
  };
  expect(await years("1000140C0")).toEqual([
    [2023, 127],
    [2024, 138],
    [2025, 136],
    [2026, 141],
  ]);
  expect(await years("1000140P0")).toEqual([[2026, 21]]);
  const draftId = (await seasons()).find(({ programCode }) => programCode === "1000140P0")?.draftId ?? "";
  const draft = await new LiveMeetings().fresh(database.db, draftId);
  expect(draft?.snapshots.map(({ name }) => name)).toEqual(["After the November interviews", "Chiefs' first pass"]);
});

test("its logs verify, and a second start adds nothing", async () => {
  const logs = await database.db.selectFrom("meetings").select(["id", "seq"]).execute();
  for (const { id } of logs) expect(await verifyMeeting(database.db, id)).toMatchObject({ ok: true });
  await open();
  expect(await database.db.selectFrom("meetings").select(["id", "seq"]).execute()).toEqual(logs);
  expect(await seasons()).toHaveLength(2);
});
