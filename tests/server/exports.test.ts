// Export files: R3 takes the text file, spreadsheets run nothing, ids stay text.
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvText, listCsv } from "../../server/exports/csv";
import type { ExportEntry } from "../../server/exports/entry";
import { neutraliseCell } from "../../server/exports/neutralise-cell";
import { r3RefusalSentence, r3Text } from "../../server/exports/r3";
import { listXlsx } from "../../server/exports/xlsx";

const entry = (rank: number, more: Partial<ExportEntry> = {}): ExportEntry => ({
  rank,
  name: "Kim, Peter",
  aamcId: `0${1_000_000 + rank}`,
  nrmpId: `N${1_000_000 + rank}`,
  zone: "protected",
  ...more,
});

const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom(" ", "\t", "\r\n", "x;", '";', "x,", "\u00A0", "\u200B", "\u3000", ""),
      fc.constantFrom(..."=+-@＝＋－＠"),
      fc.string(),
    )
    .map((parts) => parts.join("")),
);

describe("R3 file", () => {
  test("one line a rank: rank, id, name; CRLF; no heading", () => {
    const entries = [entry(1), entry(2, { name: "O'Brien, Noor" })];
    expect(r3Text(entries, "aamc")).toEqual({
      ok: true,
      text: "1,01000001,Kim, Peter\r\n2,01000002,O'Brien, Noor\r\n",
    });
    expect(r3Text(entries, "nrmp")).toMatchObject({ text: expect.stringMatching(/^1,N1000001,/) });
  });

  test("whatever the names hold, every line begins with its rank and an id, and there is one line a rank", () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { maxLength: 30 }),
        fc.constantFrom("aamc" as const, "nrmp" as const),
        (names, id) => {
          const file = r3Text(
            names.map((name, at) => entry(at + 1, { name })),
            id,
          );
          const lines = file.ok ? file.text.split(/\r\n|[\n\r\u2028\u2029]/).slice(0, -1) : [];
          expect(lines).toHaveLength(names.length);
          lines.forEach((line, at) => {
            expect(line).toMatch(/^\d{1,3},(\d{8}|N\d{7}),/);
            expect(line.startsWith(`${at + 1},`)).toBe(true);
          });
        },
      ),
    );
  });

  test("is refused, naming who lacks the id asked for, and only then", () => {
    const entries = [entry(1), entry(2, { nrmpId: undefined }), entry(3, { nrmpId: "1234567" })];
    const refused = r3Text(entries, "nrmp");
    expect(refused).toEqual({
      ok: false,
      reason: "idMissing",
      missing: [
        { rank: 2, name: "Kim, Peter" },
        { rank: 3, name: "Kim, Peter" },
      ],
    });
    if (!refused.ok) expect(r3RefusalSentence(refused, "nrmp")).toContain("rank 2 (Kim, Peter)");
    expect(r3Text(entries, "aamc").ok).toBe(true);
  });

  test("is refused with more than 999 ranks, and when the ranks have a gap", () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => entry(at + 1));
    expect(r3Text(thousand, "aamc")).toMatchObject({ ok: false, reason: "tooManyRanks" });
    expect(r3Text(thousand.slice(0, 999), "aamc").ok).toBe(true);
    expect(r3Text([entry(1), entry(3)], "aamc")).toMatchObject({ ok: false, reason: "ranksNotInSequence" });
  });
});

describe("spreadsheet files", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "  =1", "＝1", "\u00A0=1", "\u200B@x", "−1"])(
    "the cell %j is neutralised",
    (cell) => expect(neutraliseCell(cell)).toBe(`'${cell}`),
  );

  test.each(["Kim, Peter", "O'Brien", "10019016", "a=b", "", "فاطمة"])("the cell %j is left as it is", (cell) =>
    expect(neutraliseCell(cell)).toBe(cell),
  );

  test("a formula behind a semicolon is neutralised too: some spreadsheets split there", () => {
    expect(neutraliseCell("Kim; =1+1;@x;y")).toBe("Kim; '=1+1;'@x;y");
  });

  test("no cell of a CSV begins with a formula sign, read by commas or by semicolons", () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(",", ";"),
        (cells, delimiter) => {
          const text = csvText(["Name"], [["1", ...cells]]).slice(1);
          const read = Papa.parse<string[]>(text, { newline: "\r\n", delimiter }).data[1] ?? [];
          if (delimiter === ",") expect(read).toHaveLength(cells.length + 1);
          for (const cell of read) expect(cell.normalize("NFKC").trim()).not.toMatch(/^[=+\-@]/);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the CSV has a byte-order mark, a heading, CRLF and RFC 4180 quotes", () => {
    expect(listCsv([entry(1, { name: 'Kim, "Pete"' })])).toBe(
      '\uFEFFRank,Name,AAMC ID,NRMP ID,Zone\r\n1,"Kim, ""Pete""",01000001,N1000001,protected\r\n',
    );
  });

  test("the workbook keeps ids as text and holds no formula", async () => {
    const parts = unzip(await listXlsx([entry(1, { name: '=HYPERLINK("x")' }), entry(2, { name: "<b>خان</b>" })]));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    const strings = parts.get("xl/sharedStrings.xml") ?? sheet;
    expect(sheet).not.toContain("<f>");
    expect(strings).toContain("01000001");
    expect(strings).toContain("&lt;b&gt;خان&lt;/b&gt;");
    expect(strings).toMatch(/>(&apos;|')=HYPERLINK/);
  });
});

/** Just enough of ZIP to look into a workbook: entries by the central directory, stored or deflated. */
function unzip(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    parts.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString("utf8"));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
