// Cells as people and systems write them: what is an answer in another form is understood, what is not changes nothing and is counted,
// and no cell of a fact costs the person.
import { describe, expect, test } from "vitest";
import { ageBand } from "../../domain/equity-facts";
import { readApplicantsFile } from "../../server/import/applicants-file";
import { oneLine } from "../../server/import/clean-text";
import { readEquityColumns } from "../../server/import/equity-columns";
import { isProtectedHeader } from "../../server/import/headers";
import { readAamcId, readNrmpId } from "../../server/import/identifiers";
import { readRank } from "../../server/import/numbers";

function reading(text: string) {
  const read = readApplicantsFile(text);
  if (!read.ok) throw new Error(read.message);
  return read.reading;
}
/** One applicant's cells under these headings. */
function one(headings: string, cells: string) {
  const { good, bad, warnings } = reading(`AAMC ID,Applicant Name,${headings}\n15000001,"Testerly, Ann",${cells}\n`);
  expect(bad).toEqual([]);
  const [row] = good;
  if (!row) throw new Error("the applicant was not kept");
  return { ...row, warnings };
}

describe("invisible characters and look-alike spaces are taken off", () => {
  test.each([
    ["Ann\u00a0Lee", "Ann Lee"],
    ["Ann\u2009\u202fLee", "Ann Lee"],
    ["\ufeffAnn\u200b Lee\u00ad", "Ann Lee"],
    ["\u200eAnn Lee\u200f", "Ann Lee"],
    ["Ann\u200dLee", "AnnLee"],
    ["Ann Lee\u200c", "Ann Lee"],
    // Persian is spelt with a joiner that joins nothing, and stays as it is.
    ["علی\u200cرضا", "علی\u200cرضا"],
  ])("%j is %j", (typed, meant) => {
    expect(oneLine(typed)).toBe(meant);
  });
});

describe("ids", () => {
  test.each([
    "15000001",
    "1500 0001",
    "15-000-001",
    "#15000001",
    "AAMC 15000001",
    "AAMC ID: 15000001",
    "15 00\u200900 01",
  ])("%j is an AAMC ID", (cell) => {
    expect(readAamcId(oneLine(cell))).toEqual({ value: "15000001" });
  });
  test.each([
    "1500001",
    "150000011",
    "15000001/2",
    "15000001 or 2",
    "A15000001B",
    "1.5E7",
    "15000001.0",
    "12-31-2026x",
  ])("%j is none", (cell) => {
    expect(readAamcId(cell)).toHaveProperty("expected");
  });
  test.each(["N1234567", "n 123-4567", "#N1234567", "NRMP ID: N1234567"])("%j is an NRMP ID", (cell) => {
    expect(readNrmpId(cell)).toEqual({ value: "N1234567" });
  });
});

test.each([
  ["#2", 2],
  ["4th", 4],
  ["21st", 21],
  ["3.", 3],
  ["Rank 12", 12],
  ["No. 5", 5],
  ["7.0", 7],
])("the rank %j is %i", (cell, rank) => {
  expect(readRank(cell)).toEqual({ value: rank });
});
test.each(["2-3", "2nd choice", "#", "4.5", "top 10", "0", "1000"])("%j is no rank", (cell) => {
  expect(readRank(cell)).toHaveProperty("expected");
});

describe("an examination's cell costs nobody", () => {
  test.each([
    ["Pending", undefined, 0],
    ["*", undefined, 0],
    ["Scheduled 2/2027", undefined, 0],
    ["240 (2nd attempt)", [240], 0],
    ["Fail, 231", [231], 1],
    ["P", undefined, 1],
    ["2310", undefined, 1],
    ["231 / 240", [231, 240], 0],
    ["#REF!", undefined, 1],
  ])("Step 2 CK %j", (cell, step2, left) => {
    const { facts, warnings } = one("USMLE Step 2 CK Score", `"${cell}"`);
    expect(facts.step2).toEqual(step2);
    expect(warnings).toHaveLength(left);
  });
  test("a fail of Step 1 and 3 is kept as one", () => {
    const { facts } = one("Step 1,Step 3", '"Fail, Pass","Fail (1st attempt); 210"');
    expect(facts).toMatchObject({ step1: ["Fail", "Pass"], step3: ["Fail", "210"] });
  });
  test("one score in columns of three titles is one score; attempts stand in a repeated column", () => {
    expect(one("USMLE Step 2 CK Score,Step 2 CK,StepTwoThreeDigitScore", "245,245,245").facts.step2).toEqual([245]);
    expect(one("Step 2 CK,Step 2 CK_1", "210,245").facts.step2).toEqual([210, 245]);
    const differ = one("USMLE Step 2 CK Score,Step 2 CK", "245,240");
    expect(differ.facts.step2).toEqual([245]);
    expect(differ.warnings).toMatchObject([{ value: "245 and 240" }]);
  });
});

