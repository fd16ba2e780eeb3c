// The equity check on a real server: what is kept and what not, who reads it, that nothing of it is anywhere else, and its erasing.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSocket } from "../../app/meeting-store/connect";
import { readEquityFacts } from "../../db/equity-facts";
import { insertHold, liftHold, readRetention } from "../../db/retention";
import { roles } from "../../domain/member";
import type { EquityPage, EquityService } from "../../server/context/equity";
import { keepFromConsole } from "../../server/equity-import";
import { createEquityService } from "../../server/seasons/equity-service";
import { builtWeb } from "../../server/web";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TestImports, theImports } from "../support/imports";
import { until } from "../support/server";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";
import { personOf, relations, subjectOf } from "./authorisation-matrix/asker";
import { routeRows } from "./authorisation-matrix/routes";

process.env.NODE_ENV = "production";

let database: TestDatabase;
let world: TwoPrograms;
let imports: TestImports;
let equity: EquityService;
let coordinator: string;
let pd: string;
let year = 2030;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database, builtWeb(process.cwd()));
  imports = theImports(database, world);
  const { live, trail } = world.server;
  equity = createEquityService({ db: database.db, clock: imports.clock.now, live, trail });
  coordinator = world.a.people.coordinator.id;
  pd = world.a.people.pd.id;
});

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const heading = "AAMC ID,Applicant Name,Self Identify,Date of Birth,Gender,Pronouns,Citizenship";
/** Said of everybody, so that it makes a group; and of one alone. */
const [said, rare] = ["Xyzzyan", "Plughish"];
const six = csv(
  heading,
  ...Array.from({ length: 6 }, (_, n) => `2000000${n},"P${n}, A",${said},1990-03-0${n + 1},F,they,Narnia`),
);
const keep = (seasonId: string, kept: "yes" | "no" = "yes", by = pd) => equity.keep(seasonId, by, { kept });
const page = async (seasonId: string, by = pd): Promise<EquityPage> => {
  const opened = await equity.open(seasonId, by);
  if (!opened.ok) throw new Error(opened.message);
  return opened.page;
};
const aSeason = async (isKept = true) => {
  const season = await imports.aSeason(year++);
  if (isKept) expect(await keep(season.id)).toEqual({ ok: true });
  return season;
};
const held = async (seasonId: string) => [...(await readEquityFacts(database.db, seasonId)).values()];
const rowsOf = async (seasonId: string): Promise<number> => {
  const rows = await database.db.selectFrom("equity_facts").select("row").where("season_id", "=", seasonId).execute();
  return rows.length;
};
const audited = async (action: string) =>
  (
    await database.db
      .selectFrom("audit_entries")
      .select(["payload", "actor_id as by"])
      .where("action", "=", action)
      .execute()
  )
    .map(({ payload, by }) => ({ by, ...(payload as { detail: object }).detail }))
    .reverse();

