// How long data are kept, and that a purged meeting is the same meeting for everybody who folds its log.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chain, eventOfRow, purgedPayload } from "../../db/hash-chain";
import { apply, applyAll } from "../../domain/apply";
import { decide } from "../../domain/decide";
import type { MeetingEvent } from "../../domain/events";
import { emptyMeeting } from "../../domain/meeting";
import { redactEvent, viewOf } from "../../domain/redact";
import { sentenceOf } from "../../domain/rejection";
import { countedEnd, isRetentionOver, keptEventTypes, keptUntil, nothingTaken } from "../../domain/retention";
import { aMeeting, applicantId, member, type PlayedMeeting } from "../support/a-meeting";
import { someCommand, someMember, someSteps, stepId } from "../support/arbitrary-play";

const purge = { type: "purgeMeeting", taken: nothingTaken } as const;
const played = (steps: { by: string; command: Parameters<PlayedMeeting["try"]>[0] }[]): PlayedMeeting => {
  const meeting = aMeeting({ protected: 3, middle: 4, red: 1, unplaced: 1 });
  for (const [index, { by, command }] of steps.entries()) meeting.try(command, by, stepId(index));
  expect(meeting.try(purge, null)).toBeUndefined();
  return meeting;
};

/** The log as the database has it after a purge. */
const leftOf = (events: readonly MeetingEvent[]): MeetingEvent[] =>
  events.map((event) => {
    const row = chain("dddddddd-0000-4000-8000-000000000001", event, { hash: null, answers: { hash: null } });
    const isKept = (keptEventTypes as readonly string[]).includes(event.type);
    return eventOfRow(isKept ? row : { ...row, payload: purgedPayload });
  });

describe("[KEEP-1] a match year", () => {
  it("is kept until June 30, so many years after its own, everywhere on earth", () => {
    const end = countedEnd({ year: 2027, dates: {} });
    expect(keptUntil(end, 2)).toBe("2029-06-30");
    expect(isRetentionOver(end, 2, "2029-06-30T23:59:59.999Z")).toBe(false);
    expect(isRetentionOver(end, 2, "2029-07-01T11:59:59.999Z"), "still June 30 somewhere").toBe(false);
    expect(isRetentionOver(end, 2, "2029-07-01T12:00:00.000Z")).toBe(true);
    expect(isRetentionOver(end, 7, "2029-07-01T12:00:00.000Z")).toBe(false);
    expect(countedEnd({ year: 2027, dates: { ends: "2027-07-31" } }), "a program's own later end").toBe("2027-07-31");
    expect(countedEnd({ year: 2027, dates: { ends: "2025-01-01" } }), "and no earlier one").toBe("2027-06-30");
    expect(keptUntil("2028-02-29", 3), "a day that the later year does not have").toBe("2031-03-01");
  });
});

describe("[KEEP-4] a purged meeting", () => {
  it("replays to the same state from what is left of its log, whatever was done in it", () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const meeting = played(steps);
        const left = leftOf(meeting.events);
        expect(applyAll(emptyMeeting(meeting.state.id), left)).toEqual(meeting.state);
        const said = JSON.stringify([left, meeting.state]);
        for (const secret of [
          "Last2",
          "First2",
          "10000002",
          "N1000002",
          "I saw it.",
          "Discussed in the room.",
          "Agreed.",
        ]) {
          expect(said).not.toContain(secret);
        }
      }),
      { numRuns: 200, seed: 20270201 },
    );
  });

  it("keeps its members, and nothing in it can be changed by anybody", () => {
    const { state } = played([]);
    expect(Object.keys(state.members)).toHaveLength(7);
    expect([state.phase, state.applicants, state.locks]).toEqual(["purged", {}, []]);
    fc.assert(
      fc.property(someMember, someCommand, (memberId, command) => {
        const decision = decide(state, command, { kind: "member", memberId }, stepId(1));
        expect(["meetingPurged", "notAllowed"]).toContain(!decision.ok && decision.rejection.code);
      }),
    );
    const again = decide(state, purge, { kind: "system", by: member.pd }, stepId(2));
    expect(again).toMatchObject({ ok: false, rejection: { code: "meetingPurged" } });
    expect(sentenceOf({ code: "meetingPurged" }, state)).toContain("was purged");
  });

  it("is the program's to ask for, and no member's of the meeting", () => {
    const meeting = aMeeting();
    for (const memberId of Object.values(member)) expect(meeting.try(purge, memberId)?.code).toBe("notAllowed");
  });

  it("[RECUSE-1] tells a recused viewer no counts, which would tell of the withheld", () => {
    const meeting = aMeeting().do({ type: "declareRecusal", applicantId: applicantId(1) }, member.faculty);
    const before = meeting.state;
    meeting.try(purge, null);
    const event = meeting.events.at(-1) as MeetingEvent;
    for (const [memberId, sees] of [
      [member.faculty, false],
      [member.pd, true],
    ] as const) {
      const view = viewOf(before, memberId);
      expect(view && "taken" in redactEvent(event, before, view)).toBe(sees);
    }
    expect(apply(before, event).phase).toBe("purged");
  });
});
