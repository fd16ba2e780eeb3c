// Applicants' files of every kind become facts; a bad row is reported with its row, column and value, and costs no other.
import { describe, expect, test } from "vitest";
import { type ApplicantRow, readApplicantsFile } from "../../server/import/applicants-file";
import type { FileReading } from "../../server/import/reading";

function read(text: string): FileReading<ApplicantRow> {
  const result = readApplicantsFile(text);
  if (!result.ok) throw new Error(result.message);
  return result.reading;
}

/** Reads one applicant with these columns beside a good id and name. */
function one(columns: Record<string, string>): FileReading<ApplicantRow> {
  const quoted = Object.values(columns).map((value) => `"${value.replaceAll('"', '""')}"`);
  return read(
    `${["AAMC ID", "Applicant Name", ...Object.keys(columns)].join(",")}\n${["10019016", '"Kim, Peter"', ...quoted].join(",")}`,
  );
}

const factsOf = (columns: Record<string, string>) => one(columns).good[0]?.facts;

describe("columns", () => {
  test.each(["AAMC ID", "AAMC Id", "AAMC_ID", "aamcid", "ApplicantId", " aamc-id ", '"AAMC ID_1"'])(
    "the heading %s is the AAMC ID",
    (heading) => {
      expect(read(`${heading},Name\n01234567,Kim`).good[0]?.facts.aamcId).toBe("01234567");
    },
  );

  test("columns of other systems are understood in any order", () => {
    const { good, ignoredColumns } = read(
      "StepTwoThreeDigitScore;MedSchool;LastName;FirstName;ApplicantId;Favourite colour\n240;Lakemont;Kim;Peter;10019016;red",
    );
    expect(good[0]?.facts).toEqual({ name: "Kim, Peter", aamcId: "10019016", school: "Lakemont", step2: [240] });
    expect(ignoredColumns).toEqual(["Favourite colour"]);
  });

  test("protected columns are dropped unread and named, however they are spelt", () => {
    const headings = [
      "Self Identify",
      "GENDER",
      "date_of_birth",
      "Citizenship",
      "Race",
      "Applicant Sex (optional)",
      "DOB",
    ];
    const reading = one(Object.fromEntries(headings.map((heading) => [heading, "secret"])));
    expect(reading.droppedColumns).toEqual(headings);
    expect(JSON.stringify([reading.good, reading.bad, reading.warnings])).not.toContain("secret");
  });

  test("a file without an id or a name column is refused, and says what was expected", () => {
    expect(readApplicantsFile("Colour,Size\nred,3")).toEqual({
      ok: false,
      message: expect.stringContaining("AAMC ID"),
    });
  });

  test("a repeated score column holds further attempts", () => {
    expect(read("AAMC ID,Name,Step 2 CK,Step 2 CK\n10019016,Kim,210,240").good[0]?.facts.step2).toEqual([210, 240]);
  });
});

