// Looking back at a meeting on a server: whoever sees the list, as they see it now, and nobody else.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { addQuestion, answerQuestion, strikeQuestion } from "../../db/open-questions";
import type { MemberCommand } from "../../domain/commands";
import { depthBeside } from "../../domain/depth-words";
import { rankedIds } from "../../domain/rank-list";
import { viewOf } from "../../domain/redact";
import type { LookingBackService } from "../../server/context/looking-back";
import { createLookingBackService } from "../../server/looking-back/looking-back-service";
import { forgetReplays, replayOf } from "../../server/looking-back/replays";
import { aDatabase, type TestDatabase } from "../support/database";
import { addPastCycles } from "../support/past-cycles";
import { type TestPerson, type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let service: LookingBackService;
let meetingId: string;
let ids: string[];

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  const { live, trail } = world.server;
  service = createLookingBackService({ db: database.db, live, trail });
  meetingId = world.a.meetingId;
  ids = world.a.applicantIds;
  const { pd, associatePd, faculty } = world.a.people;
  await ask(pd, { type: "changeStage", stage: "agenda" });
  await ask(associatePd, { type: "moveApplicant", applicantId: idAt(5), to: before(1) });
  await ask(pd, {
    type: "moveApplicant",
    applicantId: idAt(2),
    to: before(7),
    reason: { sentence: "Withheld words." },
  });
  await ask(pd, { type: "moveApplicant", applicantId: idAt(7), to: before(4), reason: { sentence: "Told so." } });
  await ask(pd, { type: "openRound", applicantIds: [idAt(3)], isAnonymous: false });
  const roundId = (await head()).room.rounds[0]?.id ?? "";
  await ask(faculty, {
    type: "castBallot",
    roundId,
    applicantId: idAt(3),
    choice: "concern",
    line: "Said in silence.",
  });
});

const idAt = (rank: number): string => ids[rank - 1] ?? "";
const before = (rank: number) =>
  ({ zone: rank <= 3 ? "protected" : "middle", after: null, before: idAt(rank) }) as const;
const head = async () => {
  const state = await world.server.live.fresh(database.db, meetingId);
  if (!state) throw new Error("the meeting is there");
  return state;
};
async function ask({ id: memberId }: TestPerson, command: MemberCommand): Promise<void> {
  const answer = await world.server.meetings.dispatcher.dispatch({
    ...{ meetingId, command, commandId: randomUUID() },
    actor: { kind: "member", memberId },
  });
  if (!answer.ok) throw new Error(answer.message);
}

test("[BACK-1] the list after any event is for its members, as they see the meeting now; at the head it is the list of now", async () => {
  const { seq } = await head();
  for (const { id } of [...Object.values(world.a.people), ...Object.values(world.recused)]) {
    const now = await world.server.service.open(meetingId, id);
    const page = await service.listAt(meetingId, id, seq);
    expect(page?.list).toMatchObject({ seq, isNow: true });
    const ranked = page?.list?.rows.flatMap((row) => (row.rank === undefined ? [] : [row.id]));
    expect(ranked).toEqual(now && rankedIds(now.state.order));
  }
  for (const { id } of [...Object.values(world.b.people), world.administrator]) {
    expect(await service.listAt(meetingId, id, null)).toBeNull();
    expect(await service.differences(meetingId, id)).toBeNull();
    expect(await service.depth(meetingId, id)).toBeNull();
  }
  const { pd } = world.a.people;
  for (const nowhere of [0, seq + 1]) expect(await service.listAt(meetingId, pd.id, nowhere)).toBeNull();
  expect(await service.listAt("nonsense", pd.id, 1)).toBeNull();
});

test("[RECUSE-1] nothing of whoever is withheld is on any past list, among the moments or the differences", async () => {
  const { faculty } = world.recused;
  const withheld = idAt(2);
  const { seq } = await head();
  const told = [await service.differences(meetingId, faculty.id)] as unknown[];
  for (let at = 1; at <= seq; at++) told.push(await service.listAt(meetingId, faculty.id, at));
  const text = JSON.stringify(told);
  expect(text).not.toContain(withheld);
  expect(text).not.toContain("SecretA1");
  expect(text).not.toContain("Withheld words");
  const full = JSON.stringify(await service.differences(meetingId, world.a.people.observer.id));
  expect(full).toContain("Withheld words");
});

