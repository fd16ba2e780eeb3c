// Text becomes numbered rows under a heading, whatever separates the cells; a damaged row costs that row only.
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readTable, type Table } from "../../server/import/table";

const known = (header: string) => ["AAMC ID", "Name", "Zone", "Rank"].includes(header);

function table(text: string): Table {
  const read = readTable(text, known);
  if (!read.ok) throw new Error(read.message);
  return read.table;
}

test.each([
  [",", "\r\n"],
  [";", "\n"],
  ["\t", "\r\n"],
  [",", "\r"],
])("the separator %j and the line end %j are recognised", (separator, end) => {
  const text = [["AAMC ID", "Name"].join(separator), ["10019016", '"O""Brien, Noor"'].join(separator), ""].join(end);
  expect(table(text)).toEqual({
    headers: ["AAMC ID", "Name"],
    rows: [{ row: 2, cells: ["10019016", 'O"Brien, Noor'] }],
    bad: [],
  });
});

test("commas inside a quoted heading do not outvote the separator", () => {
  expect(table('AAMC ID;"Last, First, Middle";Name\n1;2;3').headers).toEqual([
    "AAMC ID",
    "Last, First, Middle",
    "Name",
  ]);
});

test("commas inside an unquoted heading do not outvote the separator", () => {
  expect(table("AAMC ID;One, two, three, four;Name\n1;2;3").headers).toHaveLength(3);
});

test("Excel's own sep= line names the separator and counts as a row", () => {
  expect(table("sep=;\nRank;Name\n1;Kim").rows).toEqual([{ row: 3, cells: ["1", "Kim"] }]);
});

test("rows are numbered as a spreadsheet numbers them: blank rows count, breaks inside a cell do not", () => {
  const { rows } = table('Name,Zone\n"two\nlines",red\n\n,\nlast,red\n');
  expect(rows.map(({ row }) => row)).toEqual([2, 5]);
  expect(rows[0]?.cells[0]).toBe("two\nlines");
});

test("repeated headings get _1 and _2, as PDWS writes them", () => {
  expect(table("Name,Name,Zone,Name\n1,2,3,4").headers).toEqual(["Name", "Name_1", "Zone", "Name_2"]);
});

test("a row with more cells than the heading is bad; blank extra cells are not", () => {
  const { rows, bad } = table("Name,Zone\nKim, Peter,red\nSilva,red,,\n");
  expect(rows.map(({ row }) => row)).toEqual([3]);
  expect(bad).toMatchObject([{ row: 2, value: "red", expected: expect.stringContaining("2 cells") }]);
});

test("a quote that is never closed costs its own line only", () => {
  const { rows, bad } = table('Name,Zone\nA,red\n"Kim, Peter,red\n"Cohen, Fatima",red\nB,red\n');
  expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [2, "A"],
    [4, "Cohen, Fatima"],
    [5, "B"],
  ]);
  expect(bad).toMatchObject([{ row: 3, expected: expect.stringContaining("quote") }]);
});

test("a quote cut off at the end of the file is reported with its row", () => {
  expect(table('Name,Zone\nA,red\n"Kim').bad).toMatchObject([{ row: 3, value: '"Kim' }]);
});

test("a file that is all broken quotes is refused, in bounded work", () => {
  const read = readTable(`Name,Zone\n${'"a" b,red\n'.repeat(5000)}`, known);
  expect(read).toEqual({ ok: false, message: expect.stringContaining("broken quotes") });
});

test("a huge field is read whole", () => {
  const huge = "x".repeat(500_000);
  expect(table(`Name,Zone\n"${huge}",red`).rows[0]?.cells[0]).toHaveLength(500_000);
});

test("what is written as CSV is read back the same", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 20 }).map((value) => value.replace(/\r\n?/g, "\n"));
  const row = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), cell, cell);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.constantFrom(",", ";", "\t"), (rows, delimiter) => {
      const text = Papa.unparse([["AAMC ID", "Name", "Zone"], ...rows], { delimiter });
      const read = table(text);
      expect(read.bad).toEqual([]);
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});
