// Why and by whom each applicant last moved, in the order in which they first did. A list and no record by id: a move copies it,
// and a list of three hundred is copied in a hundredth of the time.
import type { MoveReason } from "./anchor";
import type { ApplicantId, MemberId } from "./ids";

export interface LastMove {
  applicantId: ApplicantId;
  seq: number;
  at: string;
  by: MemberId | null;
  reason?: MoveReason;
  /** Seq of the move whose outcome stands: an undo puts the one before it back, so that undo can go on (UNDO-2). */
  standing: number;
  /** Whom they were moved behind, within protected and without a word, by others than hosts (ZONE-4). */
  behind?: readonly ApplicantId[];
}

export const lastMoveOf = (moves: readonly LastMove[], id: ApplicantId): LastMove | undefined =>
  moves.find(({ applicantId }) => applicantId === id);

/** The same with this move as the last of its applicant. */
export function withLastMove(moves: readonly LastMove[], move: LastMove): LastMove[] {
  const next = moves.slice();
  const known = moves.findIndex(({ applicantId }) => applicantId === move.applicantId);
  next[known < 0 ? next.length : known] = move;
  return next;
}
