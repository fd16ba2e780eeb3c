// Counts of groups of people from which nobody can work out a small one (EQUITY-3). The totals of every column are taken as known to
// whoever reads: the list has them. So a count is withheld where it, or what it leaves over, is small; and then others with it, until
// what is withheld together is large enough not to tell either.
//
// Why that holds: every row has at least `least` people, and what is withheld together has at least two rows, `least` people inside
// the column and `least` outside. Then a withheld count can be any number in a span of `least` or more, whatever is subtracted. What
// was withheld in one column stays so in those after it, so that no difference between two columns is small either.

/** Smaller groups, and smaller counts, would point at persons. */
export const SMALLEST_GROUP = 5;

/** Null: withheld. */
export type ShownCount = number | null;

/** Somebody with the group that their file names; null: it names none. */
export interface Grouped {
  group: string | null;
}

export interface Group<Person> {
  /** `together`: groups that are too small to stand alone; who is in it is not said. */
  kind: "named" | "unnamed" | "together";
  name: string;
  people: Person[];
}

const others = { unnamed: "Not on file", together: "Smaller groups together" } as const;

/**
 * Everybody in one group and each of at least `least` people, in the order of their names. Smaller ones are put together; where that
 * is still too small, with the smallest of the others. None where there are not enough people for one.
 */
export function groupsOf<Person extends Grouped>(people: readonly Person[], least = SMALLEST_GROUP): Group<Person>[] {
  const byName = new Map<string | null, Person[]>();
  for (const person of people) byName.set(person.group, [...(byName.get(person.group) ?? []), person]);
  const bySize = [...byName].sort(([one, many], [other, more]) => many.length - more.length || byWords(one, other));
  const together: Person[] = [];
  const isSmall = ([, group]: (typeof bySize)[number]) =>
    group.length < least || (together.length > 0 && together.length < least);
  while (bySize[0] && isSmall(bySize[0])) together.push(...(bySize.shift()?.[1] ?? []));
  const alone = bySize
    .sort(([one], [other]) => byWords(one, other))
    .map(
      ([name, group]): Group<Person> =>
        name === null
          ? { kind: "unnamed", name: others.unnamed, people: group }
          : { kind: "named", name, people: group },
    );
  if (together.length < least) return alone;
  return [...alone, { kind: "together", name: others.together, people: together }];
}

/** By name; those without come last. */
const byWords = (one: string | null, other: string | null): number =>
  one === null || other === null ? Number(one === null) - Number(other === null) : one.localeCompare(other, "en");

/**
 * Of each row how many are in its first columns, one answer for the first, the first two, and so on to all but the last. A row's
 * columns are counts that part its people; every row has at least `least`. An answer that is the same for everybody in the table
 * (all of them, or none) tells no groups apart.
 */
export function shownCounts(table: readonly (readonly number[])[], least = SMALLEST_GROUP): ShownCount[][] {
  const width = table[0]?.length ?? 0;
  const shown = table.map(() => new Array<ShownCount>(Math.max(0, width - 1)).fill(null));
  let closed: ReadonlySet<number> = new Set();
  /** The first column that no answer has told apart yet. */
  let from = 0;
  for (let at = 0; at < width - 1; at++) {
    const parts = table.map((counts) => ({ inside: sum(counts, from, at + 1), outside: sum(counts, at + 1, width) }));
    const isNobody = parts.every(({ inside }) => inside === 0);
    if (isNobody || parts.every(({ outside }) => outside === 0)) {
      shown.forEach((row, index) => {
        row[at] = isNobody ? (from === 0 ? null : (row[from - 1] ?? null)) : sum(table[index] ?? [], 0, width);
      });
      continue;
    }
    const next = closing(parts, closed, least);
    // Where nothing can be told, the columns after it are told together with it.
    if (next.size === table.length) continue;
    closed = next;
    from = at + 1;
    shown.forEach((row, index) => {
      if (!closed.has(index)) row[at] = sum(table[index] ?? [], 0, from);
    });
  }
  return shown;
}

/** The same answers with nothing withheld, for what whoever reads can count elsewhere: a zero is a zero. */
export const allCounts = (table: readonly (readonly number[])[]): ShownCount[][] =>
  table.map((counts) => counts.slice(1).map((_, at) => sum(counts, 0, at + 1)));

interface Parts {
  inside: number;
  outside: number;
}

/** The rows that are withheld: those with a small part, and the smallest of the others until all of them together have none. */
function closing(parts: readonly Parts[], already: ReadonlySet<number>, least: number): ReadonlySet<number> {
  const closed = new Set(already);
  parts.forEach(({ inside, outside }, index) => {
    if (inside < least || outside < least) closed.add(index);
  });
  const open = parts
    .map(({ inside, outside }, index) => ({ index, size: inside + outside }))
    .filter(({ index }) => !closed.has(index))
    .sort((one, other) => one.size - other.size);
  const isTelling = () => {
    const together = parts.filter((_, index) => closed.has(index));
    const inside = together.reduce((total, part) => total + part.inside, 0);
    const outside = together.reduce((total, part) => total + part.outside, 0);
    return closed.size > 0 && (closed.size < 2 || inside < least || outside < least);
  };
  while (isTelling()) {
    const smallest = open.shift();
    if (!smallest) return new Set(parts.keys());
    closed.add(smallest.index);
  }
  return closed;
}

const sum = (counts: readonly number[], from: number, to: number): number =>
  counts.slice(from, to).reduce((total, count) => total + count, 0);
