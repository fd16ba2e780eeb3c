// One applicant's history in words: "27 to 15, protected". What happened, never what it means.

import { sourceWords } from "../../../domain/arrange-source";
import type { Signers } from "../../../domain/meeting";
import type { HistoryEntry, Standing } from "../../../server/load-context";
import { placeWords } from "../move-words";
import {
  endorsementDetail,
  endorsementTitle,
  flagTitle,
  hiddenAuthor,
  memberName,
  moveReasonWords,
  objectionTitle,
} from "./mark-words";

export interface HistoryLine {
  seq: number;
  at: string;
  by: string;
  what: string;
  /** What was written: a reason, a sentence, evidence. */
  words?: string;
}

/** Newest first. */
export const historyLines = (entries: readonly HistoryEntry[], signers: Signers): HistoryLine[] =>
  entries
    .flatMap((entry) => {
      const told = toldOf(entry, signers);
      const { event } = entry;
      const { seq } = event;
      const at = event.type === "applicantEndorsed" && event.signed ? event.signed.at : event.at;
      return told ? [{ seq, at, by: signerOf(event, signers), ...told }] : [];
    })
    .sort((one, other) => other.seq - one.seq);

/**
 * What was said before the meeting is its author's (FREEZE-2). Flags have an author always: where none is named, they are not told
 * to this reader (SEE-4).
 */
export function signerOf(event: HistoryEntry["event"], signers: Signers): string {
  if (event.type === "applicantEndorsed" && event.signed) return memberName(signers, event.signed.by);
  const { type, by } = event;
  return by === null && (type === "flagRaised" || type === "flagStruck") ? hiddenAuthor : memberName(signers, by);
}

type Told = Pick<HistoryLine, "what" | "words">;

/** Undefined for an event that says nothing about one applicant, or that a newer build wrote. */
export function toldOf({ event, from, to }: Omit<HistoryEntry, "seq">, signers: Signers): Told | undefined {
  switch (event.type) {
    case "applicantAdded":
      return { what: "Added to the meeting" };
    case "applicantFileChanged":
      return { what: "File updated" };
    case "applicantRemoved":
      return { what: "Taken out with the import that had added them" };
    case "preliminaryFrozen":
      return { what: `Preliminary list: ${to ? place(to) : "not on it"}` };
    case "listArranged":
      return { what: `Arranged from: ${sourceWords[event.source]}, ${to ? place(to) : "not on it"}` };
    case "applicantMoved":
    case "applicantsMoved": {
      const { reason, undoOf, redoOf } = event;
      return {
        what: `${moveWords(from, to)}${undoOf === undefined ? "" : ", taken back"}${redoOf === undefined ? "" : ", made again"}`,
        words: (reason && moveReasonWords(reason)) || undefined,
      };
    }
    case "applicantEndorsed":
      return {
        what: `Endorsed: ${endorsementTitle(event)}${event.signed ? ", in an interview note" : ""}`,
        words: endorsementDetail(event) || undefined,
      };
    case "endorsementStruck":
      return { what: "Endorsement struck", words: event.reason };
    case "flagRaised":
      return { what: `Flag raised: ${flagTitle(event)}`, words: event.sentence };
    case "flagVerified":
      return { what: "Flag verified", words: event.reason };
    case "flagDismissed":
      return { what: "Flag dismissed", words: event.reason };
    case "flagStruck":
      return { what: "Flag struck", words: event.reason };
    case "objectionRaised":
      return { what: objectionTitle(event), words: event.sentence };
    case "applicantWithdrawn":
      return { what: from ? `Withdrawn, was ${place(from)}` : "Withdrawn", words: event.reason };
    case "applicantReinstated":
      return { what: "Reinstated", words: event.reason };
    case "recusalDeclared":
      return { what: `${memberName(signers, event.memberId)} recused`, words: event.reason };
    case "recusalLifted":
      return { what: `Recusal of ${memberName(signers, event.memberId)} lifted`, words: event.reason };
    default:
      return undefined;
  }
}

/** `rank 15, protected`; `not ranked`. */
const place = (standing: Standing): string =>
  standing.rank === undefined ? placeWords[standing.place] : `rank ${standing.rank}, ${placeWords[standing.place]}`;

const figure = (standing: Standing): string =>
  standing.rank === undefined ? placeWords[standing.place] : String(standing.rank);

/** `27 to 15, protected`; `41, middle to protected` where the border moved past them; `27 to not ranked`. */
export function moveWords(from: Standing | undefined, to: Standing | undefined): string {
  if (!to) return "Moved";
  const zone = to.rank === undefined ? "" : `, ${placeWords[to.place]}`;
  if (!from) return `Placed at ${figure(to)}${zone}`;
  const hasSameRank = from.rank !== undefined && from.rank === to.rank;
  if (hasSameRank && from.place !== to.place) return `${to.rank}, ${placeWords[from.place]} to ${placeWords[to.place]}`;
  const words = `${figure(from)} to ${figure(to)}${zone}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
