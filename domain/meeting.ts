// The state of a meeting: what the log folds to. Plain data, never mutated, the same on the server and in the browser.

import type { Anchor } from "./anchor";
import type { Applicant } from "./applicant";
import type { ApplicantId, MeetingId, MemberId } from "./ids";
import type { LastMove } from "./last-moves";
import type { Endorsement, Flag } from "./marks";
import type { MeetingKind } from "./meeting-kind";
import type { Member } from "./member";
import { emptyOrder } from "./rank-list";
import { emptyRoom, type Room } from "./room";
import type { Place, RankOrder } from "./zone";

/** A move its maker can still take back, with the neighbours it left (UNDO-1). */
export interface UndoableMove {
  seq: number;
  applicantId: ApplicantId;
  /** Undefined: came from the unplaced tray, and cannot go back there. */
  from?: Anchor;
  /** Whose outcome stood before this move; 0 for none. */
  before: number;
  /** The others of a selection that moved together, in that order. */
  others?: readonly Pick<UndoableMove, "applicantId" | "from" | "before">[];
}

/** A move its maker has taken back and can make again, with the places it goes to (UNDO-3). */
export interface RedoableMove {
  /** Of the taking back. */
  seq: number;
  applicantId: ApplicantId;
  to: Anchor;
  others?: readonly Pick<RedoableMove, "applicantId" | "to">[];
}

/** Champions a member may give until the PD sets another number. */
export const DEFAULT_CHAMPION_LIMIT = 5;

/** How many of a member's moves can be taken back, one after the other. */
export const UNDO_DEPTH = 20;

export interface LockVersion {
  version: number;
  at: string;
  by: MemberId | null;
  /** Hex; absent for a viewer from whom part of the list is withheld. */
  sha256?: string;
  reason?: string;
  unlocked?: { at: string; by: MemberId | null; reason: string };
}

/** A name for where a draft's log stood: its order is what the log folds to there (DRAFT-4). */
export interface Snapshot {
  /** The last event before it. */
  seq: number;
  name: string;
  at: string;
  by: MemberId | null;
}

export interface MeetingState {
  id: MeetingId;
  /** A draft is the log of a preliminary list while it is made: those who prepare are its members, and nobody else (DRAFT-1). */
  kind: MeetingKind;
  /** The last event folded in; 0 before the first. */
  seq: number;
  title: string;
  programName: string;
  programCode: string;
  matchYear: number;
  quota: number;
  /** Champions each member may give. */
  championLimit: number;
  phase: "open" | "locked" | "purged";
  /** Set with the phase `purged`: then nobody is in it any more but its members. */
  purged?: { at: string; by: MemberId | null };
  members: Readonly<Record<MemberId, Member>>;
  /** Those who were taken off the roster: no members any more, but what they signed keeps their name (ROSTER-2). */
  formerMembers: Readonly<Record<MemberId, Member>>;
  /** The version of the program's roster and settings that the meeting has followed (ROSTER-1). */
  programVersion: number;
  /** Do all members see who raised a flag, or hosts and the author only (SEE-4)? */
  flagAuthorsShown: boolean;
  applicants: Readonly<Record<ApplicantId, Applicant>>;
  order: RankOrder;
  /** The director's starting order, kept unchanged; undefined until frozen. */
  preliminary?: RankOrder;
  endorsements: Readonly<Record<string, Endorsement>>;
  flags: Readonly<Record<string, Flag>>;
  /** Applicant ids by recused member. */
  recusals: Readonly<Record<MemberId, readonly ApplicantId[]>>;
  lastMoves: readonly LastMove[];
  undoable: Readonly<Record<MemberId, readonly UndoableMove[]>>;
  redoable: Readonly<Record<MemberId, readonly RedoableMove[]>>;
  locks: readonly LockVersion[];
  room: Room;
  /** Of a draft, oldest first. */
  snapshots: readonly Snapshot[];
  /** Of a draft: its list was frozen, and has opened this meeting. From then on a draft has no viewers (FREEZE-3). */
  frozen?: { at: string; by: MemberId | null; meetingId: MeetingId };
  /** For a redacted state: how many applicants are withheld from this viewer (RECUSE-4). */
  withheldCount?: number;
}

export const emptyMeeting = (id: MeetingId): MeetingState => ({
  id,
  kind: "meeting",
  seq: 0,
  title: "",
  programName: "",
  programCode: "",
  matchYear: 0,
  quota: 0,
  championLimit: DEFAULT_CHAMPION_LIMIT,
  phase: "open",
  members: {},
  formerMembers: {},
  programVersion: 0,
  flagAuthorsShown: true,
  applicants: {},
  order: emptyOrder,
  endorsements: {},
  flags: {},
  recusals: {},
  lastMoves: [],
  undoable: {},
  redoable: {},
  locks: [],
  room: emptyRoom,
  snapshots: [],
});

export const isRecused = (state: MeetingState, memberId: MemberId, applicantId: ApplicantId): boolean =>
  state.recusals[memberId]?.includes(applicantId) ?? false;

/** Everybody who can have signed something here. */
export type Signers = Pick<MeetingState, "members" | "formerMembers">;

/** By the name they sign with, on the roster or not any more (ROSTER-2). */
export const nameOf = ({ members, formerMembers }: Signers, memberId: MemberId): string | undefined =>
  (members[memberId] ?? formerMembers[memberId])?.name;

export const currentVersion = (state: Pick<MeetingState, "locks">): number => state.locks.at(-1)?.version ?? 0;

/** Endorsements of one applicant that stand, newest last. */
export const endorsementsOf = (state: MeetingState, applicantId: ApplicantId): Endorsement[] =>
  Object.values(state.endorsements).filter((mark) => mark.applicantId === applicantId && !mark.struck);

export const flagsOf = (state: Pick<MeetingState, "flags">, applicantId: ApplicantId): Flag[] =>
  Object.values(state.flags).filter((flag) => flag.applicantId === applicantId && !flag.struck);

/** Champions the member has given that still stand. */
export const championsGiven = (state: MeetingState, memberId: MemberId): number =>
  Object.values(state.endorsements).filter(
    (mark) => mark.by === memberId && mark.strength === "champion" && !mark.struck,
  ).length;

/** Red and unplaced are shown by name, so that no order is read into them. */
export const alphabetically = (
  state: Pick<MeetingState, "order" | "applicants">,
  place: Extract<Place, "red" | "unplaced">,
): ApplicantId[] =>
  [...state.order[place]].sort((a, b) => {
    const nameA = state.applicants[a]?.name ?? "";
    const nameB = state.applicants[b]?.name ?? "";
    return nameA < nameB ? -1 : nameA > nameB ? 1 : a < b ? -1 : 1;
  });
