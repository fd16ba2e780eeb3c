// The pipeline on a real database: one effect per command, a log that cannot be changed, projections equal to the replay.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Registry } from "prom-client";
import { beforeEach, describe, expect, it } from "vitest";
import { findPersonByEmail } from "../../db/people";
import type { MemberCommand } from "../../domain/commands";
import type { MeetingId, MemberId } from "../../domain/ids";
import { anchorForRank, rankedIds, rankOf } from "../../domain/rank-list";
import { systemClock } from "../../server/clock";
import { demoSeason } from "../../server/demo/season";
import { type Committed, Dispatcher } from "../../server/dispatch";
import { LiveMeetings } from "../../server/live-meetings";
import { createLog } from "../../server/log";
import { MeetingMetrics } from "../../server/meeting-metrics";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { importSeason } from "../../server/season-import";
import { verifyMeeting } from "../../server/verify-log";
import { aDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let live: LiveMeetings;
let dispatcher: Dispatcher;
let broadcasts: Committed[];
let meetingId: MeetingId;
let pd: MemberId;
let faculty: MemberId;

const aDispatcher = (memory: LiveMeetings, broadcast: (committed: Committed) => void = () => {}) =>
  new Dispatcher({
    db: database.db,
    live: memory,
    clock: systemClock,
    log: createLog("silent"),
    metrics: new MeetingMetrics(new Registry()),
    broadcast,
  });
const idOf = async (email: string) => (await findPersonByEmail(database.db, email))?.id ?? "";

beforeEach(async () => {
  database = await aDatabase();
  live = new LiveMeetings();
  broadcasts = [];
  dispatcher = aDispatcher(live, (committed) => broadcasts.push(committed));
  ({ meetingId } = await importSeason(demoSeason(), { db: database.db, live, dispatcher }));
  broadcasts.length = 0;
  pd = await idOf("pd@example.org");
  faculty = await idOf("faculty6@example.org");
});

const state = () => {
  const current = live.current(meetingId);
  if (!current) throw new Error("the meeting is not in memory");
  return current;
};
const run = (command: MemberCommand, memberId = pd, commandId: string = randomUUID()) =>
  dispatcher.dispatch({ meetingId, commandId, command, actor: { kind: "member", memberId } });
const move = (from: number, to: number): MemberCommand => {
  const applicantId = rankedIds(state().order)[from - 1] as string;
  return { type: "moveApplicant", applicantId, to: anchorForRank(state().order, applicantId, to) };
};

describe("[IDEM-1] a command id has one effect and one answer", () => {
  it("sent 1,000 times at once: one effect, the same answer", async () => {
    const { seq } = state();
    const command = move(60, 50);
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => run(command, pd, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, seq: seq + 1 })]),
    );
    expect(state().seq).toBe(seq + 1);
  });

  it("a refusal is answered the same, also when the command would be allowed by now", async () => {
    const command = move(1, 100);
    const id = randomUUID();
    const first = await run(command, faculty, id);
    expect(first).toMatchObject({ ok: false, code: "protectedNeedsVerifiedFlag" });
    await run(
      {
        type: "raiseFlag",
        applicantId: (command as { applicantId: string }).applicantId,
        category: "other",
        provenance: "firstHand",
        sentence: "Seen.",
      },
      faculty,
    );
    const [flag] = Object.keys(state().flags);
    await run({ type: "verifyFlag", markId: flag ?? "", reason: "Confirmed." });
    expect(await run(command, faculty, id)).toEqual(first);
    expect(await run(command, faculty)).toMatchObject({ ok: true });
  });

  it("another person's id is refused without a hint", async () => {
    const id = randomUUID();
    await run(move(60, 50), pd, id);
    expect(await run(move(70, 60), faculty, id)).toMatchObject({ ok: false, code: "commandIdTaken" });
  });

  it("late, after the lock, a resend still gets the answer of then", async () => {
    const id = randomUUID();
    const command = move(60, 50);
    const first = await run(command, pd, id);
    await run({ type: "lockList", reason: "Agreed." });
    expect(await run(command, pd, id)).toEqual(first);
    expect(await run(move(60, 50))).toMatchObject({ ok: false, code: "listLocked" });
  });
});

