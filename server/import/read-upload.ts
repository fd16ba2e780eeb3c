// An uploaded file, whatever it is: a table (CSV, TSV, XLSX) or a ZIP of photos, told by its first bytes and never by its name.
// Protected columns are dropped here, so that nothing after this has ever held them (IMPORT-8); what a season keeps of them for its
// equity check comes out apart from the rows (EQUITY-1).
import type { EquityCells } from "../../db/equity-facts";
import { oneLine } from "./clean-text";
import { decode } from "./decode";
import { readEquityColumns } from "./equity-columns";
import { isProtectedHeader } from "./headers";
import { largestFile, largestPhotos } from "./limits";
import { type Readable, type RowError, refusal } from "./reading";
import { readTable, type Table, type TableRow } from "./table";
import { isKnownHeader } from "./table-kinds";
import { isWorkbook, openWorkbook, readWorkbook } from "./workbook";
import { FileRefused, isZip, ZipArchive } from "./zip-archive";

export interface UploadedTable {
  what: "table";
  headers: string[];
  rows: TableRow[];
  bad: RowError[];
  /** Headings of protected columns. */
  dropped: string[];
  /** Empty unless they were asked for. */
  equity: EquityCells[];
  notes: string[];
}

export interface UploadAsked {
  /** For the equity check of that match year, where its season keeps what it is made of. */
  equityOf?: number | undefined;
}

export type Upload = UploadedTable | { what: "photos"; archive: ZipArchive };

export async function readUpload(bytes: Buffer, asked: UploadAsked = {}): Promise<Readable<{ upload: Upload }>> {
  if (bytes.length > largestFile) return refusal("is larger than 20 MB. Export fewer columns or fewer applicants.");
  try {
    return isZip(bytes) ? await readZip(bytes, asked) : readText(bytes, asked);
  } catch (error) {
    if (error instanceof FileRefused) return refusal(error.message);
    throw error;
  }
}

async function readZip(bytes: Buffer, asked: UploadAsked): Promise<Readable<{ upload: Upload }>> {
  const workbook = await openWorkbook(bytes);
  if (!isWorkbook(workbook)) {
    return { ok: true, upload: { what: "photos", archive: await ZipArchive.open(bytes, largestPhotos) } };
  }
  const { table, notes } = await readWorkbook(workbook);
  return uploaded(table, notes, asked);
}

function readText(bytes: Buffer, asked: UploadAsked): Readable<{ upload: Upload }> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const read = readTable(decoded.text, isKnownHeader);
  return read.ok ? uploaded(read.table, decoded.notes, asked) : read;
}

function uploaded(table: Table, notes: string[], { equityOf }: UploadAsked): Readable<{ upload: Upload }> {
  if (table.rows.length === 0 && table.bad.length === 0) return refusal("has a heading and no rows below it.");
  const kept = table.headers.flatMap((header, at) => (header === "" || isProtectedHeader(header) ? [] : [at]));
  const dropped = table.headers.filter(isProtectedHeader);
  const rows = table.rows.map(({ row, cells }) => ({ row, cells: kept.map((at) => oneLine(cells[at] ?? "")) }));
  const headers = kept.map((at) => table.headers[at] as string);
  // Of a row that does not fit its columns nobody can say what in it is protected.
  const bad = table.bad.map((error) => ({ ...error, value: "" })).sort((one, other) => one.row - other.row);
  const equity = equityOf === undefined ? [] : readEquityColumns(table, equityOf);
  return { ok: true, upload: { what: "table", headers, rows, bad, dropped, equity, notes } };
}
