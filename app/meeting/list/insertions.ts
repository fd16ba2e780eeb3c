// The fewest insertions that turn one order of rows into another. One remote move is one insertion: React's own reordering
// would re-insert every row between when somebody moves up, and each of those is laid out anew and may lose the focus.

export interface Insertion {
  id: string;
  /** The row that it stands before; null: at the end. */
  before: string | null;
}

/** To be done in this order. Both lists hold the same ids, each once. */
export function insertionsBetween(current: readonly string[], wanted: readonly string[]): Insertion[] {
  const place = new Map(current.map((id, index) => [id, index]));
  const kept = longestRising(wanted.map((id) => place.get(id) ?? -1));
  const insertions: Insertion[] = [];
  // From the end, so that whatever a row is put before stands where it will stay.
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    if (!kept.has(at)) insertions.push({ id: wanted[at] as string, before: wanted[at + 1] ?? null });
  }
  return insertions;
}

/** Positions of a longest rising run, by patience sorting: those rows can stay where they are. */
function longestRising(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
