// Decisions about the room around the list. Who may ask is `policy`'s; here is when it makes sense. No clock: when a call or a
// round is over is told by the server's own command (server/room-clock).
import type { Command, RoomCommand } from "./commands";
import { accept, type Decision, reject } from "./decision";
import type { CommandId } from "./ids";
import { isRecused, type MeetingState } from "./meeting";
import { mayBeHanded } from "./member";
import { hostsRoom, mayAsk } from "./policy";
import { placeOf, rankOf } from "./rank-list";
import { type Ballot, hasVoted, LEAST_ANONYMOUS, openCallOf, openRoundOf, type Round } from "./room";
import { roomCommandSchemas } from "./room-commands";

const roomTypes: ReadonlySet<string> = new Set(
  roomCommandSchemas.map(({ shape }) => shape.type.value).filter((type) => type !== "acceptProposal"),
);

/** Accepting a proposal is a move: see decide-move. */
export const isRoomCommand = (command: Command): command is RoomCommand => roomTypes.has(command.type);

/** `by`: null for the server's clock, which ends what is over. */
export function decideRoom(
  state: MeetingState,
  command: RoomCommand,
  by: string | null,
  commandId: CommandId,
): Decision {
  const { room } = state;
  // First of all, so that a recused member is told what a stranger to the applicant is told (RECUSE-2).
  if ("applicantId" in command && command.applicantId !== null && !state.applicants[command.applicantId]) {
    return reject({ code: "applicantUnknown" });
  }
  switch (command.type) {
    case "changeStage":
      return command.stage === room.stage ? accept() : accept({ type: "stageChanged", stage: command.stage });
    case "spotlightApplicant":
      return decideSpotlight(state, command.applicantId);
    case "setTimer": {
      const { seconds } = command;
      if ((seconds ?? undefined) === room.timerSeconds) return accept();
      return accept({ type: "timerSet", ...(seconds !== null && { seconds }) });
    }
    case "settleApplicant": {
      const { applicantId, outcome } = command;
      if (!isPresent(state, applicantId)) return reject({ code: "applicantUnknown" });
      return accept({ type: "applicantSettled", applicantId, outcome });
    }
    case "addToAgenda": {
      const { applicantId, why } = command;
      if (!isPresent(state, applicantId)) return reject({ code: "applicantUnknown" });
      return accept({ type: "agendaItemAdded", applicantId, why });
    }
    case "reorderAgenda": {
      const { applicantId, after } = command;
      const isOn = (id: string) => room.agenda.some((item) => item.applicantId === id);
      if (!isOn(applicantId) || applicantId === after) return reject({ code: "notOnAgenda" });
      // Behind somebody withheld from whoever asks is behind somebody they cannot name (SEE-1).
      if (after !== null && (!isOn(after) || isWithheld(state, by, after))) return reject({ code: "notOnAgenda" });
      return accept({ type: "agendaItemMoved", applicantId, after });
    }
    case "markAgenda": {
      const { applicantId, status } = command;
      if (!room.agenda.some((item) => item.applicantId === applicantId)) return reject({ code: "notOnAgenda" });
      return accept({ type: "agendaItemMarked", applicantId, status });
    }
    case "openObjectionCall": {
      if (openCallOf(room)) return reject({ code: "callOpen" });
      const applicantIds = known(state, by, command.applicantIds).filter((id) => rankOf(state.order, id) !== undefined);
      if (applicantIds.length === 0) return reject({ code: "nobodyInRange" });
      const { seconds, here } = command;
      const present = here && { here: [...here].sort() };
      return accept({ type: "objectionCallOpened", callId: commandId, applicantIds, seconds, ...present });
    }
    case "giveNoObjection":
      return openCallOf(room)?.id === command.callId
        ? accept({ type: "noObjectionGiven", callId: command.callId })
        : reject({ code: "callOver" });
    case "raiseObjection": {
      const { callId, applicantId, category, sentence } = command;
      const call = room.calls.find(({ id }) => id === callId);
      if (!call) return reject({ code: "callOver" });
      if (!call.applicantIds.includes(applicantId)) return reject({ code: "applicantUnknown" });
      // Whoever has left the list since is not talked about any more.
      if (call.closed && !isPresent(state, applicantId)) return reject({ code: "applicantUnknown" });
      const late = call.closed ? { isLate: true as const } : {};
      return accept({ type: "objectionRaised", callId, applicantId, category, sentence, ...late });
    }
    case "closeObjectionCall":
      return decideCallEnd(state, command.callId, command.here);
    case "openRound": {
      if (openRoundOf(room)) return reject({ code: "roundOpen" });
      const applicantIds = known(state, by, command.applicantIds).filter((id) => isPresent(state, id));
      if (applicantIds.length === 0) return reject({ code: "nobodyInRange" });
      const { isAnonymous, seconds } = command;
      return accept({
        type: "roundOpened",
        roundId: commandId,
        applicantIds,
        isAnonymous,
        ...(seconds && { seconds }),
      });
    }
    case "castBallot":
      return decideBallot(state, command, by);
    case "revealRound":
      return decideReveal(state, command.roundId, command.sealed);
    case "discardRound":
      return openRoundOf(room)?.id === command.roundId
        ? accept({ type: "roundDiscarded", roundId: command.roundId, reason: command.reason })
        : reject({ code: "roundOver" });
    case "changeDirectMoves":
      return command.isDirect === room.directMoves
        ? accept()
        : accept({ type: "directMovesChanged", isDirect: command.isDirect });
    case "handHost": {
      const { memberId } = command;
      const member = state.members[memberId];
      if (!member) return reject({ code: "memberUnknown" });
      if (hostsRoom(state, memberId)) return accept();
      return mayBeHanded(member.role) ? accept({ type: "hostHanded", memberId }) : reject({ code: "cannotHost" });
    }
    case "takeHost": {
      const { memberId } = command;
      if (!state.members[memberId]) return reject({ code: "memberUnknown" });
      return room.handed.some((host) => host.memberId === memberId)
        ? accept({ type: "hostTaken", memberId })
        : accept();
    }
    case "declineProposal": {
      const { proposalId, reason } = command;
      const proposal = room.proposals.find(({ id }) => id === proposalId);
      if (!proposal || isWithheld(state, by, proposal.applicantId)) return reject({ code: "proposalGone" });
      const { applicantId } = proposal;
      return accept({ type: "proposalDeclined", proposalId, applicantId, ...(reason && { reason }) });
    }
  }
}

