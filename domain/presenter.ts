// What the screen on the wall shows (WALL-1): the ranked list or the applicant before the room, with counts in the place of words:
// no sponsorship needs, no flag's text, no names on ballots. Applicants from whom any member is recused are left out of it whole,
// because nobody knows who sits before a wall.
import type { ApplicantId } from "./ids";
import { isOpenFlag, isVerified } from "./marks";
import { endorsementsOf, flagsOf, type MeetingState } from "./meeting";
import { rankedIds } from "./rank-list";
import { type BallotChoice, ballotChoices, type ObjectionCall, openRoundOf, type Stage } from "./room";
import { type StrengthCounts, strengthsOf } from "./strengths";
import type { Zone } from "./zone";

export interface PresenterRow {
  id: ApplicantId;
  name: string;
  /** On this screen: those left out are closed up. */
  rank: number;
  zone: Exclude<Zone, "red">;
  schoolType?: string;
  step2?: number;
  /** By strength. */
  endorsements: StrengthCounts;
  verifiedFlags: number;
  openFlags: number;
  isConfirmed: boolean;
}

export interface PresenterView {
  seq: number;
  title: string;
  isRehearsal: boolean;
  programName: string;
  stage: Stage | "locked";
  quota: number;
  rows: PresenterRow[];
  notRanked: number;
  /** Applicants that are not shown here, because a member is recused from them. */
  leftOut: number;
  /** Without `since` the time rests. */
  spotlight?: { id: ApplicantId; since?: string; spentMs: number; timerSeconds?: number };
  /** The open one, or what came of the last: the wall shows that for a while. */
  call?: { first: number; last: number; count: number; endsAt: string; objections: number; closed?: CallResult };
  round?: {
    isAnonymous: boolean;
    isRevealed: boolean;
    applicants: { name: string; in: number; tally?: Record<BallotChoice, number> }[];
  };
}

export interface CallResult {
  at: string;
  noObjection: number;
  /** Here, and said nothing. */
  noResponse: number;
  absent?: number;
  /** Fewer than half of those here answered: nobody is confirmed by it (CALL-5). */
  isUnheard?: true;
}

export function presenterView(state: MeetingState): PresenterView {
  const { room } = state;
  const hidden = new Set(Object.values(state.recusals).flat());
  const seen = (id: ApplicantId) => !hidden.has(id) && state.applicants[id] !== undefined;
  const ranked = rankedIds(state.order).filter(seen);
  const isProtected = new Set(state.order.protected);
  const rows = ranked.map((id, index): PresenterRow => {
    const { name = "", schoolType, step2 } = state.applicants[id] ?? {};
    const flags = flagsOf(state, id);
    const best = step2?.at(-1);
    return {
      ...{ id, name, rank: index + 1, zone: isProtected.has(id) ? "protected" : "middle" },
      ...(schoolType && { schoolType }),
      ...(best !== undefined && { step2: best }),
      endorsements: strengthsOf(endorsementsOf(state, id)),
      verifiedFlags: flags.filter(isVerified).length,
      openFlags: flags.filter(isOpenFlag).length,
      isConfirmed: id in room.confirmed,
    };
  });
  const { spotlight, timerSeconds } = room;
  return {
    seq: state.seq,
    title: state.title,
    isRehearsal: state.kind === "rehearsal",
    programName: state.programName,
    stage: state.phase === "locked" ? "locked" : room.stage,
    quota: state.quota,
    rows,
    notRanked: state.order.red.filter(seen).length,
    leftOut: [...hidden].filter((id) => state.applicants[id]).length,
    ...(spotlight &&
      seen(spotlight.applicantId) && {
        spotlight: {
          id: spotlight.applicantId,
          ...(state.phase === "open" && { since: spotlight.since }),
          spentMs: room.spent[spotlight.applicantId] ?? 0,
          ...(timerSeconds !== undefined && { timerSeconds }),
        },
      }),
    ...callOf(state, new Map(ranked.map((id, index) => [id, index + 1]))),
    ...roundOf(state, seen),
  };
}

function callOf({ room }: MeetingState, ranks: ReadonlyMap<ApplicantId, number>): Pick<PresenterView, "call"> {
  const call = room.calls.at(-1);
  const asked = call?.applicantIds.flatMap((id) => ranks.get(id) ?? []) ?? [];
  if (!call || asked.length === 0) return {};
  const objections = new Set(
    call.objections.flatMap(({ memberId, applicantId }) => (ranks.has(applicantId) ? [memberId + applicantId] : [])),
  );
  return {
    call: {
      first: Math.min(...asked),
      last: Math.max(...asked),
      count: asked.length,
      endsAt: call.endsAt,
      objections: objections.size,
      ...(call.closed && { closed: resultOf(call.closed, call.noObjection.length) }),
    },
  };
}

function resultOf(closed: NonNullable<ObjectionCall["closed"]>, noObjection: number): CallResult {
  const { at, noResponse, absent, isUnheard } = closed;
  return {
    ...{ at, noObjection, noResponse: noResponse.length },
    ...(absent !== undefined && { absent }),
    ...(isUnheard && { isUnheard }),
  };
}

/** The open one, or the last that was revealed while its applicant is still before the room. */
function roundOf(state: MeetingState, seen: (id: ApplicantId) => boolean): Pick<PresenterView, "round"> {
  const { room } = state;
  const last = room.rounds.at(-1);
  const spotlit = room.spotlight?.applicantId;
  const isShown = last?.ended?.how === "revealed" && spotlit !== undefined && last.applicantIds.includes(spotlit);
  const round = openRoundOf(room) ?? (isShown ? last : undefined);
  const ids = round?.applicantIds.filter(seen) ?? [];
  if (!round || ids.length === 0) return {};
  const isRevealed = round.ended !== undefined;
  return {
    round: {
      isAnonymous: round.isAnonymous,
      isRevealed,
      applicants: ids.map((id) => {
        const own = round.ballots.filter(({ applicantId }) => applicantId === id);
        const count = (choice: BallotChoice) => own.filter((ballot) => ballot.choice === choice).length;
        const tally = Object.fromEntries(ballotChoices.map((choice) => [choice, count(choice)]));
        return {
          name: state.applicants[id]?.name ?? "",
          in: round.counts[id] ?? 0,
          // Too few without names: nothing of them was shown to anybody.
          ...(isRevealed && own.length > 0 && { tally: tally as Record<BallotChoice, number> }),
        };
      }),
    },
  };
}
