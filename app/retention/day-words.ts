// A day in words, the same wherever it is read: `June 30, 2029`.
export const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
