import { describe, expect, it } from "vitest";
import type { MoveReason } from "../../domain/anchor";
import { anchorAtIndex, anchorForRank, rankOf } from "../../domain/rank-list";
import type { Zone } from "../../domain/zone";
import { applicantId as a, aMeeting, member, type PlayedMeeting, secondFaculty } from "../support/a-meeting";

const toRank = (meeting: PlayedMeeting, n: number, rank: number, by = member.pd, reason?: MoveReason) =>
  meeting.try(
    { type: "moveApplicant", applicantId: a(n), to: anchorForRank(meeting.state.order, a(n), rank), reason },
    by,
  );
const toZone = (meeting: PlayedMeeting, n: number, zone: Zone, by = member.pd, reason?: MoveReason) =>
  meeting.try(
    { type: "moveApplicant", applicantId: a(n), to: anchorAtIndex(meeting.state.order, a(n), zone, 0), reason },
    by,
  );
const ranked = (meeting: PlayedMeeting) => [...meeting.state.order.protected, ...meeting.state.order.middle];

describe("[ORD-4] a move names neighbours, never an index", () => {
  it("goes after `after`, whatever stands below it now", () => {
    const meeting = aMeeting({ protected: 1, middle: 5 });
    expect(toRank(meeting, 6, 3)).toBeUndefined();
    expect(
      meeting.try({
        type: "moveApplicant",
        applicantId: a(5),
        to: { zone: "middle", after: a(2), before: a(3) },
      }),
    ).toBeUndefined();
    expect(ranked(meeting)).toEqual([a(1), a(2), a(5), a(6), a(3), a(4)]);
  });

  it("goes before `before` when `after` is gone", () => {
    const meeting = aMeeting({ protected: 1, middle: 4 });
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) });
    const to = { zone: "middle", after: a(2), before: a(3) } as const;
    expect(meeting.try({ type: "moveApplicant", applicantId: a(5), to })).toBeUndefined();
    expect(ranked(meeting)).toEqual([a(1), a(5), a(3), a(4)]);
  });

  it("is refused with `anchorGone` when both are gone, and nothing changes", () => {
    const meeting = aMeeting({ protected: 1, middle: 4 });
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) }).do({ type: "withdrawApplicant", applicantId: a(3) });
    const before = meeting.state;
    const to = { zone: "middle", after: a(2), before: a(3) } as const;
    expect(meeting.try({ type: "moveApplicant", applicantId: a(5), to })?.code).toBe("anchorGone");
    expect(meeting.state).toBe(before);
  });

  it("dropped where it stands, nothing happens", () => {
    const meeting = aMeeting();
    const { seq } = meeting.state;
    expect(toRank(meeting, 5, 5)).toBeUndefined();
    expect(meeting.state.seq).toBe(seq);
  });

  it.each([
    [1, 1],
    [4, 4],
    [99, 7],
    [-3, 1],
  ])("a typed rank %i is rank %i: clamped to the list", (typed, rank) => {
    const meeting = aMeeting();
    toRank(meeting, 5, typed, member.pd);
    expect(rankOf(meeting.state.order, a(5))).toBe(rank);
  });

  it("a rank on the border keeps the applicant's own zone", () => {
    const meeting = aMeeting({ protected: 3, middle: 3 });
    toRank(meeting, 1, 3);
    expect(meeting.state.order.protected).toEqual([a(2), a(3), a(1)]);
    toRank(meeting, 6, 4);
    expect(meeting.state.order.middle).toEqual([a(6), a(4), a(5)]);
  });
});

describe("[ZONE-1] into red needs a category and a sentence", () => {
  it.each([member.pd, member.faculty])("from the middle, by %s", (by) => {
    const meeting = aMeeting();
    expect(toZone(meeting, 5, "red", by)?.code).toBe("redNeedsReason");
    expect(toZone(meeting, 5, "red", by, { category: "other" })?.code).toBe("redNeedsReason");
    expect(toZone(meeting, 5, "red", by, { category: "other", sentence: "Left the tour early." })).toBeUndefined();
    expect(meeting.state.order.red).toContain(a(5));
  });

  it("out of red needs nothing: it is reversible until the lock", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 8, "middle", member.faculty)).toBeUndefined();
  });
});