describe("[PIPE-1] one transaction, then one packet", () => {
  it("commands that wait are taken together, in the order they came", async () => {
    const { seq } = state();
    const commands = Array.from({ length: 40 }, (_, index) => move(60 + index, 45));
    const answers = await Promise.all(commands.map((command) => run(command)));
    expect(answers.map((answer) => answer.ok && answer.seq)).toEqual(commands.map((_, index) => seq + 1 + index));
    expect(broadcasts.length).toBeLessThan(5);
    expect(broadcasts.flatMap(({ applied }) => applied.map(({ event }) => event.seq))).toEqual(
      commands.map((_, index) => seq + 1 + index),
    );
  });

  it("a command that the database cannot store fails alone", async () => {
    await sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.payload->>'evidence' = 'poison' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$`.execute(
      database.db,
    );
    await sql`CREATE TRIGGER poison BEFORE INSERT ON meeting_events FOR EACH ROW EXECUTE FUNCTION refuse()`.execute(
      database.db,
    );
    const applicantId = rankedIds(state().order)[50] as string;
    const answers = await Promise.all([
      run(move(60, 50)),
      run({ type: "endorseApplicant", applicantId, strength: "strong", evidence: "poison" }),
      run(move(61, 50)),
    ]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code))).toEqual(["ok", "internal", "ok"]);
    expect(Object.keys(state().endorsements)).toEqual([]);
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({ ok: true });
  });

  it("two processes on one meeting decide on the same log", async () => {
    const other = aDispatcher(new LiveMeetings());
    const actor = { kind: "member", memberId: pd } as const;
    const { seq } = state();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? dispatcher : other).dispatch({
          meetingId,
          commandId: randomUUID(),
          command: move(60 + index, 45),
          actor,
        }),
      ),
    );
    const fresh = await new LiveMeetings().fresh(database.db, meetingId);
    expect(fresh?.seq).toBe(seq + 30);
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({ ok: true, events: seq + 30 });
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);
  });
});

describe("the log", () => {
  const tamper = async (statement: ReturnType<typeof sql>): Promise<void> => {
    // As somebody with the database's keys would have to: by switching the guard off.
    await sql`ALTER TABLE meeting_events DISABLE TRIGGER USER`.execute(database.db);
    await statement.execute(database.db);
    await sql`ALTER TABLE meeting_events ENABLE TRIGGER USER`.execute(database.db);
  };

  it("[LOG-1] refuses UPDATE and DELETE", async () => {
    await expect(sql`UPDATE meeting_events SET type = 'x'`.execute(database.db)).rejects.toThrow(/cannot be changed/);
    await expect(sql`DELETE FROM meeting_events`.execute(database.db)).rejects.toThrow(/cannot be changed/);
  });

  it("[LOG-2] the audit names the first event that is not what was written", async () => {
    await run(move(60, 50));
    await run(move(61, 50));
    const { seq } = state();
    expect(await verifyMeeting(database.db, meetingId)).toEqual({ ok: true, events: seq, purged: 0 });
    const wrong = { zone: "middle", after: null, before: null };
    await tamper(
      sql`UPDATE meeting_events SET payload = payload || ${{ to: wrong }}::jsonb WHERE meeting_id = ${meetingId} AND seq = ${seq - 1}`,
    );
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({
      ok: false,
      seq: seq - 1,
      problem: "its content was changed",
    });
  });

  it("[LOG-2] an event changed together with its hashes breaks the link of the next; a cut end shows too", async () => {
    await run(move(60, 50));
    await run(move(61, 50));
    const { seq } = state();
    await tamper(
      sql`UPDATE meeting_events SET hash = repeat('0', 64) WHERE meeting_id = ${meetingId} AND seq = ${seq - 1}`,
    );
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({ ok: false, seq: seq - 1 });
    await tamper(sql`DELETE FROM meeting_events WHERE meeting_id = ${meetingId} AND seq >= ${seq - 1}`);
    expect(await verifyMeeting(database.db, meetingId)).toMatchObject({
      ok: false,
      seq: seq - 1,
      problem: "the end of the log was cut off or added to",
    });
  });

  it("[LOG-3] replay equals projection after moves one at a time, to the ends of a zone and over its border", async () => {
    const { length: k } = state().order.protected;
    const n = rankedIds(state().order).length;
    const ends: [number, number][] = [
      ...([
        [n, k + 1],
        [k + 1, n],
        [n - 1, n - 2],
        [k + 2, k + 9],
        [k, 1],
        [1, k],
        [2, 3],
      ] as [number, number][]),
      ...([
        [n, 1],
        [k + 1, k + 1],
        [n, 2],
        [k + 3, n],
      ] as [number, number][]),
    ];
    for (const [from, to] of ends) {
      await run(move(from, to));
      const [row] = await database.db
        .selectFrom("rank_orders")
        .select(["seq", "protected", "middle", "red", "unplaced"])
        .where("meeting_id", "=", meetingId)
        .execute();
      expect(row).toEqual({ seq: state().seq, ...state().order });
    }
    expect(await rebuildMeeting(database.db, meetingId, { keep: true })).toEqual([]);
  });

  it("[LOG-3] replay equals projection after every kind of change; a projection that was tampered with is found and mended", async () => {
    const [first, second] = rankedIds(state().order) as [string, string];
    await run(
      { type: "endorseApplicant", applicantId: first, strength: "champion", evidence: "Nights together." },
      faculty,
    );
    await run(
      { type: "raiseFlag", applicantId: second, category: "other", provenance: "secondHand", sentence: "I was told." },
      faculty,
    );
    const [flag] = Object.keys(state().flags);
    await run({ type: "verifyFlag", markId: flag ?? "", reason: "Called them." });
    await run(
      { type: "strikeEndorsement", markId: Object.keys(state().endorsements)[0] ?? "", reason: "Wrong person." },
      faculty,
    );
    await run({ type: "declareRecusal", applicantId: first }, faculty);
    await run({ type: "withdrawApplicant", applicantId: second });
    await run(move(30, 35));
    await run({ type: "undoMove" });
    await run({ type: "lockList", reason: "Agreed." });
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);
    await sql`UPDATE rank_orders SET protected = protected[2:] WHERE meeting_id = ${meetingId}`.execute(database.db);
    await sql`UPDATE flags SET status = 'dismissed' WHERE meeting_id = ${meetingId}`.execute(database.db);
    expect((await rebuildMeeting(database.db, meetingId, { keep: true })).sort()).toEqual(["flags", "rank_orders"]);
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);
  });

  it("[LOCK-4] each version keeps its own list, which the database does not let go of; its SHA-256 is the R3 file's", async () => {
    await run({ type: "lockList", reason: "Agreed." });
    await run({ type: "unlockList", reason: "A late withdrawal." });
    await run({ type: "withdrawApplicant", applicantId: rankedIds(state().order)[0] as string });
    await run({ type: "lockList", reason: "Again." });
    const lists = await database.db.selectFrom("locked_lists").selectAll().orderBy("version").execute();
    expect(lists.map(({ version }) => version)).toEqual([1, 2]);
    expect(lists.map(({ sha256 }) => sha256)).toEqual(state().locks.map(({ sha256 }) => sha256));
    expect(new Set(lists.map(({ sha256 }) => sha256)).size).toBe(2);
    await expect(sql`UPDATE locked_lists SET r3_text = ''`.execute(database.db)).rejects.toThrow(/cannot be changed/);
  });
});

describe("imports", () => {
  it("[IMPORT-1] run twice, the second changes nothing; [IMPORT-2] a frozen order is not touched", async () => {
    await run(move(60, 50));
    const before = state();
    const again = await importSeason(demoSeason(), { db: database.db, live, dispatcher });
    expect(again).toMatchObject({ meetingId, isNew: false, changes: 0, listWasFrozen: true });
    expect(state().seq).toBe(before.seq);
  });

  it("[IMPORT-1] a changed file changes what differs, and somebody new waits to be placed", async () => {
    const season = demoSeason();
    const [first] = season.applicants;
    if (!first) throw new Error("the season is empty");
    first.facts = { ...first.facts, school: "Another School of Medicine" };
    season.applicants.push({ row: 999, withdrawn: false, facts: { name: "New, Somebody", aamcId: "99999999" } });
    const { changes } = await importSeason(season, { db: database.db, live, dispatcher });
    expect(changes).toBe(2);
    expect(state().order.unplaced.map((id) => state().applicants[id]?.name)).toEqual(["New, Somebody"]);
    expect(await rebuildMeeting(database.db, meetingId, { keep: false })).toEqual([]);
  });
});

describe("[RECUSE-3] a refusal speaks in the asker's own rank numbers", () => {
  it("leaves out who is withheld from them", async () => {
    const first = rankedIds(state().order)[0] as string;
    await run({ type: "declareRecusal", applicantId: first }, faculty);
    const who = rankedIds(state().order)[59] as string;
    expect(rankOf(state().order, who)).toBe(60);
    const gone = "33333333-0000-4000-8000-000000000001";
    const to = { zone: "middle", after: gone, before: gone } as const;
    const refused = await run({ type: "moveApplicant", applicantId: who, to }, faculty);
    expect(refused).toMatchObject({ ok: false, code: "anchorGone" });
    expect(refused.ok ? "" : refused.message).toContain("is at rank 59 now");
  });
});
