// Which rows are made anew rather than carried. When somebody jumps up past others in the page, React leaves them where they are
// in the document and carries everybody they passed, each of them laid out again. Made anew is the one who jumped, and nobody is
// carried.

export interface RowTurns {
  /** The rows in the page, in order. */
  ids: readonly string[];
  /** How often a row was made anew while it was in the page; part of its key. */
  turns: ReadonlyMap<string, number>;
}

/** A row made anew costs about as much as so many that are carried. */
const ROWS_CARRIED_FOR_ONE_MADE = 3;

/** `last` is what the page holds, `ids` what it is to hold; `worked` are rows that somebody works on, which stay as they are. */
export function turnRows(last: RowTurns, ids: readonly string[], worked: readonly (string | null)[]): RowTurns {
  const stood = new Map(last.ids.map((id, index) => [id, index]));
  const staying = ids.filter((id) => stood.has(id));
  const before = staying.map((id) => stood.get(id) ?? 0);
  const carried = countCarried(before);
  if (carried < ROWS_CARRIED_FOR_ONE_MADE) return { ids, turns: last.turns };
  const inOrder = longestRise(before);
  const jumped = staying.filter((_, index) => !inOrder.has(index));
  const isTooDear = jumped.length * ROWS_CARRIED_FOR_ONE_MADE > carried;
  if (isTooDear || jumped.some((id) => worked.includes(id))) return { ids, turns: last.turns };
  const turns = new Map(ids.flatMap((id) => (last.turns.has(id) ? [[id, last.turns.get(id) ?? 0]] : [])));
  for (const id of jumped) turns.set(id, (turns.get(id) ?? 0) + 1);
  return { ids, turns };
}

/** As React does it: whoever stood above one that comes before them now is carried behind it. */
function countCarried(before: readonly number[]): number {
  let lowest = -1;
  let carried = 0;
  for (const index of before) {
    if (index < lowest) carried += 1;
    else lowest = index;
  }
  return carried;
}

/** The most that already are in order among each other, by their index in `before`. */
function longestRise(before: readonly number[]): Set<number> {
  /** Of the longest rise that ends at each: how long it is, and what comes before. */
  const lengths: number[] = [];
  const previous: number[] = [];
  let end = 0;
  for (const [at, value] of before.entries()) {
    lengths[at] = 1;
    previous[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (lengths[earlier] ?? 0) + 1;
      if ((before[earlier] ?? 0) > value || length <= (lengths[at] ?? 0)) continue;
      lengths[at] = length;
      previous[at] = earlier;
    }
    if ((lengths[at] ?? 0) > (lengths[end] ?? 0)) end = at;
  }
  const rise = new Set<number>();
  for (let at = before.length === 0 ? -1 : end; at >= 0; at = previous[at] ?? -1) rise.add(at);
  return rise;
}