/** Tables that hold a word anywhere. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`.execute(
    database.db,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: hits } =
      await sql`SELECT FROM ${sql.table(name)} t WHERE t::text ILIKE ${`%${word}%`} LIMIT 1`.execute(database.db);
    if (hits.length > 0) found.push(name);
  }
  return found;
}

describe("[EQUITY-1] what is kept", () => {
  test("[IMPORT-8] nothing, until the director has turned it on", async () => {
    const season = await aSeason(false);
    const done = await imports.imported(season, coordinator, { content: six });
    expect(done.protectedColumns).toEqual({
      kept: [],
      dropped: ["Self Identify", "Date of Birth", "Gender", "Pronouns", "Citizenship"],
    });
    expect(await rowsOf(season.id)).toBe(0);
    expect(await tablesWith(said)).toEqual([]);
    expect((await page(season.id)).silent).toContain("gender");
  });

  test("groups of four columns, in a table of their own and in no other; the importer is told", async () => {
    const season = await aSeason();
    const dry = await imports.checked(season, coordinator, { content: six, mapping: { Gender: "school" } });
    expect(dry.protectedColumns).toEqual({
      kept: ["Self Identify", "Date of Birth", "Gender", "Citizenship"],
      dropped: ["Pronouns"],
    });
    expect(JSON.stringify(dry)).not.toContain(said);
    expect(await held(season.id), "a dry run keeps nothing").toEqual([]);
    await imports.service.commit(season.id, dry.id, coordinator);
    await imports.settled(season, coordinator, dry.id);
    expect(await held(season.id)).toEqual(
      Array.from({ length: 6 }, () => ({
        selfIdentification: said,
        age: "35 to 39",
        gender: "Female",
        citizenship: "Citizen of another country",
      })).map((facts) => ({ ...facts, age: expect.any(String) })),
    );
    expect(await tablesWith(said)).toEqual(["equity_facts"]);
    expect(await tablesWith("Narnia")).toEqual([]);
    expect(await tablesWith("1990-03")).toEqual([]);
    expect((await audited("equityFactsKept"))[0]).toEqual({
      by: coordinator,
      applicants: 6,
      matchYear: season.matchYear,
    });
    const { tables } = await page(season.id);
    expect(tables.find(({ dimension }) => dimension === "selfIdentification")?.rows[0]).toMatchObject({
      name: said,
      people: 6,
    });
  });

  test("a newer file overrides, with its blank cells too; of rows that are bad, of another track or withheld nothing", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, {
      content: csv("AAMC ID,Applicant Name,Gender,DOB", "20000000,A,F,2010-01-01", "20000001,B,M,2010-01-01"),
    });
    const state = await world.server.live.fresh(database.db, season.draftId);
    const withheld = Object.values(state?.applicants ?? {}).find(({ name }) => name === "B")?.id ?? "";
    await world.server.meetings.dispatcher.dispatch({
      meetingId: season.draftId,
      commandId: randomUUID(),
      command: { type: "declareRecusal", applicantId: withheld },
      actor: { kind: "member", memberId: coordinator },
    });
    imports.clock.pass(1000);
    const content = csv(
      "AAMC ID,Applicant Name,Gender,Tracks Applied by Applicant",
      "20000000,A,,",
      "20000001,B,F,",
      "2,C,F,",
      "20000003,D,F,Surgery|1000140P0 (Preliminary)",
    );
    const done = await imports.imported(season, coordinator, { content });
    // Nothing else changes: the rows without a change are what there is to keep.
    expect(done.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1, withheld: 1, bad: 1, otherTrack: 1 });
    expect(await held(season.id)).toEqual([
      { gender: null, age: "Under 30" },
      { gender: "Male", age: "Under 30" },
    ]);
    expect(await rowsOf(season.id)).toBe(3);
  });

  test("only files of applicants: as another kind what was read goes", async () => {
    const season = await aSeason();
    const bytes = Buffer.from(six);
    const uploaded = await imports.service.upload(season.id, coordinator, { name: "x.csv", bytes }, "");
    if (!uploaded.ok) throw new Error(uploaded.message);
    expect(await rowsOf(season.id)).toBe(6);
    await imports.service.changeKind(season.id, uploaded.importId, coordinator, { kind: "interviewScores" });
    expect(await rowsOf(season.id)).toBe(0);
    await imports.service.changeKind(season.id, uploaded.importId, coordinator, { kind: "applicants" });
    expect((await imports.view(season, coordinator, uploaded.importId)).protectedColumns.kept).toEqual([]);
    await imports.service.discard(season.id, uploaded.importId, coordinator);
  });

  test("[IMPORT-6] taking an import back takes back what it kept, and leaves what others did", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: csv("AAMC ID,Applicant Name,Gender", "20000000,A,F") });
    imports.clock.pass(1000);
    const second = await imports.imported(season, coordinator, {
      content: csv("AAMC ID,Applicant Name,Gender", "20000000,A,M", "20000001,B,M"),
    });
    imports.clock.pass(1000);
    const third = await imports.imported(season, coordinator, { content: csv("AAMC ID,Sex", "20000001,F") });
    expect(third.counts).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await held(season.id)).toEqual([{ gender: "Male" }, { gender: "Female" }]);
    expect(await imports.service.undo(season.id, second.id, coordinator)).toEqual({ ok: true });
    // The second applicant came with that import and is gone with it.
    expect(await held(season.id)).toEqual([{ gender: "Female" }]);
    expect(await rowsOf(season.id)).toBe(1);
    expect(await imports.service.undo(season.id, third.id, coordinator)).toEqual({ ok: true });
  });

  test("at the console the same, and only where it is turned on", async () => {
    const { db } = database;
    const { seasonId, meetingId } = world.a;
    const { live } = world.server;
    const read = () => [{ row: 2, facts: { selfIdentification: rare }, aamcId: "11000000", nrmpId: undefined }];
    const unread = () => {
      throw new Error("dropped unread");
    };
    expect(await keepFromConsole({ db, live }, meetingId, unread)).toBe(0);
    await keep(seasonId);
    expect(await keepFromConsole({ db, live }, meetingId, read)).toBe(1);
    expect(await keepFromConsole({ db, live }, meetingId, read), "twice is once").toBe(1);
    expect(await held(seasonId)).toEqual([{ selfIdentification: rare }]);
    expect(await rowsOf(seasonId)).toBe(1);
    await keep(seasonId, "no");
  });
});

describe("[EQUITY-1] turned off", () => {
  test("what was kept is erased, of files that are being looked at too, and it is on record", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: six });
    const other = await imports.checked(season, coordinator, { content: six.replaceAll("P1, A", "P1, B") });
    expect(await rowsOf(season.id)).toBe(12);
    expect((await page(season.id)).keptCount).toBe(6);
    expect(await keep(season.id, "no")).toEqual({ ok: true });
    expect(await rowsOf(season.id)).toBe(0);
    expect(await tablesWith(said)).not.toContain("import_rows");
    await imports.service.commit(season.id, other.id, coordinator);
    expect(await imports.settled(season, coordinator, other.id)).toMatchObject({
      step: "done",
      protectedColumns: { kept: [] },
    });
    expect(await rowsOf(season.id)).toBe(0);
    expect(await audited("equityFactsSwitched")).toEqual(
      expect.arrayContaining([
        { by: pd, isKept: true, matchYear: season.matchYear },
        { by: pd, isKept: false, matchYear: season.matchYear, applicants: 6 },
      ]),
    );
  });

  test("not under a legal hold", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: six });
    const { programId } = world.a;
    await insertHold(database.db, { programId, reason: "A complaint.", by: pd, at: new Date() });
    expect(await keep(season.id, "no")).toMatchObject({ ok: false, status: 409 });
    expect((await page(season.id)).isOnHold).toBe(true);
    expect(await rowsOf(season.id)).toBe(6);
    const { hold } = await readRetention(database.db, programId);
    await liftHold(database.db, hold?.id ?? "", { by: pd, at: new Date(), reason: "Settled." });
    expect(await keep(season.id, "no")).toEqual({ ok: true });
  });
});

describe("[EQUITY-2] who reads it", () => {
  test("[SEASON-1] [PROGRAM-1] the program's directors, and each reading is on record", async () => {
    const season = await aSeason();
    for (const role of roles) {
      const own = await equity.open(season.id, world.a.people[role].id);
      expect(own.ok, role).toBe(role === "pd");
      expect(await equity.open(season.id, world.b.people[role].id), role).toMatchObject({ ok: false, status: 404 });
      if (role !== "pd") expect(await keep(season.id, "no", world.a.people[role].id)).toMatchObject({ status: 403 });
    }
    await until(async () => (await audited("equityCheckRead")).some(({ by }) => by === pd), "on record");
  });

  test("[RECUSE-1] whoever they are recused from is in no count", async () => {
    const season = await aSeason();
    await imports.imported(season, coordinator, { content: six });
    const state = await world.server.live.fresh(database.db, season.draftId);
    const [applicantId = ""] = Object.keys(state?.applicants ?? {});
    const before = await page(season.id);
    await world.server.meetings.dispatcher.dispatch({
      meetingId: season.draftId,
      commandId: randomUUID(),
      command: { type: "declareRecusal", applicantId },
      actor: { kind: "member", memberId: pd },
    });
    const after = await page(season.id);
    expect([before.people, after.people]).toEqual([6, 5]);
    expect(after.keptCount).toBe(5);
    expect(after.tables.every(({ rows }) => rows.every(({ people }) => people === 5))).toBe(true);
  });
});

describe("[EQUITY-5] figures that were shown", () => {
  test("stay while fewer than five stand elsewhere, with the facts of then, and say so", async () => {
    const season = await aSeason();
    const rows = Array.from({ length: 20 }, (_, n) => `${22000000 + n},P${n},${n < 10 ? "F" : "M"}`);
    const interviewed = rows.map((row) => `${row},2026-12-01`);
    const headings = "AAMC ID,Applicant Name,Gender,Interview Date";
    await imports.imported(season, coordinator, { content: csv(headings, ...interviewed) });
    const first = await page(season.id);
    expect(first.isHeld).toBe(false);
    const state = await world.server.live.fresh(database.db, season.draftId);
    const byName = new Map(Object.values(state?.applicants ?? {}).map(({ id, name }) => [name, id]));
    const move = (n: number) =>
      world.server.meetings.dispatcher.dispatch({
        meetingId: season.draftId,
        commandId: randomUUID(),
        command: {
          type: "moveApplicant",
          applicantId: byName.get(`P${n}`) ?? "",
          to: { zone: "middle", after: null, before: null },
        },
        actor: { kind: "member", memberId: pd },
      });
    const dayOfOne = csv(headings, "22000000,P0,M,2026-12-01");
    imports.clock.pass(1000);
    await imports.imported(season, coordinator, { content: dayOfOne });
    for (const n of [0, 10, 1, 11]) expect(await move(n)).toMatchObject({ ok: true });
    expect(await page(season.id)).toEqual({ ...first, isHeld: true });
    expect(await page(season.id), "and again").toEqual({ ...first, isHeld: true });
    for (const n of [2, 12, 3, 13, 4, 14]) await move(n);
    const later = await page(season.id);
    // Ten have moved; the one whose gender is another by now is counted as before.
    const genders = later.tables.find(({ dimension }) => dimension === "gender")?.rows;
    expect(genders?.map(({ name, people, shares }) => [name, people, shares.ranked.count])).toEqual([
      ["Female", 10, 5],
      ["Male", 10, 5],
      ["Everybody", 20, 10],
    ]);
  });
});

describe("[EQUITY-1] [SEE-1] nothing of it is anywhere else", () => {
  beforeEach(async () => {
    const { db } = database;
    await keep(world.a.seasonId);
    const { seasonId, meetingId } = world.a;
    // All eight of one group, and one of them alone in another: too few to be named.
    await keepFromConsole({ db, live: world.server.live }, meetingId, () =>
      Array.from({ length: 8 }, (_, row) => ({
        row,
        facts: { selfIdentification: said, gender: row === 0 ? rare : "Male" },
        aamcId: String(11_000_000 + row),
        nrmpId: undefined,
      })),
    );
    expect(await held(seasonId)).toHaveLength(8);
  });

  test.each(relations)(
    "not in any page or file, for anybody of: %s; the director's check has groups of five",
    async (relation) => {
      let read = 0;
      for (const row of routeRows.filter(({ method, own }) => method === "GET" && own.includes("200"))) {
        for (const role of roles) {
          const person = personOf(world, role, relation);
          const path = row.path({ world, db: database.db, subject: subjectOf(world, relation), n: 1 });
          const cookie = person && (await world.server.cookieOf(person.email));
          const response = await fetch(`${world.server.origin}${path}`, {
            redirect: "manual",
            headers: cookie ? { cookie } : {},
          });
          const text = await response.text();
          const isCheck = row.route === "seasons/:seasonId/equity" && relation !== "other" && role === "pd";
          const where = `${path} ${role}`;
          expect(text.includes(said), where).toBe(isCheck);
          expect(text.includes(rare), where).toBe(false);
          if (response.status === 200) read += 1;
        }
      }
      expect(read).toBeGreaterThan(relation === "other" ? 0 : 100);
    },
  );

  test("not in what a socket is told, nor in a meeting's memory or log", async () => {
    const { meetingId, people } = world.a;
    for (const role of roles) {
      const socket = openSocket(world.server.origin, { cookie: await world.server.cookieOf(people[role].email) });
      const heard: string[] = [];
      socket.onAny((...packet) => heard.push(JSON.stringify(packet)));
      socket.connect();
      await until(() => socket.connected, `${role} is connected`);
      const joined = await socket.emitWithAck("join", { meetingId });
      expect(joined.ok).toBe(true);
      expect(JSON.stringify([joined, heard])).not.toMatch(new RegExp(`${said}|${rare}`));
      socket.disconnect();
    }
    expect(JSON.stringify(await world.server.live.fresh(database.db, meetingId))).not.toMatch(
      new RegExp(`${said}|${rare}`),
    );
    expect(await tablesWith(said)).toEqual(["equity_facts"]);
    expect(await tablesWith(rare)).toEqual(["equity_facts"]);
  });
});
