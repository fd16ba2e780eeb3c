// The first sheet of an Excel workbook (XLSX) as a table of text: read as it is unpacked, within limits, without formulas,
// macros or anything outside the file (decision 0035). Ids stay text, dates become ISO dates.
import { oneLine } from "./clean-text";
import {
  largestWorkbook,
  mostCells,
  mostColumns,
  mostRows,
  mostSharedText,
  tooManyColumns,
  tooManyRows,
  tooMuch,
} from "./limits";
import { type NumberFormat, numberText, readNumberFormats } from "./number-formats";
import { readXml } from "./read-xml";
import { numberRepeats, type Table, type TableRow } from "./table";
import { FileRefused, ZipArchive } from "./zip-archive";

export interface ReadWorkbook {
  table: Table;
  notes: string[];
}

const workbookPart = "xl/workbook.xml";

export const isWorkbook = (archive: ZipArchive): boolean => archive.has(workbookPart);

/** @throws FileRefused */
export async function openWorkbook(bytes: Buffer): Promise<ZipArchive> {
  return ZipArchive.open(bytes, largestWorkbook);
}

/** @throws FileRefused */
export async function readWorkbook(archive: ZipArchive): Promise<ReadWorkbook> {
  const { sheets, isFrom1904 } = await readSheetList(archive);
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (!sheet || !archive.has(sheet.part)) throw new FileRefused("has no sheet that can be read.");
  const formats = archive.has("xl/styles.xml")
    ? await readNumberFormats(archive.chunks("xl/styles.xml"))
    : new Map<number, NumberFormat>();
  const shared = archive.has("xl/sharedStrings.xml") ? await readSharedText(archive) : [];
  const rows = await readRows(archive, sheet.part, { shared, formats, isFrom1904 });
  const [heading, ...rest] = rows;
  if (!heading) throw new FileRefused("is empty. Save it again with at least the heading and one row.");
  const notes = sheets.length > 1 ? [`It has ${sheets.length} sheets; the first, “${sheet.name}”, was read.`] : [];
  return { table: tableOf(heading, rest), notes };
}

function tableOf(heading: TableRow, rest: readonly TableRow[]): Table {
  const headers = numberRepeats(heading.cells.map((cell) => oneLine(cell ?? "")));
  const rows = rest.map(({ row, cells }) => ({ row, cells: headers.map((_, at) => cells[at] ?? "") }));
  return { headers, rows, bad: [] };
}

interface Sheet {
  name: string;
  part: string;
  isHidden: boolean;
}

async function readSheetList(archive: ZipArchive): Promise<{ sheets: Sheet[]; isFrom1904: boolean }> {
  const parts = new Map<string, string>();
  const relations = "xl/_rels/workbook.xml.rels";
  if (!archive.has(relations)) throw new FileRefused("has no sheet that can be read.");
  await readXml(archive.chunks(relations), {
    open(name, { Id = "", Target = "" }) {
      if (name === "Relationship") parts.set(Id, partAt(Target));
    },
  });
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  await readXml(archive.chunks(workbookPart), {
    open(name, attributes) {
      if (name === "workbookPr") isFrom1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
      const part = parts.get(id ?? "") ?? "";
      sheets.push({
        name: oneLine(attributes.name ?? ""),
        part,
        isHidden: (attributes.state ?? "visible") !== "visible",
      });
    },
  });
  return { sheets, isFrom1904 };
}

/** Targets are told from `xl/`, or from the root. */
const partAt = (target: string): string => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

/** Text that cells share, in the order of its numbers. What is shown beside it for its reading (`rPh`) is left out. */
async function readSharedText(archive: ZipArchive): Promise<string[]> {
  const shared: string[] = [];
  let text = "";
  let isText = false;
  let isReading = false;
  let length = 0;
  await readXml(archive.chunks("xl/sharedStrings.xml"), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text(more) {
      if (!isText) return;
      length += more.length;
      if (length > mostSharedText) throw new FileRefused(tooMuch);
      text += more;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isReading = false;
      if (name !== "si") return;
      if (shared.length >= mostCells) throw new FileRefused(tooMuch);
      shared.push(text);
    },
  });
  return shared;
}

interface Reading {
  shared: readonly string[];
  formats: ReadonlyMap<number, NumberFormat>;
  isFrom1904: boolean;
}

/** Rows that hold something, by the numbers that the sheet gives them. */
async function readRows(archive: ZipArchive, part: string, reading: Reading): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: { type: string; style: number } = { type: "n", style: 0 };
  let value = "";
  let isValue = false;
  let isReading = false;
  let count = 0;
  await readXml(archive.chunks(part), {
    open(name, attributes) {
      if (name === "row") {
        row = rowNumber(attributes.r) ?? row + 1;
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = columnNumber(attributes.r) ?? column + 1;
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0) };
        value = "";
      } else if (name === "rPh") {
        isReading = true;
      }
      isValue = name === "v" || (name === "t" && !isReading);
    },
    text(more) {
      if (isValue) value += more;
    },
    close(name) {
      isValue = false;
      if (name === "rPh") isReading = false;
      if (name === "row" && cells.length > 0) {
        if (rows.length > mostRows) throw new FileRefused(tooManyRows);
        rows.push({ row, cells });
      }
      if (name !== "c" || value === "") return;
      if (column >= mostColumns) throw new FileRefused(tooManyColumns);
      const text = cellText(cell, value, reading);
      if (text.trim() === "") return;
      count++;
      if (count > mostCells) throw new FileRefused(tooMuch);
      while (cells.length < column) cells.push("");
      cells[column] = text;
    },
  });
  return rows;
}

function cellText({ type, style }: { type: string; style: number }, value: string, reading: Reading): string {
  if (type === "s") return reading.shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "Yes" : "No";
  if (type === "n") return numberText(value, reading.formats.get(style), reading.isFrom1904);
  return value;
}

function rowNumber(reference: string | undefined): number | undefined {
  const row = Number(reference);
  return Number.isInteger(row) && row > 0 && row <= 1_048_576 ? row : undefined;
}

/** `C7` is column 2. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? "")?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
