// The program's day, around midnight and where clocks change.
import { describe, expect, it } from "vitest";
import { DEFAULT_TIME_ZONE, dayIn, isTimeZone } from "../../domain/program-day";

describe("[DAY-1] the program's day", () => {
  it.each([
    // Seven in the evening in New York is tomorrow in UTC.
    ["America/New_York", "2027-01-16T00:30:00Z", "2027-01-15"],
    ["America/New_York", "2027-01-16T04:59:59Z", "2027-01-15"],
    ["America/New_York", "2027-01-16T05:00:00Z", "2027-01-16"],
    // The night in which clocks go forward, and the one in which they go back: midnight is an hour elsewhere in UTC.
    ["America/New_York", "2027-03-14T04:59:59Z", "2027-03-13"],
    ["America/New_York", "2027-03-15T03:59:59Z", "2027-03-14"],
    ["America/New_York", "2027-03-15T04:00:00Z", "2027-03-15"],
    ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["America/New_York", "2026-11-02T05:00:00Z", "2026-11-02"],
    // No daylight saving, ten hours behind.
    ["Pacific/Honolulu", "2027-01-16T09:59:59Z", "2027-01-15"],
    ["Pacific/Honolulu", "2027-01-16T10:00:00Z", "2027-01-16"],
    // Ahead of UTC: tomorrow begins there first.
    ["Asia/Tokyo", "2026-12-31T14:59:59Z", "2026-12-31"],
    ["Asia/Tokyo", "2026-12-31T15:00:00Z", "2027-01-01"],
    ["Asia/Kathmandu", "2027-02-28T18:15:00Z", "2027-03-01"],
    ["UTC", "2028-02-29T23:59:59Z", "2028-02-29"],
  ])("%s at %s is %s", (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day);
  });

  it("takes names that the machine knows, and no offset or nonsense", () => {
    for (const name of [DEFAULT_TIME_ZONE, "America/Argentina/Buenos_Aires", "America/Puerto_Rico", "UTC", "Etc/GMT+5"])
      expect(isTimeZone(name), name).toBe(true);
    for (const name of ["", "EST", "+05:00", "America/Nowhere", "New York", "America/New_York ", "../etc", "GMT+5"])
      expect(isTimeZone(name), name).toBe(false);
  });
});
