// Five thousand rows, which is as many as a file may have: everything of them arrives, and how long each step took is printed.
// Times are not asserted: a machine at work would fail. On two cores they were to be 5 s for a dry run and 10 s for a commit.
import { beforeAll, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import type { SeasonRow } from "../../db/seasons";
import { rebuildMeeting } from "../../server/rebuild-projection";
import { aDatabase, type TestDatabase } from "../support/database";
import { type TestImports, theImports } from "../support/imports";
import { type TwoPrograms, twoPrograms } from "../support/two-programs";

let database: TestDatabase;
let world: TwoPrograms;
let imports: TestImports;
let coordinator: string;

beforeAll(async () => {
  database = await aDatabase();
  world = await twoPrograms(database);
  imports = theImports(database, world);
  coordinator = world.a.people.coordinator.id;
});

const ROWS = 5000;
const headings = [
  ...["AAMC ID", "Applicant Name", "E-mail", "Most Recent Medical School", "Medical School Type", "Medical Degree"],
  ...["Medical School Degree Date of Graduation", "USMLE Step 1 Score", "USMLE Step 2 CK Score", "USMLE Step 3 Score"],
  ...["COMLEX-USA Level 2 CE Score", "Medical Education or Training Interrupted", "Visa Sponsorship Needed"],
  ...["Explanation of why Medical Education or Training Interrupted", "ECFMG Certified", "US or Canadian Applicant"],
  ...[
    "Participating as a Couple in NRMP",
    "Gender",
    "Date of Birth",
    "US Clinical Experience (months)",
    "Program Signal",
  ],
  ...["Interview Date", "Total Interview Score", "Withdrawn by Applicant", "Tracks Applied by Applicant"],
];
const cellsOf = (n: number, score: number): string[] => [
  ...[
    String(20_000_000 + n),
    `Last${n}, First${n}`,
    `a${n}@example.org`,
    `School ${n % 170}`,
    "U.S. Public School",
    "M.D.",
  ],
  ...[
    "05/2027",
    "Pass",
    String(score),
    n % 9 === 0 ? "Pass" : "",
    n % 7 === 0 ? "528" : "",
    n % 5 === 0 ? "Yes" : "No",
  ],
  ...[n % 3 === 0 ? "J-1" : "No", n % 5 === 0 ? "A year at home with a sick parent, then back in the same class." : ""],
  ...["No", "Yes", "No", "F", "2001-01-01", String(n % 30), n % 11 === 0 ? "Gold" : "", "12/25/2029", "3.50", "No"],
  "Internal Medicine|1000140C0 (Categorical)",
];
const lines = (score: (n: number) => number) => Array.from({ length: ROWS }, (_, n) => cellsOf(n, score(n)));
const csvOf = (rows: string[][]) =>
  [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n");

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const done = await work();
  console.info(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return done;
}

async function through(what: string, season: SeasonRow, content: string | Buffer) {
  const { id, counts } = await timed(`${what}, upload and dry run`, () =>
    imports.checked(season, coordinator, { content }),
  );
  await imports.service.commit(season.id, id, coordinator);
  await timed(`${what}, commit`, () => imports.settled(season, coordinator, id));
  return { id, counts };
}

test("[IMPORT-3] [IMPORT-6] 5,000 applicants are added, changed, and taken back", { timeout: 300_000 }, async () => {
  const season = await imports.aSeason(2030);
  const count = async () =>
    Object.keys((await world.server.live.fresh(database.db, season.draftId))?.applicants ?? {}).length;
  const added = await through("5,000 new, CSV", season, csvOf(lines(() => 240)));
  expect(added.counts).toMatchObject({ new: ROWS, bad: 0 });
  expect(await count()).toBe(ROWS);
  const sheet = [headings, ...lines((n) => 240 + (n % 2))].map((row) => row.map((value) => ({ value, type: String })));
  const workbook = await writeExcelFile(sheet).toBuffer();
  const changed = await through("2,500 changed of 5,000, XLSX", season, workbook);
  expect(changed.counts).toMatchObject({ changed: ROWS / 2, unchanged: ROWS / 2 });
  for (const { id } of [changed, added]) {
    await timed("taken back", () => imports.service.undo(season.id, id, coordinator));
    expect((await imports.view(season, coordinator, id)).takenBack?.kept).toEqual([]);
  }
  expect(await count()).toBe(0);
  expect(await timed("rebuilt", () => rebuildMeeting(database.db, season.draftId, { keep: false }))).toEqual([]);
});

test("5,000 interview scores become notes, and are taken back", { timeout: 300_000 }, async () => {
  const season = await imports.aSeason(2031);
  await imports.imported(season, coordinator, { content: csvOf(lines(() => 240).slice(0, 1250)) });
  const raters = ["pd", "associatepd", "chief", "faculty"].map((role) => `${role}@a.example.org`);
  const rows = Array.from({ length: 1250 }, (_, n) =>
    raters.map((rater, at) => `${20_000_000 + n},${rater},2029-12-0${(n % 9) + 1},${2 + ((n + at) % 3)},Clear`),
  ).flat();
  const content = ["AAMC ID,Interviewer E-mail,Interview Date,Score,Comment", ...rows].join("\n");
  const { id, counts } = await through("5,000 scores", season, content);
  expect(counts).toMatchObject({ new: ROWS, bad: 0 });
  await timed("taken back", () => imports.service.undo(season.id, id, coordinator));
  expect((await imports.view(season, coordinator, id)).takenBack).toEqual({ count: ROWS, kept: [] });
});