describe("withdrawn", () => {
  test.each([
    ["Active", false, 0],
    ["Not withdrawn", false, 0],
    ["Never withdrew", false, 0],
    ["Withdrawn - reinstated 1/5", false, 0],
    ["Withdrawal rescinded", false, 0],
    ["Withdrew from other programs; still active here", false, 1],
    ["Withdrawn by Applicant", true, 0],
    ["Withdrew 12/1", true, 0],
    ["No longer in the season: withdrawn", true, 0],
    ["Application withdrawn via ERAS on Dec 3, 2026", true, 0],
    ["Wants to withdraw?", false, 1],
  ])("the status %j", (status, withdrawn, left) => {
    const read = one("Status", `"${status}"`);
    expect([read.withdrawn, read.warnings.length]).toEqual([withdrawn, left]);
  });
  test.each([
    ["Yes", true, 0],
    ["yes, emailed", true, 0],
    ["X", true, 0],
    ["Withdrew 12/1", true, 0],
    ["No", false, 0],
    ["no, was asked", false, 0],
    ["yes?", false, 1],
    ["Yes, but reinstated", false, 1],
    ["Not withdrawn", false, 0],
    ["maybe", false, 1],
  ])("the answer %j", (answer, withdrawn, left) => {
    const read = one("Withdrawn", `"${answer}"`);
    expect([read.withdrawn, read.warnings.length]).toEqual([withdrawn, left]);
  });
  test("two columns that contradict each other withdraw nobody, and are named", () => {
    const read = one("Withdrawn,Status", "No,Withdrawn 12/1");
    expect(read.withdrawn).toBe(false);
    expect(read.warnings).toMatchObject([{ column: "Withdrawn", value: "No, and Withdrawn 12/1" }]);
    expect(one("Withdrawn,Status", "Yes,Active").withdrawn).toBe(true);
  });
});

describe("dates", () => {
  const datesOf = (...cells: string[]) => {
    const rows = cells.map((cell, at) => `1500000${at},"Testerly, Ann",${cell}`).join("\n");
    const { good, warnings } = reading(`AAMC ID,Applicant Name,Interview Date\n${rows}\n`);
    return { dates: good.map(({ facts }) => facts.interviewDate), left: warnings.map(({ value }) => value) };
  };
  test("a cell that proves the day to come first proves it for its column", () => {
    expect(datesOf("03/12/2026", "13/12/2026", "19/11/2026", "12/11/2026")).toEqual({
      dates: ["2026-12-03", "2026-12-13", "2026-11-19", "2026-11-12"],
      left: [],
    });
  });
  test("where both are proved, only what can be read one way is read", () => {
    expect(datesOf("03/12/2026", "13/12/2026", "12/14/2026", "11/11/2026")).toEqual({
      dates: [undefined, "2026-12-13", "2026-12-14", "2026-11-11"],
      left: ["03/12/2026"],
    });
  });
  test("where nothing is proved the month comes first", () => {
    expect(datesOf("03/12/2026", "3-Dec-26", "12/3/26", '"Dec 3, 2026"', "03.04.2027").dates).toEqual([
      "2026-03-12",
      "2026-12-03",
      "2026-12-03",
      "2026-12-03",
      "2027-03-04",
    ]);
  });
  test.each([
    ["May-27", "2027-05"],
    ["Jun-98", "1998-06"],
    ["05/2027", "2027-05"],
    ["5/20/27", "2027-05"],
  ])("the graduation %j is %s", (cell, month) => {
    expect(one("Graduation", cell).facts.graduation).toBe(month);
  });
  test("a date of birth is read in its column's order too", () => {
    const rows = [
      { row: 2, cells: ["13/05/1996"] },
      { row: 3, cells: ["07/06/1992"] },
    ];
    // June 7, not July 6: on July 1 of the match year they are 35.
    const bands = readEquityColumns({ headers: ["Date of Birth"], rows }, 2027).map(({ facts }) => facts.age);
    expect(bands).toEqual([ageBand("1996-05-13", 2027), ageBand("1992-06-07", 2027)]);
    expect(bands[1]).not.toBe(ageBand("1992-07-06", 2027));
  });
});

test("a middle name and a suffix are parts of a name", () => {
  const { good } = reading(
    "AAMC ID,First Name,Middle Name,Last Name,Suffix\n15000001,John,A.,Smith,III\n15000002,John,B.,Smith,Jr.\n15000003,Ann,,Lee,\n",
  );
  expect(good.map(({ facts }) => facts.name)).toEqual(["Smith, John A., III", "Smith, John B., Jr.", "Lee, Ann"]);
  expect(one("Suffix", "Jr.").facts.name).toBe("Testerly, Ann, Jr.");
  const withTheirs = reading('AAMC ID,Name,Suffix\n15000001,"Smith Jr, John",Jr.\n').good[0];
  expect(withTheirs?.facts.name).toBe("Smith Jr, John");
});

test.each(
  `M/F;URiM;URM status;Underrepresented minority;Marital Status;Spouse's name;Children (number);Disability accommodations;Veteran?;
  Year of Birth;LGBTQ+;Dual citizenship;Passport no.;US Permanent Resident;Native Language;Religion;Photo URL;Applicant photo`
    .split(";")
    .map((heading) => heading.trim()),
)("the heading %j is protected", (heading) => {
  expect(isProtectedHeader(heading)).toBe(true);
});
test.each([
  "Medical School Country",
  "Visa Sponsorship Needed",
  "Couples - Partner Name",
  "Language Fluency",
  "Package",
  "Comments",
])("the heading %j is not", (heading) => {
  expect(isProtectedHeader(heading)).toBe(false);
});
