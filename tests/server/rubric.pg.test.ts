// The rubric of a season through its service: versions, ratings by hand, exceptions, seats, and what is kept from whom.
import { beforeAll, expect, test } from "vitest";
import { readAuditRows } from "../../db/audit-pages";
import { auditActions } from "../../domain/audit";
import { defaultRubric, type Rubric } from "../../domain/rubric";
import { typedOf } from "../../domain/rubric-typed";
import { createRubricService } from "../../server/seasons/rubric-service";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let service: ReturnType<typeof createRubricService>;
let seasonId: string;
let pd: string;
let applicantId: string;
let withheldId: string;

const now = new Date("2027-01-15T10:00:00Z");

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  service = createRubricService({ db: database.db, clock: () => now });
  seasonId = world.a.seasonId;
  pd = world.a.people.pd.id;
  [applicantId = "", withheldId = ""] = world.a.applicantIds;
});

async function pageFor(personId: string) {
  const opened = await service.open(seasonId, personId, "viewRubric");
  if (!opened.ok) throw new Error(opened.message);
  return opened.page;
}
const typed = (rubric: Rubric, version: number, reason: string) => ({
  ...typedOf(rubric),
  version: String(version),
  reason,
});

test("[RUBRIC-1] a season begins with the default, in which school reputation has no weight", async () => {
  const { current, applicants } = await pageFor(pd);
  expect(current).toEqual({ version: 0, rubric: defaultRubric, written: null });
  expect(current.rubric.weights.school).toBe(0);
  expect(applicants).toHaveLength(8);
});

test("[RUBRIC-6] seats are counted by the ranked, without those the reader is recused from", async () => {
  expect((await pageFor(pd)).seats).toEqual({ h1b: 0, unrecorded: 7, isFrozen: true });
  const recused = await pageFor(world.recused.coordinator.id);
  expect(recused.seats).toEqual({ h1b: 0, unrecorded: 6, isFrozen: true });
  expect(recused.applicants.map(({ id }) => id)).not.toContain(withheldId);
});

