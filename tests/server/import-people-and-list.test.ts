// People's files and preliminary lists: every row is taken or reported, and the list's order is never guessed.
import { describe, expect, test } from "vitest";
import type { ApplicantRow } from "../../server/import/applicants-file";
import { readListFile } from "../../server/import/list-file";
import { matchList } from "../../server/import/match-list";
import { readPeopleFile } from "../../server/import/people-file";

function people(text: string) {
  const result = readPeopleFile(text);
  if (!result.ok) throw new Error(result.message);
  return result.reading;
}

function list(rows: string, heading = "Rank,AAMC ID,Applicant Name,Zone") {
  const result = readListFile(`${heading}\n${rows}`);
  if (!result.ok) throw new Error(result.message);
  return result.reading;
}

describe("people", () => {
  test.each([
    ["pd", "pd"],
    ["Program Director", "pd"],
    ["Associate PD", "associatePd"],
    ["APD", "associatePd"],
    ["associatePd", "associatePd"],
    ["Coordinator", "coordinator"],
    ["chief resident", "chief"],
    ["Attending", "faculty"],
    ["Observer", "observer"],
  ])("the role %s is %s", (word, role) => {
    expect(people(`Name,E-mail,Role\nKim,kim@example.org,${word}`).good[0]?.role).toBe(role);
  });

  test("an invalid or repeated e-mail address, an unknown role and a missing name refuse the row", () => {
    const { good, bad } = people(
      "Name;Email;Role\nKim;Kim@Example.org;pd\nKim;kim@example.org;faculty\nSilva;nowhere;faculty\n" +
        "Cohen;c@example.org;king\n;d@example.org;faculty\nOsei;;faculty",
    );
    expect(good).toEqual([{ row: 2, name: "Kim", email: "kim@example.org", role: "pd" }]);
    expect(bad.map(({ row, column }) => [row, column])).toEqual([
      [3, "Email"],
      [4, "Email"],
      [5, "Role"],
      [6, "Name"],
      [7, "Email"],
    ]);
    expect(bad[0]?.expected).toContain("row 2");
  });

  test("a file without a program director is read, with a note", () => {
    expect(people("Name,E-mail,Role\nKim,kim@example.org,faculty").notes[0]).toContain("program director");
  });
});

describe("preliminary list", () => {
  test.each([
    ["protected", "protected"],
    ["Middle", "middle"],
    ["DNR", "red"],
    ["Do Not Rank", "red"],
    ["red zone", "red"],
  ])("the zone %s is %s", (word, zone) => {
    expect(list(`${zone === "red" ? "" : 1},10019016,Kim,${word}`).good[0]?.zone).toBe(zone);
  });

  test("rows are put in the order of their ranks, red after them", () => {
    const { good, bad, warnings } = list("2,10000002,,middle\n,10000003,,red\n1,10000001,,protected");
    expect(good.map(({ rank, aamcId }) => [rank, aamcId])).toEqual([
      [1, "10000001"],
      [2, "10000002"],
      [null, "10000003"],
    ]);
    expect([bad, warnings]).toEqual([[], []]);
  });

  test("a repeated rank refuses the later row and keeps the others in order", () => {
    const { good, bad } = list("1,10000001,,protected\n2,10000002,,middle\n2,10000003,,middle\n3,10000004,,middle");
    expect(good.map(({ aamcId }) => aamcId)).toEqual(["10000001", "10000002", "10000004"]);
    expect(bad).toMatchObject([{ row: 4, column: "Rank", value: "2", expected: expect.stringContaining("row 3") }]);
  });

  test("a hole in the ranks is reported at the row after it, and the list closes up", () => {
    const { good, warnings } = list("1,10000001,,protected\n4,10000002,,middle");
    expect(good).toHaveLength(2);
    expect(warnings).toMatchObject([{ row: 3, value: "4", expected: expect.stringContaining("rank 2") }]);
  });

  test("a row refused for its id leaves no hole to report", () => {
    const { bad, warnings } = list("1,10000001,,protected\n2,1E7,,middle\n3,10000003,,middle");
    expect([bad.map(({ row }) => row), warnings]).toEqual([[3], []]);
  });

  test.each([
    ["x,10000001,,middle", "Rank"],
    ["0,10000001,,middle", "Rank"],
    ["1000,10000001,,middle", "Rank"],
    [",10000001,,middle", "Rank"],
    ["1,10000001,,", "Zone"],
    ["1,10000001,,maybe", "Zone"],
    ["1,,Kim,middle", "AAMC ID"],
  ])("the row %s is refused for its %s", (row, column) => {
    const { good, bad } = list(row);
    expect(good).toEqual([]);
    expect(bad.map((error) => error.column)).toEqual([column]);
  });

  test("a rank in red is left out, and protected goes above middle, with a warning each", () => {
    const { good, warnings } = list("1,10000001,,middle\n2,10000002,,protected\n3,10000003,,red");
    expect(good.at(-1)).toMatchObject({ rank: null, zone: "red" });
    expect(warnings.map(({ row, column }) => [row, column])).toEqual([
      [3, "Zone"],
      [4, "Rank"],
    ]);
  });

  test("a list without zones or ids is refused and says what was expected", () => {
    expect(readListFile("Rank,Name\n1,Kim")).toEqual({ ok: false, message: expect.stringContaining("Zone") });
  });
});

describe("list and applicants together", () => {
  const applicant = (row: number, aamcId: string, more: Partial<ApplicantRow["facts"]> = {}): ApplicantRow => ({
    row,
    facts: { name: "Kim, Peter", aamcId, ...more },
    withdrawn: false,
  });

  test("everybody known is placed under one key, by either id", () => {
    const applicants = [applicant(2, "10000001", { nrmpId: "N1000001" }), applicant(3, "10000002")];
    const { good } = list("1,N1000001,protected", "Rank,NRMP ID,Zone");
    expect(matchList(good, applicants).order).toEqual({ protected: ["10000001"], middle: [], red: [] });
  });

  test("unknown and withdrawn applicants are reported, not placed", () => {
    const applicants = [applicant(2, "10000001"), { ...applicant(3, "10000002"), withdrawn: true }];
    const { good } = list("1,10000001,,protected\n2,10000002,,middle\n3,10000003,,middle");
    const { order, bad } = matchList(good, applicants);
    expect(order).toEqual({ protected: ["10000001"], middle: [], red: [] });
    expect(bad.map(({ row, value }) => [row, value])).toEqual([
      [3, "10000002"],
      [4, "10000003"],
    ]);
  });

  test("nobody is placed twice, not even by two different ids", () => {
    const { good } = list("1,10000001,,protected\n2,,N1000001,middle", "Rank,AAMC ID,NRMP ID,Zone");
    const { order, bad } = matchList(good, [applicant(2, "10000001", { nrmpId: "N1000001" })]);
    expect(order.protected).toHaveLength(1);
    expect(order.middle).toHaveLength(0);
    expect(bad[0]?.row).toBe(3);
  });

  test("a name that does not belong to the id is a warning; accents, case and middle names are not", () => {
    const applicants = [applicant(2, "10000001", { name: "García, Peter" }), applicant(3, "10000002")];
    const { good } = list('1,10000001,"GARCIA, Peter James",protected\n2,10000002,"Silva, Ana",middle');
    expect(matchList(good, applicants).warnings.map(({ row }) => row)).toEqual([3]);
  });
});
