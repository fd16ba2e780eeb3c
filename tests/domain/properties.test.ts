// What must hold whatever people do: nobody lost or doubled, ranks continuous, replay the same, nothing leaked.
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { apply, applyAll } from "../../domain/apply";
import type { MeetingEvent, ViewEvent } from "../../domain/events";
import { emptyMeeting, type MeetingState } from "../../domain/meeting";
import { holdsEachOnce, rankedIds, rankOf } from "../../domain/rank-list";
import { rebase } from "../../domain/rebase";
import { redactEvent, redactState, viewOf } from "../../domain/redact";
import type { Room } from "../../domain/room";
import { aMeeting, applicantId, member, type PlayedMeeting } from "../support/a-meeting";
import { APPLICANTS, someCommand, someMember, someSteps, stepId } from "../support/arbitrary-play";

beforeAll(() => {
  // The core may not touch a clock or chance. fast-check draws its own numbers and does not need these.
  vi.spyOn(Date, "now").mockImplementation(() => {
    throw new Error("the core read the clock");
  });
  vi.spyOn(Math, "random").mockImplementation(() => {
    throw new Error("the core rolled dice");
  });
  return () => vi.restoreAllMocks();
});

const settings = { numRuns: 300, seed: 20270201 };
const start = () => aMeeting({ protected: 3, middle: 4, red: 1, unplaced: APPLICANTS - 8 });
const present = (state: MeetingState) => Object.values(state.applicants).flatMap((a) => (a.withdrawn ? [] : [a.id]));

function play(meeting: PlayedMeeting, steps: { by: string; command: Parameters<PlayedMeeting["try"]>[0] }[]): void {
  for (const [index, { by, command }] of steps.entries()) meeting.try(command, by, stepId(index));
}

describe("the list", () => {
  it("[ORD-1] loses and doubles nobody, and [ORD-2] its ranks run from 1 without a gap", () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const meeting = start();
        play(meeting, steps);
        const { order } = meeting.state;
        expect(holdsEachOnce(order, present(meeting.state))).toBe(true);
        expect(rankedIds(order).map((id) => rankOf(order, id))).toEqual(rankedIds(order).map((_, index) => index + 1));
      }),
      settings,
    );
  });

  it("[LOG-3] replaying the log gives the same state, from the start or from any point", () => {
    fc.assert(
      fc.property(someSteps, fc.nat(), (steps, cut) => {
        const meeting = start();
        play(meeting, steps);
        const at = cut % (meeting.events.length + 1);
        const half = applyAll(emptyMeeting(meeting.state.id), meeting.events.slice(0, at));
        expect(applyAll(half, meeting.events.slice(at))).toEqual(meeting.state);
        // What is stored is JSON: a trip through it changes nothing.
        const stored = JSON.parse(JSON.stringify(meeting.events)) as MeetingEvent[];
        expect(JSON.stringify(applyAll(emptyMeeting(meeting.state.id), stored))).toBe(JSON.stringify(meeting.state));
      }),
      settings,
    );
  });

  it("[APPLY-1] `apply` takes any event in any state, loses nobody, and changes nothing it was given", () => {
    const frozen = (state: MeetingState) => JSON.stringify(state);
    fc.assert(
      fc.property(someSteps, fc.array(fc.nat(), { maxLength: 30 }), (steps, picks) => {
        const source = start();
        play(source, steps);
        let state = start().state;
        for (const pick of picks) {
          const event = source.events[pick % source.events.length] as MeetingEvent;
          const before = frozen(state);
          const next = apply(state, { ...event, seq: state.seq + 1 });
          expect(frozen(state)).toBe(before);
          expect(holdsEachOnce(next.order, present(next))).toBe(true);
          state = next;
        }
        const unknown = { type: "somethingNewer", seq: state.seq + 1 } as unknown as ViewEvent;
        expect(apply(state, unknown)).toEqual({ ...state, seq: state.seq + 1 });
      }),
      settings,
    );
  });

  it("[SYNC-2] the optimistic screen, once answered, is the confirmed one", () => {
    fc.assert(
      fc.property(someSteps, someMember, someCommand, (steps, by, command) => {
        const meeting = start();
        play(meeting, steps);
        const id = stepId(9000);
        const shown = rebase(meeting.state, [{ id, command, at: "2027-02-01T10:00:00.000Z" }], by);
        if (command.type === "lockList" || command.type === "unlockList") return;
        meeting.try(command, by, id);
        expect(shown.order).toEqual(meeting.state.order);
        expect(Object.keys(shown.endorsements)).toEqual(Object.keys(meeting.state.endorsements));
        expect(Object.keys(shown.flags)).toEqual(Object.keys(meeting.state.flags));
      }),
      settings,
    );
  });
});

/** One's own ballot is told by the answer to it, and not by an event. */
const withoutOwnBallots = (room: Room): Room => ({
  ...room,
  rounds: room.rounds.map((round) => ({ ...round, sealedBy: {}, ballots: round.ended ? round.ballots : [] })),
});

