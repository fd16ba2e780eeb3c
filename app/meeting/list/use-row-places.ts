// Where the rows of a list stand. React knows them in an order that never changes while they stay, so it never moves one; what the
// page shows is put right after each render. Each row is placed by its number (`--place`, see list.css), so a move shifts no
// layout; and the elements are kept in the same order, with as few insertions as it takes, for screen readers and for Tab.
import { type RefObject, useCallback, useMemo, useRef } from "react";
import { insertionsBetween } from "./insertions";
import { DIVIDER } from "./list-items";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";

export interface RowPlaces {
  /** Ids in React's order: the first render's, newcomers at the end. */
  settled: readonly string[];
  /** A row's number among the shown ones, for when it is made. Always the same function. */
  placeOf: (id: string) => number;
}

/** `shown` is `items` without what a search leaves out. */
export function useRowPlaces(
  items: readonly string[],
  shown: readonly string[],
  list: RefObject<HTMLElement>,
): RowPlaces {
  const known = useRef(items);
  const settled = useMemo(() => {
    const present = new Set(items);
    const kept = known.current.filter((id) => present.has(id));
    const keptIds = new Set(kept);
    const added = items.filter((id) => !keptIds.has(id));
    if (kept.length !== known.current.length || added.length > 0) known.current = [...kept, ...added];
    return known.current;
  }, [items]);

  const places = useRef<ReadonlyMap<string, number>>(new Map());
  places.current = useMemo(() => new Map(shown.map((id, index) => [id, index])), [shown]);
  const placeOf = useCallback((id: string) => places.current.get(id) ?? 0, []);

  useBrowserLayoutEffect(() => {
    if (!list.current) return;
    const rows = rowsById(list.current);
    putInOrder(list.current, rows, items);
    putInPlace(rows, places.current);
  });

  return { settled, placeOf };
}

type Rows = ReadonlyMap<string, HTMLElement>;

function rowsById(list: HTMLElement): Rows {
  const rows = new Map<string, HTMLElement>();
  for (let row = list.firstElementChild; row instanceof HTMLElement; row = row.nextElementSibling) {
    rows.set(row.dataset.applicant ?? DIVIDER, row);
  }
  return rows;
}

function putInOrder(list: HTMLElement, rows: Rows, items: readonly string[]): void {
  const wanted = items.filter((id) => rows.has(id));
  const held = document.activeElement;
  for (const { id, before } of insertionsBetween([...rows.keys()], wanted)) {
    list.insertBefore(rows.get(id) as HTMLElement, before === null ? null : (rows.get(before) ?? null));
  }
  // A row that is put elsewhere loses the focus; whoever works on it keeps working.
  if (held instanceof HTMLElement && held !== document.activeElement && list.contains(held)) {
    held.focus({ preventScroll: true });
  }
}

const placed = new WeakMap<HTMLElement, number>();

function putInPlace(rows: Rows, places: ReadonlyMap<string, number>): void {
  for (const [id, row] of rows) {
    const place = places.get(id);
    if (place === undefined || placed.get(row) === place) continue;
    placed.set(row, place);
    row.style.setProperty("--place", String(place));
  }
}
