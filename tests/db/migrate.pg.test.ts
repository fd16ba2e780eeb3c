// Migrations, and what the tables refuse whoever asks.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { withConnection } from "../../db/connection";
import { migrateToLatest } from "../../db/migrate";
import { savePerson } from "../../db/people";
import { aDatabase } from "../support/database";

test("ten processes may migrate an empty database at once: one does, nobody fails", async () => {
  const { db } = await aDatabase({ isMigrated: false });
  const runs = await Promise.all(Array.from({ length: 10 }, () => migrateToLatest(db)));
  expect(runs.flat()).toEqual([
    "0001-initial",
    "0002-programs-and-rosters",
    "0003-sign-in",
    "0004-audit-and-retention",
    "0005-joining",
    "0006-seasons",
    "0008-imports",
    "0009-interview-notes",
    "0010-voice-weights",
    "0011-rubrics",
    "0012-applicant-files",
    "0013-room",
    "0014-equity-facts",
    "0015-rehearsals",
    "0016-class-outcomes",
    "0017-write-checks",
    "0018-sign-in-again",
    "0020-carry-over",
    "0022-unheard-notes",
    "0023-time-zones",
    "0024-chain-of-answers",
  ]);
});

test("migrating a second time does nothing", async () => {
  const { db } = await aDatabase();
  expect(await migrateToLatest(db)).toEqual([]);
});

test("the log of a meeting and a locked list refuse UPDATE, DELETE and TRUNCATE", async () => {
  const { db, url } = await aDatabase();
  const meetingId = await aMeetingRow();
  await db
    .insertInto("meeting_events")
    .values({
      meeting_id: meetingId,
      seq: 1,
      command_id: randomUUID(),
      actor_id: null,
      at: new Date(),
      type: "meetingOpened",
      payload: {},
      payload_hash: "a",
      prev_hash: null,
      hash: "b",
    })
    .execute();
  await db
    .insertInto("locked_lists")
    .values({
      meeting_id: meetingId,
      version: 1,
      sha256: "c",
      entries: {},
      r3_text: "",
      locked_by: randomUUID(),
      locked_at: new Date(),
    })
    .execute();

  for (const [table, sentence] of [
    ["meeting_events", "The log of a meeting cannot be changed"],
    ["locked_lists", "A locked list cannot be changed"],
  ] as const) {
    for (const statement of [
      `update ${table} set meeting_id = meeting_id`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(run(statement), statement).rejects.toThrow(sentence);
    }
    expect((await run(`select 1 from ${table}`)).rows).toHaveLength(1);
  }

  function run(statement: string) {
    return withConnection(url, (connection) => connection.query(statement));
  }

  async function aMeetingRow(): Promise<string> {
    const [programId, trackId, id] = [randomUUID(), randomUUID(), randomUUID()];
    await db.insertInto("programs").values({ id: programId, name: "Program" }).execute();
    const track = { id: trackId, program_id: programId, code: "1000140C0", name: "Track" };
    await db.insertInto("tracks").values(track).execute();
    const meeting = { id, track_id: trackId, title: "Meeting", match_year: 2027, quota: 15 };
    await db.insertInto("meetings").values(meeting).execute();
    return id;
  }
});

test("a person is told by their address in any letter case", async () => {
  const { db } = await aDatabase();
  const id = await savePerson(db, { name: "Ada", email: "Ada@Example.org" });
  expect(await savePerson(db, { name: "Ada Byron", email: "ada@example.ORG" })).toBe(id);
  const people = await db.selectFrom("people").select(["name", "email"]).execute();
  expect(people).toEqual([{ name: "Ada Byron", email: "Ada@Example.org" }]);
});

test("counts are numbers, and one too large for a number is refused", async () => {
  const { db } = await aDatabase();
  expect((await sql`select 9007199254740991::bigint as n`.execute(db)).rows).toEqual([{ n: 9007199254740991 }]);
  await expect(sql`select 9007199254740993::bigint as n`.execute(db)).rejects.toThrow("does not fit");
});
