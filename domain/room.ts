// The room around the list: where the meeting is (ROOM-1), who is before it (SPOT), what it will talk about (AGENDA), the question
// whether anyone objects (CALL), silent rounds (ROUND) and proposed moves (PROPOSE). Folded from the same log as the list.
import type { Anchor, MoveReason } from "./anchor";
import type { ApplicantId, MemberId } from "./ids";
import type { FlagCategory } from "./marks";

/** Where an open meeting is. Locked is the list's own phase. */
export const stages = ["lobby", "walkThrough", "agenda", "silentRound"] as const;
export type Stage = (typeof stages)[number];
export const stageWords: Record<Stage, string> = {
  lobby: "Lobby",
  walkThrough: "Walk-through",
  agenda: "Agenda",
  silentRound: "Silent round",
};

/** What came of an applicant's time before the room. */
export const outcomes = ["held", "moved", "protected", "red", "parked"] as const;
export type Outcome = (typeof outcomes)[number];

/** Endorse, neither, concern, or honestly nothing: whoever never met them says so. */
export const ballotChoices = ["endorse", "neutral", "concern", "notMet"] as const;
export type BallotChoice = (typeof ballotChoices)[number];
export const ballotWords: Record<BallotChoice, string> = {
  endorse: "Endorse",
  neutral: "Neutral",
  concern: "Concern",
  notMet: "Didn't meet them",
};

/** Fewer anonymous ballots than this could be told apart, so they are never shown (ROUND-4). */
export const LEAST_ANONYMOUS = 4;

export interface Spotlight {
  applicantId: ApplicantId;
  /** ISO; from then on the soft timer runs. */
  since: string;
  by: MemberId | null;
  /** The ranked list as it stood when the talk began: the walk-through goes on from there (SPOT-3). */
  ranked: readonly ApplicantId[];
}

export interface AgendaItem {
  applicantId: ApplicantId;
  /** In a sentence. */
  why: string;
  by: MemberId | null;
  at: string;
  status: "waiting" | "parked" | "done";
}

export interface Objection {
  memberId: MemberId;
  applicantId: ApplicantId;
  category: FlagCategory;
  sentence: string;
  at: string;
  /** After the end of the call (CALL-6). */
  isLate?: true;
}

export interface ObjectionCall {
  id: string;
  /** In the order of the list when it was asked. */
  applicantIds: readonly ApplicantId[];
  by: MemberId | null;
  at: string;
  endsAt: string;
  objections: readonly Objection[];
  /** Who has said "no objection". */
  noObjection: readonly MemberId[];
  /** Who was here when it was asked. */
  here?: readonly MemberId[];
  /** Set when it is over; `noResponse` are those who said nothing (CALL-3). */
  closed?: { at: string; by: MemberId | null; noResponse: readonly MemberId[]; absent?: number; isUnheard?: true };
}

export interface Ballot {
  applicantId: ApplicantId;
  /** Null in an anonymous round. */
  memberId: MemberId | null;
  choice: BallotChoice;
  line?: string;
  /** After the reveal. */
  isLate?: true;
}

export interface Round {
  id: string;
  applicantIds: readonly ApplicantId[];
  /** Decided before the first ballot and frozen (ROUND-3). */
  isAnonymous: boolean;
  by: MemberId | null;
  at: string;
  endsAt?: string;
  /** How many ballots are in, by applicant: all that others learn before the reveal (ROUND-1). */
  counts: Readonly<Record<ApplicantId, number>>;
  /** On the server every named ballot; for a viewer their own, and everybody's from the reveal on. */
  ballots: readonly Ballot[];
  /** Who has given an anonymous ballot, by applicant: so that nobody gives two. For a viewer themselves alone. */
  sealedBy: Readonly<Record<ApplicantId, readonly MemberId[]>>;
  ended?: { at: string; by: MemberId | null; how: "revealed" | "discarded" };
}

/** A move that waits for a host: shown as a ghost at the rank it asks for (PROPOSE-1). */
export interface Proposal {
  id: string;
  applicantId: ApplicantId;
  to: Anchor;
  by: MemberId | null;
  at: string;
  reason?: MoveReason;
}

export interface Room {
  stage: Stage;
  spotlight?: Spotlight;
  /** Seconds the room means to give each applicant; nothing happens when they are over. */
  timerSeconds?: number;
  /** Milliseconds before the room, by applicant, without the spotlight that is on. */
  spent: Readonly<Record<ApplicantId, number>>;
  outcomes: Readonly<Record<ApplicantId, Outcome>>;
  agenda: readonly AgendaItem[];
  /** Oldest first; only the last can be open. */
  calls: readonly ObjectionCall[];
  /** Asked for objections and given none, by the call that asked; until they move (CALL-4). */
  confirmed: Readonly<Record<ApplicantId, string>>;
  /** Oldest first; only the last can be open. */
  rounds: readonly Round[];
  /** May everybody who moves applicants do so at once, or do others than hosts propose? */
  directMoves: boolean;
  proposals: readonly Proposal[];
  /** To whom the program director has handed the host's part in this meeting (ROLE-4), in that order. */
  handed: readonly { memberId: MemberId; at: string }[];
}

export const emptyRoom: Room = {
  stage: "lobby",
  spent: {},
  outcomes: {},
  agenda: [],
  calls: [],
  confirmed: {},
  rounds: [],
  directMoves: true,
  proposals: [],
  handed: [],
};

export const openCallOf = ({ calls }: Room): ObjectionCall | undefined => {
  const last = calls.at(-1);
  return last && !last.closed ? last : undefined;
};

export const openRoundOf = ({ rounds }: Room): Round | undefined => {
  const last = rounds.at(-1);
  return last && !last.ended ? last : undefined;
};

/** Have they given their ballot about the applicant? */
export const hasVoted = (round: Round, memberId: MemberId, applicantId: ApplicantId): boolean =>
  (round.sealedBy[applicantId]?.includes(memberId) ?? false) ||
  round.ballots.some((ballot) => ballot.memberId === memberId && ballot.applicantId === applicantId);
