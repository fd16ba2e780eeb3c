// The room's part of `apply`: total, as the rest (APPLY-1). Times come with the events; what does not fit changes nothing.
import type { MeetingEvent } from "./events";
import type { ApplicantId } from "./ids";
import { mayBeHanded } from "./member";
import { placeOf, rankedIds } from "./rank-list";
import type { AgendaItem, ObjectionCall, Room, Round, Spotlight } from "./room";
import type { RankOrder } from "./zone";

/** `order`: the list that the event left. */
export function applyToRoom(room: Room, event: MeetingEvent, order: RankOrder): Room {
  const { at, by } = event;
  switch (event.type) {
    case "stageChanged":
      return { ...room, stage: event.stage };
    case "spotlightMoved": {
      const { spotlight: _before, ...rest } = { ...room, spent: spentUntil(room, at) };
      if (event.spotlit === undefined) return rest;
      return { ...rest, spotlight: { applicantId: event.spotlit, since: at, by, ranked: rankedIds(order) } };
    }
    // The talk rests while the list is locked: its time is kept at the lock and counted on from the unlock.
    case "listLocked":
      return { ...restarted(room, at), spent: spentUntil(room, at) };
    case "listUnlocked":
      return restarted(room, at);
    case "timerSet": {
      const { timerSeconds: _before, ...rest } = room;
      return event.seconds === undefined ? rest : { ...rest, timerSeconds: event.seconds };
    }
    case "applicantSettled": {
      const { applicantId, outcome } = event;
      const status = outcome === "parked" ? "parked" : "done";
      return {
        ...room,
        outcomes: { ...room.outcomes, [applicantId]: outcome },
        agenda: room.agenda.map((item) => (item.applicantId === applicantId ? { ...item, status } : item)),
      };
    }
    case "agendaItemAdded":
      return { ...room, agenda: withItem(room.agenda, { applicantId: event.applicantId, why: event.why, by, at }) };
    case "agendaItemMoved":
      return { ...room, agenda: reordered(room.agenda, event.applicantId, event.after) };
    case "agendaItemMarked": {
      const { applicantId, status } = event;
      const others = room.agenda.filter((item) => item.applicantId !== applicantId);
      if (status === "removed") return { ...room, agenda: others };
      return {
        ...room,
        agenda: room.agenda.map((item) => (item.applicantId === applicantId ? { ...item, status } : item)),
      };
    }
    case "objectionCallOpened": {
      const { callId: id, applicantIds, seconds, here } = event;
      const call: ObjectionCall = {
        ...{ id, applicantIds, by, at },
        endsAt: later(at, seconds),
        objections: [],
        noObjection: [],
        ...(here && { here }),
      };
      return { ...room, calls: [...room.calls, call] };
    }
    case "noObjectionGiven":
      return inCall(room, event.callId, (call) =>
        by === null || call.noObjection.includes(by) ? call : { ...call, noObjection: [...call.noObjection, by] },
      );
    case "objectionRaised": {
      const { callId, applicantId, category, sentence, isLate } = event;
      const objection = { memberId: by ?? "", applicantId, category, sentence, at, ...(isLate && { isLate }) };
      const raised = inCall(room, callId, (call) => ({ ...call, objections: [...call.objections, objection] }));
      return isLate ? objectedLate(raised, event) : raised;
    }
    case "objectionCallClosed":
      return closeCall(room, event, order);
    case "roundOpened": {
      const { roundId: id, applicantIds, isAnonymous, seconds } = event;
      const round: Round = {
        ...{ id, applicantIds, isAnonymous, by, at },
        ...(seconds !== undefined && { endsAt: later(at, seconds) }),
        ...{ counts: {}, ballots: [], sealedBy: {} },
      };
      return { ...room, rounds: [...room.rounds, round] };
    }
    case "ballotCast": {
      const { applicantId, choice, line, isLate } = event;
      const ballot = { applicantId, memberId: by, choice, ...(line && { line }), ...(isLate && { isLate }) };
      return inRound(room, event.roundId, (round) => {
        const others = round.ballots.filter((b) => b.memberId !== by || b.applicantId !== applicantId);
        return { ...counted(round, applicantId, others.length === round.ballots.length), ballots: [...others, ballot] };
      });
    }
    case "ballotSealed": {
      const { applicantId } = event;
      return inRound(room, event.roundId, (round) => ({
        ...counted(round, applicantId, true),
        sealedBy: { ...round.sealedBy, [applicantId]: [...(round.sealedBy[applicantId] ?? []), by ?? ""] },
      }));
    }
    case "roundRevealed":
      return inRound(room, event.roundId, (round) => ({
        ...round,
        ballots: event.ballots,
        sealedBy: {},
        ended: { at, by, how: "revealed" },
      }));
    case "roundDiscarded":
      return inRound(room, event.roundId, (round) => ({
        ...round,
        ballots: [],
        sealedBy: {},
        ended: { at, by, how: "discarded" },
      }));
    case "directMovesChanged":
      return { ...room, directMoves: event.isDirect };
    case "hostHanded": {
      const { memberId } = event;
      if (room.handed.some((known) => known.memberId === memberId)) return room;
      return { ...room, handed: [...room.handed, { memberId, at }] };
    }
    // Whoever leaves or gets another role has it no more, and does not come back to it.
    case "hostTaken":
    case "memberRemoved":
    case "memberChanged":
      return withoutHost(room, event);
    case "moveProposed": {
      const { proposalId: id, applicantId, to, reason } = event;
      // One member proposes one place for one applicant: the last word counts.
      const others = room.proposals.filter((p) => p.applicantId !== applicantId || p.by !== by);
      return { ...room, proposals: [...others, { id, applicantId, to, by, at, ...(reason && { reason }) }] };
    }
    case "proposalDeclined":
      return { ...room, proposals: room.proposals.filter(({ id }) => id !== event.proposalId) };
    case "applicantMoved": {
      const { applicantId, proposalId } = event;
      const confirmed = without(room.confirmed, applicantId);
      const proposals =
        proposalId === undefined ? room.proposals : room.proposals.filter(({ id }) => id !== proposalId);
      // The same room where nothing of it changes: moves are many.
      if (confirmed === room.confirmed && proposals === room.proposals) return room;
      return { ...room, confirmed, proposals };
    }
    case "applicantsMoved": {
      const confirmed = event.moves.reduce((rest, { applicantId }) => without(rest, applicantId), room.confirmed);
      return confirmed === room.confirmed ? room : { ...room, confirmed };
    }
    case "applicantWithdrawn":
      return withoutApplicant(room, event.applicantId, at);
    default:
      return room;
  }
}

