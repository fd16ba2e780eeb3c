// The meeting as lists of rows. What did not change keeps its identity, so that a move renders the rows it touches and no others.
import { useMemo, useRef } from "react";
import type { MeetingState } from "../../../domain/meeting";
import { alphabetically } from "../../../domain/meeting";
import { ranksIn } from "../../../domain/rank-list";
import { rankedItems } from "./list-items";
import { type RankFigures, rankFigures } from "./rank-figures";
import { type RowBook, rowBook } from "./row-model";

export interface Ledger {
  book: RowBook;
  figures: RankFigures;
  ranked: readonly string[];
  red: readonly string[];
  unplaced: readonly string[];
}

export function useLedger(state: MeetingState, memberId: string): Ledger {
  const lastBook = useRef<RowBook>();
  const book = rowBook(state, memberId, lastBook.current);
  lastBook.current = book;

  const { order, preliminary, applicants } = state;
  const preliminaryRanks = useMemo(() => preliminary && ranksIn(preliminary), [preliminary]);
  const figures = useMemo(() => rankFigures(order, preliminaryRanks), [order, preliminaryRanks]);
  const ranked = useMemo(() => rankedItems(order), [order]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the whole state only these two count.
  const red = useMemo(() => alphabetically(state, "red"), [order.red, applicants]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const unplaced = useMemo(() => alphabetically(state, "unplaced"), [order.unplaced, applicants]);
  return { book, figures, ranked, red, unplaced };
}