describe("[ZONE-2] down out of protected needs a verified flag, or a host's reason", () => {
  it("a host without a reason is asked for one, and with one may", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 1, "middle", member.associatePd)?.code).toBe("protectedNeedsReason");
    expect(toZone(meeting, 1, "middle", member.associatePd, { sentence: "Asked to." })).toBeUndefined();
  });

  it("faculty may not, not even with a reason", () => {
    const meeting = aMeeting();
    expect(toZone(meeting, 1, "middle", member.faculty, { sentence: "I think so." })?.code).toBe(
      "protectedNeedsVerifiedFlag",
    );
  });

  it("[MARK-4] an unverified flag moves nobody, a verified one lets faculty move", () => {
    const meeting = aMeeting();
    const flag = "cccccccc-0000-4000-8000-00000000f1a6";
    meeting.do(
      {
        type: "raiseFlag",
        applicantId: a(1),
        category: "professionalism",
        provenance: "secondHand",
        sentence: "I was told of a late report.",
      },
      member.faculty,
      flag,
    );
    expect(toZone(meeting, 1, "middle", member.faculty)?.code).toBe("protectedNeedsVerifiedFlag");
    meeting.do({ type: "verifyFlag", markId: flag, reason: "Confirmed in the file." });
    expect(toZone(meeting, 1, "middle", member.faculty)).toBeUndefined();
  });

  it("[ZONE-3] moving within protected is free", () => {
    expect(toRank(aMeeting(), 1, 3, member.faculty)).toBeUndefined();
  });
});

describe("[UNDO-1] undo takes back my last move if the applicant is untouched since", () => {
  it("puts the applicant back between the same neighbours", () => {
    const meeting = aMeeting();
    const before = meeting.state.order;
    toRank(meeting, 7, 4);
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order).toEqual(before);
    expect(meeting.try({ type: "undoMove" })?.code).toBe("nothingToUndo");
  });

  it("is mine alone", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    expect(meeting.try({ type: "undoMove" }, secondFaculty)?.code).toBe("nothingToUndo");
  });

  it("is refused when somebody else has moved the applicant since", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    toRank(meeting, 7, 6, secondFaculty);
    expect(meeting.try({ type: "undoMove" }, member.faculty)?.code).toBe("touchedSince");
  });

  it("[UNDO-2] goes on through several moves of the same applicant", () => {
    const meeting = aMeeting();
    const before = meeting.state.order;
    toRank(meeting, 7, 4);
    toRank(meeting, 7, 5);
    meeting.do({ type: "undoMove" }).do({ type: "undoMove" });
    expect(meeting.state.order).toEqual(before);
  });

  it("[UNDO-2] does not go past somebody else's move in between", () => {
    const meeting = aMeeting();
    toRank(meeting, 7, 4, member.faculty);
    toRank(meeting, 7, 6, secondFaculty);
    toRank(meeting, 7, 5, member.faculty);
    meeting.do({ type: "undoMove" }, member.faculty);
    expect(rankOf(meeting.state.order, a(7))).toBe(6);
    expect(meeting.try({ type: "undoMove" }, member.faculty)?.code).toBe("touchedSince");
  });

  it("a neighbour that has wandered off does not take the applicant along", () => {
    const meeting = aMeeting({ protected: 1, middle: 8 });
    toRank(meeting, 5, 2);
    toRank(meeting, 4, 9, member.faculty);
    meeting.do({ type: "undoMove" });
    expect(ranked(meeting)).toEqual([1, 2, 3, 5, 6, 7, 8, 9, 4].map(a));
  });

  it("a move into red can be taken back, and a move out of it too", () => {
    const meeting = aMeeting();
    toZone(meeting, 5, "red", member.pd, { category: "other", sentence: "Asked not to be ranked." });
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order.middle).toContain(a(5));
    toZone(meeting, 8, "middle");
    meeting.do({ type: "undoMove" });
    expect(meeting.state.order.red).toContain(a(8));
  });
});

describe("withdrawal and the tray", () => {
  it("[ORD-3] a withdrawn applicant leaves the list; a reinstated one waits until somebody places them", () => {
    const meeting = aMeeting();
    meeting.do({ type: "withdrawApplicant", applicantId: a(2) });
    expect(rankOf(meeting.state.order, a(3))).toBe(2);
    expect(toRank(meeting, 2, 1)?.code).toBe("applicantWithdrawn");
    meeting.do({ type: "reinstateApplicant", applicantId: a(2) });
    expect(meeting.state.order.unplaced).toEqual([a(2)]);
    expect(toRank(meeting, 2, 1)).toBeUndefined();
  });
});