/** A viewer's count of a ballot that they do not see (ROUND-1). */
export const countBallot = (room: Room, roundId: string, applicantId: string): Room =>
  inRound(room, roundId, (round) => counted(round, applicantId, true));

const later = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

function spentUntil({ spent, spotlight }: Room, at: string): Room["spent"] {
  if (!spotlight) return spent;
  const { applicantId } = spotlight;
  return { ...spent, [applicantId]: (spent[applicantId] ?? 0) + millisecondsSince(spotlight, at) };
}

const restarted = ({ spotlight, ...room }: Room, at: string): Room =>
  spotlight ? { ...room, spotlight: { ...spotlight, since: at } } : room;

const millisecondsSince = ({ since }: Spotlight, at: string): number => Math.max(0, Date.parse(at) - Date.parse(since));

const counted = (round: Round, applicantId: string, isMore: boolean): Round =>
  isMore ? { ...round, counts: { ...round.counts, [applicantId]: (round.counts[applicantId] ?? 0) + 1 } } : round;

/** Somebody who is on it already keeps their place and gets the new reason. */
function withItem(agenda: Room["agenda"], item: Omit<AgendaItem, "status">): Room["agenda"] {
  const added: AgendaItem = { ...item, status: "waiting" };
  return agenda.some(({ applicantId }) => applicantId === item.applicantId)
    ? agenda.map((known) => (known.applicantId === item.applicantId ? added : known))
    : [...agenda, added];
}

function reordered(agenda: Room["agenda"], applicantId: string, after: string | null): Room["agenda"] {
  const item = agenda.find((known) => known.applicantId === applicantId);
  if (!item) return agenda;
  const others = agenda.filter((known) => known !== item);
  const index = after === null ? 0 : others.findIndex((known) => known.applicantId === after) + 1;
  // The one it was to come behind has gone: it stays where it is.
  if (after !== null && index === 0) return agenda;
  return [...others.slice(0, index), item, ...others.slice(index)];
}