const isPresent = (state: MeetingState, id: string): boolean => placeOf(state.order, id) !== undefined;

const isWithheld = (state: MeetingState, by: string | null, applicantId: string): boolean =>
  by !== null && isRecused(state, by, applicantId);

/** Each once, and nobody who is withheld from whoever asks. */
const known = (state: MeetingState, by: string | null, ids: readonly string[]): string[] =>
  [...new Set(ids)].filter((id) => state.applicants[id] && !isWithheld(state, by, id));

function decideSpotlight(state: MeetingState, applicantId: string | null): Decision {
  const { spotlight } = state.room;
  if (applicantId === null) return spotlight ? accept({ type: "spotlightMoved" }) : accept();
  if (!isPresent(state, applicantId)) return reject({ code: "applicantUnknown" });
  return spotlight?.applicantId === applicantId ? accept() : accept({ type: "spotlightMoved", spotlit: applicantId });
}

/**
 * CALL-3, CALL-5: silence is on record as no response, with who was silent; whoever was not here was not silent, and whoever is
 * recused from all of it was not asked.
 */
function decideCallEnd(state: MeetingState, callId: string, hereNow: readonly string[] | undefined): Decision {
  const call = openCallOf(state.room);
  if (call?.id !== callId) return reject({ code: "callOver" });
  const said = new Set([...call.noObjection, ...call.objections.map(({ memberId }) => memberId)]);
  const mayAnswer = Object.values(state.members).flatMap(({ id, role }) =>
    mayAsk(role, "raiseObjection") ? [id] : [],
  );
  const silent = mayAnswer.filter((id) => !said.has(id)).sort();
  if (!hereNow && !call.here) return accept({ type: "objectionCallClosed", callId, noResponse: silent });
  const here = new Set([...(call.here ?? []), ...(hereNow ?? [])]);
  const isAsked = (id: string) => here.has(id) && !call.applicantIds.every((about) => isRecused(state, id, about));
  const noResponse = silent.filter(isAsked);
  const isUnheard = said.size === 0 || said.size < noResponse.length;
  const absent = silent.length - noResponse.length;
  return accept({ type: "objectionCallClosed", callId, noResponse, absent, ...(isUnheard && { isUnheard }) });
}

function decideBallot(
  state: MeetingState,
  command: Extract<RoomCommand, { type: "castBallot" }>,
  by: string | null,
): Decision {
  const { roundId, applicantId, choice, line } = command;
  const round = state.room.rounds.find(({ id }) => id === roundId);
  if (by === null || !round?.applicantIds.includes(applicantId)) return reject({ code: "roundOver" });
  const isOpen = !round.ended;
  if (round.isAnonymous) {
    // A late one would be told apart by its time, and a second one could not replace the first (ROUND-4).
    if (!isOpen) return reject({ code: "roundOver" });
    if (hasVoted(round, by, applicantId)) return reject({ code: "ballotGiven" });
    return accept({ type: "ballotSealed", roundId, applicantId });
  }
  const isLast = state.room.rounds.at(-1) === round;
  if (!isOpen && (round.ended?.how !== "revealed" || !isLast)) return reject({ code: "roundOver" });
  // What was revealed stays as it was: whoever had a ballot in it has said what they said.
  if (!isOpen && hasVoted(round, by, applicantId)) return reject({ code: "ballotGiven" });
  const late = isOpen ? {} : { isLate: true as const };
  const change = hasVoted(round, by, applicantId) ? { isChange: true as const } : {};
  return accept({ type: "ballotCast", roundId, applicantId, choice, ...(line && { line }), ...late, ...change });
}

function decideReveal(state: MeetingState, roundId: string, sealed: readonly Ballot[] = []): Decision {
  const round = openRoundOf(state.room);
  if (round?.id !== roundId) return reject({ code: "roundOver" });
  if (!round.isAnonymous) return accept({ type: "roundRevealed", roundId, ballots: [...round.ballots] });
  const enough = new Set(round.applicantIds.filter((id) => (round.counts[id] ?? 0) >= LEAST_ANONYMOUS));
  if (enough.size === 0) return reject({ code: "tooFewBallots", least: LEAST_ANONYMOUS });
  return accept({ type: "roundRevealed", roundId, ballots: shuffled(round, sealed, enough) });
}

/** In the order of what they say: nothing is left of the order in which they came. */
function shuffled(round: Round, sealed: readonly Ballot[], enough: ReadonlySet<string>): Ballot[] {
  return sealed
    .filter(({ applicantId }) => enough.has(applicantId) && round.applicantIds.includes(applicantId))
    .map(({ applicantId, choice, line }) => ({ applicantId, memberId: null, choice, ...(line && { line }) }))
    .sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

const key = ({ applicantId, choice, line = "" }: Ballot): string => `${applicantId} ${choice} ${line}`;
