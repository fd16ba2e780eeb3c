// The order in which React knows the rows: it never changes while they stay, so React never moves one. Where they stand in the
// page is put right after each render, with as few insertions as the change needs.
import { type RefObject, useMemo, useRef } from "react";
import { insertionsBetween } from "./insertions";
import { DIVIDER } from "./list-items";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect";

/** Returns the ids in React's order; newcomers at the end. The first render has the true order, and so has the server's. */
export function useSettledOrder(items: readonly string[], list: RefObject<HTMLElement>): readonly string[] {
  const known = useRef(items);
  const settled = useMemo(() => {
    const present = new Set(items);
    const kept = known.current.filter((id) => present.has(id));
    const keptIds = new Set(kept);
    const added = items.filter((id) => !keptIds.has(id));
    if (kept.length !== known.current.length || added.length > 0) known.current = [...kept, ...added];
    return known.current;
  }, [items]);

  useBrowserLayoutEffect(() => {
    if (list.current) putInOrder(list.current, items);
  });

  return settled;
}

function putInOrder(list: HTMLElement, items: readonly string[]): void {
  const rows = new Map<string, HTMLElement>();
  for (const row of list.children as Iterable<HTMLElement> & HTMLCollection) {
    rows.set(row.dataset.applicant ?? DIVIDER, row);
  }
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
