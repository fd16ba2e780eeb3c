// [SPOT-3] Who comes next in a walk-through, wherever the one before the room was moved meanwhile.
import { describe, expect, it } from "vitest";
import { nextOnAgenda } from "../../app/meeting/next-on-agenda";
import { anchorForRank } from "../../domain/rank-list";
import { redactState, viewOf } from "../../domain/redact";
import { applicantId as a, aMeeting, member, type PlayedMeeting } from "../support/a-meeting";

const shine = (meeting: PlayedMeeting, n: number) => meeting.do({ type: "spotlightApplicant", applicantId: a(n) });
const move = (meeting: PlayedMeeting, n: number, rank: number) =>
  meeting.do({
    type: "moveApplicant",
    ...{ applicantId: a(n), to: anchorForRank(meeting.state.order, a(n), rank) },
    reason: { sentence: "The room agreed on it." },
  });
const from = ({ state }: PlayedMeeting, step: 1 | -1) => nextOnAgenda(state, state.room.spotlight?.applicantId, step);

describe("[SPOT-3] next and previous in a walk-through", () => {
  const talk = () => shine(aMeeting({ protected: 3, middle: 7 }), 5);

  it.each([1, 2, 8, 10])("after a move to rank %i the talk goes on behind where it began", (rank) => {
    const meeting = move(talk(), 5, rank);
    expect([from(meeting, -1), from(meeting, 1)]).toEqual([a(4), a(6)]);
  });

  it("without a move, at either end, and from nobody", () => {
    expect([from(talk(), -1), from(talk(), 1)]).toEqual([a(4), a(6)]);
    expect(from(shine(talk(), 10), 1)).toBeUndefined();
    expect(from(shine(talk(), 1), -1)).toBeUndefined();
    expect(from(aMeeting({ protected: 3, middle: 7 }), 1)).toBe(a(1));
  });

  it("whoever was put in between is not left out, and whoever left is", () => {
    const meeting = move(talk(), 9, 6);
    expect(from(meeting, 1)).toBe(a(9));
    meeting.do({ type: "withdrawApplicant", applicantId: a(9) }).do({ type: "withdrawApplicant", applicantId: a(6) });
    expect(from(meeting, 1)).toBe(a(7));
  });

  it("not ranked any more, the talk goes on all the same", () => {
    const meeting = talk().do({
      type: "moveApplicant",
      ...{ applicantId: a(5), to: { zone: "red", after: null, before: null } },
      reason: { category: "other", provenance: "document", sentence: "Asked not to be ranked." },
    });
    expect(from(meeting, 1)).toBe(a(6));
  });

  it("[RECUSE-1] goes on down a recused host's own list", () => {
    const meeting = aMeeting({ protected: 3, middle: 7 });
    meeting.do({ type: "declareRecusal", applicantId: a(6) }, member.associatePd);
    move(shine(meeting, 5), 5, 1);
    const view = viewOf(meeting.state, member.associatePd);
    const own = view && redactState(meeting.state, view, member.associatePd);
    expect(JSON.stringify(own)).not.toContain(a(6));
    expect(own && nextOnAgenda(own, a(5), 1)).toBe(a(7));
  });
});
