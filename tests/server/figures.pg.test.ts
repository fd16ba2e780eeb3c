// What pages say in figures, counted again by plain SQL in the demo's frozen season: each figure with its population.
import { type RawBuilder, sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listMeetingsOf } from "../../db/meetings";
import { readPastCycles } from "../../db/past-cycles";
import { findSeasonOf } from "../../db/seasons";
import { viewOf } from "../../domain/redact";
import { stillOpen } from "../../domain/still-open";
import { createAuditTrail } from "../../server/audit-trail";
import { systemClock } from "../../server/clock";
import { openDemoSeason } from "../../server/demo/open";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { agendaScores } from "../../server/notes/agenda-scores";
import { interviewView } from "../../server/notes/interview-view";
import { createScoresService } from "../../server/notes/scores-service";
import { createHistoryService } from "../../server/programs/history-service";
import { createEquityService } from "../../server/seasons/equity-service";
import { readProgress } from "../../server/seasons/season-progress";
import { aDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
const live = new LiveMeetings();
const log = createLog("silent");
let seen: Awaited<ReturnType<typeof look>>;

beforeAll(async () => {
  database = await aDatabase();
  await openDemoSeason({ db: database.db, live, log });
  seen = await look();
});

async function rowsOf<Row>(query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(database.db)).rows;
}

async function look() {
  const { db } = database;
  const [meeting] = await rowsOf(sql<{ id: string; track: string }>`SELECT m.id, m.track_id AS track
    FROM meetings m JOIN tracks t ON t.id = m.track_id WHERE m.kind = 'meeting' AND t.code = '1000140C0'`);
  const [pd] = await rowsOf(sql<{ id: string }>`SELECT id FROM people WHERE email = 'pd@example.org'`);
  const meetingId = meeting?.id ?? "";
  const [season, state] = [await findSeasonOf(db, meetingId), await live.fresh(db, meetingId)];
  if (!meeting || !pd || !season || !state) throw new Error("the demo has a frozen season");
  const trail = createAuditTrail({ db, clock: systemClock, log });
  return { meetingId, trackId: meeting.track, pd: pd.id, season, state, trail };
}

test("home and season home: everybody on the list and everybody with a rank, without the withdrawn", async () => {
  const { meetingId, pd, season } = seen;
  const [counts] = await rowsOf(sql<{ ranked: number; red: number; unplaced: number; present: number }>`
    SELECT cardinality(protected) + cardinality(middle) AS ranked, cardinality(red) AS red, cardinality(unplaced) AS unplaced,
      (SELECT count(*)::int FROM applicants WHERE meeting_id = ${meetingId} AND NOT withdrawn) AS present
    FROM rank_orders WHERE meeting_id = ${meetingId}`);
  if (!counts) throw new Error("the list is projected");
  const { ranked, red, unplaced, present } = counts;
  expect(ranked + red + unplaced).toBe(present);
  const listed = (await listMeetingsOf(database.db, pd)).find(({ id }) => id === meetingId);
  expect(listed).toMatchObject({ rankedCount: ranked, applicantCount: present });
  const progress = await readProgress(database.db, season, pd);
  expect(progress).toMatchObject({ ranked, counts: { applicants: present, placed: ranked + red, unplaced } });
});