describe("rows that are refused", () => {
  test.each([
    ["1.0019E7", "number"],
    ["1.0019016E+07", "number"],
    ["10019016.0", "number"],
    ["1001901", "leading zeros"],
    ["100190160", "exactly 8 digits"],
    ["N1234567", "exactly 8 digits"],
    ["１００１９０１６", "exactly 8 digits"],
  ])("the AAMC ID %s is refused, with the reason", (id, reason) => {
    const { good, bad } = read(`AAMC ID,Name\n${id},Kim\n10019017,Silva`);
    expect(good.map(({ row }) => row)).toEqual([3]);
    expect(bad).toEqual([{ row: 2, column: "AAMC ID", value: id, expected: expect.stringContaining(reason) }]);
  });

  test("Excel's guards around a text id are taken off", () => {
    expect(read(`AAMC ID,Name\n"=""01234567""",Kim\n'10019017,Silva`).good.map(({ facts }) => facts.aamcId)).toEqual([
      "01234567",
      "10019017",
    ]);
  });

  test.each([
    ["USMLE Step 2 CK Score", "2310"],
    ["USMLE Step 2 CK Score", "0"],
    ["USMLE Step 2 CK Score", "301"],
    ["USMLE Step 2 CK Score", "-5"],
    ["USMLE Step 2 CK Score", "24O"],
    ["COMLEX-USA Level 2 CE Score", "8"],
    ["COMLEX-USA Level 2 CE Score", "1000"],
    ["USMLE Step 1 Score", "999"],
    ["Total Interview Score", "good"],
  ])("an impossible %s of %s is left out and named, and does not cost the applicant", (column, value) => {
    const { good, bad, warnings } = one({ [column]: value });
    expect(good.map(({ facts }) => facts)).toEqual([{ name: "Kim, Peter", aamcId: "10019016" }]);
    expect(bad).toEqual([]);
    expect(warnings).toMatchObject([{ row: 2, column, value }]);
  });

  test("a missing id or name refuses the row", () => {
    const { bad } = read("AAMC ID,Name,E-mail\n,Kim,k@example.org\n10019016,,k@example.org");
    expect(bad.map(({ row, column }) => [row, column])).toEqual([
      [2, "AAMC ID"],
      [3, "Name"],
    ]);
  });

  test("every later row with an id seen before is refused and says which row had it first", () => {
    const { good, bad } = read("AAMC ID,Name\n10019016,Kim\n10019017,Silva\n10019016,Kim\n10019016,Other");
    expect(good.map(({ row }) => row)).toEqual([2, 3]);
    expect(bad.map(({ row, expected }) => [row, expected])).toEqual([
      [4, expect.stringContaining("row 2")],
      [5, expect.stringContaining("row 2")],
    ]);
  });

  test("two id columns that disagree refuse the row; two that agree, or one blank, do not", () => {
    const { good, bad } = read("AAMC ID,Name,AAMC ID\n10000001,Kim,10000002\n10000003,Silva,10000003\n,Osei,10000004");
    expect([good.map(({ row }) => row), bad.map(({ row }) => row)]).toEqual([[3, 4], [2]]);
  });

  test("a broken first copy does not cost its good second", () => {
    const { good, bad } = read("AAMC ID,Name,Step 2\n10019016,,231\n10019016,Kim,231");
    expect([good.map(({ row }) => row), bad.map(({ row }) => row)]).toEqual([[3], [2]]);
  });

  test("a reported value is at most 60 characters", () => {
    const { bad } = read(`AAMC ID,Name\n${"9".repeat(5000)},Kim`);
    expect(bad[0]?.value).toHaveLength(60);
  });
});

