// "Today" of a program: the day where its people are, not the server's and not UTC's. Late in the evening in Honolulu it is tomorrow in
// UTC, and an interview of tomorrow has not been held.

/** Where nothing was said: most programs are in the eastern United States, and the settings page says what is assumed. */
export const DEFAULT_TIME_ZONE = "America/New_York";

/** An IANA name that this machine knows ("America/Chicago"); no offset, which would not follow daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** ISO date there at that moment: `2027-03-14`. @throws RangeError for a zone that `isTimeZone` refuses. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, calendar: "gregory", numberingSystem: "latn" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
  }).formatToParts(at);
  const part = (type: "year" | "month" | "day") => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}
