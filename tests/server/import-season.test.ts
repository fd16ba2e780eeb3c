// Three files become a season with a report, or a sentence; the command line's mistakes are named. The last tests read
// the shared folder's season files where RANK_ROOM_SEASON_DIR or ../shared/data has them.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseImportArguments } from "../../server/import/arguments";
import { readSeason } from "../../server/import/read-season";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rank-room-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

const people = "Name,E-mail,Role\nRenata Almqvist,pd@example.org,pd\n";
const applicants =
  "AAMC ID\tApplicant Name\tGender\tUSMLE Step 2 CK Score\tInterview Date\tTracks Applied by Applicant\r\n" +
  '10000001\t"Kim, Peter"\tM\t240\t12/06/2026\tInternal Medicine|1000140C0 (Categorical)\r\n' +
  "10000002\t\tF\t231\t12/07/2026\tInternal Medicine|1000140C0 (Categorical)\r\n" +
  '10000003\t"خان, فاطمة"\t\t\t01/07/2027\tInternal Medicine|1000140C0 (Categorical)\r\n';
const list = "Rank;AAMC ID;Zone\n1;10000003;protected\n2;10000001;middle\n3;10000002;middle\n";

async function season(change: Partial<Record<"people" | "applicants" | "list", string | Buffer>> = {}, more = {}) {
  const paths = {
    people: join(folder, "people.csv"),
    applicants: join(folder, "applicants.csv"),
    list: join(folder, "list.csv"),
  };
  const files = { people, applicants: Buffer.from(`\uFEFF${applicants}`, "utf16le"), list, ...change };
  await Promise.all((["people", "applicants", "list"] as const).map((file) => writeFile(paths[file], files[file])));
  return readSeason({ ...paths, ...more });
}

describe("reading a season", () => {
  test("good rows are kept, bad ones are reported, the code and the match year are found", async () => {
    const result = await season();
    if (!result.ok) throw new Error(result.message);
    expect(result.season).toMatchObject({
      title: "Rank meeting 2027",
      programCode: "1000140C0",
      matchYear: 2027,
      quota: 15,
      quotaGiven: false,
      list: { protected: ["10000003"], middle: ["10000001"], red: [] },
    });
    expect(result.season.applicants.map(({ facts }) => facts.name)).toEqual(["Kim, Peter", "خان, فاطمة"]);
    expect(result.season.report).toContain("row 3, Applicant Name: empty — expected a name");
    expect(result.season.report).toContain("protected columns, in nobody's file: Gender");
    expect(result.season.report).toContain('row 4, AAMC ID: "10000002"');
  });

  test("a quota that is given is told from the default", async () => {
    expect(await season({}, { quota: 15 })).toMatchObject({ season: { quota: 15, quotaGiven: true } });
  });

  test("reading twice gives the same season", async () => {
    const [one, other] = [await season(), await season()];
    if (!one.ok || !other.ok) throw new Error("both are read");
    expect(other.season).toEqual(one.season);
  });

  test("[EQUITY-1] protected columns are read when somebody asks, of the rows that are taken", async () => {
    const result = await season();
    expect(result.ok && result.equity()).toEqual([
      { row: 2, facts: { gender: "Male" }, aamcId: "10000001", nrmpId: undefined },
      { row: 4, facts: { gender: null }, aamcId: "10000003", nrmpId: undefined },
    ]);
  });

  test("--errors writes every bad row with its reason, safe to open", async () => {
    const errors = join(folder, "errors.csv");
    await season({ people: `${people}=cmd|'/c calc'!A1,=1+1,pd\n` }, { errors });
    const text = await readFile(errors, "utf8");
    expect(text).toContain("people,3,E-mail,'=1+1,");
    expect(text).toContain("applicants,3,Applicant Name,,expected a name");
  });

  test("the summary shows 200 bad rows and counts the others", async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `Name ${at},nowhere,pd\n`).join("");
    const result = await season({ people: people + rows });
    expect(result.ok && result.season.report).toContain("and 50 more");
  });

  test.each([
    ["applicants", Buffer.from("PK\x03\x04 workbook"), "Excel workbook"],
    ["applicants", "", "is empty"],
    ["people", "Colour\nred\n", "“E-mail”"],
    ["people", "Name,E-mail,Role\n", "No row of the people file"],
    ["list", "Rank,Name\n1,Kim\n", "“Zone”"],
    ["applicants", "AAMC ID,Name,Interview Date\n10000001,Kim,2026-12-01\n", "--code"],
    ["applicants", "AAMC ID,Name,Tracks\n10000001,Kim,1000140C0\n", "--match-year"],
    ["applicants", "AAMC ID,Name,Tracks\n10000001,Kim,1000140C0; 1000140P0\n", "several program codes"],
  ])("a %s file that cannot serve is refused with a sentence", async (file, content, words) => {
    expect(await season({ [file]: content })).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });

  test("a missing file and a folder are named, all at once", async () => {
    const result = await season({}, { people: join(folder, "no-such.csv"), list: folder });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining("no-such.csv does not exist") });
    expect(result).toMatchObject({ message: expect.stringContaining("is a folder") });
  });

  test("a file of errors that cannot be written is a sentence", async () => {
    expect(await season({}, { errors: folder })).toMatchObject({
      ok: false,
      message: expect.stringContaining("cannot be written"),
    });
  });
});

