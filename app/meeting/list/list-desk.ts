// What the lists keep between renders, and the rest of the screen reaches: where the focus belongs, which moves were mine, and
// what happened out of sight. Made once for a screen.
import type { ApplicantId } from "../../../domain/ids";
import { PillChannel } from "./pill-channel";
import { RowFocus } from "./row-focus";

export interface ListDesk {
  focus: RowFocus;
  pill: PillChannel;
  /** Moves of mine that the page has not shown yet. */
  ownMoves: Set<ApplicantId>;
}

export const createListDesk = (): ListDesk => ({
  focus: new RowFocus(),
  pill: new PillChannel(),
  ownMoves: new Set(),
});
