// A selection that moves as one, and moves that are taken back and made again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankedIds } from "../../domain/rank-list";
import { applicantId as a, aMeeting, member, type PlayedMeeting } from "../support/a-meeting";
import { someSteps, stepId } from "../support/arbitrary-play";

const ranked = (meeting: PlayedMeeting) => rankedIds(meeting.state.order).map((id) => Number(id.slice(-3)));
const move = (n: number, after: number, by?: string) =>
  [{ type: "moveApplicant", applicantId: a(n), to: { zone: "middle", after: a(after), before: null } }, by] as const;

describe("[ORD-5] a selection", () => {
  it("goes to one place in the order in which it was chosen, as one event", () => {
    const meeting = aMeeting({ protected: 1, middle: 6 });
    const events = meeting.events.length;
    meeting.do({
      type: "moveApplicants",
      applicantIds: [a(7), a(5)],
      to: { zone: "middle", after: a(2), before: a(3) },
    });
    expect(ranked(meeting)).toEqual([1, 2, 7, 5, 3, 4, 6]);
    expect(meeting.events).toHaveLength(events + 1);
  });

  it("stands behind neighbours that do not go along", () => {
    const meeting = aMeeting({ protected: 1, middle: 6 });
    meeting.do({
      type: "moveApplicants",
      applicantIds: [a(4), a(5), a(2)],
      to: { zone: "middle", after: a(4), before: a(5) },
    });
    expect(ranked(meeting)).toEqual([1, 3, 4, 5, 2, 6, 7]);
  });

  it("moves as a whole or not at all", () => {
    const meeting = aMeeting();
    const { order } = meeting.state;
    const applicantIds = [a(4), a(1)];
    const to = { zone: "middle", after: null, before: null } as const;
    const refused = meeting.try({ type: "moveApplicants", applicantIds, to }, member.faculty);
    expect(refused?.code).toBe("protectedNeedsVerifiedFlag");
    expect(meeting.state.order).toBe(order);
  });

  it("[UNDO-3] is taken back as a whole, and made again as a whole", () => {
    const meeting = aMeeting({ protected: 1, middle: 6 });
    const before = ranked(meeting);
    meeting.do({
      type: "moveApplicants",
      applicantIds: [a(7), a(5), a(3)],
      to: { zone: "middle", after: null, before: a(2) },
    });
    const after = ranked(meeting);
    meeting.do({ type: "undoMove" });
    expect(ranked(meeting)).toEqual(before);
    meeting.do({ type: "redoMove" });
    expect(ranked(meeting)).toEqual(after);
    meeting.do({ type: "undoMove" });
    expect(ranked(meeting)).toEqual(before);
  });
});

describe("[UNDO-3] redo", () => {
  it("makes again what was taken back, move by move", () => {
    const meeting = aMeeting({ protected: 1, middle: 6 });
    meeting.do(...move(2, 4)).do(...move(6, 7));
    const both = ranked(meeting);
    meeting.do({ type: "undoMove" }).do({ type: "undoMove" });
    expect(ranked(meeting)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    meeting.do({ type: "redoMove" }).do({ type: "redoMove" });
    expect(ranked(meeting)).toEqual(both);
    expect(meeting.try({ type: "redoMove" })?.code).toBe("nothingToRedo");
  });

  it("is over with a new move of mine, and refused when somebody has touched the applicant since", () => {
    const meeting = aMeeting({ protected: 1, middle: 6 });
    meeting.do(...move(2, 4)).do({ type: "undoMove" });
    meeting.do(...move(2, 5, member.faculty));
    expect(meeting.try({ type: "redoMove" })?.code).toBe("touchedSince");
    const other = aMeeting({ protected: 1, middle: 6 });
    other.do(...move(2, 4)).do({ type: "undoMove" });
    other.do(...move(6, 7));
    expect(other.try({ type: "redoMove" })?.code).toBe("nothingToRedo");
  });

  it("after any meeting, undo and then redo is as if nothing had been asked", () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const meeting = aMeeting({ protected: 3, middle: 5, red: 1 });
        for (const [index, { by, command }] of steps.entries()) meeting.try(command, by, stepId(index));
        const { order } = meeting.state;
        if (meeting.try({ type: "undoMove" }) !== undefined) return;
        expect(meeting.try({ type: "redoMove" })).toBeUndefined();
        expect([meeting.state.order.protected, meeting.state.order.middle]).toEqual([order.protected, order.middle]);
      }),
      { numRuns: 400, seed: 20270203 },
    );
  });
});
