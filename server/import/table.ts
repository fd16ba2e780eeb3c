// Text → a heading and its rows, numbered as a spreadsheet numbers them. Promises that one damaged row costs that row
// only: a quote that is never closed is reported, and reading goes on with the next line.
import Papa from "papaparse";
import { oneLine } from "./clean-text";
import { mostColumns, mostRows, tooManyColumns, tooManyRows } from "./limits";
import { type Readable, type RowError, refusal, shorten } from "./reading";

export interface TableRow {
  row: number;
  cells: string[];
}

export interface Table {
  headers: string[];
  rows: TableRow[];
  bad: RowError[];
}

const delimiters = [",", ";", "\t"] as const;

// Each damaged row makes the parser look for a closing quote to the end of what it was given. So it is given a piece of the file
// at a time, which no row of a table is longer than, and the number of damaged rows and the characters read again are limited: a
// hostile file would otherwise keep the process busy for minutes.
const longestRow = 600_000;
const mostDamagedRows = 50;
const mostReadAgain = 6_000_000;
/** The parser keeps an object for each. */
const mostFaults = 90_000;

/** More separators than this on one line are nobody's table, and would be as many cells in memory. */
const mostSeparators = 10_000;

/** `isKnown` tells a heading we understand; it decides between separators when a title holds a comma. */
export function readTable(text: string, isKnown: (header: string) => boolean): Readable<{ table: Table }> {
  // One kind of line end first: files glued together from several sources mix them, and the parser guesses only one.
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { body, firstRow, delimiter: declared } = takeSeparatorLine(lines);
  if (hasEndlessLine(body)) return refusal(tooManyColumns);
  const parsed = parseRecords(body, declared ?? guessDelimiter(body, isKnown), firstRow);
  if (!parsed.ok) return parsed;

  const [heading, ...rows] = parsed.records;
  if (!heading || parsed.bad.some(({ row }) => row < heading.row)) {
    return refusal("has no heading that can be read. Its first line must name the columns.");
  }
  if (heading.cells.length > mostColumns) return refusal(tooManyColumns);
  const headers = numberRepeats(heading.cells.map(oneLine));
  const fits: TableRow[] = [];
  const bad = [...parsed.bad];
  for (const record of rows) {
    const extra = record.cells.slice(headers.length).find((cell) => cell.trim() !== "");
    if (extra === undefined) fits.push(record);
    else bad.push(tooManyCells(record, headers.length, extra));
  }
  return { ok: true, table: { headers, rows: fits, bad } };
}

/** Excel's own first line `sep=;`, which names the separator and counts as a row. */
function takeSeparatorLine(lines: string): { body: string; firstRow: number; delimiter?: string } {
  const declared = /^"?sep=([,;\t])"?\n/i.exec(lines);
  if (!declared) return { body: lines, firstRow: 1 };
  return { body: lines.slice(declared[0].length), firstRow: 2, delimiter: declared[1] };
}

/** Counted without a look at quotes: no cell holds as many either. */
function hasEndlessLine(body: string): boolean {
  let count = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === 10) count = 0;
    else if (code === 44 || code === 59 || code === 9) count++;
    if (count > mostSeparators) return true;
  }
  return false;
}

function guessDelimiter(body: string, isKnown: (header: string) => boolean): string {
  const scores = delimiters.map((delimiter) => {
    const parsed = Papa.parse<string[]>(body.slice(0, longestRow), {
      delimiter,
      newline: "\n",
      preview: 1,
      skipEmptyLines: "greedy",
      fastMode: false,
    });
    const cells = parsed.data[0] ?? [];
    return { delimiter, known: cells.filter(isKnown).length, cells: cells.length };
  });
  scores.sort((one, other) => other.known - one.known || other.cells - one.cells);
  return scores[0]?.delimiter ?? ",";
}

function parseRecords(
  body: string,
  delimiter: string,
  firstRow: number,
): Readable<{ records: TableRow[]; bad: RowError[] }> {
  const records: TableRow[] = [];
  const bad: RowError[] = [];
  let row = firstRow;
  let readAgain = 0;
  let faults = 0;
  for (let start = 0; start < body.length; ) {
    const piece = body.slice(start, start + longestRow);
    const isLast = start + longestRow >= body.length;
    const { cells, end, isDamaged, ...told } = parsePiece(piece, delimiter, isLast);
    for (const record of cells) {
      if (record.some((cell) => cell.trim() !== "")) records.push({ row, cells: record });
      row++;
    }
    if (records.length + bad.length > mostRows + 1) return refusal(tooManyRows);
    start += end;
    if (!isDamaged && (isLast || end > 0)) {
      if (isLast) break;
      continue;
    }
    const lineEnd = body.indexOf("\n", start);
    bad.push(brokenQuotes(row, body.slice(start, lineEnd === -1 ? undefined : lineEnd)));
    readAgain += piece.length - end;
    faults += told.faults;
    if (bad.length > mostDamagedRows || readAgain > mostReadAgain || faults > mostFaults) {
      return refusal(`has too many rows with broken quotes, the first in row ${bad[0]?.row}. Export it again as CSV.`);
    }
    row++;
    start = lineEnd === -1 ? body.length : lineEnd + 1;
  }
  return { ok: true, records, bad };
}

interface ParsedPiece {
  cells: string[][];
  /** Where the whole records of the piece end: what comes then is damaged, or goes on in the next piece. */
  end: number;
  isDamaged: boolean;
  faults: number;
}

function parsePiece(piece: string, delimiter: string, isLast: boolean): ParsedPiece {
  const parsed: ParsedPiece = { cells: [], end: 0, isDamaged: false, faults: 0 };
  Papa.parse<string[]>(piece, {
    delimiter,
    newline: "\n",
    // The fast way cuts all of the text into lines before the first is looked at.
    fastMode: false,
    step(result, parser) {
      const { cursor } = result.meta;
      // A quote that is open at the end of a piece may be closed in the next one.
      const isCut = !isLast && cursor >= piece.length;
      if (result.errors.some(({ type }) => type === "Quotes")) {
        parsed.isDamaged = !isCut || parsed.end === 0;
        parsed.faults = result.errors.length;
        parser.abort();
      } else if (isCut) {
        parser.abort();
      } else {
        parsed.cells.push(result.data);
        parsed.end = cursor;
        if (parsed.cells.length > mostRows + 1) parser.abort();
      }
    },
  });
  return parsed;
}

/** Repeated headings become `Name`, `Name_1`, `Name_2`, as PDWS writes them. */
export function numberRepeats(headers: string[]): string[] {
  const taken = new Set(headers);
  const seen = new Set<string>();
  return headers.map((header) => {
    if (header === "" || !seen.has(header)) {
      seen.add(header);
      return header;
    }
    let number = 1;
    while (taken.has(`${header}_${number}`)) number++;
    const numbered = `${header}_${number}`;
    taken.add(numbered);
    return numbered;
  });
}

const brokenQuotes = (row: number, line: string): RowError => ({
  row,
  column: "whole row",
  value: shorten(oneLine(line.slice(0, 500))),
  expected: 'every opening quote (") to be closed, and a quote inside a quoted cell to be doubled',
});

const tooManyCells = ({ row, cells }: TableRow, expected: number, extra: string): RowError => ({
  row,
  column: "whole row",
  value: shorten(oneLine(extra.slice(0, 500))),
  expected: `${expected} cells as in the heading, not ${cells.length}; a value that holds the separator needs quotes`,
});
