// The meeting as lists of rows. What did not change keeps its identity, so that a move renders the rows it touches and no others.
import { useMemo, useRef } from "react";
import type { MeetingState } from "../../../domain/meeting";
import { alphabetically } from "../../../domain/meeting";
import { rankedItems } from "./list-items";
import type { RankFigures } from "./rank-figures";
import { type RowBook, rowBook } from "./row-model";

export interface Ledger {
  book: RowBook;
  ranked: readonly string[];
  /** The same set until somebody enters or leaves. */
  protectedIds: ReadonlySet<string>;
  red: readonly string[];
  unplaced: readonly string[];
}

export function useLedger(state: MeetingState, memberId: string, figures: RankFigures): Ledger {
  const lastBook = useRef<RowBook>();
  const book = rowBook(state, memberId, lastBook.current);
  lastBook.current = book;
  // Rows that are made in this render read their numbers from here.
  figures.read(state);

  const { order, applicants } = state;
  const ranked = useMemo(() => rankedItems(order), [order]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the whole state only these two count.
  const red = useMemo(() => alphabetically(state, "red"), [order.red, applicants]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const unplaced = useMemo(() => alphabetically(state, "unplaced"), [order.unplaced, applicants]);
  const lastProtected = useRef<ReadonlySet<string>>(new Set());
  if (!holdsExactly(lastProtected.current, order.protected)) lastProtected.current = new Set(order.protected);
  return { book, ranked, protectedIds: lastProtected.current, red, unplaced };
}

const holdsExactly = (set: ReadonlySet<string>, ids: readonly string[]): boolean =>
  set.size === ids.length && ids.every((id) => set.has(id));