describe("redaction", () => {
  const hidden = applicantId(2);
  /** A member who is recused from applicant 2 from the start, and what they receive from then on. */
  const received = (steps: Parameters<typeof play>[1], memberId: string) => {
    const meeting = start();
    meeting.do({ type: "declareRecusal", applicantId: hidden }, memberId);
    const view = viewOf(meeting.state, memberId);
    if (!view) throw new Error("not on the roster");
    const snapshot = redactState(meeting.state, view, memberId);
    const from = meeting.events.length;
    const states = [meeting.state];
    for (const [index, { by, command }] of steps.entries()) {
      const before = meeting.events.length;
      meeting.try(command, by, stepId(index));
      for (let n = before; n < meeting.events.length; n++) {
        states.push(apply(states.at(-1) as MeetingState, meeting.events[n] as MeetingEvent));
      }
    }
    const events = meeting.events
      .slice(from)
      .map((event, index) => redactEvent(event, states[index] as MeetingState, view));
    return { meeting, view, snapshot, events };
  };

  it("[RECUSE-1] a recused viewer receives nothing of the applicant, in the state or in any event", () => {
    fc.assert(
      fc.property(someSteps, someMember, (steps, memberId) => {
        const { meeting, view, snapshot, events } = received(steps, memberId);
        const wire = JSON.stringify([snapshot, events, redactState(meeting.state, view, memberId)]);
        for (const secret of [hidden, "Last2", "First2", "10000002", "N1000002"]) expect(wire).not.toContain(secret);
      }),
      settings,
    );
  });

  it("[RECUSE-1] a move into red names no neighbour (found by the property above)", () => {
    const to = { zone: "red", after: null, before: hidden } as const;
    const { events } = received(
      [{ by: member.faculty, command: { type: "moveApplicant", applicantId: applicantId(8), to } }],
      member.pd,
    );
    expect(JSON.stringify(events)).not.toContain(hidden);
  });

  it("[RECUSE-3] what a viewer folds from their events is what the server would send them now", () => {
    fc.assert(
      fc.property(someSteps, someMember, (steps, memberId) => {
        const { meeting, view, snapshot, events } = received(steps, memberId);
        const folded = applyAll(snapshot, events);
        const sent = redactState(meeting.state, view, memberId);
        expect(folded.seq).toBe(sent.seq);
        expect(folded.order).toEqual(sent.order);
        expect(folded.endorsements).toEqual(sent.endorsements);
        expect(folded.flags).toEqual(sent.flags);
        expect(folded.applicants).toEqual(sent.applicants);
        expect(folded.phase).toEqual(sent.phase);
        expect(withoutOwnBallots(folded.room)).toEqual(withoutOwnBallots(sent.room));
      }),
      settings,
    );
  });

  it("[RECUSE-2] a recused member can do nothing to the applicant, and is told no more than a stranger", () => {
    fc.assert(
      fc.property(someSteps, someMember, someCommand, (steps, memberId, command) => {
        const { meeting } = received(steps, memberId);
        if (!("applicantId" in command)) return;
        const before = meeting.state;
        const known = meeting.try({ ...command, applicantId: hidden }, memberId);
        expect(meeting.state).toBe(before);
        const stranger = meeting.try({ ...command, applicantId: applicantId(APPLICANTS + 1) }, memberId);
        expect(known?.code).toBe(stranger?.code);
      }),
      settings,
    );
  });

  it("[SEE-2] sponsorship needs reach PD, associate PD and coordinator only", () => {
    const meeting = start();
    for (const [role, memberId] of Object.entries(member)) {
      const view = viewOf(meeting.state, memberId);
      const wire = JSON.stringify([
        view && redactState(meeting.state, view, memberId),
        view && meeting.events.map((event) => redactEvent(event, meeting.state, view)),
      ]);
      expect(wire.includes('"visa"'), role).toBe(["pd", "associatePd", "coordinator"].includes(role));
    }
  });

  it("[SEE-3] all withheld events look alike, and the sequence has no gap", () => {
    const { events, snapshot } = received(
      [
        { by: member.pd, command: { type: "endorseApplicant", applicantId: hidden, strength: "strong" } },
        { by: member.pd, command: { type: "withdrawApplicant", applicantId: hidden } },
        { by: member.chief, command: { type: "declareRecusal", applicantId: applicantId(3) } },
      ],
      member.faculty,
    );
    expect(events).toEqual(events.map((_, index) => ({ type: "withheld", seq: snapshot.seq + index + 1 })));
  });

  it("[RECUSE-4] says how many are left out, and withholds the lock's hash, from which a place could be searched", () => {
    const { events, snapshot } = received(
      [{ by: member.pd, command: { type: "lockList", reason: "Agreed." } }],
      member.faculty,
    );
    expect(snapshot.withheldCount).toBe(1);
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty("sha256");
  });
});
