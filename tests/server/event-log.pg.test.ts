// The log on a real database: it cannot be changed, a change shows, and replaying it gives the tables as they are.
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readHead } from "../../db/event-log";
import { rankedIds } from "../../domain/rank-list";
import { headWord, readNotedHead } from "../../server/noted-head";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { verifyMeeting } from "../../server/verify-log";
import { aDispatchedSeason } from "../support/dispatched-season";

const season = aDispatchedSeason();
const { state, run, move } = season;

describe("the log", () => {
  const tamper = async (statement: ReturnType<typeof sql>): Promise<void> => {
    // As somebody with the database's keys would have to: by switching the guard off.
    await sql`ALTER TABLE meeting_events DISABLE TRIGGER USER`.execute(season.database.db);
    await statement.execute(season.database.db);
    await sql`ALTER TABLE meeting_events ENABLE TRIGGER USER`.execute(season.database.db);
  };

  it("[LOG-1] refuses UPDATE and DELETE", async () => {
    await expect(sql`UPDATE meeting_events SET type = 'x'`.execute(season.database.db)).rejects.toThrow(
      /cannot be changed/,
    );
    await expect(sql`DELETE FROM meeting_events`.execute(season.database.db)).rejects.toThrow(/cannot be changed/);
  });

  it("[LOG-2] the audit names the first event that is not what was written", async () => {
    await run(move(60, 50));
    await run(move(61, 50));
    const { seq } = state();
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({
      ok: true,
      events: seq,
      purged: 0,
    });
    const wrong = { zone: "middle", after: null, before: null };
    await tamper(
      sql`UPDATE meeting_events SET payload = payload || ${{ to: wrong }}::jsonb WHERE meeting_id = ${season.meetingId} AND seq = ${seq - 1}`,
    );
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({
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
      sql`UPDATE meeting_events SET hash = repeat('0', 64) WHERE meeting_id = ${season.meetingId} AND seq = ${seq - 1}`,
    );
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({ ok: false, seq: seq - 1 });
    await tamper(sql`DELETE FROM meeting_events WHERE meeting_id = ${season.meetingId} AND seq >= ${seq - 1}`);
    expect(await verifyMeeting(season.database.db, season.meetingId)).toMatchObject({
      ok: false,
      seq: seq - 1,
      problem: "the end of the chain was cut off or added to",
    });
  });

  it("[LOG-4] an end cut off together with the head shows against a head that was kept, and a whole log holds", async () => {
    const { db } = season.database;
    await run(move(60, 50));
    const kept = await readHead(db, season.meetingId);
    const noted = readNotedHead(headWord(season.meetingId, { seq: kept?.seq ?? 0, hash: kept?.hash ?? "" }));
    await run(move(61, 50));
    expect(await verifyMeeting(db, season.meetingId, noted)).toMatchObject({ ok: true });
    const { seq = 0 } = noted ?? {};
    await tamper(sql`DELETE FROM meeting_events WHERE meeting_id = ${season.meetingId} AND seq >= ${seq}`);
    await sql`UPDATE meetings SET seq = ${seq - 1}, head_hash =
      (SELECT hash FROM meeting_events e WHERE e.meeting_id = meetings.id AND e.seq = ${seq - 1})
      WHERE id = ${season.meetingId}`.execute(db);
    expect(await verifyMeeting(db, season.meetingId)).toMatchObject({ ok: true });
    expect(await verifyMeeting(db, season.meetingId, noted)).toEqual({
      ok: false,
      link: "event",
      seq,
      problem: `there were ${seq} when the head was noted`,
    });
    const other = { seq: seq - 1, hash: "0".repeat(64) };
    expect(await verifyMeeting(db, season.meetingId, other)).toMatchObject({ ok: false, seq: seq - 1 });
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
      const [row] = await season.database.db
        .selectFrom("rank_orders")
        .select(["seq", "protected", "middle", "red", "unplaced"])
        .where("meeting_id", "=", season.meetingId)
        .execute();
      expect(row).toEqual({ seq: state().seq, ...state().order });
    }
    expect(await rebuildMeeting(season.database.db, season.meetingId, { keep: true })).toEqual([]);
  });

  it("[LOG-3] replay equals projection after every kind of change; a projection that was tampered with is found and mended", async () => {
    const [first, second] = rankedIds(state().order) as [string, string];
    await run(
      { type: "endorseApplicant", applicantId: first, strength: "champion", evidence: "Nights together." },
      season.faculty,
    );
    await run(
      { type: "raiseFlag", applicantId: second, category: "other", provenance: "secondHand", sentence: "I was told." },
      season.faculty,
    );
    const [flag] = Object.keys(state().flags);
    await run({ type: "verifyFlag", markId: flag ?? "", reason: "Called them." });
    await run(
      { type: "strikeEndorsement", markId: Object.keys(state().endorsements)[0] ?? "", reason: "Wrong person." },
      season.faculty,
    );
    await run({ type: "declareRecusal", applicantId: first }, season.faculty);
    await run({ type: "withdrawApplicant", applicantId: second });
    await run(move(30, 35));
    await run({ type: "undoMove" });
    await run({ type: "lockList", reason: "Agreed." });
    expect(await rebuildMeeting(season.database.db, season.meetingId, { keep: false })).toEqual([]);
    await sql`UPDATE rank_orders SET protected = protected[2:] WHERE meeting_id = ${season.meetingId}`.execute(
      season.database.db,
    );
    await sql`UPDATE flags SET status = 'dismissed' WHERE meeting_id = ${season.meetingId}`.execute(season.database.db);
    expect((await rebuildMeeting(season.database.db, season.meetingId, { keep: true })).sort()).toEqual([
      "flags",
      "rank_orders",
    ]);
    expect(await rebuildMeeting(season.database.db, season.meetingId, { keep: false })).toEqual([]);
  });

  it("[LOCK-4] each version keeps its own list, which the database does not let go of; its SHA-256 is the R3 file's", async () => {
    await run({ type: "lockList", reason: "Agreed." });
    await run({ type: "unlockList", reason: "A late withdrawal." });
    await run({ type: "withdrawApplicant", applicantId: rankedIds(state().order)[0] as string });
    await run({ type: "lockList", reason: "Again." });
    const lists = await season.database.db.selectFrom("locked_lists").selectAll().orderBy("version").execute();
    expect(lists.map(({ version }) => version)).toEqual([1, 2]);
    expect(lists.map(({ sha256 }) => sha256)).toEqual(state().locks.map(({ sha256 }) => sha256));
    expect(new Set(lists.map(({ sha256 }) => sha256)).size).toBe(2);
    await expect(sql`UPDATE locked_lists SET r3_text = ''`.execute(season.database.db)).rejects.toThrow(
      /cannot be changed/,
    );
  });
});