test("[ROUND-1] no ballot is in anything that is told, before the reveal and after it", async () => {
  const look = async () => {
    const { seq } = await head();
    const { pd, faculty } = world.a.people;
    const told = await Promise.all(
      [pd, faculty].flatMap(({ id }) => [
        service.differences(meetingId, id),
        ...Array.from({ length: seq }, (_, index) => service.listAt(meetingId, id, index + 1)),
      ]),
    );
    return JSON.stringify(told);
  };
  expect(await look()).not.toContain("Said in silence");
  await ask(world.a.people.pd, { type: "revealRound", roundId: (await head()).room.rounds[0]?.id ?? "" });
  expect(await look()).not.toContain("Said in silence");
});

test("[BACK-2] the moments are there to choose from, and lead from one to the next", async () => {
  const { faculty } = world.a.people;
  const page = await service.listAt(meetingId, faculty.id, null);
  expect(page?.list).toBeNull();
  const [opened, agenda] = page?.moments ?? [];
  expect(page?.moments.slice(0, 2).map(({ kind }) => kind)).toEqual(["opened", "stage"]);
  const first = await service.listAt(meetingId, faculty.id, opened?.seq ?? 0);
  expect(first?.list).toMatchObject({ at: opened?.at, earlier: null, later: agenda?.seq, isNow: false });
  expect(first?.list?.rows.slice(0, 7).map(({ id }) => id)).toEqual(ids);
  expect(first?.list?.rows[4]).toMatchObject({ id: idAt(5), rank: 5, preliminaryRank: 5, rankNow: 1 });
});

test("[DIFF-1] the differences name the unexplained first, with who moved them", async () => {
  const page = await service.differences(meetingId, world.a.people.observer.id);
  const [first, ...others] = page?.reasons?.changes ?? [];
  expect(first).toMatchObject({
    change: { applicantId: idAt(5), kind: "zone" },
    reasons: [],
    moves: 1,
    lastMove: { by: world.a.people.associatePd.id },
  });
  expect(others.map(({ change }) => change.applicantId)).toEqual([idAt(2), idAt(7)]);
  expect(page?.names[idAt(5)]).toContain("SecretA");
});

test("[BACK-3] an applicant's history brings the line of their rank, on the reader's own list", async () => {
  const { service: meetings } = world.server;
  const history = await meetings.historyOf(meetingId, idAt(7), world.a.people.faculty.id);
  expect(history?.line).toMatchObject({ isFromOpening: true, moves: 1 });
  const ranks = async (person: TestPerson, rank: number) =>
    (await meetings.historyOf(meetingId, idAt(rank), person.id))?.line?.steps.map(([, at]) => at);
  expect(await ranks(world.a.people.faculty, 7)).toEqual([7, 4]);
  expect(await ranks(world.recused.faculty, 7)).toEqual([6, 4]);
  expect(await meetings.historyOf(meetingId, idAt(2), world.recused.faculty.id)).toBeNull();
});

