// Why somebody stands elsewhere, in words: what was done or said, and what was written with it. Nothing is concluded from it.
import type { MoveReason } from "../../domain/anchor";
import { counted } from "../../domain/count-words";
import type { ListReasons, Reason } from "../../domain/list-reasons";
import { categoryWords, strengthWords } from "../../domain/marks";
import type { Signers } from "../../domain/meeting";
import type { Outcome } from "../../domain/room";
import { hiddenAuthor, memberName, moveReasonWords } from "../meeting/drawer/mark-words";

export interface ReasonWords {
  what: string;
  /** As it was typed. */
  words?: string;
  by: string;
}

export function reasonWords(reason: Reason, signers: Signers): ReasonWords {
  // Flags have an author always: where none is named, they are not told to this reader (SEE-4).
  const by = reason.kind === "flag" && reason.by === null ? hiddenAuthor : memberName(signers, reason.by);
  return { by, ...told(reason, signers) };
}

/** `12 applicants stand elsewhere, 3 of them without a reason in the log; 40 others have another number because of that`. */
export function changeCounts({ changes, shifted }: ListReasons): string {
  const unexplained = changes.filter(({ reasons }) => reasons.length === 0).length;
  const elsewhere = `${counted(changes.length, "applicant stands", "applicants stand")} elsewhere, ${unexplained} of them without a reason in the log`;
  return shifted === 0
    ? elsewhere
    : `${elsewhere}; ${counted(shifted, "other has", "others have")} another number because of that`;
}

function told(reason: Reason, signers: Signers): Omit<ReasonWords, "by"> {
  switch (reason.kind) {
    case "move":
      return { what: "Moved", ...typed(reason.reason) };
    case "proposal":
      return { what: `Moved, as ${memberName(signers, reason.proposedBy)} proposed`, ...typed(reason.reason) };
    case "outcome":
      return { what: outcomeWords[reason.outcome] };
    case "endorsement":
      return {
        what: `Endorsed: ${strengthWords[reason.strength]}`,
        ...(reason.evidence && { words: reason.evidence }),
      };
    case "flag":
      return { what: `Flag: ${categoryWords[reason.category]}`, words: reason.sentence };
    case "objection":
      return { what: `Objection: ${categoryWords[reason.category]}`, words: reason.sentence };
    case "withdrawn":
      return { what: "Withdrawn", ...(reason.sentence && { words: reason.sentence }) };
    case "reinstated":
      return { what: "Reinstated", ...(reason.sentence && { words: reason.sentence }) };
    case "added":
      return { what: "Came after the opening" };
  }
}

export function typed(reason: MoveReason | undefined): { words?: string } {
  const words = reason && moveReasonWords(reason);
  return words ? { words } : {};
}

const outcomeWords: Record<Outcome, string> = {
  held: "Settled in the room: stays",
  moved: "Settled in the room: moved",
  protected: "Settled in the room: protected",
  red: "Settled in the room: not ranked",
  parked: "Parked in the room",
};