test("equity: every group of school type and sponsorship, by rank, protection, red and verified flag, zeros too", async () => {
  const { meetingId, pd, season, trail } = seen;
  const opened = await createEquityService({ db: database.db, clock: systemClock, live, trail }).open(season.id, pd);
  if (!opened.ok) throw new Error(opened.message);
  const groups = {
    schoolType: sql<string>`a.facts ->> 'schoolType'`,
    visa: sql<string>`CASE a.facts ->> 'visa' WHEN 'none' THEN 'Not needed' ELSE 'Needed' END`,
  } as const;
  for (const dimension of ["schoolType", "visa"] as const) {
    const counted = await rowsOf(sql`SELECT ${groups[dimension]} AS name, count(*)::int AS people,
        (count(*) FILTER (WHERE a.id = ANY (r.protected || r.middle)))::int AS ranked,
        (count(*) FILTER (WHERE a.id = ANY (r.protected)))::int AS protected,
        (count(*) FILTER (WHERE a.id = ANY (r.red)))::int AS red,
        (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM flags f WHERE f.meeting_id = a.meeting_id
          AND f.applicant_id = a.id AND f.status = 'verified')))::int AS flagged
      FROM applicants a JOIN rank_orders r USING (meeting_id)
      WHERE a.meeting_id = ${meetingId} AND NOT a.withdrawn AND a.facts ->> ${dimension} IS NOT NULL
      GROUP BY 1 ORDER BY 1`);
    const rows = opened.page.tables.find((table) => table.dimension === dimension)?.rows ?? [];
    const told = rows.flatMap(({ kind, name, people, shares, red, flagged }) =>
      kind === "named"
        ? [{ name, people, ranked: shares.ranked.count, protected: shares.protected.count, red, flagged }]
        : [],
    );
    expect(counted.length).toBeGreaterThan(1);
    expect(told.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual(counted);
  }
});

test("scores: one mean for each applicant, the same on every page that tells it", async () => {
  const { pd, season, state } = seen;
  const opened = await createScoresService(database).open(season.id, pd);
  if (!opened.ok) throw new Error(opened.message);
  const means = await rowsOf(sql<{ id: string; raw: number; count: number }>`
    SELECT applicant_id AS id, avg((content ->> 'score')::float8) AS raw, count(*)::int AS count FROM interview_notes
    WHERE season_id = ${season.id} AND struck_at IS NULL AND jsonb_typeof(content -> 'score') = 'number' GROUP BY 1`);
  const given = new Map(means.map(({ id, ...mean }) => [id, mean]));
  const view = viewOf(state, pd);
  const agenda = view && (await agendaScores(database.db, { state, view, personId: pd }));
  for (const { id, score } of opened.page.lines) {
    expect(score?.count ?? 0).toBe(given.get(id)?.count ?? 0);
    if (score) expect(score.raw).toBeCloseTo(given.get(id)?.raw ?? 0, 9);
  }
  for (const { id, score } of opened.page.lines.slice(0, 20)) {
    expect((await interviewView(database.db, season, id, new Set())).score).toEqual(score);
    const suggested = agenda?.scores.find(({ applicantId }) => applicantId === id);
    if (score) expect(suggested?.standardised).toBeCloseTo(score.standardised, 9);
  }
});

test("history: every past year, from its ranks", async () => {
  const { pd, season, trackId, trail } = seen;
  const opened = await createHistoryService({ db: database.db, clock: systemClock, trail }).open(season.programId, pd);
  if (!opened.ok) throw new Error(opened.message);
  const years = await rowsOf(sql`SELECT c.year, c.quota, count(*)::int AS ranked,
      (count(*) FILTER (WHERE p.outcome = 'matchedHere'))::int AS filled,
      coalesce(max(p.rank) FILTER (WHERE p.outcome = 'matchedHere'), 0) AS "lastFill",
      (count(*) FILTER (WHERE p.outcome = 'matchedElsewhere'))::int AS "matchedElsewhere",
      (count(*) FILTER (WHERE p.outcome = 'notReached'))::int AS "notReached"
    FROM past_cycles c JOIN past_ranks p ON p.cycle_id = c.id
    WHERE c.track_id = ${trackId} AND c.taken_back_at IS NULL GROUP BY c.id ORDER BY c.year DESC`);
  expect((await readPastCycles(database.db, trackId)).length).toBe(years.length);
  expect(opened.history.tracks.find((track) => track.trackId === trackId)?.years).toEqual(years);
});

test("[LOCK-5] the lock: every open flag of whoever has not withdrawn, and everybody red", async () => {
  const { meetingId, state } = seen;
  const flags = await rowsOf(sql<{ id: string }>`SELECT f.id FROM flags f
    JOIN applicants a ON a.meeting_id = f.meeting_id AND a.id = f.applicant_id
    WHERE f.meeting_id = ${meetingId} AND f.status = 'open' AND f.struck_at IS NULL AND NOT a.withdrawn ORDER BY f.id`);
  const open = stillOpen(state);
  expect(open.flags.map(({ id }) => id).sort()).toEqual(flags.map(({ id }) => id).sort());
  const [order] = await rowsOf(sql<{ red: string[] }>`SELECT red FROM rank_orders WHERE meeting_id = ${meetingId}`);
  expect(open.red).toEqual(order?.red);
});