describe("command line", () => {
  const files = ["--people", "p", "--applicants", "a", "--list", "l"];

  test("options have their types, and what is not said stays open", () => {
    const parsed = parseImportArguments([...files, "--code", "1000140C0", "--match-year=2027"]);
    expect(parsed).toEqual({
      kind: "arguments",
      arguments: { people: "p", applicants: "a", list: "l", code: "1000140C0", matchYear: 2027 },
    });
  });

  test.each([
    [["--people", "p"], "--applicants FILE is missing"],
    [[...files, "--code", "1000140c0"], "--code must be"],
    [[...files, "--quota", "many"], "--quota must be"],
    [[...files, "--quota", "0"], "--quota must be"],
    [[...files, "--match-year", "27"], "--match-year must be"],
    [[...files, "--colour", "red"], "--colour"],
    [[...files, "stray.csv"], "stray.csv"],
    [["--people", "--list", "l"], "--people"],
  ])("the mistake in %j is named", (argv, words) => {
    expect(parseImportArguments(argv)).toMatchObject({ kind: "refused", message: expect.stringContaining(words) });
  });

  test("--help explains every option", () => {
    const help = parseImportArguments(["--help"]);
    for (const flag of [
      "--people",
      "--applicants",
      "--list",
      "--title",
      "--code",
      "--quota",
      "--match-year",
      "--errors",
    ]) {
      expect(help).toMatchObject({ kind: "help", text: expect.stringContaining(flag) });
    }
  });
});

const seasonFolder = process.env.RANK_ROOM_SEASON_DIR ?? "../shared/data";

describe.skipIf(!existsSync(join(seasonFolder, "pdws-export.csv")))("the shared folder's season files", () => {
  const files = (applicantsFile: string) => ({
    people: join(seasonFolder, "people.csv"),
    applicants: join(seasonFolder, applicantsFile),
    list: join(seasonFolder, "preliminary-rank-list.csv"),
  });

  test("the PDWS season is read without one bad row", async () => {
    const result = await readSeason(files("pdws-export.csv"));
    if (!result.ok) throw new Error(result.message);
    const { applicants, members, list, programCode, matchYear, report } = result.season;
    expect([applicants.length, members.length, programCode, matchYear]).toEqual([168, 22, "1000140C0", 2027]);
    expect([list.protected.length, list.middle.length, list.red.length]).toEqual([40, 103, 19]);
    expect(applicants.filter(({ withdrawn }) => withdrawn)).toHaveLength(6);
    expect(report).not.toMatch(/not imported|warning|ignored/);
    expect(result.season.columns).toMatchObject({
      mapped: expect.arrayContaining(["name", "visa"]),
      clinicalKinds: [],
    });
    expect(JSON.stringify(applicants)).not.toMatch(/Prefer not to say|Citizen/);
  });

  test("the Thalamus columns are read without one bad row", async () => {
    const result = await readSeason({ ...files("thalamus-export.csv"), code: "1000140C0" });
    if (!result.ok) throw new Error(result.message);
    expect(result.season.applicants).toHaveLength(96);
    expect(result.season.report).not.toMatch(/applicants \(.*not imported/);
  });
});