describe("[DEPTH-4] the depth", () => {
  test("is of the track's own past before this year, and says when that is too little", async () => {
    const { pd } = world.a.people;
    expect(await service.depthLine(meetingId, pd.id)).toMatchObject({ words: "Depth: needs 2 past lists", marks: {} });
    await addPastCycles(database.db, world.a.trackId, { 2026: "ehehh..", 2025: "hhehe.", 2027: "hhh" });
    const page = await service.depth(meetingId, pd.id);
    expect(page?.years.map(({ year, lastFill }) => [year, lastFill])).toEqual([
      [2026, 5],
      [2025, 4],
    ]);
    expect(page).toMatchObject({ quota: 3, ranked: 7, finish: { from: 4, to: 5 } });
    const line = await service.depthLine(meetingId, pd.id);
    expect(line?.words).toMatch(/^Past years filled 3 places between ranks 4 and 5 · 80% by \d$/);
    expect(line?.marks[4]).toBeDefined();
    // What a page works out for another list is what it would be told then.
    await ask(pd, { type: "changeSettings", quota: 2, championLimit: 3 });
    const then = await service.depthLine(meetingId, pd.id);
    expect(then?.list).toEqual({ quota: 2, ranked: 7 });
    expect(line && depthBeside(line.past, { quota: 2, ranked: 7 })).toEqual({ words: then?.words, marks: then?.marks });
    expect(then?.words).not.toBe(line?.words);
    await ask(pd, { type: "changeSettings", quota: 3, championLimit: 3 });
  });

  test("is told to everybody but observers, on their own list", async () => {
    const { pd, associatePd, coordinator, chief, faculty, observer } = world.a.people;
    for (const { id } of [pd, associatePd, coordinator, chief, faculty])
      expect(await service.depth(meetingId, id)).not.toBeNull();
    expect(await service.depth(meetingId, observer.id)).toBeNull();
    expect(await service.depthLine(meetingId, observer.id)).toBeNull();
    expect(await service.depth(meetingId, world.recused.faculty.id)).toMatchObject({ ranked: 6 });
  });
});

test("[AUDIT-3] reading the list as it was is reading the meeting", async () => {
  const { chief } = world.a.people;
  await service.listAt(meetingId, chief.id, 1);
  const entries = await database.db
    .selectFrom("audit_entries")
    .select("action")
    .where("actor_id", "=", chief.id)
    .where("action", "=", "meetingRead")
    .execute();
  expect(entries.length).toBeGreaterThan(0);
});

describe("the minutes", () => {
  test("[MIN-1] are for the meeting's members and for nobody else", async () => {
    const page = await service.minutes(meetingId, world.a.people.observer.id, 1);
    expect(page?.entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["moves", "round"]));
    for (const { id } of [...Object.values(world.b.people), world.administrator]) {
      expect(await service.minutes(meetingId, id, 1)).toBeNull();
    }
  });

  test("[MIN-2] hold nothing of somebody withheld, and say how many are", async () => {
    const withheld = idAt(2);
    const director = await service.minutes(meetingId, world.a.people.pd.id, 1);
    expect(JSON.stringify(director)).toContain("Withheld words.");
    for (const { id } of Object.values(world.recused)) {
      const page = await service.minutes(meetingId, id, 1);
      const told = JSON.stringify(page);
      expect(page?.withheldCount).toBe(1);
      expect(told).not.toContain(withheld);
      expect(told).not.toContain("Withheld words.");
      expect(told).toContain("Told so.");
    }
  });

  test("[MIN-3] nothing of a round before its reveal, and pledges and recusals for those who prepare", async () => {
    const { pd, chief } = world.a.people;
    await ask(pd, { type: "openRound", applicantIds: [idAt(4)], isAnonymous: false });
    const roundId = (await head()).room.rounds.at(-1)?.id ?? "";
    const ballot = { roundId, applicantId: idAt(4), choice: "notMet", line: "Said of the fourth." } as const;
    await ask(chief, { type: "castBallot", ...ballot });
    for (const [role, { id }] of Object.entries(world.a.people)) {
      const page = await service.minutes(meetingId, id, 1);
      const told = JSON.stringify(page);
      expect(told).toContain(roundId);
      expect(told).not.toContain("Said of the fourth.");
      expect(told).not.toContain("notMet");
      expect(page?.people.filter(({ hasActed }) => hasActed).map(({ name }) => name)).toEqual([
        "Dr pd of a",
        "Dr associatePd of a",
      ]);
      expect(told.includes("pledgedAt")).toBe(["pd", "associatePd", "coordinator"].includes(role));
      expect(told.includes("recusals")).toBe(["pd", "associatePd", "coordinator"].includes(role));
    }
  });
});

