// The minutes of a meeting, out of its log as one reader may see it now (MIN-1 to MIN-3): what the room did, in order of time. What is
// of one kind in a row is told together; what is withheld ends no row, so that nothing tells when it was.
import type { MoveReason } from "./anchor";
import type { MeetingEvent } from "./events";
import type { ApplicantId, MemberId } from "./ids";
import { type Spot, spotIn } from "./list-difference";
import type { FlagCategory } from "./marks";
import { placeOf, rankOf } from "./rank-list";
import { openingOf, type SeenStep, seenAt } from "./replay";
import type { Ballot, Outcome } from "./room";

interface Told {
  /** Of its first event. */
  seq: number;
  at: string;
  by: MemberId | null;
}

/** One applicant moved: once, or several times in a row by one person who said nothing for it. */
export interface MovedLine extends Told {
  applicantId: ApplicantId;
  from?: Spot;
  to?: Spot;
  moves: number;
  reason?: MoveReason;
  isUndo?: true;
  isRedo?: true;
  /** Who had proposed what a host made; null: not known. */
  proposedBy?: MemberId | null;
  /** By its maker, later. */
  isTakenBack?: true;
}

export interface BeforeTheRoom extends Told {
  applicantId: ApplicantId;
  /** Undefined: they are there still. */
  milliseconds?: number;
  outcomes: Outcome[];
}

export interface CallObjection {
  applicantId: ApplicantId;
  by: MemberId | null;
  category: FlagCategory;
  sentence: string;
  isLate?: true;
}

export type MinutesEntry = Told &
  (
    | { kind: "moves"; until: string; lines: MovedLine[] }
    | { kind: "discussed"; items: BeforeTheRoom[] }
    | {
        kind: "call";
        callId: string;
        applicantIds: readonly ApplicantId[];
        /** On the reader's list when it was asked. */
        ranks?: readonly [number, number];
        noObjection: number;
        objections: CallObjection[];
        closed?: { at: string; by: MemberId | null; noResponse: number; absent?: number; isUnheard?: true };
      }
    | {
        kind: "round";
        roundId: string;
        isAnonymous: boolean;
        applicantIds: readonly ApplicantId[];
        /** Nothing of what was given is here before it is revealed, and nothing where it was discarded. */
        ended?: { at: string; by: MemberId | null } & (
          | { how: "revealed"; ballots: readonly Pick<Ballot, "applicantId" | "choice">[]; late: number }
          | { how: "discarded"; reason: string }
        );
      }
    /** About one applicant, or about none: told by the event itself. */
    | { kind: "event"; event: MeetingEvent; from?: Spot }
  );

const toldByThemselves: ReadonlySet<MeetingEvent["type"]> = new Set([
  "preliminaryFrozen",
  "stageChanged",
  "settingsChanged",
  "memberAdded",
  "memberChanged",
  "memberRemoved",
  "applicantAdded",
  "applicantRemoved",
  "applicantWithdrawn",
  "applicantReinstated",
  "moveProposed",
  "proposalDeclined",
  "endorsementStruck",
  "flagRaised",
  "flagVerified",
  "flagDismissed",
  "flagStruck",
  "directMovesChanged",
  "hostHanded",
  "hostTaken",
  "listLocked",
  "listUnlocked",
]);

