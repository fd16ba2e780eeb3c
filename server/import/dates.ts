// Reads dates as exports write them: ISO, with the month's name, or in figures. Figures have one order in a column: day first where a
// cell proves it, month first as in the US otherwise. A spreadsheet's day count is never guessed: `46000` may be a date or an id.
import { oneLine } from "./clean-text";
import type { Read, Reader } from "./reading";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface CalendarDate {
  year: number;
  month: number;
  /** 0 when only the month was given. */
  day: number;
}

/** Time of day, if the export adds one, is left out. */
const withoutTime = (cell: string): string => cell.replace(/[T ,]+\d{1,2}:\d{2}.*$/, "").trim();

const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Of a column's dates in figures. `unsure`: its cells prove both. */
export type DateOrder = "monthFirst" | "dayFirst" | "unsure";

/** Two figures, and the year in two or four. */
const inFigures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;

/** What the cells of one column prove. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const cell of cells) {
    const [, first, second] = inFigures.exec(withoutTime(oneLine(cell))) ?? [];
    if (Number(first) > 12 && Number(second) <= 12) isDayFirst = true;
    if (Number(second) > 12 && Number(first) <= 12) isMonthFirst = true;
  }
  if (isDayFirst && isMonthFirst) return "unsure";
  return isDayFirst ? "dayFirst" : "monthFirst";
}

/** `26` is 2026, `98` is 1998. */
const fullYear = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 50 ? 2000 : 1900) : Number(digits);

function parseFigures(text: string, order: DateOrder): CalendarDate | undefined {
  const [, first = "", second = "", year = ""] = inFigures.exec(text) ?? [];
  if (!year) return undefined;
  const [one, other] = [Number(first), Number(second)];
  // Only the same in both orders, or possible in one, is sure.
  const isSure = one === other || one > 12 || other > 12;
  if (order === "unsure" && !isSure) return undefined;
  const isDayFirst = order === "unsure" ? one > 12 : order === "dayFirst";
  return calendarDate(fullYear(year), isDayFirst ? other : one, isDayFirst ? one : other);
}

function parseDate(cell: string, order: DateOrder): CalendarDate | undefined {
  const text = withoutTime(cell);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0));
  const monthOnly = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthOnly) return calendarDate(Number(monthOnly[2]), Number(monthOnly[1]), 0);
  const dayBefore = /^(?:(\d{1,2})[ -])?([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(text);
  if (dayBefore)
    return calendarDate(fullYear(dayBefore[3] ?? ""), monthNumber(dayBefore[2] ?? ""), Number(dayBefore[1] ?? 0));
  const monthBefore = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (monthBefore)
    return calendarDate(Number(monthBefore[3]), monthNumber(monthBefore[1] ?? ""), Number(monthBefore[2]));
  return parseFigures(text, order);
}

/** Undefined for a day the calendar does not have. */
function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > daysInMonth ? undefined : { year, month, day };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

const unsureWords = "a date that is read one way; this column has dates with the month first and with the day first";

const dateReader =
  (expected: string, write: (date: CalendarDate) => string | undefined) =>
  (order: DateOrder): Reader<string> =>
  (cell): Read<string> => {
    const date = parseDate(cell, order);
    const value = date && write(date);
    if (value !== undefined) return { value };
    const isUnsure = order === "unsure" && inFigures.test(withoutTime(cell));
    return { expected: isUnsure ? unsureWords : expected };
  };

/** ISO date, `2026-12-06`. */
export const dateIn = dateReader("a date, such as 2026-12-06, 12/06/2026 or 6 Dec 2026", ({ year, month, day }) =>
  day === 0 ? undefined : `${year}-${twoDigits(month)}-${twoDigits(day)}`,
);

/** ISO month, `2027-05`; the day of a full date is left out. */
export const monthIn = dateReader(
  "a month, such as 05/2027, 2027-05 or May 2027",
  ({ year, month }) => `${year}-${twoDigits(month)}`,
);