function inCall(room: Room, callId: string, change: (call: ObjectionCall) => ObjectionCall): Room {
  if (!room.calls.some(({ id }) => id === callId)) return room;
  return { ...room, calls: room.calls.map((call) => (call.id === callId ? change(call) : call)) };
}

function inRound(room: Room, roundId: string, change: (round: Round) => Round): Room {
  if (!room.rounds.some(({ id }) => id === roundId)) return room;
  return { ...room, rounds: room.rounds.map((round) => (round.id === roundId ? change(round) : round)) };
}

/** The objected ones join the agenda, the rest are confirmed where the room was heard (CALL-4, CALL-5): of those who are still there. */
function closeCall(room: Room, event: Extract<MeetingEvent, { type: "objectionCallClosed" }>, order: RankOrder): Room {
  const { callId, noResponse, absent, isUnheard, at, by } = event;
  const call = room.calls.find(({ id }) => id === callId);
  if (!call || call.closed) return room;
  const closed = inCall(room, callId, (open) => ({
    ...open,
    closed: { at, by, noResponse, ...(absent !== undefined && { absent }), ...(isUnheard && { isUnheard }) },
  }));
  const objected = new Map<string, number>();
  for (const { applicantId } of call.objections) objected.set(applicantId, (objected.get(applicantId) ?? 0) + 1);
  const isThere = (id: ApplicantId) => placeOf(order, id) !== undefined;
  const quiet = isUnheard ? [] : call.applicantIds.filter((id) => isThere(id) && !objected.has(id));
  let { agenda } = closed;
  for (const [applicantId, count] of objected) {
    if (!isThere(applicantId)) continue;
    agenda = withItem(agenda, { applicantId, why: objectionsWords(count, 0), by, at });
  }
  return {
    ...closed,
    agenda,
    confirmed: { ...closed.confirmed, ...Object.fromEntries(quiet.map((id) => [id, callId])) },
  };
}

/** The call's result stays as it was; the applicant is talked about all the same (CALL-6). */
function objectedLate(room: Room, event: Extract<MeetingEvent, { type: "objectionRaised" }>): Room {
  const { callId, applicantId, at, by } = event;
  const about = room.calls
    .find(({ id }) => id === callId)
    ?.objections.filter((objection) => objection.applicantId === applicantId);
  if (!about) return room;
  const late = about.filter(({ isLate }) => isLate).length;
  return {
    ...room,
    agenda: withItem(room.agenda, { applicantId, why: objectionsWords(about.length, late), by, at }),
    confirmed: without(room.confirmed, applicantId),
  };
}

/** "One objection in the call."; "2 objections, 1 after the call." */
function objectionsWords(count: number, late: number): string {
  const when = late === 0 ? " in" : late === count ? " after" : `, ${late} after`;
  return `${count === 1 ? "One objection" : `${count} objections`}${when} the call.`;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _gone, ...rest } = record;
  return rest;
}

function withoutHost(
  room: Room,
  event: Extract<MeetingEvent, { type: "hostTaken" | "memberRemoved" | "memberChanged" }>,
): Room {
  const isKept = event.type === "memberChanged" && mayBeHanded(event.role);
  if (isKept || room.handed.every(({ memberId }) => memberId !== event.memberId)) return room;
  return { ...room, handed: room.handed.filter(({ memberId }) => memberId !== event.memberId) };
}

/** Whoever withdraws is not discussed any more; what was said in calls and rounds stays. */
function withoutApplicant(room: Room, applicantId: string, at: string): Room {
  const { spotlight, ...rest } = room;
  const isSpotlit = spotlight?.applicantId === applicantId;
  return {
    ...rest,
    ...(spotlight && !isSpotlit && { spotlight }),
    spent: isSpotlit ? spentUntil(room, at) : room.spent,
    agenda: room.agenda.filter((item) => item.applicantId !== applicantId),
    confirmed: without(room.confirmed, applicantId),
    proposals: room.proposals.filter((proposal) => proposal.applicantId !== applicantId),
  };
}
