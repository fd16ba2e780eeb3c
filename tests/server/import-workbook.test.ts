// Excel workbooks as tables of text: ids stay ids, dates are dates, and what is beside the first sheet is not looked at.
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { readUpload, type UploadedTable } from "../../server/import/read-upload";
import { aWorkbook, inlineCell, sheetXml } from "../support/zip";

async function tableOf(bytes: Buffer): Promise<UploadedTable> {
  const read = await readUpload(bytes);
  if (!read.ok || read.upload.what !== "table") throw new Error(read.ok ? "photos" : read.message);
  return read.upload;
}

const styles = (...formats: string[]) => ({
  name: "xl/styles.xml",
  bytes: `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join("")}</cellXfs></styleSheet>`,
});
const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join("")}</row>`;
const heading = row(
  1,
  inlineCell("A1", "AAMC ID"),
  inlineCell("B1", "Interview Date"),
  inlineCell("C1", "Interview Score"),
);

test("what a spreadsheet writes reads as it looks there", async () => {
  const text = (value: string) => ({ value, type: String });
  const bytes = await writeExcelFile([
    [text("AAMC ID"), text("Applicant Name"), text("Interview Date"), text("Interview Score")],
    [
      { value: "01234567", type: String },
      text("Ünal, Zoë"),
      { value: new Date("2026-12-06T00:00:00Z"), type: Date, format: "mm/dd/yyyy" },
      { value: 3.3, type: Number },
    ],
  ]).toBuffer();
  const { headers, rows } = await tableOf(bytes);
  expect(headers).toEqual(["AAMC ID", "Applicant Name", "Interview Date", "Interview Score"]);
  expect(rows).toEqual([{ row: 2, cells: ["01234567", "Ünal, Zoë", "2026-12-06", "3.3"] }]);
});

describe("numbers", () => {
  test.each([
    ["an id that is shown with its leading zero", `<c r="A2" s="2"><v>1234567</v></c>`, "01234567"],
    ["an id in scientific notation", `<c r="A2"><v>1.0019016E7</v></c>`, "10019016"],
    ["a fraction with what computers add", `<c r="A2"><v>3.2999999999999998</v></c>`, "3.3"],
    ["a day", `<c r="A2" s="1"><v>46362</v></c>`, "2026-12-06"],
    ["a day with a time", `<c r="A2" s="3"><v>46362.75</v></c>`, "2026-12-06"],
    ["a number in red, which is no day", `<c r="A2" s="4"><v>46362</v></c>`, "46362"],
    ["yes", `<c r="A2" t="b"><v>1</v></c>`, "Yes"],
    ["what a formula came to", `<c r="A2" t="str"><f>CONCAT(1,2)</f><v>12</v></c>`, "12"],
  ])("%s", async (_, cell, expected) => {
    const formats = styles("00000000", "d mmm yyyy h:mm", '[Red]0.00"d"');
    const { rows } = await tableOf(aWorkbook(sheetXml(heading + row(2, cell)), [formats]));
    expect(rows[0]?.cells[0]).toBe(expected);
  });

  test("a day in a workbook that counts from 1904", async () => {
    const workbook = `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`;
    const sheet = sheetXml(heading + row(2, `<c r="B2" s="1"><v>44900</v></c>`));
    const { rows } = await tableOf(aWorkbook(sheet, [styles()], workbook));
    expect(rows[0]?.cells[1]).toBe("2026-12-06");
  });
});

test("rows keep the numbers of the sheet, and a cell far away costs nothing", async () => {
  const sheet = sheetXml(heading + row(7, inlineCell("A7", "10019016")) + row(1048576, inlineCell("B1048576", "x")));
  const { rows } = await tableOf(aWorkbook(sheet));
  expect(rows).toEqual([
    { row: 7, cells: ["10019016", "", ""] },
    { row: 1048576, cells: ["", "x", ""] },
  ]);
});

test("rich text is one text, and how it is read aloud is left out", async () => {
  const shared = {
    name: "xl/sharedStrings.xml",
    bytes: "<sst><si><r><t>Na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>",
  };
  const sheet = sheetXml(row(1, `<c r="A1" t="s"><v>0</v></c>`) + row(2, inlineCell("A2", "b")));
  expect((await tableOf(aWorkbook(sheet, [shared]))).headers).toEqual(["Name"]);
});

test("of several sheets the first that is shown is read, and that is said", async () => {
  const workbook = `<workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="rId2"/><sheet name="Now" r:id="rId1"/></sheets></workbook>`;
  const { notes } = await tableOf(aWorkbook(sheetXml(heading + row(2, inlineCell("A2", "1"))), [], workbook));
  expect(notes).toEqual(["It has 2 sheets; the first, “Now”, was read."]);
});

test("[IMPORT-8] protected columns are not in what is kept of a file, nor in what is said of a damaged row", async () => {
  const csv =
    'AAMC ID,Gender,Applicant Name,DOB\n10019016,F,"A, B",2001-01-01\n10019017,F,C,2001-01-01,2001-01-02\n10019018,"F"x,D,1\n';
  const kept = await tableOf(Buffer.from(csv));
  expect(kept.dropped).toEqual(["Gender", "DOB"]);
  expect(kept.headers).toEqual(["AAMC ID", "Applicant Name"]);
  expect(kept.bad.map(({ row: number }) => number)).toEqual([3, 4]);
  const { dropped: _dropped, ...rest } = kept;
  expect(JSON.stringify(rest)).not.toMatch(/2001|"F/);
});
