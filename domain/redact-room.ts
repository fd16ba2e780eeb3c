// What a viewer receives of the room around the list: nothing of a withheld applicant (RECUSE-1), and of a silent round nothing but
// their own ballot and the count of the others' until it is revealed (ROUND-1).
import type { MeetingEvent, ViewEvent } from "./events";
import type { ApplicantId, MemberId } from "./ids";
import type { Ballot, ObjectionCall, Room, Round } from "./room";

/** An event of the room, or any other, as a viewer receives it from whom `hidden` is withheld. */
export function redactRoomEvent(event: MeetingEvent, before: Room, hidden: ReadonlySet<ApplicantId>): ViewEvent {
  const { seq } = event;
  const withheld: ViewEvent = { type: "withheld", seq };
  switch (event.type) {
    case "ballotCast": {
      const round = before.rounds.find(({ id }) => id === event.roundId);
      if (round?.ended?.how === "revealed" || event.isLate) return event;
      // One ballot for another: not one more is in.
      if (event.isChange) return withheld;
      return { type: "ballotCounted", seq, roundId: event.roundId, applicantId: event.applicantId };
    }
    case "ballotSealed":
      return { type: "ballotCounted", seq, roundId: event.roundId, applicantId: event.applicantId };
    case "spotlightMoved": {
      if (event.spotlit === undefined || !hidden.has(event.spotlit)) return event;
      const { spotlit: _spotlit, ...rest } = event;
      return rest;
    }
    case "agendaItemMoved":
      return { ...event, after: seenBehind(before.agenda, event, hidden) };
    case "objectionCallOpened":
    case "roundOpened": {
      const applicantIds = event.applicantIds.filter((id) => !hidden.has(id));
      return applicantIds.length > 0 ? { ...event, applicantIds } : withheld;
    }
    case "noObjectionGiven":
    case "objectionCallClosed": {
      const call = before.calls.find(({ id }) => id === event.callId);
      if (call?.applicantIds.every((id) => hidden.has(id))) return withheld;
      if (event.type === "noObjectionGiven" || !call) return event;
      return { ...event, noResponse: silentFor(call, event.noResponse, hidden) };
    }
    case "roundRevealed":
    case "roundDiscarded": {
      const round = before.rounds.find(({ id }) => id === event.roundId);
      if (round?.applicantIds.every((id) => hidden.has(id))) return withheld;
      if (event.type === "roundDiscarded") return event;
      return { ...event, ballots: event.ballots.filter(({ applicantId }) => !hidden.has(applicantId)) };
    }
    default:
      return event;
  }
}

/** The nearest one above on the agenda that the viewer can see. */
function seenBehind(
  agenda: Room["agenda"],
  { applicantId, after }: { applicantId: ApplicantId; after: ApplicantId | null },
  hidden: ReadonlySet<ApplicantId>,
): ApplicantId | null {
  if (after === null || !hidden.has(after)) return after;
  const others = agenda.map((item) => item.applicantId).filter((id) => id !== applicantId);
  return (
    others
      .slice(0, others.indexOf(after))
      .filter((id) => !hidden.has(id))
      .at(-1) ?? null
  );
}

/** To a viewer, whoever spoke only of somebody withheld from them has said nothing: else that they spoke would tell. */
function silentFor(
  { objections, noObjection }: ObjectionCall,
  noResponse: readonly MemberId[],
  hidden: ReadonlySet<ApplicantId>,
): MemberId[] {
  // What came after the end changes nothing of who was silent in it.
  const inTime = objections.filter(({ isLate }) => !isLate);
  const heard = new Set([
    ...noObjection,
    ...inTime.flatMap(({ memberId, applicantId }) => (hidden.has(applicantId) ? [] : [memberId])),
  ]);
  const unheard = inTime.flatMap(({ memberId }) => (heard.has(memberId) ? [] : [memberId]));
  return [...new Set([...noResponse, ...unheard])].sort();
}

export function redactRoom(room: Room, hidden: ReadonlySet<ApplicantId>, memberId: MemberId): Room {
  const rounds = room.rounds.map((round) => ownSightOfRound(round, memberId));
  if (hidden.size === 0) return { ...room, rounds };
  const seen = ({ applicantId }: { applicantId: ApplicantId }) => !hidden.has(applicantId);
  const { spotlight, ...rest } = room;
  return {
    ...rest,
    ...(spotlight &&
      seen(spotlight) && {
        spotlight: { ...spotlight, ranked: spotlight.ranked.filter((id) => !hidden.has(id)) },
      }),
    spent: seenOf(room.spent, hidden),
    outcomes: seenOf(room.outcomes, hidden),
    agenda: room.agenda.filter(seen),
    calls: room.calls.flatMap((call) => {
      const applicantIds = call.applicantIds.filter((id) => !hidden.has(id));
      if (applicantIds.length === 0) return [];
      const { closed, ...open } = call;
      const seenClosed = closed && { ...closed, noResponse: silentFor(call, closed.noResponse, hidden) };
      const objections = call.objections.filter(seen);
      return [{ ...open, applicantIds, objections, ...(seenClosed && { closed: seenClosed }) }];
    }),
    confirmed: seenOf(room.confirmed, hidden),
    rounds: rounds.flatMap((round) => {
      const applicantIds = round.applicantIds.filter((id) => !hidden.has(id));
      if (applicantIds.length === 0) return [];
      const { counts, ballots, sealedBy } = round;
      return [
        {
          ...round,
          applicantIds,
          counts: seenOf(counts, hidden),
          ballots: ballots.filter(seen),
          sealedBy: seenOf(sealedBy, hidden),
        },
      ];
    }),
    proposals: room.proposals.filter(seen),
  };
}

function ownSightOfRound(round: Round, memberId: MemberId): Round {
  const sealedBy = Object.fromEntries(
    Object.entries(round.sealedBy).flatMap(([id, members]) => (members.includes(memberId) ? [[id, [memberId]]] : [])),
  );
  if (round.ended) return { ...round, sealedBy };
  return { ...round, sealedBy, ballots: round.ballots.filter((ballot: Ballot) => ballot.memberId === memberId) };
}

const seenOf = <T>(record: Readonly<Record<string, T>>, hidden: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !hidden.has(id)));
