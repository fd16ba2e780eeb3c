// Where the rows of a list stand. React knows them in an order that never changes while they stay, so it never moves one. Each
// row is placed by its number (`--place`, see list.css), so a move shifts no layout: first the rows that are seen, at once, and the
// others when the browser has a moment, together with the order of the elements, which counts for screen readers and for Tab.
import { type RefObject, useCallback, useContext, useMemo, useRef } from "react";
import { FiguresContext } from "./figures-context";
import { insertionsBetween } from "./insertions";
import { DIVIDER } from "./list-items";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";
import type { RowWindow } from "./use-row-window";
import { useWhenIdle } from "./use-when-idle";

export interface RowPlaces {
  /** Ids in React's order: the first render's, newcomers at the end. */
  settled: readonly string[];
  /** A row's number among the shown ones, for when it is made. Always the same function. */
  placeOf: (id: string) => number;
}

/** Rows that are brought up to date in one go when the browser is idle. */
const PORTION = 80;

/** `shown` is `items` without what a search leaves out. */
export function useRowPlaces(
  items: readonly string[],
  shown: readonly string[],
  near: RowWindow,
  list: RefObject<HTMLElement>,
): RowPlaces {
  const figures = useContext(FiguresContext);
  const settled = useSettled(items);
  const rows = useRef<Rows>(new Map());
  /** What the page shows; a row that is made reads its place from here. */
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  places.current = useMemo(() => new Map(shown.map((id, index) => [id, index])), [shown]);
  const placeOf = useCallback((id: string) => places.current.get(id) ?? 0, []);
  const seen = useRef<{ near: RowWindow; ids: readonly string[] }>({ near, ids: [] });

  const put = (id: string) => {
    const row = rows.current.get(id);
    if (!row) return;
    putInPlace(row, places.current.get(id));
    if (id !== DIVIDER) figures.paint(row, id);
  };
  const whenIdle = useWhenIdle();

  useBrowserLayoutEffect(() => {
    if (list.current) rows.current = rowsById(list.current);
  }, [settled]);

  useBrowserLayoutEffect(() => {
    const ids = shown.slice(near.firstSeen, near.lastSeen);
    // Scrolled: what comes into view may be late by many moves.
    if (seen.current.near !== near) for (const id of items) put(id);
    for (const id of seen.current.ids) put(id);
    for (const id of ids) put(id);
    seen.current = { near, ids };
    let next = 0;
    whenIdle((isTimeLeft) => {
      while (next < items.length) {
        for (const id of items.slice(next, next + PORTION)) put(id);
        next += PORTION;
        if (!isTimeLeft()) return false;
      }
      if (list.current) putInOrder(list.current, rows.current, items);
      return true;
    });
  }, [items, shown, near]);

  return { settled, placeOf };
}

function useSettled(items: readonly string[]): readonly string[] {
  const known = useRef(items);
  return useMemo(() => {
    const present = new Set(items);
    const kept = known.current.filter((id) => present.has(id));
    const keptIds = new Set(kept);
    const added = items.filter((id) => !keptIds.has(id));
    if (kept.length !== known.current.length || added.length > 0) known.current = [...kept, ...added];
    return known.current;
  }, [items]);
}

type Rows = ReadonlyMap<string, HTMLElement>;

function rowsById(list: HTMLElement): Rows {
  const rows = new Map<string, HTMLElement>();
  for (let row = list.firstElementChild; row instanceof HTMLElement; row = row.nextElementSibling) {
    rows.set(row.dataset.applicant ?? DIVIDER, row);
  }
  return rows;
}

const placed = new WeakMap<HTMLElement, number>();

function putInPlace(row: HTMLElement, place: number | undefined): void {
  if (place === undefined || placed.get(row) === place) return;
  placed.set(row, place);
  row.style.setProperty("--place", String(place));
}

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
