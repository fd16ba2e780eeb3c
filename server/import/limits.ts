// How large a file may be, and how large it may become when it is read. Whatever goes beyond is refused before it costs memory
// (IMPORT-7).
import { IMPORT_ROWS_MAX } from "../../domain/commands";

/** Bytes of a file as it comes. */
export const largestFile = 20 * 1024 * 1024;

/** Rows below the heading that hold something. */
export const mostRows = IMPORT_ROWS_MAX;
export const mostColumns = 500;
export const tooManyRows = `has more than ${mostRows.toLocaleString("en-US")} rows. Split it, or leave out who was not interviewed.`;
export const tooManyColumns = `has more than ${mostColumns} columns. Leave out those that are not needed.`;

/** Cells of a sheet that hold something: 5,000 rows of 60 columns. */
export const mostCells = 300_000;

/** Bytes that all the parts of a workbook that are read may unpack to, and characters of its text that cells share. */
export const largestWorkbook = 32 * 1024 * 1024;
export const mostSharedText = 12_000_000;
/** Elements of one part: a cell has three. Formatted cells that hold nothing are cells too. */
export const mostElements = 1_500_000;

export const tooMuch =
  "holds far more than 5,000 applicants do. Keep one sheet in it, with one table and nothing beside it.";

/** Bytes of one photo, and of all in a ZIP. */
export const largestPhoto = 2 * 1024 * 1024;
export const largestPhotos = 40 * 1024 * 1024;

/** What a ZIP may list: a photo for everybody, with folders. */
export const mostEntries = 6000;