describe("values", () => {
  test("a missing value is missing, never zero or no", () => {
    expect(factsOf({ "Step 2 CK": "", Visa: "N/A", "ECFMG Certified": "-" })).toEqual({
      name: "Kim, Peter",
      aamcId: "10019016",
    });
  });

  test.each([
    ["Yes", "needed"],
    ["No", "none"],
    ["none", "none"],
    ["H-1B", "h1b"],
    ["H1B", "h1b"],
    ["J1", "j1"],
    ["US Citizen", "none"],
    ["U.S. Citizen", "none"],
    ["Permanent Resident", "none"],
    ["Green Card", "none"],
  ])("the visa word %s means %s", (word, visa) => {
    expect(factsOf({ Visa: word })?.visa).toBe(visa);
  });

  test.each([
    ["U.S. Public School", "M.D.", "US MD"],
    ["U.S. Private School", "D.O.", "US DO"],
    ["Osteopathic", "", "US DO"],
    ["US DO", "", "US DO"],
    ["IMG", "M.B.,B.S.", "International"],
    ["International School", "", "International"],
    ["", "D.O.", "US DO"],
    ["", "M.D.", undefined],
  ])("the school type %s with the degree %s is %s", (type, degree, schoolType) => {
    expect(factsOf({ "Medical School Type": type, "Medical Degree": degree })?.schoolType).toBe(schoolType);
  });

  test.each([
    ["2026-12-06", "2026-12-06"],
    ["12/06/2026", "2026-12-06"],
    ["6 Dec 2026", "2026-12-06"],
    ["Dec 6, 2026", "2026-12-06"],
    ["06-Dec-2026", "2026-12-06"],
    ["2026-12-06T09:30:00Z", "2026-12-06"],
    ["12/06/2026 9:30 AM", "2026-12-06"],
  ])("the interview date %s is %s", (cell, date) => {
    expect(factsOf({ "Interview Date": cell })?.interviewDate).toBe(date);
  });

  test.each(["31/31/2026", "02/30/2027", "46362", "12/6/126", "soon"])(
    "the date %s is not guessed: it is left out with a warning, and the row is kept",
    (cell) => {
      const { good, warnings } = one({ "Interview Date": cell });
      expect(good[0]?.facts).not.toHaveProperty("interviewDate");
      expect(warnings).toMatchObject([{ row: 2, column: "Interview Date", value: cell }]);
    },
  );

  test.each(["05/2027", "2027-05", "May 2027", "05/15/2027"])("the graduation %s is a month", (cell) => {
    expect(factsOf({ "Date of Graduation": cell })?.graduation).toBe("2027-05");
  });

  test("attempts are kept in order", () => {
    const facts = factsOf({ "USMLE Step 1 Score": "Fail, Pass", "Step 2 CK": "210; 240", "Step 3": "223" });
    expect(facts).toMatchObject({ step1: ["Fail", "Pass"], step2: [210, 240], step3: ["223"] });
  });

  test("a signal is gold, silver, or just a signal", () => {
    const signals = ["Gold", "SILVER", "Yes", "No", ""].map((Signal) => factsOf({ Signal })?.signal);
    expect(signals).toEqual(["gold", "silver", "signal", undefined, undefined]);
  });

  test("an applicant is withdrawn by the column or by the status", () => {
    expect(one({ "Withdrawn by Applicant": "Yes" }).good[0]?.withdrawn).toBe(true);
    expect(one({ "Most Recent Application Status": "Withdrawn by applicant" }).good[0]?.withdrawn).toBe(true);
    expect(one({ "Withdrawn by Applicant": "No" }).good[0]?.withdrawn).toBe(false);
  });

  test("several tracks in one cell are parted", () => {
    const cell = "Internal Medicine|1000140C0 (Categorical), Internal Medicine|1000140P0 (Preliminary)";
    expect(factsOf({ "Tracks Applied by Applicant": cell })?.tracks).toHaveLength(2);
  });

  test("an e-mail address that is none is left out with a warning", () => {
    const { good, warnings } = one({ "E-mail": "kim at example" });
    expect(good[0]?.facts).not.toHaveProperty("email");
    expect(warnings).toHaveLength(1);
  });

  test("a text that is too long is cut with a warning", () => {
    const { good, warnings } = one({
      "Explanation of why Medical Education or Training Interrupted": "x".repeat(3000),
    });
    expect(good[0]?.facts.interruptedWhy).toHaveLength(2000);
    expect(warnings[0]?.expected).toContain("2000");
  });

  test("clinical experience by kind: a rung without a value is not there, a zero is", () => {
    const columns = { "Hands-on Months": "4", "US Research (months)": "0", "Externship Months": "" };
    expect(factsOf(columns)?.clinicalExperience).toEqual([
      { kind: "handsOnInpatient", months: 4 },
      { kind: "researchOnly", months: 0 },
    ]);
    expect(factsOf({ "Research Months": "" })).not.toHaveProperty("clinicalExperience");
  });
});

describe("names", () => {
  const nameOf = (name: string) => read(`AAMC ID,Name\n10019016,"${name.replaceAll('"', '""')}"`).good[0]?.facts.name;

  test("names in any script are kept, with their joiners", () => {
    for (const name of ["خان, فاطمة", "כהן, מאיה", "می‌خواهم", "Nguyễn, Ánh", "O'Brien, Noor", "王, 伟"]) {
      expect(nameOf(name)).toBe(name.normalize("NFC"));
    }
  });

  test("control characters and directional overrides are removed, line breaks become spaces", () => {
    expect(nameOf("Kim,\u0000 Pe\u0007ter\u202E\nJr.")).toBe("Kim, Peter Jr.");
  });

  test("markup and formulas are text", () => {
    expect(nameOf("<img src=x onerror=alert(1)>")).toBe("<img src=x onerror=alert(1)>");
    expect(nameOf('=HYPERLINK("http://example.org")')).toBe('=HYPERLINK("http://example.org")');
  });
});