test("[RUBRIC-5] a change is a new version with who, when and why; an older form is refused; all stay to be read", async () => {
  const changed: Rubric = { ...defaultRubric, weights: { ...defaultRubric.weights, step2: 20 } };
  expect(await service.change(seasonId, pd, typed(changed, 0, "Less for the exam."))).toEqual({ ok: true, version: 1 });
  expect(await service.change(seasonId, pd, typed(defaultRubric, 0, "Too late by now."))).toMatchObject({
    status: 409,
  });
  const both = await Promise.all([
    service.change(seasonId, pd, typed(defaultRubric, 1, "One of two at once.")),
    service.change(seasonId, pd, typed(defaultRubric, 1, "The other.")),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const read = await service.versions(seasonId, world.a.people.coordinator.id);
  expect(
    read.ok && read.versions.map(({ version, rubric, written }) => [version, rubric.weights.step2, written?.by]),
  ).toEqual([
    [2, 25, "Dr pd of a"],
    [1, 20, "Dr pd of a"],
    [0, 25, undefined],
  ]);
});

test("[RUBRIC-5] what a rubric may not be is refused at its field, and nothing is saved", async () => {
  const version = (await pageFor(pd)).current.version;
  const form = typed(defaultRubric, version, "A mistake.");
  expect(await service.change(seasonId, pd, { ...form, "weights.gaps": "ten" })).toMatchObject({
    status: 400,
    field: "weights.gaps",
  });
  expect(await service.change(seasonId, pd, { ...form, "step2.from": "260" })).toMatchObject({ field: "step2" });
  expect(await service.change(seasonId, pd, { ...form, reason: " " })).toMatchObject({ field: "reason" });
  expect(await service.change(seasonId, pd, {})).toMatchObject({ status: 400 });
  expect((await pageFor(pd)).current.version).toBe(version);
});

test("[SEASON-1] only the director changes it, hosts sign, those who prepare read, and others of the program do not", async () => {
  const { associatePd, coordinator, chief } = world.a.people;
  const rating = { applicantId, line: "lettersAndFit", rating: "3", source: "The chair's letter, page 2." };
  expect(await service.change(seasonId, associatePd.id, typed(defaultRubric, 2, "Mine."))).toMatchObject({
    status: 403,
  });
  expect(await service.rate(seasonId, coordinator.id, rating)).toMatchObject({ status: 403 });
  expect(await service.open(seasonId, chief.id, "viewRubric")).toMatchObject({ status: 403 });
  expect(await service.breakdown(seasonId, applicantId, chief.id)).toMatchObject({ status: 403 });
  expect(await service.open(seasonId, world.b.people.pd.id, "viewRubric")).toMatchObject({ status: 404 });
});

test("[RUBRIC-5] a rating is signed and sourced; a later one stands, and one taken back is missing and not zero", async () => {
  const form = { applicantId, line: "lettersAndFit", source: "The chair's letter, page 2." };
  const breakdown = async () => {
    const read = await service.breakdown(seasonId, applicantId, pd);
    if (!read.ok) throw new Error(read.message);
    const line = read.breakdown.score.lines.find((each) => each.line === "lettersAndFit");
    return { points: line?.points, ratings: read.breakdown.ratings };
  };
  expect(await service.rate(seasonId, pd, { ...form, rating: "2" })).toEqual({ ok: true });
  expect(await service.rate(seasonId, world.a.people.associatePd.id, { ...form, rating: "4" })).toEqual({ ok: true });
  expect(await breakdown()).toEqual({
    points: 8,
    ratings: [
      {
        line: "lettersAndFit",
        rating: 4,
        source: "The chair's letter, page 2.",
        by: "Dr associatePd of a",
        at: now.toISOString(),
      },
    ],
  });
  expect(await service.rate(seasonId, pd, { ...form, rating: "" })).toEqual({ ok: true });
  expect(await breakdown()).toEqual({ points: null, ratings: [] });
  const { rows } = {
    rows: await database.db.selectFrom("rubric_ratings").select("rating").orderBy("version").execute(),
  };
  expect(rows.map(({ rating }) => rating)).toEqual([2, 4, null]);
  expect(await service.rate(seasonId, pd, { ...form, rating: "6" })).toMatchObject({ field: "rating" });
  expect(await service.rate(seasonId, pd, { ...form, rating: "1", source: "" })).toMatchObject({ field: "source" });
});

test("[RUBRIC-3] an exception has a reason and a signature; struck with a reason it stays to be read", async () => {
  const form = { applicantId, reason: "Two strong letters from inpatient work." };
  expect(await service.makeException(seasonId, pd, form)).toEqual({ ok: true });
  expect(await service.makeException(seasonId, pd, form)).toMatchObject({ status: 409 });
  const struck = { applicantId, reason: "Entered for the wrong applicant." };
  expect(await service.strikeException(seasonId, pd, struck)).toEqual({ ok: true });
  expect(await service.strikeException(seasonId, pd, struck)).toMatchObject({ status: 409 });
  expect(await service.makeException(seasonId, pd, { applicantId, reason: "" })).toMatchObject({ field: "reason" });
  const exceptions = (await pageFor(pd)).applicants.find(({ id }) => id === applicantId)?.exceptions;
  const signature = { by: "Dr pd of a", at: now.toISOString() };
  expect(exceptions).toEqual([{ reason: form.reason, ...signature, struck: { reason: struck.reason, ...signature } }]);
});

test("[RECUSE-1] of a withheld applicant nothing can be read or signed, as of one who is not there", async () => {
  const { pd: recusedPd } = world.recused;
  const unknown = await service.breakdown(seasonId, "dddddddd-0000-4000-8000-00000000dead", recusedPd.id);
  expect(await service.breakdown(seasonId, withheldId, recusedPd.id)).toEqual(unknown);
  const reason = "Known to me.";
  const rating = { applicantId: withheldId, line: "lettersAndFit", rating: "5", source: reason };
  expect(await service.rate(seasonId, recusedPd.id, rating)).toEqual(unknown);
  expect(await service.makeException(seasonId, recusedPd.id, { applicantId: withheldId, reason })).toEqual(unknown);
});

test("[AUDIT-1] [AUDIT-4] changes, ratings and exceptions are on record, and not for whoever is recused from the applicant", async () => {
  const rate = { line: "lettersAndFit", rating: "5", source: "A letter of theirs." };
  expect(await service.rate(seasonId, pd, { ...rate, applicantId: withheldId })).toEqual({ ok: true });
  const rowsFor = (readerId: string) =>
    readAuditRows(
      database.db,
      {
        chainId: world.a.programId,
        readerId,
        actions: Object.keys(auditActions).filter((action) => /^(rubric|floor)/.test(action)),
      },
      { before: undefined, limit: 100 },
    );
  const rows = await rowsFor(pd);
  expect(rows.map(({ action }) => action)).toEqual([
    "rubricRated",
    "floorExceptionStruck",
    "floorExceptionMade",
    "rubricRated",
    "rubricRated",
    "rubricRated",
    "rubricChanged",
    "rubricChanged",
  ]);
  expect(rows[0]?.applicant).toBe("SecretA1, Applicant");
  const recused = await rowsFor(world.recused.pd.id);
  expect(recused).toHaveLength(rows.length - 1);
  expect(JSON.stringify(recused)).not.toContain("SecretA1");
});
