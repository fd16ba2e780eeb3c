// Where the rows of a list stand. React knows them in an order that never changes while they stay, so it never moves one; what the
// page shows is put right after each render, and only where it changed. Each row is placed by its number (`--place`, see
// list.css), so a move shifts no layout; and the elements are kept in the same order, with as few insertions as it takes, for
// screen readers and for Tab.
import { type RefObject, useCallback, useContext, useMemo, useRef } from "react";
import { FiguresContext } from "./figures-context";
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
  const figures = useContext(FiguresContext);
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

  const rows = useRef<Rows>(new Map());
  useBrowserLayoutEffect(() => {
    if (list.current) rows.current = rowsById(list.current);
  }, [settled]);

  useBrowserLayoutEffect(() => {
    if (list.current) putInOrder(list.current, rows.current, items);
  }, [items]);

  const painted = useRef<readonly string[]>([]);
  useBrowserLayoutEffect(() => {
    const before = painted.current;
    painted.current = shown;
    for (let place = 0; place < shown.length; place += 1) {
      const id = shown[place] as string;
      if (before[place] === id) continue;
      rows.current.get(id)?.style.setProperty("--place", String(place));
    }
    // Ranks count those whom a search leaves out, too.
    for (const id of items) {
      const row = rows.current.get(id);
      if (row) figures.paint(row, id);
    }
  }, [items, shown, figures]);

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

/** The order of the elements is looked up and not remembered: React adds and removes some. */
function putInOrder(list: HTMLElement, rows: Rows, items: readonly string[]): void {
  const wanted = items.filter((id) => rows.has(id));
  const held = document.activeElement;
  for (const { id, before } of insertionsBetween([...rowsById(list).keys()], wanted)) {
    list.insertBefore(rows.get(id) as HTMLElement, before === null ? null : (rows.get(before) ?? null));
  }
  // A row that is put elsewhere loses the focus; whoever works on it keeps working.
  if (held instanceof HTMLElement && held !== document.activeElement && list.contains(held)) {
    held.focus({ preventScroll: true });
  }
}
