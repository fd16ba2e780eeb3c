// The practice members of a rehearsal: what they ask for next (REHEARSE-3). Pure, and the same for the same seed and turn. They ask
// for nothing that a member of their role may not, and are answered like everybody; whatever they write says that it is made up.
import type { MemberCommand } from "./commands";
import type { ApplicantId, MemberId } from "./ids";
import { flagCategories, provenances, relationships } from "./marks";
import { championsGiven, endorsementsOf, isRecused, type MeetingState } from "./meeting";
import type { Member } from "./member";
import { moveNeed } from "./move-need";
import { anchorAtIndex, placeOf, rankedIds, rankOf } from "./rank-list";
import { visibleOrder } from "./redact";
import { ballotChoices, hasVoted, openCallOf, openRoundOf } from "./room";
import { type Random, seededRandom } from "./seeded-random";

/** Their ids are nobody's: people have random ones. Their names cannot be taken for anybody's. */
export const practiceMembers: readonly Member[] = [
  { id: "00000000-0000-4000-8000-0000000000a1", name: "Practice: Dr. Able", role: "chief" },
  { id: "00000000-0000-4000-8000-0000000000b2", name: "Practice: Dr. Baker", role: "faculty" },
  { id: "00000000-0000-4000-8000-0000000000c3", name: "Practice: Dr. Charlie", role: "faculty" },
];
const ids: ReadonlySet<MemberId> = new Set(practiceMembers.map(({ id }) => id));
export const isPracticeMember = (memberId: MemberId): boolean => ids.has(memberId);

/** From then on they answer calls and rounds, and begin nothing: a forgotten window must not fill a log. */
export const LAST_TURN = 400;
const MOST_ENDORSEMENTS = 12;
const MOST_FLAGS = 4;
const MOST_PROPOSALS = 3;

export interface PracticeStep {
  by: MemberId;
  command: MemberCommand;
}

/** Undefined: nothing to do now. Whoever is asked something answers first. */
export function practiceStep(state: MeetingState, seed: number, turn: number): PracticeStep | undefined {
  if (state.phase !== "open") return undefined;
  const random = seededRandom((seed ^ Math.imul(turn + 1, 0x9e3779b1)) >>> 0);
  const first = turn % practiceMembers.length;
  const inTurn = [...practiceMembers.slice(first), ...practiceMembers.slice(0, first)].flatMap(
    ({ id }) => state.members[id]?.id ?? [],
  );
  const acts = turn < LAST_TURN ? [answerOf, ownActOf] : [answerOf];
  for (const act of acts) {
    for (const by of inTurn) {
      const command = act(state, by, random);
      if (command) return { by, command };
    }
  }
  return undefined;
}

/** How long they wait before that turn, in milliseconds: answers come faster than what they begin themselves. */
export function practicePause(state: MeetingState, seed: number, turn: number): number {
  const random = seededRandom((seed + Math.imul(turn + 1, 0x85ebca6b)) >>> 0);
  const isAsked = openCallOf(state.room) ?? openRoundOf(state.room);
  return isAsked ? random.between(1200, 3000) : random.between(3500, 8000);
}

type Act = (state: MeetingState, by: MemberId, random: Random) => MemberCommand | undefined;

const madeUp = "Made up for practice:";

const answerOf: Act = (state, by, random) => {
  const { room } = state;
  const isOpenTo = (id: ApplicantId) => placeOf(state.order, id) !== undefined && !isRecused(state, by, id);
  const call = openCallOf(room);
  const hasAnswered = call?.noObjection.includes(by) || call?.objections.some(({ memberId }) => memberId === by);
  if (call && !hasAnswered) {
    const about = call.applicantIds.filter(isOpenTo);
    if (about.length === 0 || !random.chance(0.25)) return { type: "giveNoObjection", callId: call.id };
    return {
      type: "raiseObjection",
      callId: call.id,
      applicantId: random.pick(about),
      category: random.pick(flagCategories),
      sentence: `${madeUp} an objection to talk about.`,
    };
  }
  const round = openRoundOf(room);
  const applicantId = round?.applicantIds.find((id) => isOpenTo(id) && !hasVoted(round, by, id));
  if (!round || applicantId === undefined) return undefined;
  const line = random.chance(0.4) ? { line: `${madeUp} a line beside a ballot.` } : {};
  return { type: "castBallot", roundId: round.id, applicantId, choice: random.pick(ballotChoices), ...line };
};

const ownActOf: Act = (state, by, random) => {
  const acts = random.chance(0.3) ? [endorse, flag, move] : random.chance(0.2) ? [flag, move] : [move, endorse];
  for (const act of acts) {
    const command = act(state, by, random);
    if (command) return command;
  }
  return undefined;
};

/** Ranked applicants that they may see; half of the time the one before the room, if there is one. */
function someApplicant(state: MeetingState, by: MemberId, random: Random): ApplicantId | undefined {
  const open = rankedIds(state.order).filter((id) => !isRecused(state, by, id));
  const spotlit = state.room.spotlight?.applicantId;
  if (spotlit !== undefined && open.includes(spotlit) && random.chance(0.5)) return spotlit;
  return open.length > 0 ? random.pick(open) : undefined;
}

const endorse: Act = (state, by, random) => {
  const applicantId = someApplicant(state, by, random);
  const own = Object.values(state.endorsements).filter((mark) => mark.by === by).length;
  if (applicantId === undefined || own >= MOST_ENDORSEMENTS) return undefined;
  if (endorsementsOf(state, applicantId).some((mark) => mark.by === by)) return undefined;
  const isChampion = random.chance(0.2) && championsGiven(state, by) < state.championLimit;
  const strength = isChampion ? "champion" : random.pick(["workWith", "workWith", "strong"] as const);
  const evidence = isChampion || random.chance(0.5) ? { evidence: `${madeUp} what somebody saw them do well.` } : {};
  return { type: "endorseApplicant", applicantId, strength, relationship: random.pick(relationships), ...evidence };
};

const flag: Act = (state, by, random) => {
  const applicantId = someApplicant(state, by, random);
  const own = Object.values(state.flags).filter((mark) => mark.by === by).length;
  if (applicantId === undefined || own >= MOST_FLAGS) return undefined;
  return {
    type: "raiseFlag",
    applicantId,
    category: random.pick(flagCategories),
    provenance: random.pick(provenances),
    sentence: `${madeUp} a concern to verify or to dismiss.`,
  };
};

/** A few ranks up or down, within the zone: leaving it is for those who have reasons. */
const move: Act = (state, by, random) => {
  const mine = state.room.proposals.filter((proposal) => proposal.by === by).length;
  const applicantId = someApplicant(state, by, random);
  const rank = applicantId === undefined ? undefined : rankOf(state.order, applicantId);
  if (applicantId === undefined || rank === undefined || mine >= MOST_PROPOSALS) return undefined;
  // Neighbours that are withheld from them are nobody to stand beside.
  const order = visibleOrder(state.order, new Set(state.recusals[by]));
  const zone = rank <= state.order.protected.length ? "protected" : "middle";
  const from = order[zone].indexOf(applicantId);
  const step = random.between(1, 4) * (random.chance(0.5) ? 1 : -1);
  const to = Math.min(Math.max(0, from + step), order[zone].length - 1);
  if (to === from) return undefined;
  const anchor = anchorAtIndex(order, applicantId, zone, to);
  const lacksReason = moveNeed(state, applicantId, anchor, by) === "fallNeedsReason";
  const reason = lacksReason ? { reason: { sentence: `${madeUp} why they fall.` } } : {};
  return { type: "moveApplicant", applicantId, to: anchor, ...reason };
};