test("[LOCK-5] the open questions are told one by one to whoever may lock, and of nobody they do not see", async () => {
  const { people } = world.a;
  const { db } = database;
  const seasonId = world.a.seasonId;
  expect((await service.differences(meetingId, people.pd.id))?.questions).toEqual([]);
  const asked = { fact: null, ownerId: people.chief.id, askedBy: people.pd.id };
  const at = (minute: number) => new Date(Date.UTC(2027, 0, 4, 9, minute));
  // Two about the second, from whom some are recused; one about everybody else but the last, and of those two are closed again.
  for (const [minute, rank] of [2, 2, 1, 3, 4, 5, 6, 7].entries()) {
    const question = `What of ${rank}, ${minute}?`;
    await addQuestion(db, { ...asked, seasonId, applicantId: idAt(rank), question, at: at(minute) });
  }
  const { rows } = await sql<{ id: string; applicant_id: string }>`
    SELECT id, applicant_id FROM open_questions WHERE season_id = ${seasonId} ORDER BY asked_at`.execute(db);
  const about = (rank: number) => rows.find(({ applicant_id }) => applicant_id === idAt(rank))?.id ?? "";
  await answerQuestion(db, { id: about(1), seasonId, answer: "They told us.", by: people.pd.id, at: at(30) });
  await strikeQuestion(db, { id: about(3), seasonId, reason: "Asked by mistake.", by: people.pd.id, at: at(31) });
  const toldTo = async ({ id }: TestPerson) =>
    (await service.differences(meetingId, id))?.questions.map(({ applicantId }) => ids.indexOf(applicantId) + 1);
  expect(await toldTo(people.pd)).toEqual([2, 2, 4, 5, 6, 7]);
  expect(await toldTo(world.recused.pd)).toEqual([4, 5, 6, 7]);
  for (const person of [people.coordinator, people.chief, people.faculty, people.observer])
    expect(await toldTo(person)).toEqual([]);
  const [first] = (await service.differences(meetingId, people.pd.id))?.questions ?? [];
  expect(first).toEqual({
    id: rows[0]?.id,
    applicantId: idAt(2),
    question: "What of 2, 0?",
    owner: expect.any(String),
  });

  await ask(people.pd, { type: "withdrawApplicant", applicantId: idAt(6) });
  expect(await toldTo(people.pd)).toEqual([2, 2, 4, 5, 7]);
  await ask(people.pd, { type: "reinstateApplicant", applicantId: idAt(6) });
  expect(await toldTo(people.pd)).toEqual([2, 2, 4, 5, 6, 7]);
});

describe("[BACK-4] replays go on where they ended", () => {
  const readsOf = async (work: () => Promise<unknown>): Promise<number[]> => {
    const read: number[] = [];
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows.some((row) => "payload" in row)) read.push(result.rows.length);
        return result;
      },
    });
    watched = db;
    await work();
    return read;
  };
  let watched: TestDatabase["db"];

  test("askers share one, and with the next events only these are read; it is what a replay from the start is", async () => {
    const { associatePd, pd } = world.a.people;
    const view = viewOf(await head(), pd.id);
    if (!view) throw new Error("the director sees the list");
    const read = await readsOf(async () => {
      const state = await head();
      const [one, other] = await Promise.all([replayOf(watched, state, view), replayOf(watched, state, view)]);
      expect(one).toEqual(other);
      const [above = "", last = ""] = state.order.middle.slice(-2);
      await ask(associatePd, {
        type: "moveApplicant",
        applicantId: last,
        to: { zone: "middle", after: null, before: above },
      });
      await ask(associatePd, { type: "undoMove" });
      const later = await head();
      const [earlier, whole] = await Promise.all([replayOf(watched, state, view), replayOf(watched, later, view)]);
      expect(earlier).toEqual(one);
      expect(whole).toHaveLength(later.seq);
      forgetReplays(watched, meetingId);
      expect(await replayOf(watched, later, view)).toEqual(whole);
    });
    const { seq } = await head();
    expect(read).toEqual([seq - 2, 2, seq]);
  });
});