/** `steps`: of the meeting, as its reader may see it. From the opening on; in order of seq. */
export function minutesOf(steps: readonly SeenStep[]): MinutesEntry[] {
  const entries: MinutesEntry[] = [];
  const proposers = new Map<string, MemberId | null>();
  const moved = new Map<number, MovedLine[]>();
  const undone = new Map<number, number>();
  let spotlit: BeforeTheRoom | undefined;
  const opening = openingOf(steps);
  const openedAt = seenAt(steps, opening) ?? "";
  /** Only what is told ends a row. */
  const last = () => entries.at(-1);
  let isRow = false;
  const tell = (entry: MinutesEntry, canGoOn = false) => {
    entries.push(entry);
    isRow = canGoOn;
  };
  const endSpotlight = (at: string) => {
    if (spotlit) spotlit.milliseconds = Math.max(0, Date.parse(at) - Date.parse(spotlit.at));
    spotlit = undefined;
  };

  for (const [index, { event, order }] of steps.entries()) {
    if (index < opening || event.type === "withheld" || event.type === "ballotCounted") continue;
    const before = steps[index - 1]?.order ?? order;
    const { seq, at, by } = event;
    const told: Told = { seq, at, by };
    switch (event.type) {
      case "applicantMoved":
      case "applicantsMoved": {
        const ids = event.type === "applicantMoved" ? [event.applicantId] : event.moves.map((one) => one.applicantId);
        const proposalId = event.type === "applicantMoved" ? event.proposalId : undefined;
        const lines = [...new Set(ids)].map((applicantId): MovedLine => {
          const [from, to] = [spotIn(before, applicantId), spotIn(order, applicantId)];
          return {
            ...{ ...told, applicantId, moves: 1 },
            ...(from && { from }),
            ...(to && { to }),
            ...(event.reason && { reason: event.reason }),
            ...(event.undoOf !== undefined && { isUndo: true as const }),
            ...(event.redoOf !== undefined && { isRedo: true as const }),
            ...(proposalId !== undefined && { proposedBy: proposers.get(proposalId) ?? null }),
          };
        });
        if (event.undoOf !== undefined) {
          undone.set(seq, event.undoOf);
          for (const line of moved.get(event.undoOf) ?? []) line.isTakenBack = true;
        }
        moved.set(seq, lines);
        const row = last();
        if (isRow && row?.kind === "moves") {
          row.lines.push(...lines);
          row.until = at;
        } else tell({ kind: "moves", ...told, until: at, lines }, true);
        break;
      }
      case "moveProposed":
        proposers.set(event.proposalId, by);
        tell({ kind: "event", ...told, event });
        break;
      case "spotlightMoved": {
        endSpotlight(at);
        if (event.spotlit === undefined) break;
        spotlit = { ...told, applicantId: event.spotlit, outcomes: [] };
        const row = last();
        if (isRow && row?.kind === "discussed") row.items.push(spotlit);
        else tell({ kind: "discussed", ...told, items: [spotlit] }, true);
        break;
      }
      case "applicantSettled": {
        const { applicantId, outcome } = event;
        if (spotlit?.applicantId === applicantId) spotlit.outcomes.push(outcome);
        else tell({ kind: "event", ...told, event });
        isRow = last()?.kind === "discussed";
        break;
      }
      case "objectionCallOpened": {
        const ranks = event.applicantIds.flatMap((id) => rankOf(order, id) ?? []);
        tell({
          ...{ kind: "call", ...told, callId: event.callId, applicantIds: event.applicantIds },
          ...(ranks.length > 0 && { ranks: [Math.min(...ranks), Math.max(...ranks)] as const }),
          ...{ noObjection: 0, objections: [] },
        });
        break;
      }
      case "noObjectionGiven":
      case "objectionRaised":
      case "objectionCallClosed": {
        const call = entries.find((entry) => entry.kind === "call" && entry.callId === event.callId);
        if (call?.kind !== "call") break;
        isRow = false;
        if (event.type === "noObjectionGiven") call.noObjection += 1;
        else if (event.type === "objectionCallClosed") {
          const { noResponse, absent, isUnheard } = event;
          call.closed = {
            ...{ at, by, noResponse: noResponse.length },
            ...(absent !== undefined && { absent }),
            ...(isUnheard && { isUnheard }),
          };
        } else {
          const { applicantId, category, sentence, isLate } = event;
          call.objections.push({ applicantId, by, category, sentence, ...(isLate && { isLate }) });
        }
        break;
      }
      case "roundOpened": {
        const { roundId, isAnonymous, applicantIds } = event;
        tell({ kind: "round", ...told, roundId, isAnonymous, applicantIds });
        break;
      }
      case "roundRevealed":
      case "roundDiscarded":
      case "ballotCast": {
        const round = entries.find((entry) => entry.kind === "round" && entry.roundId === event.roundId);
        if (round?.kind !== "round") break;
        isRow = false;
        if (event.type === "ballotCast") {
          if (round.ended?.how === "revealed" && event.isLate) round.ended.late += 1;
        } else if (event.type === "roundDiscarded") round.ended = { at, by, how: "discarded", reason: event.reason };
        else {
          const ballots = event.ballots.map(({ applicantId, choice }) => ({ applicantId, choice }));
          round.ended = { at, by, how: "revealed", ballots, late: 0 };
        }
        break;
      }
      default: {
        // What was said before the meeting is no part of it (FREEZE-2).
        const isGiven = event.type === "applicantEndorsed" && (event.signed?.at ?? at) >= openedAt;
        if (!isGiven && !toldByThemselves.has(event.type)) break;
        if (event.type === "applicantWithdrawn" && spotlit?.applicantId === event.applicantId) endSpotlight(at);
        const from = "applicantId" in event && placeOf(before, event.applicantId) && spotIn(before, event.applicantId);
        tell({ kind: "event", ...told, event, ...(from && { from }) });
      }
    }
    if ("redoOf" in event && event.redoOf !== undefined)
      for (const line of moved.get(undone.get(event.redoOf) ?? -1) ?? []) delete line.isTakenBack;
  }
  return entries.map((entry) => (entry.kind === "moves" ? { ...entry, lines: together(entry.lines) } : entry));
}

/** Steps of one applicant by one person, without a word for any of them, are one line. */
function together(lines: readonly MovedLine[]): MovedLine[] {
  const rows: MovedLine[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const isOne = row?.applicantId === line.applicantId && row.by === line.by && isPlain(row) && isPlain(line);
    if (!row || !isOne) rows.push({ ...line });
    else {
      row.moves += line.moves;
      if (line.to) row.to = line.to;
    }
  }
  return rows;
}

const isPlain = ({ reason, isUndo, isRedo, isTakenBack, proposedBy }: MovedLine): boolean =>
  !reason && !isUndo && !isRedo && !isTakenBack && proposedBy === undefined;
