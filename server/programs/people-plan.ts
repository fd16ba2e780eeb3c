// What a people's file would change on a roster: each row is new, back, changed or unchanged, or cannot be taken. The same plan
// is shown before and carried out after. Nobody is removed by a file.
import { isHost, type Role, roleWords } from "../../domain/member";
import { mayChangeMember, type Standing } from "../../domain/policy";
import { type PersonRow, readPeopleFile } from "../import/people-file";
import type { Readable } from "../import/reading";
import type { BadCell, PeoplePlan, PlannedPerson } from "../load-context";

/** Somebody a program knows, as far as a plan goes. */
export interface KnownPerson {
  name: string;
  email: string;
  role: Role;
  state: "invited" | "active" | "removed";
}

export function planPeople(
  text: string,
  roster: readonly KnownPerson[],
  standing: Standing,
): Readable<{ plan: PeoplePlan }> {
  const read = readPeopleFile(text);
  if (!read.ok) return read;
  const { good, bad, notes } = read.reading;
  const known = new Map(roster.map((person) => [person.email.toLowerCase(), person]));
  const people: PlannedPerson[] = [];
  const refused: BadCell[] = [];
  for (const row of good) {
    const person = known.get(row.email);
    const from = person === undefined || person.state === "removed" ? undefined : person.role;
    const line = planned(row, person);
    if (line.change === "unchanged" || mayChangeMember(standing, from, row.role)) people.push(line);
    else refused.push(notYours(row, from));
  }
  const keptDirectors = withoutDirector(people, roster);
  refused.push(...keptDirectors.map(lastDirector));
  return {
    ok: true,
    plan: {
      people: people.filter((person) => !keptDirectors.includes(person)),
      bad: [...bad, ...refused].sort((one, other) => one.row - other.row),
      // A file of five new people need not name the director, if the roster does.
      notes: roster.some(({ role, state }) => role === "pd" && state !== "removed") ? [] : notes,
    },
  };
}

function planned({ row, name, email, role }: PersonRow, known: KnownPerson | undefined): PlannedPerson {
  const line = { row, name, email, role };
  if (!known) return { ...line, change: "new" };
  if (known.state === "removed") return { ...line, change: "back" };
  if (known.name === name && known.role === role) return { ...line, change: "unchanged" };
  return { ...line, change: "changed", was: { name: known.name, role: known.role } };
}

/** ROSTER-3: the rows that would leave the program without any program director; empty when it keeps one, or had none. */
function withoutDirector(people: readonly PlannedPerson[], roster: readonly KnownPerson[]): PlannedPerson[] {
  const demoted = people.filter(({ was, role }) => was?.role === "pd" && role !== "pd");
  const before = roster.filter(({ role, state }) => role === "pd" && state !== "removed").length;
  const added = people.filter(({ role, change, was }) => role === "pd" && change !== "unchanged" && was?.role !== "pd");
  return before > 0 && before - demoted.length + added.length === 0 ? demoted : [];
}

const notYours = ({ row, role }: PersonRow, from: Role | undefined): BadCell => ({
  row,
  column: "Role",
  value: roleWords[role],
  expected:
    from !== undefined && isHost(from)
      ? "the name and role they have: program directors and associate PDs are changed by the program director"
      : "a role below associate PD: the program director says who is program director or associate PD",
});

const lastDirector = ({ row, role }: PlannedPerson): BadCell => ({
  row,
  column: "Role",
  value: roleWords[role],
  expected: "pd, because this is the program's only program director",
});
