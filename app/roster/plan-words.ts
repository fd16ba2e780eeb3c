// What a file of people would change, or has changed, in words.
import { roleWords } from "../../domain/member";
import type { PeoplePlan, PlannedPerson } from "../../server/load-context";

export function changeWords({ change, name, role, was }: PlannedPerson): string {
  switch (change) {
    case "new":
      return "New";
    case "back":
      return "Back on the roster";
    case "unchanged":
      return "Unchanged";
    case "changed": {
      const before = [was && was.name !== name && was.name, was && was.role !== role && roleWords[was.role]];
      return `Was ${before.filter(Boolean).join(", ")}`;
    }
  }
}

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  badRows: number;
}

function countsOf({ people, bad }: PeoplePlan): Counts {
  const count = (...changes: PlannedPerson["change"][]) =>
    people.filter(({ change }) => changes.includes(change)).length;
  return {
    added: count("new", "back"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    badRows: new Set(bad.map(({ row }) => row)).size,
  };
}

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

const list = (parts: (string | false)[]): string => parts.filter((part) => part !== false).join(", ");

/** `3 people to add, 1 to change, 20 as they are, 2 rows that cannot be taken.` */
export function planWords(plan: PeoplePlan): string {
  const { added, changed, unchanged, badRows } = countsOf(plan);
  return `${list([
    `${people(added)} to add`,
    `${changed} to change`,
    `${unchanged} as they are`,
    badRows > 0 && (badRows === 1 ? "1 row that cannot be taken" : `${badRows} rows that cannot be taken`),
  ])}.`;
}

export function doneWords(plan: PeoplePlan): string {
  const { added, changed, badRows } = countsOf(plan);
  return `Done: ${list([
    `${people(added)} added`,
    `${changed} changed`,
    badRows > 0 && (badRows === 1 ? "1 row not taken" : `${badRows} rows not taken`),
  ])}.`;
}
