// Reads dates as exports write them: ISO, US month first, or with the month's name. A day-first date is never guessed,
// nor a spreadsheet's day count: `46000` may be a date or an id.
import type { Read } from "./row-cells";

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

function parseDate(cell: string): CalendarDate | undefined {
  const text = withoutTime(cell);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 0));
  const us = /^(\d{1,2})[-/](?:(\d{1,2})[-/])?(\d{4})$/.exec(text);
  if (us) return calendarDate(Number(us[3]), Number(us[1]), Number(us[2] ?? 0));
  const dayFirst = /^(?:(\d{1,2})[ -])?([a-z]{3,9})\.?[ -](\d{4})$/i.exec(text);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ""), Number(dayFirst[1] ?? 0));
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (monthFirst) return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ""), Number(monthFirst[2]));
  return undefined;
}

/** Undefined for a day the calendar does not have. */
function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day > daysInMonth ? undefined : { year, month, day };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** ISO date, `2026-12-06`. */
export function readDate(cell: string): Read<string> {
  const date = parseDate(cell);
  if (!date || date.day === 0) return { expected: "a date, such as 2026-12-06, 12/06/2026 or 6 Dec 2026" };
  return { value: `${date.year}-${twoDigits(date.month)}-${twoDigits(date.day)}` };
}

/** ISO month, `2027-05`; the day of a full date is left out. */
export function readMonth(cell: string): Read<string> {
  const date = parseDate(cell);
  if (!date) return { expected: "a month, such as 05/2027, 2027-05 or May 2027" };
  return { value: `${date.year}-${twoDigits(date.month)}` };
}
