// The answers to a meeting's commands are a chain of their own, on which the events hang: what was answered cannot be changed,
// taken out, put in or cut off without it showing.
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readHead } from "../../db/event-log";
import { answersChain, linkAfter } from "../../db/hash-chain";
import { migrateToLatest } from "../../db/migrate";
import { verifyMeeting } from "../../server/verify-log";
import { aDispatchedSeason } from "../support/dispatched-season";

const season = aDispatchedSeason();
const { state, run, move } = season;

const verify = () => verifyMeeting(season.database.db, season.meetingId);
const answersHead = async () => (await readHead(season.database.db, season.meetingId))?.answers;
/** A move, a refusal, another move: both ways of writing, the long one and the short. */
const someAnswers = async (): Promise<void> => {
  expect((await run(move(60, 50))).ok).toBe(true);
  expect((await run({ type: "unlockList", reason: "Not locked at all." })).ok).toBe(false);
  expect((await run(move(61, 50))).ok).toBe(true);
};
const change = (number: number, set: string) =>
  sql`UPDATE meeting_commands SET ${sql.raw(set)} WHERE meeting_id = ${season.meetingId} AND number = ${number}`.execute(
    season.database.db,
  );
const cutFrom = async (number: number): Promise<void> => {
  const { db } = season.database;
  await sql`DELETE FROM meeting_commands WHERE meeting_id = ${season.meetingId} AND number >= ${number}`.execute(db);
  await sql`UPDATE meetings SET answers = ${number - 1}, answers_hash =
    (SELECT hash FROM meeting_commands c WHERE c.meeting_id = meetings.id AND c.number = ${number - 1})
    WHERE id = ${season.meetingId}`.execute(db);
};

describe("[LOG-5] the chain of answers", () => {
  it("has every answer once, in the order they were given, and each event hangs on the answer before it", async () => {
    const before = (await answersHead())?.number ?? 0;
    await someAnswers();
    expect(await answersHead()).toMatchObject({ number: before + 3 });
    expect(await verify()).toEqual({ ok: true, events: state().seq, answers: before + 3, purged: 0 });
    const event = sql<{ last: string; spoken: string }>`SELECT c.hash AS last, e.answers_hash AS spoken
      FROM meeting_events e JOIN meeting_commands c ON c.meeting_id = e.meeting_id AND c.number = ${before + 2}
      WHERE e.meeting_id = ${season.meetingId} AND e.seq = ${state().seq}`;
    const { rows } = await event.execute(season.database.db);
    expect(rows[0]?.spoken).toBe(rows[0]?.last);
  });

  it("holds when two processes answer in turn, also with refusals that no event tells the other of", async () => {
    const other = season.anotherDispatcher();
    const refusedThere = () =>
      other.dispatch({
        ...{ meetingId: season.meetingId, commandId: crypto.randomUUID() },
        ...{
          command: { type: "unlockList", reason: "Not locked at all." },
          actor: { kind: "member", memberId: season.pd },
        },
      });
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await run(move(60 + turn, 50))).ok).toBe(true);
      expect((await refusedThere()).ok).toBe(false);
      await Promise.all([run(move(70, 65)), refusedThere(), run(move(80, 75))]);
    }
    expect(await verify()).toMatchObject({ ok: true });
  });

  it("names an answer that was changed, taken as if by a purge, or given to somebody else", async () => {
    await someAnswers();
    const { number = 0 } = (await answersHead()) ?? {};
    const answer = 'answer = \'{"ok": true, "seq": 1}\'';
    await change(number - 1, answer);
    const changed = { ok: false, link: "answer", seq: number - 1 };
    expect(await verify()).toEqual({ ...changed, problem: "its content was changed" });
    await change(number - 1, 'answer = \'{"ok": false, "code": "meetingPurged", "message": ""}\'');
    expect(await verify()).toEqual({ ...changed, problem: "its content was taken, and no purge is on record" });
    await change(number - 2, "actor_id = NULL");
    expect(await verify()).toMatchObject({ ok: false, link: "answer", seq: number - 2 });
  });

  it("names one that is missing, and one that was put in", async () => {
    await someAnswers();
    const { number = 0, hash = null } = (await answersHead()) ?? {};
    const link = linkAfter(hash, answersChain(season.meetingId), {
      ...{ seq: number + 1, command_id: crypto.randomUUID(), actor_id: season.pd, type: "moveApplicant" },
      ...{ at: "2027-02-01T10:00:00.000Z", payload: { ok: true, seq: 1 } },
    });
    const { seq, payload, payload_hash: answer_hash, at, ...row } = link;
    await season.database.db
      .insertInto("meeting_commands")
      .values({
        ...row,
        at: new Date(at),
        meeting_id: season.meetingId,
        number: seq,
        answer: JSON.stringify(payload),
        answer_hash,
      })
      .execute();
    expect(await verify()).toMatchObject({ ok: false, link: "answer", seq: number + 1 });
    await sql`DELETE FROM meeting_commands WHERE meeting_id = ${season.meetingId} AND number IN (${number - 1}, ${number + 1})`.execute(
      season.database.db,
    );
    expect(await verify()).toEqual({ ok: false, link: "answer", seq: number - 1, problem: "it is missing" });
  });

  it("an end that was cut off with its head shows by the event that hangs on it", async () => {
    await someAnswers();
    const { number = 0 } = (await answersHead()) ?? {};
    await cutFrom(number - 1);
    expect(await verify()).toEqual({
      ...{ ok: false, link: "event", seq: state().seq },
      problem: "the answers before it are not those that were given",
    });
  });

  it("takes in the answers of before it, as they stand and in their order", async () => {
    await someAnswers();
    const { db } = season.database;
    // Answers of one batch have one time: their order then is that of their ids, which need not be as it was.
    await sql`UPDATE meeting_commands SET at = '2027-02-01T10:00:00Z'::timestamptz + number * interval '1 second'`.execute(
      db,
    );
    const { number = 0 } = (await answersHead()) ?? {};
    await sql`ALTER TABLE meetings DROP COLUMN answers, DROP COLUMN answers_hash`.execute(db);
    await sql`ALTER TABLE meeting_commands DROP COLUMN number, DROP COLUMN answer_hash, DROP COLUMN prev_hash,
      DROP COLUMN hash`.execute(db);
    await sql`DELETE FROM kysely_migration WHERE name = '0024-chain-of-answers'`.execute(db);
    await sql`ALTER TABLE meeting_events RENAME COLUMN answers_hash TO spoken`.execute(db);
    await migrateToLatest(db);
    expect(await answersHead()).toMatchObject({ number, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    // The events speak of the answers as they were chained at first: only the first that does can be named.
    await sql`ALTER TABLE meeting_events DROP COLUMN answers_hash`.execute(db);
    await sql`ALTER TABLE meeting_events RENAME COLUMN spoken TO answers_hash`.execute(db);
    expect(await verify()).toMatchObject({ ok: false, link: "event" });
    await change(1, "answer = '{}'");
    expect(await verify()).toMatchObject({ ok: false, link: "answer", seq: 1 });
  });
});
